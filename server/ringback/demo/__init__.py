"""A believable office, made up from beginning to end: every name and number in it is fictitious.

It is written as its phones would have written it, through sync, so that everything in it could have happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import uuid4

from sqlite_utils import Database

from ringback import founding
from ringback.demo.phone import Phone
from ringback.demo.story import Story, change_blindly
from ringback.demo.team import LEAD, REPS
from ringback.domain.people import Caller, Member, Office, Secret
from ringback.store import devices, invitations, members, offices, prospect_list
from ringback.store.database import Store

NAME = "Harbor Ovens"


@dataclass(frozen=True)
class Demo:
    """A filled office, and a way in for each of two people."""

    office: Office
    lead: tuple[Member, Secret]
    rep: tuple[Member, Secret]


def fill(store: Store, now: datetime) -> Demo:
    office, lead, reps = store.write(lambda db: hire(db, now)).result()
    chance = Random(8)  # the same office every time, but for its dates  # noqa: S311
    for number, (who, about) in enumerate(zip(reps, REPS, strict=True)):
        phone = Phone(store, office, caller(store, office, who, f"{about.first}'s phone", now), chance)
        Story(phone, about, number, now, chance).tell()
    second = caller(store, office, reps[0], f"{REPS[0].first}'s tablet", now)
    with store.reading() as db:
        known = prospect_list.page(db, office.id, query="", owner=reps[0].id, blocked=False, offset=0, limit=1)
    change_blindly(Phone(store, office, second, chance), known[0].id, now)
    lead_secret = store.write(lambda db: secret(db, office, lead, now)).result()
    rep_secret = store.write(lambda db: secret(db, office, reps[0], now)).result()
    return Demo(office, (lead, lead_secret), (reps[0], rep_secret))


def hire(db: Database, now: datetime) -> tuple[Office, Member, list[Member]]:
    since = now - timedelta(days=95)
    office = founding.found(db, since, NAME)
    lead = members.first_lead(db, office.id)
    members.rename(db, office.id, lead.id, LEAD)
    reps = [members.add(db, office.id, name=f"{rep.first} {rep.last}", role="rep", now=since) for rep in REPS]
    found = offices.only(db)
    assert found
    return found, Member(lead.id, LEAD, "lead"), reps


def caller(store: Store, office: Office, who: Member, name: str, now: datetime) -> Caller:
    device_id = str(uuid4())
    store.write(lambda db: devices.pair(db, office.id, device_id, member_id=who.id, name=name, now=now)).result()
    return Caller(office.id, who, device_id, name, revoked=False)


def secret(db: Database, office: Office, who: Member, now: datetime) -> Secret:
    return invitations.add(db, office.id, member_id=who.id, made_by=None, now=now)[1]
