"""What the coach looks for on every phone of the office."""

from __future__ import annotations

from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import URLEncodedBody

from ringback.domain.coach_rules import OutOfRange, read
from ringback.domain.people import Caller
from ringback.pages.coach import coach_page, form_of
from ringback.routes.assets import Assets
from ringback.routes.desk import Asked, Desk
from ringback.routes.office.answers import answer, frame, go
from ringback.store import offices


# Not in a thread: Litestar 2.25 wraps a threaded handler twice when a second method follows on its path.
@get("/office/coach", sync_to_thread=False)
def coach(
    request: Asked, desk: NamedDependency[Desk], assets: NamedDependency[Assets], lead: NamedDependency[Caller]
) -> Response[Any]:
    chosen = desk.read(lambda db: offices.coach(db, desk.office_id))
    page = coach_page(frame(request, desk, lead, "coach"), rules=assets.rules, form=form_of(assets.rules, chosen))
    return answer(request, desk, page)


@post("/office/coach", sync_to_thread=True)
def change_coach(
    request: Asked,
    data: URLEncodedBody[dict[str, str]],
    desk: NamedDependency[Desk],
    assets: NamedDependency[Assets],
    lead: NamedDependency[Caller],
) -> Response[Any]:
    try:
        chosen = read(assets.rules, data)
    except OutOfRange as wrong:
        page = coach_page(frame(request, desk, lead, "coach"), rules=assets.rules, form=data, trouble=str(wrong))
        return answer(request, desk, page, status=400)
    desk.write(lambda db: offices.choose_coach(db, desk.office_id, chosen))
    return go(desk, "/office/coach", "Saved. Every phone goes by it from its next sync on.")
