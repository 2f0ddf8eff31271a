"""Today's promises of each rep, and his legs."""

from __future__ import annotations

from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from ringback.domain.errors import not_found
from ringback.domain.people import Caller
from ringback.domain.promises import SOON, urgency
from ringback.pages.promises import RepPromises, promises_page
from ringback.reminders.deliver import Sender
from ringback.routes.desk import Asked, Desk
from ringback.routes.office.answers import answer, frame, go
from ringback.store import calendars, members, offices
from ringback.store import promises as kept

HERE = "/office/promises"


@get(HERE, sync_to_thread=True)
def promises(
    request: Asked, desk: NamedDependency[Desk], lead: NamedDependency[Caller], sender: NamedDependency[Sender]
) -> Response[Any]:
    now, office_id = desk.now(), desk.office_id
    with desk.store.reading() as db:
        everyone, contact = members.every(db, office_id), offices.setting(db, office_id, "contact")
        due = sorted(kept.open_until(db, office_id, now + SOON), key=lambda promise: urgency(promise, now))
        later, legs = kept.count_later(db, office_id, now + SOON), kept.legs(db, office_id, sender.key.public, now)
        subscribed = calendars.every(db, office_id)
    reps = [
        RepPromises(
            member=who,
            promises=[promise for promise in due if promise.rep_id == who.id],
            later=later.get(who.id, 0),
            legs=legs.get(who.id, []),
            calendar=subscribed.get(who.id),
        )
        for who in everyone
    ]
    reps = [rep for rep in reps if rep.promises or rep.later or rep.member.role == "rep"]
    reps.sort(key=lambda rep: min((urgency(promise, now)[0] for promise in rep.promises), default=True))
    page = promises_page(frame(request, desk, lead, "promises"), reps=reps, now=now, contact=contact)
    return answer(request, desk, page)


@post(HERE + "/{member_id:str}/calendar/revoke", sync_to_thread=True)
def revoke_calendar(
    member_id: FromPath[str],
    desk: NamedDependency[Desk],
    lead: NamedDependency[Caller],  # noqa: ARG001 - asking for it is the check
) -> Response[Any]:
    if not desk.write(lambda db: calendars.revoke(db, desk.office_id, member_id)):
        raise not_found()
    return go(desk, HERE, "That calendar shows nothing any more. The rep can make a new address on his phone.")
