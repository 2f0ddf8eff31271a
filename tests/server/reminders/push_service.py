"""A push service of our own: real TLS, real signatures, and it reads what it gets, as the phone would.

It stands for the service and for the phones behind it: `screen` is what each of them would show.
"""

from __future__ import annotations

import asyncio
import base64
import json
import secrets
import socket
import ssl
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import http_ece
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from tests.server.reminders.certificates import Certificate, certificate

Json = dict[str, Any]
Clock = Callable[[], datetime]


@dataclass
class Push:
    """One message that came: who it is for, when it came, its headers, and what it says."""

    token: str
    at: datetime
    headers: dict[str, str]
    says: Json

    @property
    def title(self) -> str:
        return str(self.says["notification"]["title"])

    @property
    def body(self) -> str:
        return str(self.says["notification"]["body"])

    @property
    def proof(self) -> str:
        return str(self.says["notification"]["data"]["token"])


@dataclass(frozen=True)
class Says:
    """An answer: a status with headers and a body; `silent` never answers, `rude` hangs up, `endless` never stops."""

    status: int = 201
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    silent: bool = False
    rude: bool = False
    endless: bool = False


class Browser:
    """A subscription with the keys that only its browser has."""

    def __init__(self, origin: str) -> None:
        self.token = secrets.token_urlsafe(12)
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.auth = secrets.token_bytes(16)
        self.endpoint = f"{origin}/push/{self.token}"
        self.shows: dict[str, Json] = {}  # by tag: a further one with the same tag takes its place

    @property
    def json(self) -> Json:
        """As `PushSubscription.toJSON()`."""
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return {"endpoint": self.endpoint, "keys": {"p256dh": text64(point), "auth": text64(self.auth)}}

    def reads(self, body: bytes) -> Json:
        found = http_ece.decrypt(body, private_key=self.private, auth_secret=self.auth, version="aes128gcm")
        says: Json = json.loads(found)
        return says


class PushService:
    def __init__(self, port: int, made: Certificate, clock: Clock) -> None:
        self.port, self.certificate, self.clock = port, made, clock
        self.origin = f"https://localhost:{port}"
        self.browsers: dict[str, Browser] = {}
        self.asked: list[str] = []  # the token of every request, whatever became of it
        self.got: list[Push] = []
        self.refused: list[str] = []  # why a message was not taken, beyond what a test asked for
        self.next: deque[Says] = deque()
        self.always: dict[str, Says] = {}
        self.came = threading.Condition()
        self.takes_seconds: Callable[[], float] = float  # from a message to its answer

    @property
    def host(self) -> str:
        return f"localhost:{self.port}"

    def trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cadata=self.certificate.authority)

    def subscribes(self) -> Browser:
        browser = Browser(self.origin)
        self.browsers[browser.token] = browser
        return browser

    def answers(self, *says: Says | int) -> None:
        """The next messages, whoever they are for."""
        self.next.extend(one if isinstance(one, Says) else Says(one) for one in says)

    def wait_for(self, enough: Callable[[list[Push]], bool], seconds: float = 20) -> list[Push]:
        with self.came:
            assert self.came.wait_for(lambda: enough(self.got), seconds), f"only {len(self.got)} came: {self.refused}"
            return list(self.got)

    def takes(self, path: str, headers: dict[str, str], body: bytes) -> Says:
        token = path.rpartition("/")[2]
        self.asked.append(token)
        browser = self.browsers.get(token)
        if browser is None:
            return Says(404)
        says = self.next.popleft() if self.next else self.always.get(token, Says())
        if says.status not in (200, 201, 202, 204):
            return says
        if wrong := self.wrong(headers, body):
            self.refused.append(wrong)
            return Says(400, body=wrong.encode())
        push = Push(token, self.clock(), headers, browser.reads(body))
        browser.shows[push.says["notification"]["tag"]] = push.says
        with self.came:
            self.got.append(push)
            self.came.notify_all()
        return says

    def wrong(self, headers: dict[str, str], body: bytes) -> str:
        """What the real ones would not take either."""
        if headers.get("content-encoding") != "aes128gcm" or len(body) > 4096:
            return "encoding or size"
        if not headers.get("ttl", "").isdigit() or len(headers.get("topic", "")) > 32:
            return "TTL or topic"
        try:
            claims = signed(headers["authorization"])
        except (KeyError, ValueError) as reason:
            return f"signature: {reason}"
        left = datetime.fromtimestamp(claims["exp"], UTC) - self.clock()
        if claims["aud"] != self.origin or not timedelta() < left <= timedelta(days=1) or "sub" not in claims:
            return f"claims: {claims}"
        return ""


def signed(authorization: str) -> Json:
    """The claims of a signature that holds (RFC 8292)."""
    scheme, _, rest = authorization.partition(" ")
    parts = dict(part.strip().split("=", 1) for part in rest.split(","))
    head, claims, signature = parts["t"].split(".")
    raw = bytes64(signature)
    both = utils.encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), bytes64(parts["k"]))
    key.verify(both, f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))
    if scheme != "vapid":
        raise ValueError(scheme)
    found: Json = json.loads(bytes64(claims))
    return found


def text64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def bytes64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


async def serve(service: PushService, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """HTTP/1.1, one request after the other."""
    with ending(writer), suppress(asyncio.IncompleteReadError, ConnectionError):
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            says = service.takes(head[0].split()[1], headers, body)
            await asyncio.sleep(service.takes_seconds())
            if says.silent:
                await reader.read()  # until the other side gives up
            if says.silent or says.rude:
                break
            lines = {"content-length": str(10**12 if says.endless else len(says.body)), **says.headers}
            told = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
            writer.write(f"HTTP/1.1 {says.status} Said\r\n{told}\r\n".encode() + says.body)
            await writer.drain()
            if says.endless:
                writer.write(b"x" * 200_000)
                await reader.read()  # there is always more to come


@contextmanager
def ending(writer: asyncio.StreamWriter) -> Iterator[None]:
    """However it ends, also when the test does, its connection is closed."""
    try:
        yield
    except asyncio.CancelledError:
        writer.transport.abort()
        raise
    finally:
        writer.close()


@contextmanager
def push_service(clock: Clock = lambda: datetime.now(UTC), name: str = "localhost") -> Iterator[PushService]:
    """Answers in a thread of its own, on a free port, until the test is done with it."""
    made = certificate(name)
    door = socket.create_server(("127.0.0.1", 0))
    service = PushService(door.getsockname()[1], made, clock)

    async def open_until(over: asyncio.Event) -> None:
        server = await asyncio.start_server(partial(serve, service), sock=door, ssl=server_side(made))
        await over.wait()
        server.close()

    with living(open_until):
        yield service


@contextmanager
def living(open_until: Callable[[asyncio.Event], Coroutine[Any, Any, None]]) -> Iterator[None]:
    """Runs it on an event loop in a thread of its own; the event tells it that the test is over."""
    loop, over = asyncio.new_event_loop(), asyncio.Event()

    async def life() -> None:
        await open_until(over)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for other in others:
            other.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        for _ in range(3):  # a connection that was given up is closed in the loop's next rounds
            turned = asyncio.Event()
            loop.call_soon(turned.set)
            await turned.wait()

    def live() -> None:
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.run(life())

    thread = threading.Thread(target=live)
    thread.start()
    try:
        yield
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()


def server_side(made: Certificate) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "key.pem"
        path.write_text(made.chain)
        context.load_cert_chain(path)
    return context
