"""People, their invitations and their devices."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any

import segno
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, URLEncodedBody
from msgspec import Meta, Struct
from sqlite_utils import Database

from ringback.domain.errors import not_found
from ringback.domain.instants import read
from ringback.domain.people import Caller, Member, Role, clean_name, join_link
from ringback.pages import words
from ringback.pages.layout import Typed
from ringback.pages.people import INVITE, Open, Person, Phone, invitation_page, people_page, rename_at
from ringback.routes.desk import Asked, Desk
from ringback.routes.office.answers import answer, frame, go
from ringback.store import devices, invitations, members
from ringback.store.devices import Device

HERE = "/office/people"
SCHEMA = 1  # of the records that an up-to-date phone speaks
HOLE_AFTER = timedelta(days=1)  # a phone that is only slow fills its holes by then


@get(HERE, sync_to_thread=True)
def people(request: Asked, desk: NamedDependency[Desk], lead: NamedDependency[Caller]) -> Response[Any]:
    now = desk.now()
    with desk.store.reading() as db:
        everyone = members.every(db, desk.office_id)
        phones = devices.every(db, desk.office_id)
        open_ones = invitations.open_ones(db, desk.office_id, now)
    found = [
        Person(
            who,
            [as_phone(device, lead, now) for device in phones if device.member_id == who.id],
            [Open(one.id, one.expires_at) for one in open_ones if one.member_id == who.id],
        )
        for who in everyone
    ]
    return answer(request, desk, people_page(frame(request, desk, lead, "people"), people=found, now=now))


def as_phone(device: Device, lead: Caller, now: datetime) -> Phone:
    return Phone(
        id=device.id,
        name=device.name,
        seen_at=device.seen_at,
        revoked=device.revoked_at is not None,
        current=device.schema_version >= SCHEMA,
        synced=device.schema_version > 0,
        waiting=device.waiting,
        hole=device.hole_since is not None and now - read(device.hole_since) > HOLE_AFTER,
        lost=device.lost_at is not None,
        mine=device.id == lead.device_id,
    )


class Newcomer(Struct, frozen=True):
    name: Annotated[str, Meta(max_length=1000)]
    role: Role


@post(INVITE, sync_to_thread=True)
def invite(data: URLEncodedBody[Newcomer], desk: NamedDependency[Desk], lead: NamedDependency[Caller]) -> Response[Any]:
    name, now = clean_name(data.name), desk.now()
    if not name:
        return go(desk, HERE, "An invitation needs a name. Nothing was made.")

    def work(db: Database) -> Member | None:
        taken = members.named(db, desk.office_id, name)
        return None if taken else members.add(db, desk.office_id, name=name, role=data.role, now=now)

    member = desk.write(work)
    if member is None:
        told = f"{name} is here already. Use “Invite on a further phone” beside the name, or write it another way."
        return go(desk, HERE, told, typed=Typed(INVITE, name, data.role))
    return show_new(desk, lead, member)


@post("/office/people/{member_id:str}/invite", sync_to_thread=True)
def invite_again(member_id: FromPath[str], desk: NamedDependency[Desk], lead: NamedDependency[Caller]) -> Response[Any]:
    return show_new(desk, lead, member_or_404(desk, member_id))


def show_new(desk: Desk, lead: Caller, member: Member) -> Response[Any]:
    now = desk.now()
    made, secret = desk.write(
        lambda db: invitations.add(db, desk.office_id, member_id=member.id, made_by=lead.member.id, now=now)
    )
    desk.shown.keep(made.id, secret, now)
    return go(desk, f"/office/invitations/{made.id}")


@get("/office/invitations/{invitation_id:str}", sync_to_thread=True)
def invitation(
    request: Asked, invitation_id: FromPath[str], desk: NamedDependency[Desk], lead: NamedDependency[Caller]
) -> Response[Any]:
    now = desk.now()
    secret = desk.shown.see(invitation_id, now)
    open_ones = desk.read(lambda db: invitations.open_ones(db, desk.office_id, now))
    made = next((one for one in open_ones if one.id == invitation_id), None)
    if secret is None or made is None:
        return go(desk, HERE, "That invitation was used or cancelled, or is no longer shown. Make a new one if needed.")
    link = join_link(desk.origin, secret.token)
    page = invitation_page(
        frame(request, desk, lead, "people"),
        member=member_or_404(desk, made.member_id),
        secret=secret,
        link=link,
        picture=segno.make(link, error="m").svg_data_uri(scale=6, border=2, dark="#1f1b14", light="#fffdf8"),
        expires=words.ahead(made.expires_at, now),
    )
    return answer(request, desk, page)


@post("/office/invitations/{invitation_id:str}/cancel", sync_to_thread=True)
def cancel(invitation_id: FromPath[str], desk: NamedDependency[Desk], lead: NamedDependency[Caller]) -> Response[Any]:
    now = desk.now()

    def work(db: Database) -> Member | None:
        member_id = invitations.cancel(db, desk.office_id, invitation_id, now)
        member = members.find(db, desk.office_id, member_id) if member_id else None
        if member and member.id != lead.member.id and never_came(db, desk.office_id, member.id, now):
            members.remove(db, desk.office_id, member.id, now)
        return member

    member = desk.write(work)
    if member is None:
        return go(desk, HERE, "That invitation was no longer open: it was used, cancelled or had ended.")
    return go(desk, HERE, f"The invitation for {member.name} is cancelled. Its link and code let nobody in.")


def never_came(db: Database, office_id: str, member_id: str, now: datetime) -> bool:
    """Somebody who was only ever invited leaves with his last invitation, unless something would stay behind."""
    known = devices.of(db, office_id, member_id) or invitations.any_open(db, office_id, member_id, now)
    return not known and not members.has_anything(db, office_id, member_id)


class Named(Struct, frozen=True):
    name: Annotated[str, Meta(max_length=1000)]


@post("/office/people/{member_id:str}/rename", sync_to_thread=True)
def rename(
    member_id: FromPath[str],
    data: URLEncodedBody[Named],
    desk: NamedDependency[Desk],
    lead: NamedDependency[Caller],  # noqa: ARG001 - asking for it is the check
) -> Response[Any]:
    member, name = member_or_404(desk, member_id), clean_name(data.name)
    if not name:
        return go(desk, HERE, f"A name cannot be empty. {member.name} keeps the old one.")

    def work(db: Database) -> bool:
        taken = any(one.id != member.id for one in members.named(db, desk.office_id, name))
        if not taken:
            members.rename(db, desk.office_id, member.id, name)
        return taken

    if desk.write(work):
        typed = Typed(rename_at(member.id), name)
        return go(desk, HERE, f"{name} is here already. {member.name} keeps the old name.", typed=typed)
    return go(desk, HERE, f"{member.name} is now called {name}.")


@post("/office/devices/{device_id:str}/revoke", sync_to_thread=True)
def revoke(device_id: FromPath[str], desk: NamedDependency[Desk], lead: NamedDependency[Caller]) -> Response[Any]:
    device, now = device_or_404(desk, device_id), desk.now()

    def work(db: Database) -> bool:
        last = devices.where_leads_get_in(db, desk.office_id, now) == [device.id]
        if not last:
            devices.revoke(db, desk.office_id, device.id, now)
        return last

    if desk.write(work):
        return go(desk, HERE, "This is the only way a lead gets in. Invite another lead, or yourself elsewhere, first.")
    undo = "" if device.id == lead.device_id else f"/office/devices/{device.id}/restore"
    return go(desk, HERE, f"{device.name} is revoked: it gets nothing more from the office.", undo)


@post("/office/devices/{device_id:str}/restore", sync_to_thread=True)
def restore(
    device_id: FromPath[str],
    desk: NamedDependency[Desk],
    lead: NamedDependency[Caller],  # noqa: ARG001 - asking for it is the check
) -> Response[Any]:
    device = device_or_404(desk, device_id)
    desk.write(lambda db: devices.revoke(db, desk.office_id, device.id, None))
    return go(desk, HERE, f"{device.name} is let in again.")


def member_or_404(desk: Desk, member_id: str) -> Member:
    found = desk.read(lambda db: members.find(db, desk.office_id, member_id))
    if found is None:
        raise not_found()
    return found


def device_or_404(desk: Desk, device_id: str) -> Device:
    found = desk.read(lambda db: devices.find(db, desk.office_id, device_id))
    if found is None:
        raise not_found()
    return found
