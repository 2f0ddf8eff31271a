"""How the office says things: outcomes, families, times and numbers."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import phonenumbers

from ringback.domain.instants import local, read

OUTCOMES = {
    "left_message": "Left a message",
    "left_with_person": "Left with a person",
    "spoke": "Spoke",
    "callback_agreed": "Callback agreed",
    "meeting_booked": "Meeting booked",
    "no_answer": "No answer, no message",
    "busy": "Busy",
    "mailbox_full": "Mailbox full",
    "gatekeeper": "Gatekeeper",
    "wrong_number": "Wrong person or number",
    "disconnected": "Disconnected",
    "do_not_call": "Do not call",
}
RESPONSES = {"callback": "called back", "email": "answered by e-mail", "pick_up": "picked up on the next dial"}
FLAGS = {"rescued": "Rescued", "unprepared": "Unprepared", "bullets": "From key words"}
FAMILIES = {
    "reason": "Reason",
    "curiosity": "Curiosity",
    "referral": "Referral",
    "met_before": "Met before",
    "existing_customer": "Existing customer",
    "follow_up": "Follow-up",
    "last_resort": "Last resort",
    "pick_up": "Pick-up talk track",
    "email": "Follow-up e-mail",
}
SECTIONS = {
    "greeting": "Greeting",
    "context": "Context",
    "reason": "Reason",
    "ask": "Ask",
    "contact": "Contact",
    "number_again": "Number again",
    "sign_off": "Sign-off",
    "opener": "Opener",
    "bridge": "Bridge",
    "question": "Question",
    "if_busy": "If busy",
    "subject": "Subject",
    "body": "Body",
}
ENTRIES = {  # by the kind of operation that a phone sent
    "call.add": "A call",
    "prospect.edit": "A change to a prospect",
    "prospect.delete": "A deleted prospect",
    "prospect.block": "A do-not-call",
    "prospect.resolve": "A choice between two values",
    "follow_up.add": "A promise",
    "follow_up.close": "A promise that was closed",
    "follow_up.remind": "A reminder that was moved",
    "template.save": "A template",
    "template.retire": "A template that was retired",
    "profile.edit": "A change to the settings",
}
BANDS = {"14": "8 to 14 s", "20": "up to 20 s", "30": "up to 30 s", "60": "up to 60 s"}
ROLES = {"lead": "Lead", "rep": "Rep"}
LONGEST_NAME = 80  # in a sentence: browsers drop a cookie of more than 4 kB, and the sentence travels in one


def label(of: dict[str, str], word: str) -> str:
    """A word from a newer phone is shown as it is."""
    return of.get(word, word.replace("_", " "))


def short(name: str) -> str:
    """A name inside a sentence: as it is, unless something else was pasted into its field."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def ago(instant: str | None, now: datetime) -> str:
    if not instant:
        return "never"
    return "just now" if now - read(instant) < timedelta(minutes=1) else f"{span(now - read(instant))} ago"


def ahead(instant: str, now: datetime) -> str:
    return f"in {span(read(instant) - now)}"


def span(length: timedelta) -> str:
    """In one unit, the largest that fits."""
    minutes = max(1, round(length.total_seconds() / 60))
    units = ((1440, "day"), (60, "hour"), (1, "minute"))
    size, unit = next((size, unit) for size, unit in units if minutes >= size)
    return plural(minutes // size, unit)


def moment(instant: str, zone: str) -> str:
    """As the clock stood where it happened: `Tue 18 Nov 2026, 10:15`."""
    return clock(local(instant, zone))


def wall(text: str) -> str:
    """`2026-11-18T10:15`, as a clock shows it that nobody here needs to know the zone of."""
    return clock(datetime.fromisoformat(text))


def clock(shown: datetime) -> str:
    return shown.strftime("%a %-d %b %Y, %H:%M")


def day(instant: str) -> str:
    """`2026-11-18T10:15:00.000Z` as `18 Nov 2026`; what is no day stays as it is."""
    try:
        return date.fromisoformat(instant[:10]).strftime("%-d %b %Y")
    except ValueError:
        return instant


def place(zone: str) -> str:
    """`America/Los_Angeles` as people say it."""
    return zone.split("/")[-1].replace("_", " ")


def number(e164: str, country: str) -> str:
    """The local way at home, with the country elsewhere; what is not a number stays as it is."""
    try:
        parsed = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    home = phonenumbers.country_code_for_region(country) == parsed.country_code
    style = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, style.NATIONAL if home else style.INTERNATIONAL)


def seconds(value: float | None) -> str:
    return "" if value is None else f"{round(value)}\u00a0s"


def plural(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"
