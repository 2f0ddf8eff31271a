"""How the office says no over HTTP: JSON with the marker to phones, a calm page to people."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

import msgspec
from litestar import MediaType, Request, Response
from litestar.exceptions import HTTPException
from litestar.response.base import ASGIResponse

from ringback.domain.errors import Refused, not_found
from ringback.pages.errors import error_page
from ringback.store.trouble import StoreTrouble

log = logging.getLogger("ringback")


def on_refused(request: Request[Any, Any, Any], refused: Refused) -> Response[bytes]:
    if refused.kind == "signed_out" and request.url.path.startswith("/office"):
        return Response(b"", status_code=303, headers={"location": "/office/sign-in"}, media_type=MediaType.HTML)
    return Response(**parts(refused, request.url.path))


def on_http(request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    """What the framework refused by itself, in our words."""
    if error.status_code in (404, 405):
        return on_refused(request, not_found())
    if error.status_code == 413:
        return on_refused(
            request, Refused("too_large", "This is more than the office takes at once. Send it in parts.")
        )
    if error.status_code < 500:
        return on_refused(request, Refused("malformed", "The office could not read this. Nothing was changed."))
    return on_anything(request, error)


def on_trouble(request: Request[Any, Any, Any], trouble: StoreTrouble) -> Response[bytes]:
    """The file or the disk. The log tells whoever runs the office; phones keep what they have and come again."""
    log.error("%s", trouble.sentence)
    page = request.url.path.startswith("/office")
    sentence = f"The office cannot save right now. {NOT_SAVED if page else NOT_LOST}"
    return on_refused(request, Refused("busy", sentence, retry_after=5))


NOT_SAVED = "What you sent was not saved: go back, and try again in a minute."
NOT_LOST = "Nothing is lost: your phone keeps it and sends it again."


def on_anything(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    log.error("%s %s broke", request.method, request.url.path, exc_info=error)
    sentence = "Something broke in the office. What you sent is safe where you wrote it; try again in a minute."
    return on_refused(request, Refused("broken", sentence))


def refusal(refused: Refused, path: str) -> ASGIResponse:
    """For those that stand before the routes."""
    made = parts(refused, path)
    return ASGIResponse(
        body=made["content"], status_code=made["status_code"], headers=made["headers"], media_type=made["media_type"]
    )


def parts(refused: Refused, path: str) -> dict[str, Any]:
    json = path.startswith("/api")
    page = partial(error_page, sentence=refused.sentence, status=refused.status, door=refused.kind == "revoked")
    return {
        "content": as_json(refused) if json else page(),
        "status_code": refused.status,
        "headers": {"retry-after": str(refused.retry_after)} if refused.retry_after else {},
        "media_type": MediaType.JSON if json else MediaType.HTML,
    }


def as_json(refused: Refused) -> bytes:
    return msgspec.json.encode({"ringback": 1, "error": refused.kind, "sentence": refused.sentence})
