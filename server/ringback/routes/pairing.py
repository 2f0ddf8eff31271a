"""Getting in and out: an invitation becomes a session on one device."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta, Struct
from sqlite_utils import Database

from ringback.domain.errors import Refused, invitation
from ringback.domain.people import Caller, clean_name, looks_like_code
from ringback.domain.values import Id
from ringback.routes.desk import Asked, Desk
from ringback.store import devices, invitations, sessions

PROTO = 1
Name = Annotated[str, Meta(max_length=200)]


class Machine(Struct, frozen=True):
    id: Id
    name: Name = ""


class Knock(Struct, frozen=True):
    proto: int
    secret: Annotated[str, Meta(max_length=100)]
    device: Machine


@post("/api/pair", status_code=200, sync_to_thread=True)
def pair(request: Asked, data: JSONBody[Knock], desk: NamedDependency[Desk]) -> Response[Any]:
    if data.proto != PROTO:
        raise Refused("proto", "This phone's version does not match the office's. Open Ringback online to update it.")
    token, caller = let_in(request, desk, data.secret, data.device)
    return Response(greeting(desk, caller), cookies=[desk.session_cookie(token)])


def let_in(request: Asked, desk: Desk, secret: str, device: Machine) -> tuple[str, Caller]:
    """The session's token and who came in. Refuses wrong secrets, all with the same words, and slows guessing."""
    address, short, now = desk.address(request), looks_like_code(secret), desk.now()
    desk.guesses.count(address, short=short, now=now)
    token = desk.write(lambda db: redeem(db, desk.office_id, secret.strip(), device, now))
    desk.guesses.forgive(address, short=short)
    session = desk.read(lambda db: sessions.find(db, desk.office_id, token, now))
    assert session
    return token, session.caller


def redeem(db: Database, office_id: str, secret: str, device: Machine, now: datetime) -> str:
    """All in one transaction: a refusal on the way leaves the invitation unused."""
    member_id = invitations.use(db, office_id, secret, device.id, now)
    if member_id is None:
        raise invitation()
    name = clean_name(device.name) or "Phone"
    devices.pair(db, office_id, device.id, member_id=member_id, name=name, now=now)
    return sessions.start(db, office_id, member_id=member_id, device_id=device.id, now=now)


@get("/api/me", sync_to_thread=True)
def me(caller: NamedDependency[Caller], desk: NamedDependency[Desk]) -> dict[str, Any]:
    return greeting(desk, caller)


@post("/api/sign-out", status_code=200, sync_to_thread=True)
def sign_out(request: Asked, desk: NamedDependency[Desk]) -> Response[Any]:
    """Also for those who are signed out already."""
    token = desk.token(request)
    desk.write(lambda db: sessions.end(db, desk.office_id, token))
    return Response({"ringback": 1}, cookies=[desk.cookie("ringback", "", 0)])


@post("/api/device", status_code=200, sync_to_thread=True)
def change_device(
    request: Asked, data: JSONBody[Machine], caller: NamedDependency[Caller], desk: NamedDependency[Desk]
) -> dict[str, Any]:
    """For a phone that was told that it is a clone: the session moves to a device id of its own.

    Also for one whose session writes under another id than it does: it asks for its own. Twice changes nothing.
    """
    token, now = desk.token(request), desk.now()

    def move(db: Database) -> None:
        stay_revoked(db, desk.office_id, data.id)
        name = clean_name(data.name) or caller.device_name
        devices.pair(db, desk.office_id, data.id, member_id=caller.member.id, name=name, now=now)
        sessions.move(db, desk.office_id, token, data.id)

    desk.write(move)
    moved = desk.read(lambda db: sessions.find(db, desk.office_id, token, now))
    assert moved
    return greeting(desk, moved.caller)


@post("/api/return", status_code=200, sync_to_thread=True)
def come_back(request: Asked, data: JSONBody[Machine], desk: NamedDependency[Desk]) -> dict[str, Any]:
    """For a phone with an empty store that may still have a session: a browser can clear one and keep the other.

    It goes on under a new device id; the old one is marked for the lead when something was written on it.
    """
    token, now = desk.token(request), desk.now()
    session = desk.read(lambda db: sessions.find(db, desk.office_id, token, now)) if token else None
    if session is None or session.caller.revoked:
        return {"ringback": 1, "member": None}
    known = session.caller
    before = desk.read(lambda db: devices.find(db, desk.office_id, known.device_id))
    lost = before is not None and before.next_n > 1

    def move(db: Database) -> None:
        stay_revoked(db, desk.office_id, data.id)
        name = clean_name(data.name) or known.device_name
        devices.pair(db, desk.office_id, data.id, member_id=known.member.id, name=name, now=now)
        sessions.move(db, desk.office_id, token, data.id)
        if lost:
            devices.lose(db, desk.office_id, known.device_id, now)

    desk.write(move)
    notice = {"kind": "lost_store", "sentence": LOST_STORE.format(before.have_through)} if lost and before else None
    return greeting(desk, replace(known, device_id=data.id)) | {"notice": notice}


def stay_revoked(db: Database, office_id: str, device_id: str) -> None:
    """Nobody takes a revocation back by asking for the device's id: that takes an invitation."""
    known = devices.find(db, office_id, device_id)
    if known and known.revoked_at:
        raise Refused("revoked", "This phone was signed out by the office. What waits on it stays on it.")


LOST_STORE = (
    "This phone's storage was emptied. The office holds its entries up to number {}, and they are coming back. "
    "What it had not sent yet is gone."
)


def greeting(desk: Desk, caller: Caller) -> dict[str, Any]:
    office = desk.office()
    member = caller.member
    return {
        "ringback": 1,
        "office": {"id": office.id, "name": office.name, "country": office.country, "locale": office.locale},
        "member": {"id": member.id, "name": member.name, "role": member.role},
        "device": caller.device_id,
        "epoch": office.epoch,
    }
