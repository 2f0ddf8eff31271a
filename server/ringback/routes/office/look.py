"""What could not be applied, and what lost: seen, and marked as seen."""

from __future__ import annotations

from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from sqlite_utils import Database

from ringback.domain.errors import not_found
from ringback.domain.instants import written
from ringback.domain.numbers import LAST
from ringback.domain.people import Caller
from ringback.pages.look import look_page
from ringback.routes.desk import Asked, Desk
from ringback.routes.office.answers import answer, frame, go
from ringback.store import lost_values, prospects, set_aside

HERE = "/office/look"
ONE = HERE + "/{device_id:str}/{n:int}/{hash_:str}"


@get(HERE, sync_to_thread=True)
def look(request: Asked, desk: NamedDependency[Desk], lead: NamedDependency[Caller]) -> Response[Any]:
    with desk.store.reading() as db:
        aside = set_aside.operations(db, desk.office_id, looked=False)
        lost = set_aside.lost_values(db, desk.office_id)
    return answer(request, desk, look_page(frame(request, desk, lead, "look"), aside=aside, lost=lost, now=desk.now()))


@post(ONE, sync_to_thread=True)
def looked(
    device_id: FromPath[str],
    n: FromPath[int],
    hash_: FromPath[str],
    desk: NamedDependency[Desk],
    lead: NamedDependency[Caller],  # noqa: ARG001 - asking for it is the check
) -> Response[Any]:
    mark(desk, device_id, n, hash_, looked=True)
    sentence = "Marked as looked at. The entry stays with the office, and the phone stops showing it."
    return go(desk, HERE, sentence, f"{HERE}/{device_id}/{n}/{hash_}/undo")


@post(ONE + "/undo", sync_to_thread=True)
def not_looked(
    device_id: FromPath[str],
    n: FromPath[int],
    hash_: FromPath[str],
    desk: NamedDependency[Desk],
    lead: NamedDependency[Caller],  # noqa: ARG001 - asking for it is the check
) -> Response[Any]:
    mark(desk, device_id, n, hash_, looked=False)
    return go(desk, HERE, "It waits to be looked at again.")


def mark(desk: Desk, device_id: str, n: int, hash_: str, *, looked: bool) -> None:
    try:
        digest = bytes.fromhex(hash_)
    except ValueError:
        raise not_found() from None
    if not 0 < n <= LAST:
        raise not_found()
    now = desk.now() if looked else None
    if not desk.write(lambda db: set_aside.mark(db, desk.office_id, device_id, n, digest, now)):
        raise not_found()


@post("/office/look/lost/{lost_id:str}", sync_to_thread=True)
def looked_at_lost(
    lost_id: FromPath[str],
    desk: NamedDependency[Desk],
    lead: NamedDependency[Caller],  # noqa: ARG001 - asking for it is the check
) -> Response[Any]:
    at = written(desk.now())

    def work(db: Database) -> bool:
        prospect_id = set_aside.of_prospect(db, desk.office_id, lost_id)
        if prospect_id and lost_values.resolve(db, desk.office_id, prospect_id, lost_id, at):
            prospects.touch(db, desk.office_id, prospect_id)
        return prospect_id is not None

    if not desk.write(work):
        raise not_found()
    return go(desk, HERE, "Marked as looked at, on the phones too.")
