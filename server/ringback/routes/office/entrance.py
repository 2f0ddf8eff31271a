"""The office's front page, and getting in and out in a browser."""

from __future__ import annotations

import re
from typing import Annotated, Any
from uuid import uuid4

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import URLEncodedBody
from msgspec import Meta, Struct

from ringback.domain.errors import Refused
from ringback.domain.people import Caller, secret_in
from ringback.domain.values import UUID
from ringback.pages.rep import rep_page
from ringback.pages.sign_in import sign_in_page
from ringback.routes.desk import Asked, Desk
from ringback.routes.office.answers import answer, frame, go
from ringback.routes.pairing import Machine, let_in
from ringback.store import sessions


@get("/office", sync_to_thread=True)
def front(request: Asked, desk: NamedDependency[Desk], caller: NamedDependency[Caller]) -> Response[Any]:
    if caller.leads:
        return go(desk, "/office/people")
    return answer(request, desk, rep_page(frame(request, desk, caller), member=caller.member))


# Not in a thread: Litestar 2.25 wraps a threaded handler twice when a second method follows on its path.
@get("/office/sign-in", sync_to_thread=False)
def sign_in_form(request: Asked, desk: NamedDependency[Desk]) -> Response[Any]:
    response = answer(request, desk, sign_in_page(frame(request, desk)))
    response.set_cookie(desk.cookie(TRYING, trying(request, desk), TRIES))
    return response


TRYING = "ringback-trying"
TRIES = 15 * 60  # seconds; longer than an invitation can be used again


def trying(request: Asked, desk: Desk) -> str:
    """Under which device id this browser tries to come in. The same until it is in: the answer that lets it in can be
    lost on the way, and only the device that used an invitation may use it again."""
    known = request.cookies.get(desk.cookie_name(TRYING), "")
    return known if re.fullmatch(UUID, known) else str(uuid4())


class Code(Struct, frozen=True):
    code: Annotated[str, Meta(max_length=1000)] = ""


@post("/office/sign-in", sync_to_thread=True)
def sign_in(request: Asked, data: URLEncodedBody[Code], desk: NamedDependency[Desk]) -> Response[Any]:
    """The invitation is used up by this browser, as a device of its own."""
    try:
        token, caller = let_in(request, desk, secret_in(data.code), Machine(trying(request, desk), browser(request)))
    except Refused as refused:
        page = sign_in_page(frame(request, desk), trouble=refused.sentence)
        response = answer(request, desk, page, refused.status)
        if refused.retry_after:
            response.headers["retry-after"] = str(refused.retry_after)
        return response
    response = go(desk, "/office", f"Welcome, {caller.member.name}.")
    response.set_cookie(desk.session_cookie(token))
    response.set_cookie(desk.cookie(TRYING, "", 0))
    return response


@post("/office/sign-out", sync_to_thread=True)
def sign_out(request: Asked, desk: NamedDependency[Desk]) -> Response[Any]:
    token = desk.token(request)
    desk.write(lambda db: sessions.end(db, desk.office_id, token))
    response = go(desk, "/office/sign-in", "You are signed out in this browser.")
    response.set_cookie(desk.cookie("ringback", "", 0))
    return response


def browser(request: Asked) -> str:
    """A name by which a lead can tell it from others."""
    agent = request.headers.get("user-agent", "")
    kind = next((name for mark, name in BROWSERS if mark in agent), "Browser")
    system = next((f" on {name}" for mark, name in SYSTEMS if mark in agent), "")
    return kind + system


BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)
