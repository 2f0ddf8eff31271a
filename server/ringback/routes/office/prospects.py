"""Prospects: found, handed over, blocked, and let out of do-not-call."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, URLEncodedBody
from msgspec import Meta, Struct

from ringback.domain.errors import not_found
from ringback.domain.instants import written
from ringback.domain.people import Caller
from ringback.domain.prospects import full_name
from ringback.pages.paging import Paging
from ringback.pages.prospects import prospects_page
from ringback.pages.words import short
from ringback.routes.desk import Asked, Desk
from ringback.routes.office.answers import answer, frame, go
from ringback.routes.office.calls import number
from ringback.store import members, prospect_list
from ringback.store import prospects as kept
from ringback.store.prospects import Prospect

HERE = "/office/prospects"
SIZE = 50


@get(HERE, sync_to_thread=True)
def prospects(
    request: Asked,
    desk: NamedDependency[Desk],
    lead: NamedDependency[Caller],
    q: FromQuery[str] = "",
    owner: FromQuery[str] = "",
    blocked: FromQuery[str] = "",
    page: FromQuery[str] = "1",
) -> Response[Any]:
    wanted = {"query": q[:200], "owner": owner}
    with desk.store.reading() as db:
        total = prospect_list.total(db, desk.office_id, **wanted, blocked=blocked == "1")
        paging = Paging(HERE, number(page), SIZE, total, {"q": q, "owner": owner, "blocked": blocked})
        found = prospect_list.page(
            db, desk.office_id, **wanted, blocked=blocked == "1", offset=paging.offset, limit=SIZE
        )
        reps = members.every(db, desk.office_id)
    shown = prospects_page(
        frame(request, desk, lead, "prospects"),
        prospects=found,
        reps=reps,
        paging=paging,
        country=desk.office().country,
    )
    return answer(request, desk, shown)


class To(Struct, frozen=True):
    to: str


@post("/office/prospects/{prospect_id:str}/assign", sync_to_thread=True)
def assign(
    request: Asked,
    prospect_id: FromPath[str],
    data: URLEncodedBody[To],
    desk: NamedDependency[Desk],
    lead: NamedDependency[Caller],  # noqa: ARG001 - asking for it is the check
) -> Response[Any]:
    one, at = prospect_or_404(desk, prospect_id), written(desk.now())
    new = desk.read(lambda db: members.find(db, desk.office_id, data.to))
    if new is None:
        raise not_found()
    if one.owner_id == new.id:
        return go(desk, here(request), f"{name(one)} is {new.name}'s already. Nothing was changed.")
    promised = desk.write(lambda db: kept.assign(db, desk.office_id, [one.id], new.id, at))
    along = " What was promised goes along." if promised else ""
    return go(
        desk,
        here(request),
        f"{name(one)} is {new.name}'s now.{along} Both phones hear of it at their next sync.",
        f"{HERE}/{one.id}/assign/{one.owner_id}",
    )


@post("/office/prospects/{prospect_id:str}/assign/{to:str}", sync_to_thread=True)
def assign_back(
    prospect_id: FromPath[str],
    to: FromPath[str],
    desk: NamedDependency[Desk],
    lead: NamedDependency[Caller],  # noqa: ARG001 - asking for it is the check
) -> Response[Any]:
    one, at = prospect_or_404(desk, prospect_id), written(desk.now())
    old = desk.read(lambda db: members.find(db, desk.office_id, to))
    if old is None:
        raise not_found()
    desk.write(lambda db: kept.assign(db, desk.office_id, [one.id], old.id, at))
    return go(desk, HERE, f"{name(one)} is {old.name}'s again.")


class Why(Struct, frozen=True):
    why: Annotated[str, Meta(max_length=1000)]


@post("/office/prospects/{prospect_id:str}/block", sync_to_thread=True)
def block(
    request: Asked,
    prospect_id: FromPath[str],
    data: URLEncodedBody[Why],
    desk: NamedDependency[Desk],
    lead: NamedDependency[Caller],
) -> Response[Any]:
    one, at = prospect_or_404(desk, prospect_id), written(desk.now())
    if one.blocked_at:
        return go(desk, here(request), f"{name(one)} was not to be called already. What was said then stays.")
    desk.write(lambda db: kept.block(db, desk.office_id, one.id, by_id=lead.member.id, reason=data.why.strip(), at=at))
    sentence = f"{name(one)} is not to be called. Every phone stops before it dials."
    return go(desk, here(request), sentence, f"{HERE}/{one.id}/unblock")


@post("/office/prospects/{prospect_id:str}/unblock", sync_to_thread=True)
def unblock(
    request: Asked,
    prospect_id: FromPath[str],
    desk: NamedDependency[Desk],
    lead: NamedDependency[Caller],  # noqa: ARG001 - asking for it is the check
) -> Response[Any]:
    one = prospect_or_404(desk, prospect_id)
    desk.write(lambda db: kept.unblock(db, desk.office_id, one.id))
    return go(desk, here(request), f"{name(one)} may be called again.")


def here(request: Asked) -> str:
    """The list as it was narrowed when the form was sent."""
    return f"{HERE}?{request.url.query}" if request.url.query else HERE


def name(one: Prospect) -> str:
    return short(full_name(one.fields) or one.fields.get("company", "") or "The prospect")


def prospect_or_404(desk: Desk, prospect_id: str) -> Prospect:
    found = desk.read(lambda db: kept.find(db, desk.office_id, prospect_id))
    if found is None or found.deleted_at:
        raise not_found()
    return found
