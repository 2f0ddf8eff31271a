"""The way to a push service: one request, no redirects, no proxy, no cookies, a time limit, a capped answer, and a
connection only to an address that was looked at the moment before."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Literal

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from ringback.reminders.services import Endpoint, Services

TIMEOUT = 10.0  # seconds for all of it
MOST_BYTES = 4096  # of an answer: enough for a reason
Trouble = Literal["time-out", "tls", "unreachable", "forbidden"]
Lookup = Callable[[str, int], Awaitable[list[tuple[int, str, int]]]]
"""Host and port to the family, address and port of each address that the name leads to."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


async def system_lookup(host: str, port: int) -> list[tuple[int, str, int]]:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(family, str(where[0]), int(where[1])) for family, _, _, _, where in found]


class Forbidden(OSError):
    """The name leads inside."""


class Wire:
    """Open it inside the loop that uses it. `trust` is for services with a certificate of their own."""

    def __init__(
        self,
        services: Services,
        *,
        lookup: Lookup = system_lookup,
        trust: ssl.SSLContext | None = None,
        timeout: float = TIMEOUT,
    ) -> None:
        self.services = services
        self._lookup = lookup
        self._trust = trust
        self._timeout = aiohttp.ClientTimeout(total=timeout)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Wire:
        connector = aiohttp.TCPConnector(
            resolver=Checked(self.services, self._lookup),
            use_dns_cache=False,  # what was safe a while ago may lead elsewhere now
            ssl=self._trust or ssl.create_default_context(),
            limit_per_host=16,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            timeout=self._timeout,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
        )
        return self

    async def __aexit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._session:
            await self._session.close()
            self._session = None

    async def post(self, endpoint: Endpoint, body: bytes, headers: Mapping[str, str]) -> Answer | Trouble:
        """Never raises for what the other side does."""
        assert self._session
        path, _, query = endpoint.path.partition("?")
        url = URL.build(
            scheme="https", host=endpoint.host, port=endpoint.port, path=path, query_string=query, encoded=True
        )
        try:
            async with self._session.post(url, data=body, headers=headers, allow_redirects=False) as answer:
                said = await capped(answer.content)
                return Answer(answer.status, dict(answer.headers), said)
        except TimeoutError:
            return "time-out"
        except aiohttp.ClientSSLError:
            return "tls"
        except (aiohttp.ClientError, OSError, ValueError) as reason:
            return "forbidden" if forbidden(reason) else "unreachable"


def forbidden(reason: BaseException | None) -> bool:
    while reason is not None:
        if isinstance(reason, Forbidden):
            return True
        reason = reason.__cause__ or getattr(reason, "os_error", None)
    return False


async def capped(content: aiohttp.StreamReader) -> bytes:
    """The beginning of an answer. The rest of a longer one is never read: its connection is dropped."""
    said = b""
    while len(said) < MOST_BYTES and (more := await content.read(MOST_BYTES - len(said))):
        said += more
    return said


class Checked(AbstractResolver):
    """Looks a name up and hands on only what may be connected to: the connection then goes to that very address."""

    def __init__(self, services: Services, lookup: Lookup) -> None:
        self.services, self.lookup = services, lookup

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        endpoint = self.services.endpoint(f"https://{host}:{port}/")
        found = await self.lookup(host, port)
        for _, address, _ in found:
            if not self.services.allows(address, endpoint):
                raise Forbidden(f"{host} leads to {address}")
        return [
            ResolveResult(hostname=host, host=address, port=to, family=kind, proto=0, flags=socket.AI_NUMERICHOST)
            for kind, address, to in found
            if family in (socket.AF_UNSPEC, kind)
        ]

    async def close(self) -> None:
        """Nothing is held."""
