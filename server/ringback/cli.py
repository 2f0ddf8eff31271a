"""The commands of the person who runs the office."""

from __future__ import annotations

import argparse
import asyncio
import io
import json
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import segno

from ringback import door, founding
from ringback import settings as environment
from ringback.app import make_app, make_bell
from ringback.demo import Demo, fill
from ringback.domain.errors import CannotStart, Refused
from ringback.domain.health import Level, checks, well
from ringback.domain.instants import clock
from ringback.domain.people import Secret, clean_name, join_link
from ringback.reminders import health
from ringback.reminders.loop import Loop
from ringback.settings import Settings
from ringback.store import export, offices
from ringback.store.database import FILE, MARKER, Store
from ringback.store.trouble import StoreTrouble
from ringback.sync.rescue import take_in

CUT_SHORT = 141  # what a shell says of a command whose reader left


def main(argv: Sequence[str] | None = None) -> int:
    words = parser().parse_args(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a name that the terminal cannot show stops nothing
    try:
        status = int(words.do(environment.read(os.environ), words))
        sys.stdout.flush()
        return status
    except CannotStart as reason:
        return refuse(str(reason))
    except (StoreTrouble, Refused) as trouble:
        return refuse(trouble.sentence)
    except BrokenPipeError:  # whoever read it has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is still to be flushed at the end
        return CUT_SHORT


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="ringback", description="Phone messages that get called back: the office.")
    top.set_defaults(do=serve)
    commands = top.add_subparsers(metavar="COMMAND")
    one = commands.add_parser("serve", help="open the office (this is what happens without a command)")
    one.set_defaults(do=serve)
    one = commands.add_parser("demo", help="open a throw-away office with a believable team")
    one.set_defaults(do=demo)
    one = commands.add_parser("invite", help="make a link that lets somebody in, once")
    one.add_argument("name", help="a new member's, or a member's who gets a further phone")
    one.add_argument("--role", choices=("rep", "lead"), default="rep", help="of a new member (rep if not said)")
    one.set_defaults(do=invite)
    one = commands.add_parser("import", help="take in a rescue file that a phone wrote")
    one.add_argument("file", type=Path)
    one.add_argument("--member", default="", help="whose it is, when the phone never joined this office")
    one.set_defaults(do=bring_in)
    one = commands.add_parser("export", help="write everything that the office holds, one JSON object a line")
    one.set_defaults(do=write_all)
    one = commands.add_parser("remind", help="send reminders from a process of its own, beside those that serve")
    one.set_defaults(do=remind)
    one = commands.add_parser("doctor", help="say what is wrong with the office, if anything is")
    one.set_defaults(do=doctor)
    return top


def serve(settings: Settings, _: argparse.Namespace) -> int:
    assets = door.built_assets()
    entrance = door.listen(settings.host, settings.port)
    store = Store.open(settings.data)
    opening = founding.open_office(store, clock())
    app = make_app(settings, assets, store, opening.office.id)
    door.run(app, entrance, partial(welcome, settings, opening))
    return 0


def welcome(settings: Settings, opening: founding.Opening) -> None:
    print(f"\nRingback is open at {settings.origin}. Its data is in {settings.data.resolve()}.")
    if opening.secret:
        print("\nThe first lead signs in with this link. It works once, until this time tomorrow:")
        show(settings, opening.secret)
    else:
        print(f'Bring people in on {settings.origin}/office/people, or with: ringback invite "NAME"')
    print("Ctrl-C closes it.", flush=True)


def show(settings: Settings, secret: Secret) -> None:
    link = join_link(settings.origin, secret.token)
    picture = io.StringIO()
    segno.make(link, error="l").terminal(picture, compact=True, border=2)
    drawn = f"{picture.getvalue()}\n" if showable(picture.getvalue()) else ""
    print(f"\n  {link}\n\n{drawn}Or this code, typed in the app: {secret.spaced}\n", flush=True)


def showable(text: str) -> bool:
    """Whether the terminal's encoding has all of it."""
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def demo(settings: Settings, _: argparse.Namespace) -> int:
    """The same office, in a folder that is gone when it closes."""
    assets = door.built_assets()
    entrance = door.listen(settings.host, settings.port)
    with TemporaryDirectory(prefix="ringback-demo-") as folder:
        here = replace(settings, data=Path(folder))
        store = Store.open(here.data)
        filled = fill(store, clock())
        door.run(make_app(here, assets, store, filled.office.id), entrance, partial(welcome_to_demo, here, filled))
    return 0


def welcome_to_demo(settings: Settings, filled: Demo) -> None:
    print(f"\nThe demo is open at {settings.origin}. All in it is made up, and gone when it closes.")
    for member, secret in (filled.lead, filled.rep):
        print(f"\nCome in as {member.name}, {member.role}, once:")
        show(settings, secret)
    print("Ctrl-C closes it.", flush=True)


def invite(settings: Settings, words: argparse.Namespace) -> int:
    name = clean_name(words.name)
    if not name:
        raise CannotStart("An invitation needs a name.")
    with opened(settings) as store:
        office_id = only_office(store)
        making = partial(founding.invite, office_id=office_id, name=name, role=words.role, now=clock())
        member, secret = store.write(making).result()
    print(f"This link lets {member.name} ({member.role}) in on one phone or browser. It works once, for a week:")
    show(settings, secret)
    return 0


def bring_in(settings: Settings, words: argparse.Namespace) -> int:
    try:
        file = words.file.read_bytes()
    except OSError as reason:
        raise CannotStart(f"{words.file} cannot be read ({reason.strerror}). Nothing was changed.") from reason
    with opened(settings) as store:
        office_id = only_office(store)
        taken = take_in(store, office_id, file, member_id(store, office_id, words.member), clock())
    print(
        f"Taken in for {taken.member_name}: {taken.taken} new, {taken.known} here already, "
        f"{taken.quarantined} set aside (see To look at), {taken.unreadable} not readable."
    )
    return 0


def member_id(store: Store, office_id: str, name: str) -> str | None:
    if not name:
        return None
    with store.reading() as db:
        found = founding.known_as(db, office_id, name)
    if found is None:
        raise CannotStart(f"There is no {name} in this office. Nothing was changed.")
    return found.id


def write_all(settings: Settings, _: argparse.Namespace) -> int:
    with opened(settings) as store, store.reading() as db:
        for table, row in export.rows(db):
            line = json.dumps({"table": table, **row}, ensure_ascii=False)
            print(line if showable(line) else json.dumps({"table": table, **row}))
    return 0


def remind(settings: Settings, _: argparse.Namespace) -> int:
    with opened(settings) as store:
        asyncio.run(remind_until_asked(settings, store, only_office(store)))
    return 0


async def remind_until_asked(settings: Settings, store: Store, office_id: str) -> None:
    bell = make_bell(settings, store, office_id)
    async with bell.sender.wire:
        ringing = asyncio.create_task(Loop(bell, clock).run())
        for asked in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(asked, ringing.cancel)
        print("Reminders are sent from here. Ctrl-C ends it.", flush=True)
        with suppress(asyncio.CancelledError):
            await ringing


MARKS: dict[Level, str] = {"good": "ok", "soon": "soon", "bad": "BAD"}


def doctor(settings: Settings, _: argparse.Namespace) -> int:
    with opened(settings) as store:
        facts = health.gather(store, only_office(store), now=clock(), thorough=True)
    found = checks(facts)
    for check in found:
        print(f"{MARKS[check.level]:5}{check.about}: {check.sentence}")
    return 0 if well(found) else 1


def opened(settings: Settings) -> Store:
    if not any((settings.data / name).exists() for name in (FILE, MARKER)):
        raise CannotStart(f"There is no office in {settings.data}. Start it once with `ringback serve`.")
    return Store.open(settings.data)


def only_office(store: Store) -> str:
    with store.reading() as db:
        office = offices.only(db)
    if office is None:
        raise CannotStart("There is no office in this folder yet. Start it once with `ringback serve`.")
    return office.id


def refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
