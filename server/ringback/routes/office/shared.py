"""What the whole office shares: its templates, its name and country."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import htpy as h
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import URLEncodedBody
from msgspec import Struct

from ringback.domain import holidays, last_resort
from ringback.domain.errors import Refused
from ringback.domain.people import Caller, Office, clean_name
from ringback.pages.settings import LOCALES, Typed, countries, settings_page
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
    return answer(request, desk, shown(request, desk, lead, desk.office(), standing(desk)))


def standing(desk: Desk) -> Typed:
    """The fields as the office has them now."""
    days = desk.read(lambda db: offices.holidays(db, desk.office_id))
    last = desk.read(lambda db: offices.last_resort(db, desk.office_id))
    return Typed(holidays.written(days), str(last.messages), str(last.weeks))


def shown(request: Asked, desk: Desk, lead: Caller, office: Office, typed: Typed, trouble: str = "") -> h.Renderable:
    return settings_page(
        frame(request, desk, lead, "settings"),
        office=office,
        typed=typed,
        version=desk.version,
        data=str(desk.store.path.parent.resolve()),
        trouble=trouble,
    )


class Chosen(Struct, frozen=True):
    """What is not sent stays as it is."""

    name: str
    country: str
    locale: str
    holidays: str | None = None
    last_messages: str | None = None
    last_weeks: str | None = None

    def over(self, now: Typed) -> Typed:
        named = {name: getattr(self, name) for name in ("holidays", "last_messages", "last_weeks")}
        return replace(now, **{name: text for name, text in named.items() if text is not None})


@post("/office/settings", sync_to_thread=True)
def change_settings(
    request: Asked, data: URLEncodedBody[Chosen], desk: NamedDependency[Desk], lead: NamedDependency[Caller]
) -> Response[Any]:
    name = clean_name(data.name)
    if data.country not in dict(countries()) or data.locale not in dict(LOCALES):
        raise Refused("malformed", "That country or language is not on the list. Nothing was changed.")
    typed = data.over(standing(desk))
    days, wrong = holidays.read(typed.holidays)
    last = last_resort.read(typed.last_messages, typed.last_weeks)
    if trouble := wrong_in(name, days, wrong, last):
        office = replace(desk.office(), name=name, country=data.country, locale=data.locale)
        return answer(request, desk, shown(request, desk, lead, office, typed, trouble), status=400)
    named = {"name": name, "country": data.country, "locale": data.locale}
    desk.write(lambda db: offices.change(db, desk.office_id, **named, holidays=days, last_resort=last))
    return go(desk, "/office/settings", "Saved. Every phone hears of it at its next sync.")


def wrong_in(name: str, days: list[str], no_days: list[str], last: last_resort.LastResort | None) -> str:
    """What the lead has to mend first; nothing where all can be taken."""
    if not name:
        return NO_NAME
    if no_days:
        return NO_DAY.format(no_days[0][:40])
    if len(days) > holidays.MOST:
        return TOO_MANY_DAYS.format(len(days))
    return NO_LAST_TRY if last is None else ""


NO_NAME = "The office needs a name. Nothing was changed; what you typed is below."
NO_DAY = '"{}" is not a day like 2026-12-25. Nothing was changed; what you typed is below.'
TOO_MANY_DAYS = (
    f"{{}} holidays are more than the {holidays.MOST} that an office keeps: those of past years can go. "
    "Nothing was changed; what you typed is below."
)
NO_LAST_TRY = (
    f"A last try waits for 1 to {last_resort.MOST_MESSAGES} messages and 0 to {last_resort.MOST_WEEKS} weeks. "
    "Nothing was changed; what you typed is below."
)
