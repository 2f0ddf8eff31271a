"""The way in from outside: a socket, and the server on it until somebody asks it to stop."""

from __future__ import annotations

import errno
import gc
import importlib.util
import logging
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import uvicorn
from litestar.types import ASGIApp

from ringback.domain.errors import CannotStart
from ringback.routes.assets import MISSING, Assets, load

ASSETS = Path(__file__).parent / "_assets"
CLONE = Path(__file__).resolve().parents[2]


def listen(host: str, port: int) -> socket.socket:
    door = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
        door.listen(2048)
    except OSError as reason:
        door.close()
        raise CannotStart(unusable(host, port, reason)) from reason
    return door


def unusable(host: str, port: int, reason: OSError) -> str:
    if reason.errno == errno.EADDRINUSE:
        return (
            f"Port {port} on {host} is taken ({reason.strerror}). Another Ringback may be running: stop it, or choose "
            "another port with RINGBACK_PORT."
        )
    if reason.errno in (errno.EACCES, errno.EPERM):
        return (
            f"Port {port} on {host} is not open to this user ({reason.strerror}). Choose one from 1024 on with "
            "RINGBACK_PORT."
        )
    return (
        f"RINGBACK_HOST is {host!r}, and no network of this machine has that address ({reason.strerror}). "
        "127.0.0.1 is this machine alone, 0.0.0.0 every network that it is in."
    )


def built_assets(folder: Path = ASSETS, clone: Path = CLONE) -> Assets:
    """Refuses missing ones, and in a clone those made from other sources than the ones that lie there."""
    assets = load(folder)
    builder = clone / "deploy/hatch_build.py"
    if builder.exists() and source_hash(builder, clone) not in ("", made_from(folder)):
        raise CannotStart(
            "The phone's assets are older than their sources in web/. Run `make serve`, which builds them anew."
        )
    return assets


def made_from(folder: Path) -> str:
    try:
        return (folder / "source.sha256").read_text()
    except FileNotFoundError as missing:
        raise CannotStart(MISSING.format(what=f": {missing.filename} is missing")) from missing


def source_hash(builder: Path, clone: Path) -> str:
    """By the same function that the build uses; "" where its tools are not installed."""
    spec = importlib.util.spec_from_file_location("hatch_build", builder)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except ImportError:
        return ""
    return str(module.source_hash(clone))


TURN = 0.0001  # seconds; with Python's own 0.005 the writer waits for its turn longer than for the disk
SWEEP = (20_000, 50, 50)  # new objects between two looks for cycles; with Python's own 700 a busy office looks all day


def run(app: ASGIApp, door: socket.socket, opened: Callable[[], None]) -> None:
    """Until Ctrl-C or SIGTERM. Answers in progress get a second to leave."""
    sys.setswitchinterval(TURN)
    gc.set_threshold(*SWEEP)
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(message)s")
    # uvicorn raises the signal again once it has stopped; stopping when asked is not a failure.
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, lambda *_: None)
    Server(app, opened).run(sockets=[door])


class Server(uvicorn.Server):
    """`opened` is called once the office answers."""

    def __init__(self, app: ASGIApp, opened: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http="httptools",
                lifespan="on",
                ws="none",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=1,
            )
        )
        self.opened = opened

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.opened()
