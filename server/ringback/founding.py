"""How an office begins: its row, its first lead, the starter templates, and the link that lets the lead in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from ringback import library
from ringback.domain.errors import CannotStart
from ringback.domain.people import Member, Office, Role, Secret
from ringback.store import devices, invitations, members, offices, starters
from ringback.store.database import Store

FIRST_LEAD = "Office lead"  # until he says who he is


@dataclass(frozen=True)
class Opening:
    """An office ready to serve. `secret` lets its first lead in, as long as none ever came."""

    office: Office
    secret: Secret | None


def open_office(store: Store, now: datetime) -> Opening:
    office = store.write(lambda db: offices.only(db) or found(db, now)).result()
    return Opening(office, store.write(lambda db: first_secret(db, office.id, now)).result())


def found(db: Database, now: datetime, name: str = "Our office") -> Office:
    office = offices.add(db, name=name, country="US", locale="en-US", now=now)
    members.add(db, office.id, name=FIRST_LEAD, role="lead", now=now)
    for starter in library.starters():
        starters.add(db, office.id, starter, now)
    return office


def first_secret(db: Database, office_id: str, now: datetime) -> Secret | None:
    if devices.anyone_leads(db, office_id):
        return None
    lead = members.first_lead(db, office_id)
    invitations.cancel_all(db, office_id, lead.id, now)
    made = invitations.add(db, office_id, member_id=lead.id, made_by=None, now=now, lasts=invitations.FIRST_LASTS)
    return made[1]


def invite(db: Database, *, office_id: str, name: str, role: Role, now: datetime) -> tuple[Member, Secret]:
    """A new member, or a further device for the one who has this name already."""
    member = known_as(db, office_id, name) or members.add(db, office_id, name=name, role=role, now=now)
    return member, invitations.add(db, office_id, member_id=member.id, made_by=None, now=now)[1]


def known_as(db: Database, office_id: str, name: str) -> Member | None:
    """Whom somebody at the terminal means. Files from before names had to differ may hold several of one name."""
    found = members.named(db, office_id, name)
    if len(found) > 1:
        raise CannotStart(
            f"{len(found)} members are called {name}. Give them different names on the page People, then try again. "
            "Nothing was changed."
        )
    return found[0] if found else None
