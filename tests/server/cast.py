"""Who plays in the tests: an office that answers on a real port, and the phones and browsers of its people."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import httpx
from sqlite_utils import Database

from ringback import founding
from ringback.app import make_app
from ringback.domain.coach_rules import Number, Rule
from ringback.domain.people import Member, Role, Secret
from ringback.door import Server, listen
from ringback.reminders.loop import Wait
from ringback.reminders.wire import Wire
from ringback.routes.assets import Assets
from ringback.settings import Settings
from ringback.store import invitations, members
from ringback.store.database import Store

RULES = (
    Rule("unfilled_field", "A gap that was never filled", "Nobody is one of hundreds.", "0.2", True, ()),
    Rule("pitch", "Selling on the machine", "It is deleted.", "0.12", False, ()),
    Rule(
        "too_long",
        "Too long",
        "The number is at the end.",
        "2.9",
        False,
        (Number("over_20", "Most, in a template of 20 seconds", "seconds", 20, 40, 24),),
    ),
)
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday
AT = "2026-11-23T09:00:00.000Z"


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, **by: float) -> None:
        self.now += timedelta(**by)


class Office:
    """A real office on a real port, with a clock that the test moves."""

    def __init__(self, store: Store, settings: Settings, clock: Clock) -> None:
        opening = founding.open_office(store, clock())
        assert opening.secret
        self.store = store
        self.settings = settings
        self.clock = clock
        self.id = opening.office.id
        self.first_secret = opening.secret
        self.phones: list[Phone] = []

    def write(self, work: Callable[[Database], Any]) -> Any:  # noqa: ANN401 - whatever the work answers
        return self.store.write(work).result()

    def rows(self, sql: str, *given: object) -> list[tuple[Any, ...]]:
        """What the file holds."""
        with self.store.reading() as db:
            return list(db.execute(sql, given).fetchall())

    def hires(self, name: str, role: Role = "rep") -> Member:
        found: Member = self.write(lambda db: members.add(db, self.id, name=name, role=role, now=self.clock()))
        return found

    def invites(self, member: Member) -> Secret:
        make = self.write(lambda db: invitations.add(db, self.id, member_id=member.id, made_by=None, now=self.clock()))
        secret: Secret = make[1]
        return secret

    def lead(self) -> Phone:
        return Phone(self).pairs(self.first_secret.token)

    def rep(self, name: str) -> Phone:
        return Phone(self).pairs(self.invites(self.hires(name)).token)


class Phone:
    """A phone, or a browser, with its own cookies. `headers` go with everything that it sends."""

    def __init__(self, office: Office, **headers: str) -> None:
        self.office = office
        self.device = str(uuid4())
        self.epoch = ""
        self.next_n = 1
        self.cursor = 0
        self.member: Any = None
        self.http = httpx.Client(base_url=office.settings.origin, headers=headers, trust_env=False)
        office.phones.append(self)

    def pairs(self, secret: str) -> Phone:
        answer = self.asks_to_pair(secret)
        assert answer.status_code == 200, answer.text
        told = answer.json()
        self.epoch, self.member = told["epoch"], SimpleNamespace(**told["member"])
        return self

    def asks_to_pair(self, secret: str, name: str = "A phone", **headers: str) -> httpx.Response:
        knock = {"proto": 1, "secret": secret, "device": {"id": self.device, "name": name}}
        return self.post("/api/pair", json=knock, headers=headers)

    def get(self, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401 - handed on to httpx
        return self.http.get(path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401 - handed on to httpx
        return self.http.post(path, **more)

    def delete(self, path: str) -> httpx.Response:
        return self.http.delete(path)

    def sends(self, path: str, **form: str) -> httpx.Response:
        """A form of the office's pages, as a browser sends it, and the page that follows."""
        own = {"origin": self.office.settings.origin, "sec-fetch-site": "same-origin"}
        return self.http.post(path, data=form, headers=own, follow_redirects=True)

    def asks_to_sync(self, ops: list[dict[str, Any]], **other: Any) -> httpx.Response:  # noqa: ANN401
        request = {
            "proto": 1,
            "schema": 1,
            "device": self.device,
            "epoch": self.epoch,
            "cursor": self.cursor,
            "nonce": "n",
            "now": "2026-11-23T09:00:00.000Z",
            "next_n": self.next_n,
            "oldest_pending": ops[0]["n"] if ops else None,
            "ops": ops,
            "page": 500,
        }
        return self.post("/api/sync", json=request | other)

    def sync(self, ops: list[dict[str, Any]] | None = None) -> Any:  # noqa: ANN401 - the answer, read by its names
        """Sends these operations, which need no number, and takes in what comes."""
        numbered = [{"n": self.next_n + place, **op} for place, op in enumerate(ops or [])]
        self.next_n += len(numbered)
        answer = self.asks_to_sync(numbered)
        assert answer.status_code == 200, answer.text
        reply = json.loads(answer.text, object_hook=lambda found: SimpleNamespace(**found))
        self.cursor = reply.cursor
        return reply


def call(prospect_id: str | None = None, **other: Any) -> dict[str, Any]:  # noqa: ANN401 - fields of a call
    """A message left for Ruth Delgado, unless told otherwise."""
    body: dict[str, Any] = {
        "id": str(uuid4()),
        "prospect_id": prospect_id,
        "prospect_name": "Ruth Delgado",
        "company": "Delgado Bakery",
        "direction": "out",
        "channel": "phone",
        "outcome": "left_message",
        "made_at": "2026-11-23T15:10:00.000Z",
        "zone": "America/Chicago",
        "prospect_zone": "America/Denver",
        "number": "+13035550142",
        "template_id": None,
        "version_id": None,
        "variant": "",
        "plan": "voicemail",
        "script": "Hi Ruth, this is Sam Okafor, 312 555 0117. Could you call me back?",
        "seconds": 12.4,
        "estimate": 12.0,
        "left_out": [],
        "flags": [],
        "note": "",
        "response": None,
        "credits": None,
        "replaces": None,
        "void": False,
    }
    return {"kind": "call.add", "v": 1, "at": "2026-11-23T15:11:00.000Z", "body": body | other}


def prospect(id_: str = "", **fields: str) -> dict[str, Any]:
    """Ruth Delgado of the Delgado Bakery, unless told otherwise."""
    told = {"first_name": "Ruth", "last_name": "Delgado", "company": "Delgado Bakery", "phone": "+13035550142"} | fields
    edits = [{"field": field, "old": "", "new": value} for field, value in told.items()]
    body = {"id": id_ or str(uuid4()), "edits": edits}
    return {"kind": "prospect.edit", "v": 1, "at": "2026-11-23T09:00:00.000Z", "body": body}


async def for_ever(_: timedelta) -> None:
    await asyncio.Event().wait()


@contextmanager
def opened(
    folder: Path,
    clock: Clock,
    assets: Assets | None = None,
    wire: Wire | None = None,
    wait: Wait = for_ever,
    **settings: Any,  # noqa: ANN401
) -> Iterator[Office]:
    """An office that answers until the test is done with it. `wire` is its way to push services, `wait` how it
    waits for the next reminder: if nobody says otherwise, its reminders are not rung."""
    door = listen("127.0.0.1", 0)
    port = door.getsockname()[1]
    chosen = replace(Settings(data=folder, port=port, origin=f"http://localhost:{port}"), **settings)
    store = Store.open(folder)
    office = Office(store, chosen, clock)
    ready = threading.Event()
    shown = assets or Assets({}, {"office": "/assets/office.css"}, "test", RULES)
    server = Server(make_app(chosen, shown, store, office.id, clock, wire, wait), ready.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    try:
        assert ready.wait(10), "the office did not open"
        yield office
    finally:
        for phone in office.phones:
            phone.http.close()
        server.should_exit = True
        thread.join()


def cookie_of(answer: httpx.Response, name: str) -> Mapping[str, str]:
    """The attributes with which an answer sets a cookie, in lower case, with its value under `value`."""
    text = next(line for line in answer.headers.get_list("set-cookie") if line.startswith(f"{name}="))
    parts = [part.strip().partition("=") for part in text.split(";")]
    return {"value": parts[0][2]} | {key.lower(): value for key, _, value in parts[1:]}


class Reading(HTMLParser):
    """A page as it is read: its words in order, and the forms that it offers."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.actions: list[str] = []
        self.feed(page)
        self.words = " ".join(" ".join(self.parts).split())

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "form":
            self.actions.append(dict(attrs).get("action") or "")

    def action(self, ending: str) -> str:
        """Where the only form of this kind is sent."""
        (found,) = (action for action in self.actions if action.endswith(ending))
        return found


def words_of(answer: httpx.Response) -> str:
    return Reading(answer.text).words
