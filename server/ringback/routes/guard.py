"""Stands before every route, the ones that do not exist included: who may ask, from where, and what a browser may do
with the answer."""

from __future__ import annotations

from urllib.parse import urlsplit

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from ringback.domain.errors import Refused
from ringback.routes.errors import refusal

SAFE = ("GET", "HEAD", "OPTIONS")

# Scripts, styles and everything else come from here and nowhere else; nothing stands inline; and the only
# code that may turn text into markup is the phone's template library.
CONTENT = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types lit-html ringback",
    ]
)
HEADERS = {
    "content-security-policy": CONTENT,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "microphone=(self), camera=(), geolocation=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}
PHONE = "/"
# A browser that meets this policy gives up the process that it had ready: a tenth of the phone's start. It keeps from a
# site that opened the phone in a window the handle on it, to close it or move it; the page cannot be read through that.
NOT_OF_THE_PHONE = b"cross-origin-opener-policy"
A_YEAR = "max-age=31536000"


class Guard:
    """`origin` is the office's public one; `hosts` the names, without ports, under which it may be asked."""

    def __init__(self, app: ASGIApp, *, origin: str, hosts: frozenset[str]) -> None:
        self.app = app
        self.origin = origin
        self.hosts = hosts
        always = HEADERS | ({"strict-transport-security": A_YEAR} if origin.startswith("https://") else {})
        self.always = {name.encode(): value.encode() for name, value in always.items()}
        self.phone = {name: value for name, value in self.always.items() if name != NOT_OF_THE_PHONE}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self.app(scope, receive, send)
            return
        try:
            self.check(scope["method"], {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"]})
        except Refused as refused:
            await refusal(refused, scope["path"])(scope, receive, self.with_headers(scope, send))
        else:
            await self.app(scope, receive, self.with_headers(scope, send))

    def check(self, method: str, headers: dict[str, str]) -> None:
        host = headers.get("host", "")
        if named(host) not in {name.strip("[]") for name in self.hosts}:
            # A name that somebody else's site was pointed at this address with is not ours (DNS rebinding).
            raise Refused("host", f"This office answers at {self.origin}. Open that address instead.")
        if method not in SAFE and not self.from_here(host, headers):
            raise Refused(
                "origin", f"This came from another site. Nothing was changed; open {self.origin} and try again."
            )

    def from_here(self, host: str, headers: dict[str, str]) -> bool:
        """Browsers send `Origin` with every unsafe method; a program that sends neither header is let through."""
        origin = headers.get("origin")
        return headers.get("sec-fetch-site", "same-origin") == "same-origin" and origin in (
            None,
            self.origin,
            f"http://{host}" if self.local(host) else None,
        )

    def local(self, host: str) -> bool:
        return named(host) in ("localhost", "127.0.0.1", "::1")

    def with_headers(self, scope: Scope, send: Send) -> Send:
        kept = b"no-store" if scope["path"].startswith(("/api", "/office")) else b"no-cache"
        always = self.phone if scope["path"] == PHONE else self.always

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = [(name.lower(), value) for name, value in message["headers"] if name.lower() not in always]
                if all(name != b"cache-control" for name, _ in told):
                    told.append((b"cache-control", kept))
                message["headers"] = [*told, *always.items()]
            await send(message)

        return sending


def named(host: str) -> str | None:
    """The name in a `Host` header, in lower case and without its port; None when there is none to be read."""
    try:
        parts = urlsplit(f"//{host}")
        _port = parts.port  # it is read later on as well, and raises when it is no number
    except ValueError:
        return None
    return parts.hostname
