"""A bad network, on loopback: stands between the phone and the office, passes requests on, and misbehaves when told to.

It sees whole requests and whole answers, so that "the answer is lost after the office committed" is exactly that.
"""

from __future__ import annotations

import http.client
import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal

Fault = Literal["refuse", "swallow", "portal", "redirect", "hang", "cut", "kill_before", "kill_asked", "kill_answered"]
PORTAL = b"<!doctype html><title>Hotel Wi-Fi</title><h1>Welcome, guest</h1><form>Room <input name=room></form>"
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "date", "server"}
OF_THE_CONTENT = {"content-type", "content-encoding", "etag", "vary"}


class BadNetwork(ThreadingHTTPServer):
    """`fault` happens to requests under `path`; everything else passes. `log` holds (method, path, status or fault)."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Passage)
        self.office_port = 0
        self.kill_office: Callable[[], None] = lambda: None
        self.fault: Fault | None = None
        self.path = "/api/"
        self.log: list[tuple[str, str, str]] = []
        self.sent: Counter[str] = Counter()  # bytes of content by path, as they passed over the wire
        self.instead: dict[str, tuple[str, bytes]] = {}  # path -> type and body in place of the office's
        self.rewrites: dict[str, Callable[[bytes], bytes]] = {}  # path -> what the office is told in its place
        self.asked: list[bytes] = []  # what came with the requests, whatever became of them
        self.seen = threading.Condition()
        self.released = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def leads_to(self, port: int, kill: Callable[[], None]) -> None:
        self.office_port, self.kill_office = port, kill

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.server_port}"

    @contextmanager
    def faulty(self, fault: Fault, path: str = "/api/sync") -> Iterator[None]:
        self.released.clear()
        self.fault, self.path = fault, path
        try:
            yield
        finally:
            self.fault = None
            self.released.set()

    def note(self, method: str, path: str, what: str) -> None:
        with self.seen:
            self.log.append((method, path, what))
            self.seen.notify_all()

    def count(self, what: str, path: str = "/api/sync") -> int:
        return sum(1 for _, at, came in self.log if at.startswith(path) and came == what)

    def wait_for(self, what: str, times: int = 1, path: str = "/api/sync", seconds: float = 30) -> None:
        with self.seen:
            came = self.seen.wait_for(lambda: self.count(what, path) >= times, seconds)
        assert came, f"{path} met {what!r} {self.count(what, path)} times in {seconds} s, not {times}: {self.log[-9:]}"

    def end(self) -> None:
        self.fault = None
        self.released.set()
        self.shutdown()
        self.server_close()
        self._thread.join()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away in the middle is no news here."""


class Passage(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: BadNetwork

    def do_GET(self) -> None:
        self.pass_on()

    do_POST = do_HEAD = do_PUT = do_DELETE = do_GET  # noqa: N815  (names that http.server asks for)

    def pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.asked.append(body)
        body = self.server.rewrites.get(self.path, bytes)(body)
        fault = self.server.fault if self.path.startswith(self.server.path) else None
        if fault is None:
            return self.answer_as_the_office(body)
        match fault:
            case "refuse":
                self.hang_up()
            case "portal":
                self.answer(200, [("Content-Type", "text/html")], PORTAL)
            case "redirect":
                self.answer(302, [("Location", f"{self.server.origin}/portal-of-the-hotel")], b"")
            case "hang":
                self.server.note(self.command, self.path, fault)
                self.server.released.wait(120)
                self.hang_up()
                return None
            case "swallow":
                self.ask(body)
                self.hang_up()
            case "cut":
                self.send(body[: len(body) // 2])
                self.hang_up()
            case "kill_before":
                self.send(body[: len(body) // 2], then=self.server.kill_office)
                self.hang_up()
            case "kill_asked":
                self.send(body, then=self.server.kill_office)
                self.hang_up()
            case "kill_answered":
                self.ask(body)
                self.server.kill_office()
                self.hang_up()
        self.server.note(self.command, self.path, fault)
        return None

    def answer_as_the_office(self, body: bytes) -> None:
        try:
            status, headers, content = self.ask(body)
        except (OSError, http.client.HTTPException):
            self.server.note(self.command, self.path, "down")
            return self.hang_up()
        if self.path in self.server.instead:
            kind, content = self.server.instead[self.path]
            like = [(name, value) for name, value in headers if name.lower() not in OF_THE_CONTENT]
            status, headers = 200, [*like, ("Content-Type", kind)]
        self.answer(status, headers, content)
        self.server.sent[self.path] += len(content)
        self.server.note(self.command, self.path, str(status))
        return None

    def ask(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        office = http.client.HTTPConnection("127.0.0.1", self.server.office_port, timeout=60)
        try:
            self.send_head(office, len(body))
            office.send(body)
            answer = office.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        finally:
            office.close()

    def send(self, body: bytes, then: Callable[[], None] = lambda: None) -> None:
        """Sends, does `then`, and leaves without waiting for an answer."""
        office = http.client.HTTPConnection("127.0.0.1", self.server.office_port, timeout=60)
        with suppress(OSError):
            self.send_head(office, int(self.headers.get("Content-Length") or 0))
            office.send(body)
        then()
        office.close()

    def send_head(self, office: http.client.HTTPConnection, length: int) -> None:
        office.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for name, value in self.headers.items():
            if name.lower() not in HOP_BY_HOP:
                office.putheader(name, value)
        if self.command in ("POST", "PUT"):
            office.putheader("Content-Length", str(length))
        office.endheaders()

    def answer(self, status: int, headers: list[tuple[str, str]], content: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in HOP_BY_HOP:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def hang_up(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name that http.server gives it)
        """Quiet: `log` on the server has what tests want to know."""
