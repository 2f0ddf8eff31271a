"""Mozilla's push service as Firefox asks for it, on loopback: a WebSocket for browsers that speaks the protocol of its
autopush servers, and the address over TLS that an office posts to."""

from __future__ import annotations

import asyncio
import json
import secrets
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from aiohttp import web
from tests.server.reminders.certificates import certificate
from tests.server.reminders.push_service import bytes64, living, server_side, signed, text64

Json = dict[str, Any]
MOST = 4096  # bytes of a message
DAY = 24 * 60 * 60  # seconds


class MozillaPush:
    """A browser that is not connected gets its messages when it is, and while it `holds` them nobody does. `channels`
    are subscriptions, by their token."""

    def __init__(self) -> None:
        self.certificate = certificate()
        self.doors = {name: socket.create_server(("127.0.0.1", 0)) for name in ("browsers", "offices")}
        self.channels: dict[str, Json] = {}
        self.known: set[str] = set()
        self.connected: dict[str, web.WebSocketResponse] = {}
        self.waiting: dict[str, list[Json]] = {}
        self.came = threading.Condition()
        self.holds = False
        self.loop: asyncio.AbstractEventLoop | None = None

    def port(self, name: str) -> int:
        return int(self.doors[name].getsockname()[1])

    @property
    def host(self) -> str:
        return f"localhost:{self.port('offices')}"

    def settings(self) -> Json:
        """Firefox's own, by which it comes here, and shows notifications without a desktop that would."""
        return {
            "dom.push.serverURL": f"ws://127.0.0.1:{self.port('browsers')}/",
            "dom.push.testing.allowInsecureServerURL": True,
            "remote.prefs.recommended": False,  # one who is driven from outside would not connect to any push service
            "permissions.default.desktop-notification": 1,
            "alerts.useSystemBackend": False,
            "dom.push.retryBaseInterval": 100,  # ms until it comes back to a service that hung up
        }

    async def browser(self, request: web.Request) -> web.WebSocketResponse:
        """One that stays for as long as it is on."""
        line = web.WebSocketResponse(protocols=["push-notification"])
        await line.prepare(request)
        name = ""
        async for said in line:
            asked: Json = json.loads(said.data)
            match asked.get("messageType"):
                case "hello":
                    name = asked.get("uaid", "")
                    name = name if name in self.known else secrets.token_hex(16)
                    self.known.add(name)
                    self.connected[name] = line
                    await line.send_json({"messageType": "hello", "uaid": name, "status": 200, "use_webpush": True})
                    if not self.holds:
                        await self.hand_out(name)
                case "register":
                    await line.send_json(self.register(name, asked))
                case "unregister":
                    which = asked["channelID"]
                    self.channels = {token: one for token, one in self.channels.items() if one["channelID"] != which}
                    await line.send_json({"messageType": "unregister", "channelID": which, "status": 200})
                case None:  # a ping is an empty object
                    await line.send_str("{}")
        self.connected.pop(name, None)
        return line

    def forgets_everybody(self) -> None:
        """As a service that has lost what it knew: its browsers are strangers when they come back."""
        assert self.loop
        asyncio.run_coroutine_threadsafe(self.forget(), self.loop).result(30)

    async def forget(self) -> None:
        self.known, self.channels = set(), {}
        await asyncio.gather(*[line.close() for line in self.connected.values()])

    def register(self, name: str, asked: Json) -> Json:
        token = secrets.token_urlsafe(24)
        self.channels[token] = {"browser": name, "channelID": asked["channelID"], "key": asked["key"]}
        endpoint = f"https://{self.host}/wpush/v2/{token}"
        return {"messageType": "register", "channelID": asked["channelID"], "status": 200, "pushEndpoint": endpoint}

    async def posted(self, request: web.Request) -> web.Response:
        channel = self.channels.get(request.match_info["token"])
        if channel is None:
            return web.Response(status=410)
        body = await request.read()
        if wrong := self.wrong(channel, request, body):
            return web.Response(status=400, text=wrong)
        await self.deliver(channel, body)
        return web.Response(status=201)

    def wrong(self, channel: Json, request: web.Request, body: bytes) -> str:
        """What Mozilla's would not take either; nor one signed with another key than the browser subscribed with."""
        headers = request.headers
        if headers.get("Content-Encoding") != "aes128gcm" or len(body) > MOST or not headers["TTL"].isdigit():
            return "encoding, size or TTL"
        claims = signed(headers["Authorization"])
        key = headers["Authorization"].rpartition("k=")[2]
        left = datetime.fromtimestamp(claims["exp"], UTC) - datetime.now(UTC)
        fits = bytes64(key) == bytes64(channel["key"]) and claims["aud"] == f"https://{self.host}"
        return "" if fits and 0 < left.total_seconds() <= DAY else f"claims or key: {claims}"

    async def deliver(self, channel: Json, body: bytes) -> None:
        message = {
            "messageType": "notification",
            "channelID": channel["channelID"],
            "version": secrets.token_hex(8),
            "data": text64(body),
            "headers": {"encoding": "aes128gcm"},
        }
        with self.came:
            self.waiting.setdefault(channel["browser"], []).append(message)
            self.came.notify_all()
        if not self.holds:
            await self.hand_out(channel["browser"])

    async def hand_out(self, name: str) -> None:
        if line := self.connected.get(name):
            for message in self.waiting.pop(name, []):
                await line.send_json(message)

    def wait_for_one_that_waits(self, seconds: float = 60) -> None:
        with self.came:
            assert self.came.wait_for(lambda: any(self.waiting.values()), seconds), f"nothing came in {seconds} s"

    def lets_go(self) -> None:
        """Of what it holds."""
        self.holds = False
        assert self.loop
        for name in list(self.waiting):
            asyncio.run_coroutine_threadsafe(self.hand_out(name), self.loop).result(30)


@contextmanager
def mozilla_push() -> Iterator[MozillaPush]:
    """In a thread of its own, until the test is done with it."""
    service = MozillaPush()
    browsers, offices = web.Application(), web.Application()
    browsers.router.add_get("/", service.browser)
    offices.router.add_post("/wpush/v2/{token}", service.posted)

    async def open_until(over: asyncio.Event) -> None:
        runners = [web.AppRunner(app, access_log=None) for app in (browsers, offices)]
        for runner in runners:
            await runner.setup()
        await web.SockSite(runners[0], service.doors["browsers"]).start()
        secure = server_side(service.certificate)
        await web.SockSite(runners[1], service.doors["offices"], ssl_context=secure).start()
        service.loop = asyncio.get_running_loop()
        await over.wait()
        await asyncio.gather(*[line.close(drain=False) for line in service.connected.values()])
        for runner in runners:
            await runner.cleanup()

    with living(open_until):
        yield service
