"""A desktop, as far as notifications go: a message bus (D-Bus) of its own with nobody on it but a notification service.
The browser shows its notifications there; a test reads them, and presses them as somebody would.

Formats of messages are those of the D-Bus specification; of the service, those of the Desktop Notifications one.
"""

from __future__ import annotations

import asyncio
import secrets
import struct
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from tests.server.reminders.push_service import ending, living

Reader = asyncio.StreamReader
Writer = asyncio.StreamWriter
Value = str | int | list[str]

CALL, RETURN, ERROR, SIGNAL = 1, 2, 3, 4
PATH, INTERFACE, MEMBER, ERROR_NAME, REPLY_TO, TO, FROM, SIGNATURE = range(1, 9)
NO_REPLY = 1
BUS, SERVICE = "org.freedesktop.DBus", "org.freedesktop.Notifications"
OWN_NAME = ":1.0"


@dataclass
class Shown:
    """A notification on the screen. `buttons` lead from their words to the keys that the browser knows them by."""

    id: int
    title: str
    body: str
    buttons: dict[str, str]


@dataclass
class Asked:
    """A message: its header's fields by their code."""

    kind: int
    flags: int
    serial: int
    fields: dict[int, str | int]
    body: bytes


@dataclass
class Desktop:
    shown: dict[int, Shown] = field(default_factory=dict)
    name: str = field(default_factory=lambda: f"ringback-desktop-{secrets.token_hex(8)}")
    came: threading.Condition = field(default_factory=threading.Condition)
    clients: list[Writer] = field(default_factory=list)
    loop: asyncio.AbstractEventLoop | None = None
    last: int = 0

    @property
    def environment(self) -> dict[str, str]:
        """For the browser."""
        return {"DBUS_SESSION_BUS_ADDRESS": f"unix:abstract={self.name}"}

    def wait_for(self, title: str, seconds: float = 60) -> Shown:
        def there() -> Shown | None:
            return next((one for one in self.shown.values() if one.title == title), None)

        with self.came:
            found = self.came.wait_for(there, seconds)
            assert found, f"{title!r} is not on the screen after {seconds} s: {self.shown}"
            return found

    def presses(self, one: Shown, button: str = "") -> None:
        """The notification itself, or the button with these words."""
        key = one.buttons[button] if button else "default"
        assert self.loop
        self.loop.call_soon_threadsafe(lambda: self.tell("ActionInvoked", [one.id, key]))

    def tell(self, what: str, values: Sequence[Value]) -> None:
        """A signal of the notification service, to everybody."""
        about = [text_field(PATH, "o", "/org/freedesktop/Notifications"), text_field(INTERFACE, "s", SERVICE)]
        for writer in self.clients:
            writer.write(
                message(SIGNAL, [*about, text_field(MEMBER, "s", what), text_field(FROM, "s", OWN_NAME)], values)
            )

    async def connects(self, reader: Reader, writer: Writer) -> None:
        with ending(writer), self.staying(writer), suppress(asyncio.IncompleteReadError, ConnectionError):
            await welcome(reader, writer)
            client = f":1.{id(writer)}"
            while True:
                asked = await read_message(reader)
                if asked.kind == CALL:
                    answer = self.answer(asked, client)
                    if not asked.flags & NO_REPLY:
                        writer.write(answered(asked, client, answer))

    @contextmanager
    def staying(self, writer: Writer) -> Iterator[None]:
        self.clients.append(writer)
        try:
            yield
        finally:
            self.clients.remove(writer)

    def answer(self, asked: Asked, client: str) -> list[Value] | None:
        """None for what nobody here does."""
        values = Values(asked.body)
        match asked.fields.get(TO), asked.fields.get(MEMBER):
            case "org.freedesktop.DBus", "Hello":
                return [client]
            case "org.freedesktop.DBus", "AddMatch" | "RemoveMatch":
                return []
            case "org.freedesktop.DBus", "NameHasOwner":
                return [values.text() == SERVICE]
            case "org.freedesktop.DBus", "GetNameOwner":
                return [OWN_NAME] if values.text() == SERVICE else None
            case "org.freedesktop.DBus", "ListNames" | "ListActivatableNames":
                return [[BUS, SERVICE]]
            case "org.freedesktop.Notifications" | ":1.0", "GetCapabilities":
                return [["actions", "body", "persistence"]]
            case "org.freedesktop.Notifications" | ":1.0", "GetServerInformation":
                return ["A test's desktop", "Ringback", "1", "1.2"]
            case "org.freedesktop.Notifications" | ":1.0", "Notify":
                return [self.show(values)]
            case "org.freedesktop.Notifications" | ":1.0", "CloseNotification":
                return self.close(values.number())
        return None

    def show(self, values: Values) -> int:
        """Name of the program, what it replaces, icon, title, body, buttons: what follows is of no matter here."""
        _, replaces, _, title, body = values.text(), values.number(), values.text(), values.text(), values.text()
        buttons = values.texts()
        with self.came:
            self.last += 1
            one = Shown(replaces or self.last, title, body, dict(zip(buttons[1::2], buttons[::2], strict=True)))
            self.shown[one.id] = one
            self.came.notify_all()
        return one.id

    def close(self, which: int) -> list[Value]:
        with self.came:
            self.shown.pop(which, None)
            self.came.notify_all()
        self.tell("NotificationClosed", [which, 3])
        return []


class Values:
    """Reads the values of a message, one after the other."""

    def __init__(self, raw: bytes) -> None:
        self.raw, self.at = raw, 0

    def number(self) -> int:
        self.at += -self.at % 4
        (found,) = struct.unpack_from("<I", self.raw, self.at)
        self.at += 4
        return int(found)

    def text(self) -> str:
        length = self.number()
        self.at += length + 1
        return self.raw[self.at - length - 1 : self.at - 1].decode()

    def texts(self) -> list[str]:
        end = self.number() + self.at
        found = []
        while self.at < end:
            found.append(self.text())
        return found

    def fields(self) -> dict[int, str | int]:
        """A header's: each begins at a multiple of eight with its code and its type."""
        found: dict[int, str | int] = {}
        while self.at < len(self.raw):
            code, _, kind, _ = self.raw[self.at : self.at + 4]
            self.at += 4
            if chr(kind) == "g":
                self.at += self.raw[self.at] + 2
            else:
                found[code] = self.number() if chr(kind) == "u" else self.text()
            self.at += -self.at % 8
        return found


async def welcome(reader: Reader, writer: Writer) -> None:
    """Whoever can reach this bus is believed."""
    await reader.readexactly(1)
    accepted = b"OK " + secrets.token_hex(16).encode()
    answers = {b"AUTH\r\n": b"REJECTED EXTERNAL", b"AUTH EXTERNAL\r\n": b"DATA", b"DATA\r\n": accepted}
    while (line := await reader.readuntil(b"\r\n")) != b"BEGIN\r\n":
        says_who = line.startswith(b"AUTH EXTERNAL ")
        writer.write((accepted if says_who else answers.get(line, b"ERROR")) + b"\r\n")


async def read_message(reader: Reader) -> Asked:
    head = await reader.readexactly(16)
    order, kind, flags, _, length, serial, fields = struct.unpack("<cBBBIII", head)
    assert order == b"l", "only little-endian machines are spoken to"
    told = (await reader.readexactly(fields + -fields % 8))[:fields]
    return Asked(kind, flags, serial, Values(told).fields(), await reader.readexactly(length))


def answered(asked: Asked, client: str, values: Sequence[Value] | None) -> bytes:
    service = OWN_NAME if asked.fields.get(TO) in (SERVICE, OWN_NAME) else BUS
    about = [number_field(REPLY_TO, asked.serial), text_field(TO, "s", client), text_field(FROM, "s", service)]
    if values is None:
        return message(ERROR, [*about, text_field(ERROR_NAME, "s", f"{BUS}.Error.ServiceUnknown")], [])
    return message(RETURN, about, values)


def message(kind: int, fields: Sequence[bytes], values: Sequence[Value]) -> bytes:
    signature = "".join(signed(value) for value in values).encode()
    all_fields = [*fields, bytes([SIGNATURE, 1, ord("g"), 0, len(signature)]) + signature + b"\0"]
    told = b"".join(padded(one) for one in all_fields[:-1]) + all_fields[-1]
    body = packed(values)
    return padded(struct.pack("<cBBBIII", b"l", kind, NO_REPLY, 1, len(body), 1, len(told)) + told) + body


def signed(value: Value) -> str:
    return (
        "b" if isinstance(value, bool) else "u" if isinstance(value, int) else "s" if isinstance(value, str) else "as"
    )


def packed(values: Sequence[Value]) -> bytes:
    out = b""
    for value in values:
        out += bytes(-len(out) % 4)
        if isinstance(value, int):
            out += struct.pack("<I", value)
        else:
            raw = packed(value) if isinstance(value, list) else value.encode()
            out += struct.pack("<I", len(raw)) + raw + (b"\0" if isinstance(value, str) else b"")
    return out


def text_field(code: int, kind: str, value: str) -> bytes:
    return bytes([code, 1, ord(kind), 0]) + packed([value])


def number_field(code: int, value: int) -> bytes:
    return bytes([code, 1, ord("u"), 0]) + packed([value])


def padded(raw: bytes) -> bytes:
    return raw + bytes(-len(raw) % 8)


@contextmanager
def desktop() -> Iterator[Desktop]:
    """In a thread of its own, until the test is done with it."""
    one = Desktop()

    async def open_until(over: asyncio.Event) -> None:
        one.loop = asyncio.get_running_loop()
        server = await asyncio.start_unix_server(one.connects, f"\0{one.name}")
        await over.wait()
        server.close()

    with living(open_until):
        yield one
