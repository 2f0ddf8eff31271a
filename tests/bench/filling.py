"""A rep with years of work behind him: prospects and calls written straight into the office's file."""

from __future__ import annotations

import json
import random
from contextlib import closing
from datetime import UTC, datetime, timedelta
from uuid import UUID

from pysqlite3 import dbapi2 as sqlite3
from tests.browser.ledger import Ledger

FIRST = [
    "Ada",
    "Ben",
    "Cleo",
    "Dan",
    "Edie",
    "Finn",
    "Gwen",
    "Hugo",
    "Iris",
    "Jack",
    "Kate",
    "Liam",
    "Mona",
    "Ned",
    "Olga",
]
LAST = ["Ash", "Bell", "Cole", "Dune", "East", "Fox", "Gray", "Hale", "Ives", "Jory", "Kemp", "Lowe", "Moss", "Nash"]
COMPANY = ["Mill", "Harbour", "Orchard", "Summit", "Quarry", "Meadow", "Lantern", "Anvil", "Beacon", "Copper"]
OUTCOMES = ("left_message", "no_answer", "spoke", "gatekeeper", "callback_agreed", "busy")
START = datetime(2024, 1, 2, 9, tzinfo=UTC)
SCRIPT = "Hello {name}, this is Rosa Vale with Vale Supply. I am calling about {company}. My number is 555 0142. " * 2


def fill(ledger: Ledger, member_name: str, prospects: int = 10_000, calls: int = 50_000) -> None:
    """The office must not be running. All belongs to the member of this name, and is the same each time."""
    dice = random.Random(7)
    (member,) = ledger.rows("SELECT office_id, id FROM members WHERE name = ?", member_name)
    (office,) = ledger.rows("SELECT counter FROM offices")
    seq = int(office["counter"])
    people = []
    for k in range(prospects):
        seq += 1
        people.append(prospect(k, dice) | {"office_id": member["office_id"], "owner_id": member["id"], "seq": seq})
    entries = []
    for k in range(calls):
        seq += 1
        whom = people[dice.randrange(prospects)]
        entries.append(call(k, whom, dice) | {"office_id": member["office_id"], "rep_id": member["id"], "seq": seq})
    with closing(sqlite3.connect(ledger.file)) as db:
        db.executemany(ADD_PROSPECT, people)
        db.executemany(ADD_CALL, entries)
        db.execute("UPDATE offices SET counter = ?", (seq,))
        db.commit()


ADD_PROSPECT = """
    INSERT INTO prospects (office_id, id, owner_id, fields, token, made_at, seq)
    VALUES (:office_id, :id, :owner_id, :fields, :token, :made_at, :seq)
"""
ADD_CALL = """
    INSERT INTO calls
        (office_id, id, rep_id, prospect_id, made_at, outcome, direction, void, stray, body, received_at, seq)
    VALUES (:office_id, :id, :rep_id, :prospect_id, :made_at, :outcome, 'out', 0, 0, :body, :made_at, :seq)
"""


def prospect(k: int, dice: random.Random) -> dict[str, object]:
    fields = {
        "first_name": dice.choice(FIRST),
        "last_name": f"{dice.choice(LAST)}{dice.choice(LAST).lower()}",
        "company": f"{dice.choice(COMPANY)} {dice.choice(COMPANY)} {k}",
        "phone": f"+1212555{100 + k % 100:04d}",
        "zone": "America/New_York",
        "rank": f"{k:05d}" if k % 20 == 0 else "",
    }
    return {"id": new_id(k, dice), "fields": json.dumps(fields), "token": f"t{k}", "made_at": instant(k)}


def call(k: int, whom: dict[str, object], dice: random.Random) -> dict[str, object]:
    fields = json.loads(str(whom["fields"]))
    name = f"{fields['first_name']} {fields['last_name']}"
    outcome = dice.choice(OUTCOMES)
    body = {
        "id": new_id(1_000_000 + k, dice),
        "prospect_id": whom["id"],
        "prospect_name": name,
        "company": fields["company"],
        "direction": "out",
        "channel": "phone",
        "outcome": outcome,
        "made_at": instant(k),
        "zone": "America/New_York",
        "prospect_zone": "America/New_York",
        "number": fields["phone"],
        "template_id": None,
        "version_id": None,
        "variant": "",
        "plan": "voicemail",
        "script": SCRIPT.format(name=fields["first_name"], company=fields["company"]),
        "seconds": dice.randrange(12, 35),
        "estimate": 21,
        "left_out": [],
        "flags": [],
        "note": "",
        "response": None,
        "credits": None,
        "replaces": None,
        "void": False,
    }
    return {key: body[key] for key in ("id", "prospect_id", "made_at", "outcome")} | {"body": json.dumps(body)}


def instant(k: int) -> str:
    at = START + timedelta(minutes=17 * k)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def new_id(k: int, dice: random.Random) -> str:
    """Version 7 by its bits; the time part is only a count."""
    bits = (1_700_000_000_000 + k) << 80 | 7 << 76 | dice.getrandbits(12) << 64 | 2 << 62 | dice.getrandbits(62)
    return str(UUID(int=bits))
