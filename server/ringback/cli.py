"""The commands of the person who runs the office."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from ringback import settings as environment
from ringback.app import make_app
from ringback.domain.errors import CannotStart
from ringback.routes import assets
from ringback.settings import Settings

ASSETS = Path(__file__).parent / "_assets"


def main(argv: Sequence[str] | None = None) -> int:
    try:
        return serve(environment.read(os.environ))
    except CannotStart as reason:
        print(reason, file=sys.stderr)
        return 1


def serve(settings: Settings) -> int:
    door = listen(settings)
    app = make_app(settings, assets.load(ASSETS))
    print(f"Ringback is open at {settings.origin}. Ctrl-C closes it.", flush=True)
    run(app, door)
    return 0


def listen(settings: Settings) -> socket.socket:
    door = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((settings.host, settings.port))
        door.listen(2048)
    except OSError as reason:
        raise CannotStart(
            f"Port {settings.port} on {settings.host} cannot be used ({reason.strerror}). "
            "Another Ringback may be running: stop it, or set RINGBACK_PORT to a free port."
        ) from reason
    return door


def run(app: object, door: socket.socket) -> None:
    server = uvicorn.Server(
        uvicorn.Config(
            app,  # type: ignore[arg-type]
            http="httptools",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=1,
        )
    )
    # uvicorn raises the signal again once it has stopped; stopping when asked is not a failure.
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, lambda *_: None)
    server.run(sockets=[door])


if __name__ == "__main__":
    sys.exit(main())
