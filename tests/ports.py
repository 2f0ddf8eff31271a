"""Ports for offices that a test starts, stops and starts again."""

from __future__ import annotations

import secrets
import socket
from contextlib import suppress

LOWEST, COUNT = 20_000, 12_000  # below those that systems give to outgoing connections


def free_port() -> int:
    """While an office is down, no connection of a browser or of another test takes its port for its own end."""
    while True:
        port = LOWEST + secrets.randbelow(COUNT)
        with suppress(OSError), socket.socket() as one:
            one.bind(("127.0.0.1", port))
            return port
