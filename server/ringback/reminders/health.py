"""Gathers what `ringback doctor` and the page Health tell."""

from __future__ import annotations

import os
import shutil
import stat
from datetime import datetime
from pathlib import Path

from ringback.domain.errors import CannotStart
from ringback.domain.health import Facts
from ringback.reminders import vapid
from ringback.store import health, offices, reminders
from ringback.store.database import Store


def gather(store: Store, office_id: str, *, now: datetime, thorough: bool) -> Facts:
    """`thorough` looks at every page of the file, which takes seconds for a large one."""
    wrong, public = look_at_key(store.path.parent / vapid.FILE)
    with store.reading() as db:
        devices, armed, strangers, last_push = health.devices(db, office_id, public, now)
        return Facts(
            now=now,
            file=str(store.path),
            thorough=thorough,
            damage=health.damage(db) if thorough else "",
            free=shutil.disk_usage(store.path.parent).free,
            key=wrong,
            strangers=strangers,
            contact=offices.setting(db, office_id, "contact"),
            refused=health.refused(db, office_id, public, now),
            oldest=health.oldest_waiting(db, office_id, now),
            alarms=reminders.alarms(db, office_id),
            devices=devices,
            armed=armed,
            last_push=last_push,
        )


def look_at_key(path: Path) -> tuple[str, str]:
    """What is wrong with it, "" for nothing, and the public half."""
    try:
        public = vapid.load(path).public
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return f"The push key {path} is missing. Put it back from a backup, or start the office for a new one.", ""
    except OSError as reason:
        return f"The push key {path} cannot be read ({reason.strerror}).", ""
    except CannotStart as reason:
        return str(reason), ""
    if os.name == "posix" and mode & 0o077:
        return f"Others on this machine can read the push key {path}. Run: chmod 600 {path}", public
    return "", public
