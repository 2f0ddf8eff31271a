"""What can be wrong with an office, in words for the person who runs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Level = Literal["good", "soon", "bad"]

LATE = timedelta(minutes=2)  # a loop that runs is never so late
FULL, NEARLY = 200 * 1024 * 1024, 1024 * 1024 * 1024  # bytes that are left on the disk


@dataclass(frozen=True)
class Check:
    """bad: something does not work. soon: it works, and somebody should do something before it does not."""

    level: Level
    about: str
    sentence: str


@dataclass(frozen=True)
class Facts:
    """`key` says what is wrong with the push key, "" for nothing, and `strangers` are devices that are subscribed to
    another one. `oldest` is when the reminder that waits longest
    should have gone. `refused` are push services' own words, by device. `damage` is what SQLite says of the file, ""
    for nothing, and only `thorough` facts know it. `free` is in bytes."""

    now: datetime
    file: str
    thorough: bool
    damage: str
    free: int
    key: str
    strangers: int
    contact: str
    refused: Sequence[tuple[str, str]]
    oldest: datetime | None
    alarms: int
    devices: int
    armed: int
    last_push: str


def checks(facts: Facts) -> list[Check]:
    return [
        file_check(facts),
        disk_check(facts),
        key_check(facts),
        contact_check(facts),
        refused_check(facts),
        loop_check(facts),
        alarm_check(facts),
        armed_check(facts),
    ]


def well(found: Sequence[Check]) -> bool:
    return all(check.level != "bad" for check in found)


def summary(found: Sequence[Check]) -> str:
    if not well(found):
        return "Something does not work. What to do stands beside it."
    soon = any(check.level == "soon" for check in found)
    return "Everything works. Please see to what is marked Soon." if soon else "Everything works."


def file_check(facts: Facts) -> Check:
    if facts.damage:
        return Check("bad", "File", f"{facts.file} is damaged ({facts.damage}). Put the newest backup in its place.")
    if not facts.thorough:
        return Check("good", "File", "The office's file answers. `ringback doctor` looks at every page of it.")
    return Check("good", "File", "The office's file is sound.")


def disk_check(facts: Facts) -> Check:
    left = f"{size(facts.free)} are left on the disk"
    if facts.free < FULL:
        return Check("bad", "Disk", f"The disk is nearly full: {left}. Make room, or the office stops saving.")
    return Check("soon" if facts.free < NEARLY else "good", "Disk", f"{left}.")


def size(count: int) -> str:
    """Bytes as people say them."""
    megabytes = count / 1024 / 1024
    return f"{megabytes:,.0f} MB" if megabytes < 1024 else f"{megabytes / 1024:,.0f} GB"


def key_check(facts: Facts) -> Check:
    if facts.key:
        return Check("bad", "Push key", " ".join(word for word in (facts.key, strangers(facts.strangers)) if word))
    if facts.strangers:
        return Check("soon", "Push key", strangers(facts.strangers))
    return Check("good", "Push key", "The key for push services is there, and only its owner can read it.")


def strangers(count: int) -> str:
    if not count:
        return ""
    these = "1 device is" if count == 1 else f"{count} devices are"
    return (
        f"{these} subscribed to another push key than the one that is here, and no reminder rings there until the app "
        "is opened once more. Is the right key in a backup? Then put that back, and restart the office."
    )


def contact_check(facts: Facts) -> Check:
    if facts.contact:
        return Check("good", "Contact address", f"Push services can turn to {facts.contact}.")
    sentence = (
        "No contact address is set. The services that carry reminders ask for one, to write to when something is "
        "wrong: the office's page Health takes it."
    )
    return Check("soon", "Contact address", sentence)


def refused_check(facts: Facts) -> Check:
    if not facts.refused:
        return Check("good", "Push services", "No push service refuses this office.")
    named = "; ".join(f"{device}: {said}" for device, said in facts.refused[:5])
    return Check(
        "bad",
        "Push services",
        f"{named} Look whether the contact address is one that receives mail, and whether the clock of this machine "
        "is right; then open the app on these devices, so that they subscribe anew.",
    )


def loop_check(facts: Facts) -> Check:
    if facts.oldest is None or facts.now - facts.oldest < LATE:
        return Check("good", "Reminders", "No reminder is late.")
    minutes = int((facts.now - facts.oldest).total_seconds() // 60)
    return Check(
        "bad",
        "Reminders",
        f"Reminders are late: the first should have gone {minutes:,} minutes ago. Is the office running? "
        "`ringback serve` sends them, and so does `ringback remind`.",
    )


def alarm_check(facts: Facts) -> Check:
    if not facts.alarms:
        return Check("good", "Promises", "No reminder has stayed unseen.")
    these = "1 promise that is due was" if facts.alarms == 1 else f"{facts.alarms} promises that are due were"
    return Check("soon", "Promises", f"{these} shown on no device. The page Promises says whose: tell the rep.")


def armed_check(facts: Facts) -> Check:
    last = f" The last push went {facts.last_push}." if facts.last_push else ""
    sentence = f"{facts.armed} of {facts.devices} devices are armed for push.{last}"
    if facts.devices and not facts.armed:
        how = "No phone would ring: each rep switches notifications on in the app's settings."
        return Check("soon", "Devices", f"{sentence} {how}")
    return Check("good", "Devices", sentence)
