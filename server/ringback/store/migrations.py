"""The shape of the office's file, as steps. A step that was released never changes; a new shape is a new step.

`office_id` leads every key, so that one engine can hold many offices one day. `seq` is the office's change counter,
taken under the write lock: one row per record, so a row that changes moves to the end and every phone meets it again.

Calls are many and long, so they have a rowid: appending them costs half of keeping them in the order of their ids.
A call's `viewer_id` is the owner of its prospect when that is not its own rep; `stray` says that its prospect has not
arrived yet. `closings` are the ends of follow-ups that have not arrived yet. A follow-up's `reckoned` is the instant of
its wall time by the zone data that the office had, "" where it has none.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("ringback")


@migrations()
def m0001_office(db: Database) -> None:
    run(db, OFFICE)


@migrations()
def m0002_reminders(db: Database) -> None:
    run(db, REMINDERS)


@migrations()
def m0003_reckoned(db: Database) -> None:
    db.execute("ALTER TABLE follow_ups ADD COLUMN reckoned TEXT NOT NULL DEFAULT ''")


@migrations()
def m0004_used_by(db: Database) -> None:
    """The device whose session an invitation became: it may ask for it again when the answer was lost."""
    db.execute("ALTER TABLE invitations ADD COLUMN used_by TEXT")


@migrations()
def m0005_places(db: Database) -> None:
    """Places in the call list were kept as lost values once. There is nothing in them for a person to look at."""
    db.execute("UPDATE lost_values SET resolved_at = at WHERE field = 'rank' AND resolved_at IS NULL")


def run(db: Database, statements: str) -> None:
    for statement in statements.split(";"):
        if statement.strip():
            db.execute(statement)


OFFICE = """
    CREATE TABLE offices (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, locale TEXT NOT NULL,
        epoch TEXT NOT NULL, counter INTEGER NOT NULL DEFAULT 0, seq INTEGER NOT NULL, made_at TEXT NOT NULL,
        settings TEXT NOT NULL DEFAULT '{}'
    ) STRICT;

    CREATE TABLE members (
        office_id TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('lead', 'rep')), profile TEXT NOT NULL DEFAULT '{}',
        seq INTEGER NOT NULL, made_at TEXT NOT NULL, removed_at TEXT,
        PRIMARY KEY (office_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE devices (
        office_id TEXT NOT NULL, id TEXT NOT NULL, member_id TEXT NOT NULL, name TEXT NOT NULL, made_at TEXT NOT NULL,
        seen_at TEXT, revoked_at TEXT, schema_version INTEGER NOT NULL DEFAULT 0,
        next_n INTEGER NOT NULL DEFAULT 1, have_through INTEGER NOT NULL DEFAULT 0, hole_since TEXT, lost_at TEXT,
        PRIMARY KEY (office_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE sessions (
        office_id TEXT NOT NULL, token_hash BLOB NOT NULL, member_id TEXT NOT NULL, device_id TEXT NOT NULL,
        made_at TEXT NOT NULL, used_at TEXT NOT NULL, expires_at TEXT NOT NULL,
        PRIMARY KEY (office_id, token_hash)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sessions_by_device ON sessions (office_id, device_id);

    CREATE TABLE invitations (
        office_id TEXT NOT NULL, id TEXT NOT NULL, member_id TEXT NOT NULL, token_hash BLOB NOT NULL,
        code_hash BLOB NOT NULL, made_by TEXT, made_at TEXT NOT NULL, expires_at TEXT NOT NULL,
        used_at TEXT, cancelled_at TEXT,
        PRIMARY KEY (office_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE operations (
        office_id TEXT NOT NULL, device_id TEXT NOT NULL, n INTEGER NOT NULL,
        hash BLOB NOT NULL, status TEXT NOT NULL, rev INTEGER NOT NULL, received_at TEXT NOT NULL,
        PRIMARY KEY (office_id, device_id, n)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE quarantine (
        office_id TEXT NOT NULL, device_id TEXT NOT NULL, n INTEGER NOT NULL, hash BLOB NOT NULL,
        member_id TEXT NOT NULL, op TEXT NOT NULL, raw TEXT NOT NULL, sentence TEXT NOT NULL,
        seq INTEGER NOT NULL, at TEXT NOT NULL, looked_at TEXT,
        PRIMARY KEY (office_id, device_id, n, hash)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE prospects (
        office_id TEXT NOT NULL, id TEXT NOT NULL, owner_id TEXT NOT NULL, fields TEXT NOT NULL, token TEXT NOT NULL,
        blocked_at TEXT, blocked_by TEXT, blocked_why TEXT, deleted_at TEXT, made_at TEXT NOT NULL,
        seq INTEGER NOT NULL, PRIMARY KEY (office_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX prospects_by_owner ON prospects (office_id, owner_id, seq);

    CREATE TABLE handovers (
        office_id TEXT NOT NULL, prospect_id TEXT NOT NULL, from_id TEXT NOT NULL, to_id TEXT NOT NULL,
        at TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (office_id, prospect_id, from_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE lost_values (
        office_id TEXT NOT NULL, id TEXT NOT NULL, prospect_id TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
        kept TEXT NOT NULL, by_id TEXT NOT NULL, at TEXT NOT NULL, resolved_at TEXT,
        PRIMARY KEY (office_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lost_values_by_prospect ON lost_values (office_id, prospect_id);

    CREATE TABLE calls (
        office_id TEXT NOT NULL, id TEXT NOT NULL, rep_id TEXT NOT NULL, prospect_id TEXT, made_at TEXT NOT NULL,
        outcome TEXT NOT NULL, direction TEXT NOT NULL, template_id TEXT, version_id TEXT, credits TEXT, replaces TEXT,
        void INTEGER NOT NULL, viewer_id TEXT, stray INTEGER NOT NULL, received_at TEXT NOT NULL, seq INTEGER NOT NULL,
        body TEXT NOT NULL, PRIMARY KEY (office_id, id)
    ) STRICT;
    CREATE INDEX calls_by_rep ON calls (office_id, rep_id, seq);
    CREATE INDEX calls_by_viewer ON calls (office_id, viewer_id, seq) WHERE viewer_id IS NOT NULL;
    CREATE INDEX calls_by_time ON calls (office_id, made_at);
    CREATE INDEX calls_stray ON calls (prospect_id) WHERE stray;
    CREATE INDEX calls_crediting ON calls (credits) WHERE credits IS NOT NULL;
    CREATE INDEX calls_replacing ON calls (replaces) WHERE replaces IS NOT NULL;

    CREATE TABLE templates (
        office_id TEXT NOT NULL, id TEXT NOT NULL, owner_id TEXT, name TEXT NOT NULL, family TEXT NOT NULL,
        band TEXT NOT NULL, locale TEXT NOT NULL, current TEXT NOT NULL, variant_of TEXT, variant TEXT NOT NULL,
        tags TEXT NOT NULL, note TEXT NOT NULL, position INTEGER NOT NULL, retired INTEGER NOT NULL,
        seq INTEGER NOT NULL, PRIMARY KEY (office_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE versions (
        office_id TEXT NOT NULL, id TEXT NOT NULL, template_id TEXT NOT NULL, number INTEGER NOT NULL,
        sections TEXT NOT NULL, author TEXT NOT NULL, published_at TEXT NOT NULL, seq INTEGER NOT NULL,
        PRIMARY KEY (office_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX versions_by_template ON versions (office_id, template_id);

    CREATE TABLE follow_ups (
        office_id TEXT NOT NULL, id TEXT NOT NULL, rep_id TEXT NOT NULL, prospect_id TEXT NOT NULL,
        call_id TEXT, due TEXT NOT NULL, wall TEXT NOT NULL, zone TEXT NOT NULL, reason TEXT NOT NULL,
        state TEXT NOT NULL, supersedes TEXT, made_at TEXT NOT NULL, closed_by TEXT, seq INTEGER NOT NULL,
        PRIMARY KEY (office_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX follow_ups_by_rep ON follow_ups (office_id, rep_id, seq);

    CREATE TABLE closings (
        office_id TEXT NOT NULL, follow_up_id TEXT NOT NULL, rep_id TEXT NOT NULL, state TEXT NOT NULL, call_id TEXT,
        PRIMARY KEY (office_id, follow_up_id)
    ) STRICT, WITHOUT ROWID
"""

# `remind_at` is when the rep asked to be reminded instead of at `due`. A reminder's `at` is when something is to be
# done about it next, NULL when nothing is; `claim` and `lease_until` say who is at it. A delivery's `token` comes back
# from the device that showed it.
REMINDERS = """
    ALTER TABLE follow_ups ADD COLUMN remind_at TEXT;
    CREATE INDEX follow_ups_open ON follow_ups (office_id, coalesce(remind_at, due)) WHERE state = 'open';

    CREATE TABLE subscriptions (
        office_id TEXT NOT NULL, device_id TEXT NOT NULL, endpoint TEXT NOT NULL, p256dh TEXT NOT NULL,
        auth TEXT NOT NULL, key TEXT NOT NULL, made_at TEXT NOT NULL, test_token TEXT, tested_at TEXT, armed_at TEXT,
        sent_at TEXT, trouble TEXT NOT NULL DEFAULT '', trouble_at TEXT, refused INTEGER NOT NULL DEFAULT 0,
        ended INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (office_id, device_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX subscriptions_by_endpoint ON subscriptions (endpoint);

    CREATE TABLE reminders (
        office_id TEXT NOT NULL, follow_up_id TEXT NOT NULL, at TEXT, wave INTEGER NOT NULL DEFAULT 0,
        claim TEXT, lease_until TEXT, claims INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0,
        confirmed_at TEXT, alarm_at TEXT, why TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (office_id, follow_up_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reminders_next ON reminders (office_id, at) WHERE at IS NOT NULL;

    CREATE TABLE deliveries (
        office_id TEXT NOT NULL, follow_up_id TEXT NOT NULL, device_id TEXT NOT NULL, token TEXT NOT NULL,
        done TEXT NOT NULL DEFAULT '', sentence TEXT NOT NULL DEFAULT '', sent_at TEXT, confirmed_at TEXT,
        PRIMARY KEY (office_id, follow_up_id, device_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX deliveries_by_token ON deliveries (office_id, device_id, token);

    CREATE TABLE calendars (
        office_id TEXT NOT NULL, member_id TEXT NOT NULL, token_hash BLOB NOT NULL, made_at TEXT NOT NULL,
        fetched_at TEXT,
        PRIMARY KEY (office_id, member_id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX calendars_by_token ON calendars (token_hash)
"""
