"""Google's push service as Chromium asks for it, on loopback: check-in and registration over HTTP, delivery by MCS (a
protocol of its own: length-prefixed protocol buffers over TLS), and the address over TLS that an office posts to.

Numbers of fields and messages are those of Chromium's `google_apis/gcm/protocol`.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import secrets
import socket
import struct
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import parse_qsl

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from tests.server.reminders.certificates import certificate
from tests.server.reminders.push_service import ending, living, server_side

Reader = asyncio.StreamReader
Writer = asyncio.StreamWriter
VERSION = 41
PING, PONG, LOGIN, WELCOME, DATA = 0, 1, 2, 3, 8
TOKEN = b"token="


class GooglePush:
    """A browser that is not connected gets its messages when it is, and while it `holds` them nobody does. While it is
    `silent` it takes registrations, and never answers them."""

    def __init__(self) -> None:
        self.certificate = certificate()
        self.doors = {name: socket.create_server(("127.0.0.1", 0)) for name in ("services", "browsers", "offices")}
        self.registered: dict[str, dict[str, str]] = {}
        self.connected: list[Writer] = []
        self.waiting: list[bytes] = []
        self.came = threading.Condition()
        self.holds = False
        self.silent = False
        self.unanswered = 0

    def port(self, name: str) -> int:
        return int(self.doors[name].getsockname()[1])

    @property
    def host(self) -> str:
        """Where offices post to."""
        return f"localhost:{self.port('offices')}"

    def flags(self) -> list[str]:
        services = f"http://127.0.0.1:{self.port('services')}"
        return [
            f"--gcm-checkin-url={services}/checkin",
            f"--gcm-registration-url={services}/register",
            f"--gcm-mcs-endpoint=https://127.0.0.1:{self.port('browsers')}",
            f"--ignore-certificate-errors-spki-list={self.fingerprint()}",
        ]

    def fingerprint(self) -> str:
        leaf = self.certificate.chain[self.certificate.chain.index("-----BEGIN CERTIFICATE") :]
        key = x509.load_pem_x509_certificate(leaf.encode()).public_key()
        raw = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return base64.b64encode(hashlib.sha256(raw).digest()).decode()

    def here(self, address: str) -> str:
        """Google's address of a subscription, as one of this service."""
        return f"https://{self.host}/fcm/send/{address.rpartition('/')[2]}"

    async def asked(self, reader: Reader, writer: Writer) -> None:
        """A request of a browser or an office, and its answer."""
        with ending(writer), suppress(asyncio.IncompleteReadError, ConnectionError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            path = head[0].split()[1]
            if self.silent and path == "/register":
                with self.came:
                    self.unanswered += 1
                    self.came.notify_all()
                await reader.read()  # until the browser goes
                return
            status, says = self.answer(path, body)
            size = f"Content-Length: {len(says)}\r\nConnection: close"
            writer.write(f"HTTP/1.1 {status} Said\r\n{size}\r\n\r\n".encode() + says)
            await writer.drain()

    def answer(self, path: str, body: bytes) -> tuple[int, bytes]:
        if path == "/checkin":
            return 200, number(1, 1) + number(3, int(time.time() * 1000)) + fixed(7, 4242) + fixed(8, 2424)
        if path == "/register":
            return 200, self.register(dict(parse_qsl(body.decode())))
        token = path.rpartition("/")[2]
        if token not in self.registered:
            return 410, b""
        self.deliver(self.message(self.registered[token], body))
        return 201, b""

    def register(self, asked: dict[str, str]) -> bytes:
        if "delete" in asked:
            gone = [token for token, one in self.registered.items() if kind(one) == kind(asked)]
            for token in gone:
                del self.registered[token]
            return b"deleted=" + asked["app"].encode()
        token = secrets.token_urlsafe(40)
        self.registered[token] = asked
        return TOKEN + token.encode()

    def wait_for_one_that_waits(self, seconds: float = 60) -> None:
        """Until a message came while no browser was connected."""
        with self.came:
            assert self.came.wait_for(lambda: self.waiting, seconds), f"nothing came in {seconds} s"

    def wait_for_unanswered(self, count: int, seconds: float = 60) -> None:
        """Until so many registrations came while it was silent."""
        with self.came:
            asked = self.came.wait_for(lambda: self.unanswered >= count, seconds)
            assert asked, f"only {self.unanswered} came in {seconds} s"

    def message(self, to: dict[str, str], body: bytes) -> bytes:
        facts = {"subtype": kind(to), "content-encoding": "aes128gcm"}
        data = b"".join(text(7, text(1, key) + text(2, value)) for key, value in facts.items())
        which = text(3, to["sender"]) + text(5, to["app"]) + data + text(9, secrets.token_hex(8))
        return which + number(17, 60) + number(18, int(time.time() * 1000)) + text(21, body)

    def deliver(self, message: bytes) -> None:
        if self.holds or not self.connected:
            with self.came:
                self.waiting.append(message)
                self.came.notify_all()
            return
        for writer in self.connected:
            writer.write(framed(DATA, message))

    async def connects(self, reader: Reader, writer: Writer) -> None:
        """A browser, for as long as it is there."""
        with ending(writer), self.staying(writer), suppress(asyncio.IncompleteReadError, ConnectionError):
            await reader.readexactly(1)
            writer.write(bytes([VERSION]))
            while True:
                tag = (await reader.readexactly(1))[0]
                await reader.readexactly(await read_number(reader))
                if tag == LOGIN:
                    writer.write(framed(WELCOME, text(1, "here") + number(8, int(time.time() * 1000))))
                    self.connected.append(writer)
                    held, self.waiting = self.waiting, []
                    for message in held:
                        self.deliver(message)
                elif tag == PING:
                    writer.write(framed(PONG, b""))
                await writer.drain()

    @contextmanager
    def staying(self, writer: Writer) -> Iterator[None]:
        try:
            yield
        finally:
            if writer in self.connected:
                self.connected.remove(writer)


def kind(registration: dict[str, str]) -> str:
    """Whose registration it is: the browser's own have none."""
    return registration.get("X-subtype", "")


async def read_number(reader: Reader) -> int:
    value = shift = 0
    while True:
        byte = (await reader.readexactly(1))[0]
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value


def varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def number(field: int, value: int) -> bytes:
    return varint(field << 3) + varint(value)


def fixed(field: int, value: int) -> bytes:
    return varint(field << 3 | 1) + struct.pack("<Q", value)


def text(field: int, value: str | bytes) -> bytes:
    raw = value.encode() if isinstance(value, str) else value
    return varint(field << 3 | 2) + varint(len(raw)) + raw


def framed(tag: int, body: bytes) -> bytes:
    return bytes([tag]) + varint(len(body)) + body


@contextmanager
def google_push() -> Iterator[GooglePush]:
    """In a thread of its own, until the test is done with it."""
    service = GooglePush()
    secure = server_side(service.certificate)
    answers: dict[str, tuple[Callable[[Reader, Writer], Awaitable[None]], Any]] = {
        "services": (service.asked, None),
        "offices": (service.asked, secure),
        "browsers": (service.connects, secure),
    }

    async def open_until(over: asyncio.Event) -> None:
        servers = [
            await asyncio.start_server(see, sock=service.doors[name], ssl=tls) for name, (see, tls) in answers.items()
        ]
        await over.wait()
        for server in servers:
            server.close()

    with living(open_until):
        yield service
