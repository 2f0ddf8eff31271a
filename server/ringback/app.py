"""Puts the parts together: the only place that knows every one of them."""

from __future__ import annotations

from litestar import Litestar
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.types import ASGIApp

from ringback.domain.errors import Refused
from ringback.routes import errors, phone
from ringback.routes.assets import Assets
from ringback.routes.guard import Guard
from ringback.settings import Settings


def make_app(settings: Settings, assets: Assets) -> ASGIApp:
    app = Litestar(
        [phone.file],
        dependencies={"assets": Provide(lambda: assets, sync_to_thread=False)},
        exception_handlers={Refused: errors.on_refused, HTTPException: errors.on_http, Exception: errors.on_anything},
        openapi_config=None,
        logging_config=None,
        request_max_body_size=1024 * 1024,
    )
    return Guard(app, origin=settings.origin, hosts=settings.hosts)
