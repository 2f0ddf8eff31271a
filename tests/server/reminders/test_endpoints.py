"""A subscription is an address that the office is asked to call. It calls push services and nothing else: seen at the
socket, where every look-up of a name and every connection of this process is told."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.server.reminders.cast import Device, Team
from tests.server.reminders.hostile import HOSTILE
from tests.server.reminders.push_service import Browser

from ringback.domain.errors import Refused
from ringback.reminders import message, vapid
from ringback.reminders.answers import TABLE, Verdict
from ringback.reminders.deliver import Sender
from ringback.reminders.services import Services
from ringback.reminders.wire import Wire
from ringback.store.subscriptions import Subscription

GOOD = [
    "https://fcm.googleapis.com/fcm/send/abc:APA91b",
    "https://jmt17.google.com/fcm/send/abc",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
    "https://web.push.apple.com/QABC-_",
    "https://wns2-par02p.notify.windows.com/w/?token=BQYA%2fAB%3d",
    "https://FCM.googleapis.com:443/fcm/send/abc",
]
INSIDE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1",
    "64:ff9b:1::1", "64:ff9b::10.0.0.1", "2002:a00:1::", "not an address",
]  # fmt: skip

told: list[tuple[str, Any]] = []
listening = False


def hear(event: str, said: tuple[Any, ...]) -> None:
    if listening and event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        told.append((event, said[1] if event == "socket.connect" else said[0]))


sys.addaudithook(hear)  # it stays for as long as the process does, and costs nothing while nobody listens


@contextmanager
def at_the_socket() -> Iterator[list[tuple[str, Any]]]:
    global listening
    told.clear()
    listening = True
    try:
        yield told
    finally:
        listening = False


def sends(address: str, folder: Path, services: Services, *leads_to: str) -> Verdict:
    """One push to this address, whose name leads there."""

    async def lookup(_: str, port: int) -> list[tuple[int, str, int]]:
        return [(socket.AF_INET6 if ":" in there else socket.AF_INET, there, port) for there in leads_to]

    async def once() -> Verdict:
        keys = Browser("").json["keys"]
        to = Subscription("d", address, keys["p256dh"], keys["auth"], "", None, None, None, "", 0, 0)
        wire = Wire(services, lookup=lookup, timeout=2)
        async with wire:
            sender = Sender(wire, vapid.load_or_make(folder), lambda: "mailto:office@example.com")
            return await sender.send(to, message.test("t", "https://x.example"), datetime(2026, 11, 23, tzinfo=UTC))

    return asyncio.run(once())


def test_there_are_enough_of_them() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 60


@pytest.mark.parametrize("address", HOSTILE, ids=repr)
def test_what_is_no_push_service_is_neither_kept_nor_called(tmp_path: Path, address: str) -> None:
    with pytest.raises(Refused):
        Services().endpoint(address)
    with at_the_socket() as seen:
        assert sends(address, tmp_path, Services(), "127.0.0.1") == TABLE["forbidden"]

    assert seen == []


@pytest.mark.parametrize("address", GOOD)
def test_the_browsers_own_services_are_known(address: str) -> None:
    endpoint = Services().endpoint(address)

    assert (endpoint.port, endpoint.own) == (443, False)
    assert endpoint.origin == f"https://{endpoint.host}"


@pytest.mark.parametrize("there", ["142.250.0.1", "2a00:1450:4001::1", "64:ff9b::142.250.0.1", "::ffff:142.250.0.1"])
def test_addresses_of_the_internet_may_be_connected_to_in_every_way_of_writing_them(there: str) -> None:
    assert Services().allows(there, Services().endpoint(GOOD[0]))


@pytest.mark.parametrize("there", INSIDE)
@pytest.mark.parametrize("beside", [(), ("142.250.0.1",)], ids=["alone", "beside a good one"])
def test_a_known_name_that_leads_inside_is_not_called(tmp_path: Path, there: str, beside: tuple[str, ...]) -> None:
    with at_the_socket() as seen:
        found = sends(GOOD[0], tmp_path, Services(), *beside, there)

    assert found == TABLE["forbidden"]
    assert seen == []


def test_the_office_connects_to_the_very_address_that_was_looked_at(team: Team, rep: Device) -> None:
    with at_the_socket() as seen:
        rep.promises()
        team.turn()

    assert len(rep.pushes) == 1
    connected = {where for event, where in seen if event == "socket.connect" and where[1] == team.service.port}
    assert connected <= {("127.0.0.1", team.service.port), ("::1", team.service.port, 0, 0)}
    assert {where for event, where in seen if event == "socket.getaddrinfo"} <= {"localhost", "127.0.0.1", "::1"}


def test_the_operators_own_service_may_be_inside_at_its_port_alone(tmp_path: Path) -> None:
    own = Services(("push.lan:8443", "push.example.com"))
    endpoint = own.endpoint("https://push.lan:8443/x")

    assert (endpoint.own, endpoint.origin) == (True, "https://push.lan:8443")
    assert own.endpoint("https://push.example.com/x").own is False
    for address in ("https://push.lan/x", "https://push.lan:8444/x", "https://push.example.com:8443/x"):
        with pytest.raises(Refused):
            own.endpoint(address)
    with at_the_socket() as seen:
        assert sends("https://push.example.com/x", tmp_path, own, "10.0.0.1") == TABLE["forbidden"]
    assert seen == []
