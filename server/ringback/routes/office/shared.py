"""What the whole office shares: its templates, its name and country."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import htpy as h
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import URLEncodedBody
from msgspec import Struct

from ringback.domain import holidays
from ringback.domain.errors import Refused
from ringback.domain.people import Caller, Office, clean_name
from ringback.pages.settings import LOCALES, countries, settings_page
from ringback.pages.templates import templates_page
from ringback.routes.desk import Asked, Desk
from ringback.routes.office.answers import answer, frame, go
from ringback.store import offices, template_list


@get("/office/templates", sync_to_thread=True)
def templates(request: Asked, desk: NamedDependency[Desk], lead: NamedDependency[Caller]) -> Response[Any]:
    found = desk.read(lambda db: template_list.every(db, desk.office_id))
    return answer(request, desk, templates_page(frame(request, desk, lead, "templates"), templates=found))


# Not in a thread: Litestar 2.25 wraps a threaded handler twice when a second method follows on its path.
@get("/office/settings", sync_to_thread=False)
def settings(request: Asked, desk: NamedDependency[Desk], lead: NamedDependency[Caller]) -> Response[Any]:
    days = desk.read(lambda db: offices.holidays(db, desk.office_id))
    return answer(request, desk, shown(request, desk, lead, desk.office(), holidays.written(days)))


def shown(request: Asked, desk: Desk, lead: Caller, office: Office, days: str, trouble: str = "") -> h.Renderable:
    return settings_page(
        frame(request, desk, lead, "settings"),
        office=office,
        holidays=days,
        version=desk.version,
        data=str(desk.store.path.parent.resolve()),
        trouble=trouble,
    )


class Chosen(Struct, frozen=True):
    name: str
    country: str
    locale: str
    holidays: str | None = None


@post("/office/settings", sync_to_thread=True)
def change_settings(
    request: Asked, data: URLEncodedBody[Chosen], desk: NamedDependency[Desk], lead: NamedDependency[Caller]
) -> Response[Any]:
    name = clean_name(data.name)
    if data.country not in dict(countries()) or data.locale not in dict(LOCALES):
        raise Refused("malformed", "That country or language is not on the list. Nothing was changed.")
    if not name:
        return go(desk, "/office/settings", "The office needs a name. Nothing was changed.")
    days, wrong = (None, []) if data.holidays is None else holidays.read(data.holidays)
    if wrong:
        trouble = f'"{wrong[0][:40]}" is not a day like 2026-12-25. Nothing was changed; what you typed is below.'
        typed = replace(desk.office(), name=name, country=data.country, locale=data.locale)
        return answer(request, desk, shown(request, desk, lead, typed, data.holidays or "", trouble), status=400)
    country, locale = data.country, data.locale
    desk.write(lambda db: offices.change(db, desk.office_id, name=name, country=country, locale=locale, holidays=days))
    return go(desk, "/office/settings", "Saved. Every phone hears of it at its next sync.")
