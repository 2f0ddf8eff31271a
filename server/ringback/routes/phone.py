"""The phone's own files: its page, its worker, and everything these load. No session is needed for any of them."""

from __future__ import annotations

from typing import Any

from litestar import HttpMethod, Request, Response, route
from litestar.di import NamedDependency

from ringback.domain.errors import not_found
from ringback.routes.assets import Assets

PATHS = [
    "/",
    "/sw.js",
    "/sw.js.map",
    "/version.json",
    "/office.css",
    "/manifest.webmanifest",
    "/office-offline.html",
    "/assets/{name:str}",
    "/icons/{name:str}",
    "/screenshots/{name:str}",
]


@route(PATHS, http_method=[HttpMethod.GET, HttpMethod.HEAD], sync_to_thread=False, packed=True)
def file(request: Request[Any, Any, Any], assets: NamedDependency[Assets]) -> Response[bytes]:
    asset = assets.files.get(request.url.path)
    if asset is None:
        raise not_found()
    encoding, body = asset.pick(request.headers.get("accept-encoding", ""))
    tag = f'"{asset.tag}{encoding and f"-{encoding}"}"'
    headers = {"etag": tag, "cache-control": asset.cache, "vary": "accept-encoding"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(b"", status_code=304, headers=headers, media_type=asset.media_type)
    headers |= {"content-encoding": encoding} if encoding else {}
    headers |= {"service-worker-allowed": "/"} if request.url.path == "/sw.js" else {}
    headers["content-length"] = str(len(body))
    return Response(body if request.method == "GET" else b"", headers=headers, media_type=asset.media_type)
