"""What every route may use, and who is asking."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

from litestar import Request
from litestar.datastructures import Cookie, MutableScopeHeaders
from litestar.di import NamedDependency
from litestar.types import Message, Scope
from sqlite_utils import Database

from ringback.domain.errors import Refused, not_found, signed_out
from ringback.domain.instants import Clock
from ringback.domain.people import Caller, Office, Secret
from ringback.routes.guesses import Guesses
from ringback.store import offices, sessions
from ringback.store.database import Store
from ringback.store.trouble import StoreTrouble

T = TypeVar("T")
Asked = Request[Any, Any, Any]

RENEWED = "ringback_renewed"
SHOWN_FOR = timedelta(minutes=15)


@dataclass
class Shown:
    """Secrets of invitations just made, so that the page after the form can show them. In memory, for a while."""

    _secrets: dict[str, tuple[datetime, Secret]] = field(default_factory=dict)

    def keep(self, invitation_id: str, secret: Secret, now: datetime) -> None:
        self._secrets = {key: kept for key, kept in self._secrets.items() if kept[0] > now - SHOWN_FOR}
        self._secrets[invitation_id] = (now, secret)

    def see(self, invitation_id: str, now: datetime) -> Secret | None:
        made, secret = self._secrets.get(invitation_id, (now - SHOWN_FOR, None))
        return secret if made > now - SHOWN_FOR else None


@dataclass(frozen=True)
class Desk:
    store: Store
    office_id: str
    origin: str
    clock: Clock
    css: str  # address of the office's style sheet
    version: str  # of the shell that phones should have
    client_header: str = ""
    guesses: Guesses = field(default_factory=Guesses)
    shown: Shown = field(default_factory=Shown)

    @property
    def secure(self) -> bool:
        return self.origin.startswith("https://")

    def now(self) -> datetime:
        return self.clock()

    def read(self, work: Callable[[Database], T]) -> T:
        with self.store.reading() as db:
            return work(db)

    def write(self, work: Callable[[Database], T]) -> T:
        """Returns once it is on the disk."""
        done: Future[T] = self.store.write(work)
        return done.result()

    async def write_soon(self, work: Callable[[Database], T]) -> T:
        """The same for a route that waits for something else as well."""
        return await asyncio.wrap_future(self.store.write(work))

    def office(self) -> Office:
        office = self.read(offices.only)
        assert office
        return office

    def address(self, request: Asked) -> str:
        """Of whoever asks. A proxy's word is taken only if the settings say so, and only for the last hop."""
        told = ",".join(request.headers.getall(self.client_header, [])) if self.client_header else ""
        return told.split(",")[-1].strip() or (request.client.host if request.client else "")

    # Over TLS the prefix keeps other hosts and plain http from setting it.
    def cookie_name(self, name: str) -> str:
        return f"__Host-{name}" if self.secure else name

    def cookie(self, name: str, value: str, seconds: int | None) -> Cookie:
        return Cookie(
            self.cookie_name(name),
            path="/",
            value=value,
            max_age=seconds,
            secure=self.secure,
            httponly=True,
            samesite="lax",
        )

    def session_cookie(self, token: str) -> Cookie:
        return self.cookie("ringback", token, int(sessions.LASTS.total_seconds()))

    def token(self, request: Asked) -> str:
        return request.cookies.get(self.cookie_name("ringback"), "")


def caller(request: Asked, desk: NamedDependency[Desk]) -> Caller:
    """Refuses those without a session, and devices that were revoked."""
    token, now = desk.token(request), desk.now()
    with desk.store.reading() as db:
        session = sessions.find(db, desk.office_id, token, now) if token else None
    if session is None:
        raise signed_out()
    if session.caller.revoked:
        raise Refused(
            "revoked",
            "Your lead has taken this phone off the office. What is on it stays on it; ask for a new invitation.",
        )
    if session.due_for_renewal(now):
        with suppress(StoreTrouble):  # a full disk shuts nobody out: a later request renews it
            desk.write(lambda db: sessions.renew(db, desk.office_id, token, now))
            request.scope["state"][RENEWED] = desk.session_cookie(token)
    return session.caller


def lead(caller: NamedDependency[Caller]) -> Caller:
    """A lead. For anybody else the page does not exist."""
    if not caller.leads:
        raise not_found()
    return caller


async def renew_cookie(message: Message, scope: Scope) -> None:
    """A session that is used lasts, in the browser too."""
    renewed = scope.get("state", {}).get(RENEWED)
    if renewed and message["type"] == "http.response.start":
        MutableScopeHeaders(message).add("set-cookie", renewed.to_header(header=""))
