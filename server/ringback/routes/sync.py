"""The one round trip between a phone and the office."""

from __future__ import annotations

from litestar import MediaType, Response, post
from litestar.di import NamedDependency

from ringback.domain.people import Caller
from ringback.routes.desk import Asked, Desk
from ringback.sync.exchange import exchange
from ringback.sync.messages import decode, encode


@post("/api/sync", status_code=200)
async def sync(request: Asked, caller: NamedDependency[Caller], desk: NamedDependency[Desk]) -> Response[bytes]:
    asked = decode(await request.body(), request.headers.get("content-encoding"))
    reply = await exchange(desk.store, caller, asked, desk.now())
    return Response(encode(reply), media_type=MediaType.JSON)
