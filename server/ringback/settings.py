"""What the person who runs the office may choose, read from the environment here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from ringback.domain.errors import CannotStart

LOCAL = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True)
class Settings:
    data: Path = Path("data")
    host: str = "127.0.0.1"
    port: int = 8000
    origin: str = "http://localhost:8000"  # as people type it; links, cookies and HSTS follow from it
    client_header: str = ""  # where a trusted proxy puts the caller's address; "" believes the connection alone
    hosts: frozenset[str] = field(default_factory=lambda: frozenset(LOCAL))
    push_hosts: tuple[str, ...] = ()  # push services beside the browsers' own: "host", or "host:port" of one inside

    @property
    def secure(self) -> bool:
        return self.origin.startswith("https://")


def read(environ: Mapping[str, str]) -> Settings:
    port = number(environ.get("RINGBACK_PORT", "8000"))
    origin, name = public(environ.get("RINGBACK_ORIGIN", f"http://localhost:{port}"))
    return Settings(
        data=Path(environ.get("RINGBACK_DATA") or "data"),
        host=environ.get("RINGBACK_HOST") or "127.0.0.1",
        port=port,
        origin=origin,
        client_header=environ.get("RINGBACK_CLIENT_HEADER", "").lower(),
        hosts=frozenset({*LOCAL, name}),
        push_hosts=push_hosts(environ.get("RINGBACK_PUSH_HOSTS", "")),
    )


def public(text: str) -> tuple[str, str]:
    """The origin as browsers send it, in small letters and without the usual port, and the name in it."""
    try:
        parts = urlsplit(text.strip().rstrip("/"))
        name, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError:  # a port or a name that is none
        raise no_origin(text) from None
    more = (parts.path, parts.query, parts.fragment, parts.username, parts.password)
    if parts.scheme not in USUAL_PORTS or not HOST.fullmatch(name) or any(part not in (None, "") for part in more):
        raise no_origin(text)
    shown = f"[{name}]" if ":" in name else name
    return f"{parts.scheme}://{shown}" + ("" if port in (None, USUAL_PORTS[parts.scheme]) else f":{port}"), name


USUAL_PORTS = {"http": 80, "https": 443}
HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")


def no_origin(text: str) -> CannotStart:
    return CannotStart(
        f"RINGBACK_ORIGIN is {text!r}; it must be the address people open, with nothing before or after the name but a "
        "port, like https://ringback.example.com or http://localhost:8000."
    )


def number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise CannotStart(f"RINGBACK_PORT is {text!r}; it must be a number from 1 to 65535.")
    return int(text)


def push_hosts(text: str) -> tuple[str, ...]:
    """By commas. A leading dot stands for every name below."""
    names = tuple(name.strip().lower() for name in text.split(",") if name.strip())
    if wrong := next((name for name in names if not PUSH_HOST.fullmatch(name)), None):
        raise CannotStart(
            f"RINGBACK_PUSH_HOSTS has {wrong!r}; each entry must be a host like push.example.com, or host:port."
        )
    return names


PUSH_HOST = re.compile(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*(:[1-9][0-9]{0,4})?")
