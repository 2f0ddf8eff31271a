"""Puts the parts together: the only place that knows every one of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from litestar import Litestar
from litestar.config.compression import CompressionConfig
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.types import ASGIApp

from ringback.domain.errors import Refused
from ringback.domain.instants import Clock
from ringback.domain.instants import clock as real_clock
from ringback.reminders import vapid
from ringback.reminders.deliver import Sender
from ringback.reminders.loop import Loop, Wait, real_wait
from ringback.reminders.ring import Bell
from ringback.reminders.services import Services
from ringback.reminders.wire import Wire
from ringback.routes import calendar, errors, pairing, phone, push, sync
from ringback.routes.assets import Assets
from ringback.routes.desk import Desk, caller, lead, renew_cookie
from ringback.routes.guard import Guard
from ringback.routes.office import calls, coach, entrance, health, look, people, promises, prospects, rescue, shared
from ringback.routes.reading import Reader
from ringback.settings import Settings
from ringback.store import offices
from ringback.store.database import Store
from ringback.store.trouble import StoreTrouble

MIB = 1024 * 1024
API = [phone.file, pairing.pair, pairing.me, pairing.sign_out, pairing.change_device, pairing.come_back, sync.sync]
API += [push.look, push.subscribe, push.unsubscribe, push.test, push.confirm]
API += [calendar.look, calendar.make, calendar.revoke, calendar.feed]
PAGES = [
    *(entrance.front, entrance.sign_in_form, entrance.sign_in, entrance.sign_out),
    *(people.people, people.invite, people.invite_again, people.invitation, people.cancel),
    *(people.rename, people.revoke, people.restore),
    *(calls.calls, look.look, look.looked, look.not_looked, look.looked_at_lost),
    *(prospects.prospects, prospects.assign, prospects.assign_back, prospects.block, prospects.unblock),
    *(promises.promises, promises.revoke_calendar, health.health, health.change_contact),
    *(shared.templates, shared.settings, shared.change_settings, rescue.rescue, rescue.bring_in),
    *(coach.coach, coach.change_coach),
]


def make_app(
    settings: Settings,
    assets: Assets,
    store: Store,
    office_id: str,
    clock: Clock = real_clock,
    wire: Wire | None = None,
    wait: Wait = real_wait,
) -> ASGIApp:
    """The store is closed when the app stops. `wire` is another way to push services than the real one, `wait` another
    way to wait for the next reminder."""
    desk = Desk(
        store=store,
        office_id=office_id,
        origin=settings.origin,
        clock=clock,
        css=assets.urls.get("office", ""),
        version=assets.version,
        client_header=settings.client_header,
    )

    bell = make_bell(settings, store, office_id, clock, wire)

    @asynccontextmanager
    async def open_hours(_: Litestar) -> AsyncIterator[None]:
        async with bell.sender.wire:
            ringing = asyncio.create_task(Loop(bell, clock, wait).run())
            yield
            ringing.cancel()
            with suppress(asyncio.CancelledError):
                await ringing
        store.close()

    app = Litestar(
        [*API, *PAGES],
        dependencies={
            "assets": Provide(lambda: assets, sync_to_thread=False),
            "desk": Provide(lambda: desk, sync_to_thread=False),
            "caller": Provide(caller, sync_to_thread=False),
            "lead": Provide(lead, sync_to_thread=False),
            "sender": Provide(lambda: bell.sender, sync_to_thread=False),
        },
        exception_handlers={
            Refused: errors.on_refused,
            StoreTrouble: errors.on_trouble,
            HTTPException: errors.on_http,
            Exception: errors.on_anything,
        },
        before_send=[renew_cookie],
        compression_config=CompressionConfig("gzip", gzip_compress_level=5, exclude_opt_key="packed"),
        lifespan=[open_hours],
        request_class=Reader,
        openapi_config=None,
        logging_config=None,
        request_max_body_size=MIB,
    )
    return Guard(app, origin=settings.origin, hosts=settings.hosts)


def make_bell(
    settings: Settings, store: Store, office_id: str, clock: Clock = real_clock, wire: Wire | None = None
) -> Bell:
    """What sends reminders, here or in a process of its own. Makes the push key at the first start."""

    def contact() -> str:
        with store.reading() as db:
            return vapid.contact_or(offices.setting(db, office_id, "contact"), settings.origin)

    sender = Sender(wire or Wire(Services(settings.push_hosts)), vapid.load_or_make(settings.data), contact)
    return Bell(store, office_id, sender, settings.origin, clock)
