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
    origin = environ.get("RINGBACK_ORIGIN", f"http://localhost:{port}").rstrip("/")
    parts = urlsplit(origin)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise CannotStart(
            f"RINGBACK_ORIGIN is {origin!r}; it must be the address people open, like https://ringback.example.com."
        )
    return Settings(
        data=Path(environ.get("RINGBACK_DATA") or "data"),
        host=environ.get("RINGBACK_HOST") or "127.0.0.1",
        port=port,
        origin=origin,
        client_header=environ.get("RINGBACK_CLIENT_HEADER", "").lower(),
        hosts=frozenset({*LOCAL, parts.hostname}),
        push_hosts=push_hosts(environ.get("RINGBACK_PUSH_HOSTS", "")),
    )


def number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise CannotStart(f"RINGBACK_PORT is {text!r}; it must be a number from 0 to 65535.")
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
