"""The call log, narrowed and page by page."""

from __future__ import annotations

from datetime import date
from typing import Any

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from ringback.domain.listings import CallFilter
from ringback.domain.people import Caller
from ringback.pages.calls import calls_page
from ringback.pages.paging import Paging
from ringback.routes.assets import Assets
from ringback.routes.desk import Asked, Desk
from ringback.routes.office.answers import answer, frame
from ringback.store import call_log, members

SIZE = 50


@get("/office/calls", sync_to_thread=True)
def calls(
    request: Asked,
    desk: NamedDependency[Desk],
    assets: NamedDependency[Assets],
    lead: NamedDependency[Caller],
    rep: FromQuery[str] = "",
    outcome: FromQuery[str] = "",
    since: FromQuery[str] = "",
    until: FromQuery[str] = "",
    page: FromQuery[str] = "1",
) -> Response[Any]:
    wanted = CallFilter(rep, outcome, day(since), day(until))
    with desk.store.reading() as db:
        total = call_log.total(db, desk.office_id, wanted)
        asked = {"rep": rep, "outcome": outcome, "since": wanted.since, "until": wanted.until}
        paging = Paging("/office/calls", number(page), SIZE, total, asked)
        found = call_log.page(db, desk.office_id, wanted, offset=paging.offset, limit=SIZE)
        reps = members.every(db, desk.office_id)
    shown = calls_page(
        frame(request, desk, lead, "calls"),
        calls=found,
        reps=reps,
        wanted=wanted,
        paging=paging,
        country=desk.office().country,
        rules={rule.key: rule.label for rule in assets.rules},
    )
    return answer(request, desk, shown)


def day(text: str) -> str:
    """What is not a day narrows nothing."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1
