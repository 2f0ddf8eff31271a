"""How a page of the office is answered, and how one form tells the next page what it did."""

from __future__ import annotations

import base64
import binascii
from typing import Any

import htpy as h
import msgspec
from litestar import MediaType, Response

from ringback.domain.people import Caller
from ringback.pages.layout import Done, Frame, Typed
from ringback.routes.desk import Asked, Desk
from ringback.store import reminders, set_aside

DONE = "ringback-done"  # what the last form did: seen once, then forgotten


def frame(request: Asked, desk: Desk, caller: Caller | None = None, here: str = "") -> Frame:
    with desk.store.reading() as db:
        leads = caller is not None and caller.leads
        waiting = set_aside.count_open(db, desk.office_id) if leads else 0
        not_seen = reminders.alarms(db, desk.office_id) if leads else 0
    return Frame(
        css=desk.css,
        office=desk.office().name if caller else "",
        member=caller.member if caller else None,
        here=here,
        done=done(request, desk),
        to_look_at=waiting,
        not_seen=not_seen,
    )


def answer(request: Asked, desk: Desk, page: h.Renderable, status: int = 200) -> Response[bytes]:
    seen = [desk.cookie(DONE, "", 0)] if desk.cookie_name(DONE) in request.cookies else []
    return Response(str(page).encode(), media_type=MediaType.HTML, status_code=status, cookies=seen)


def go(desk: Desk, path: str, sentence: str = "", undo: str = "", typed: Typed | None = None) -> Response[Any]:
    """See `path` next, and there read `sentence`."""
    cookies = [desk.cookie(DONE, packed(Done(sentence, undo, typed)), 60)] if sentence else []
    return Response(None, status_code=303, headers={"location": path}, media_type=MediaType.TEXT, cookies=cookies)


def packed(what: Done) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(what)).decode().rstrip("=")


def done(request: Asked, desk: Desk) -> Done | None:
    text = request.cookies.get(desk.cookie_name(DONE), "")
    try:
        what = msgspec.json.decode(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), type=Done)
    except (msgspec.DecodeError, binascii.Error, ValueError, RecursionError):
        return None
    return what if what.undo.startswith("/office/") or not what.undo else None
