"""A rep's promises for his own calendar: an address that only he knows, until he takes it back."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from typing import Any

from litestar import Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from ringback.domain.calendar import calendar
from ringback.domain.errors import not_found
from ringback.domain.instants import written
from ringback.domain.people import Caller
from ringback.routes.desk import Asked, Desk
from ringback.store import calendars
from ringback.store.trouble import StoreTrouble


# Not in threads: Litestar 2.25 wraps a threaded handler twice when a second method follows on its path.
@get("/api/calendar", sync_to_thread=False)
def look(caller: NamedDependency[Caller], desk: NamedDependency[Desk]) -> dict[str, Any]:
    kept = desk.read(lambda db: calendars.every(db, desk.office_id)).get(caller.member.id)
    return {
        "ringback": 1,
        "subscribed": kept is not None,
        "made_at": written(kept.made_at) if kept else None,
        "fetched_at": written(kept.fetched_at) if kept and kept.fetched_at else None,
    }


@post("/api/calendar", status_code=200, sync_to_thread=False)
def make(caller: NamedDependency[Caller], desk: NamedDependency[Desk]) -> dict[str, Any]:
    """A new address. It is told this once; whatever address there was before shows nothing any more."""
    token, now = secrets.token_urlsafe(32), desk.now()
    desk.write(lambda db: calendars.make(db, desk.office_id, caller.member.id, token, now))
    return {"ringback": 1, "address": f"{desk.origin}/calendar/{token}.ics"}


@delete("/api/calendar", status_code=200, sync_to_thread=False)
def revoke(caller: NamedDependency[Caller], desk: NamedDependency[Desk]) -> dict[str, Any]:
    desk.write(lambda db: calendars.revoke(db, desk.office_id, caller.member.id))
    return {"ringback": 1, "subscribed": False}


@get("/calendar/{name:str}", sync_to_thread=True)
def feed(request: Asked, name: FromPath[str], desk: NamedDependency[Desk]) -> Response[bytes]:
    """Without a session: calendars have none. The address is the secret."""
    token, now = name.removesuffix(".ics"), desk.now()
    with desk.store.reading() as db:
        member = calendars.whose(db, desk.office_id, token) if name.endswith(".ics") else None
        if member is None:
            raise not_found()
        entries = calendars.entries(db, desk.office_id, member.id)
        seen = calendars.every(db, desk.office_id)[member.id].fetched_at
    if seen is None or now - seen >= calendars.NOTED_EVERY:
        with suppress(StoreTrouble):  # it can be read all the same
            desk.write(lambda db: calendars.fetched(db, desk.office_id, member.id, now))
    body = calendar(member.name, entries, desk.origin)
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    same = tag in request.headers.get("if-none-match", "")
    headers = {"etag": tag, "cache-control": "private, no-cache", "x-robots-tag": "noindex"}
    return Response(
        b"" if same else body,
        status_code=304 if same else 200,
        headers=headers,
        media_type="text/calendar",
    )
