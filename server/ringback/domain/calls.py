"""The log: what happened, when, to whom, and with which words. An entry never changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from operator import attrgetter
from typing import Annotated, Literal, get_args

import msgspec
from msgspec import Meta, Raw, Struct

from ringback.domain.values import INSTANT, Long, Seconds, Short, UncheckedId, are_ids, must_exist

Outcome = Literal[
    "left_message",
    "left_with_person",
    "spoke",
    "callback_agreed",
    "meeting_booked",
    "no_answer",
    "busy",
    "mailbox_full",
    "gatekeeper",
    "wrong_number",
    "disconnected",
    "do_not_call",
]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


class Call(Struct, frozen=True, gc=False, omit_defaults=True):
    """One entry as a phone wrote it. `replaces` is the entry that it corrects (or, `void`, takes back); `credits` the
    message that it answers. What the log is searched by comes first: it is found sooner in the JSON. What came later
    has a default and is left out when nobody said it, so that an old entry stays the same, letter for letter."""

    id: UncheckedId
    prospect_id: UncheckedId | None
    made_at: Short
    outcome: Outcome
    direction: Literal["out", "in"]
    template_id: UncheckedId | None
    version_id: UncheckedId | None
    credits: UncheckedId | None
    replaces: UncheckedId | None
    void: bool
    prospect_name: Short  # as it was then
    company: Short
    channel: Literal["phone", "email"]
    zone: Short  # the rep's, then
    prospect_zone: Short
    number: Short  # E.164, "" if unknown
    variant: Short
    plan: Literal["voicemail", "pick_up", ""]
    script: Long  # the exact words read, "" if none were
    seconds: Seconds | None  # spoken, by the clock
    estimate: Seconds | None  # what the script was thought to take
    left_out: Annotated[list[Short], Meta(max_length=100)]
    flags: Annotated[list[Short], Meta(max_length=20)]
    note: Long
    response: Literal["callback", "email", "pick_up"] | None
    reason: Long = ""  # what the message gave as its reason, for whoever leaves the next one
    muted: Annotated[list[Short], Meta(max_length=100)] = []  # the coach's rules that the rep waved through


def read(entry: bytes | Raw) -> Call:
    """Raises msgspec.DecodeError, or ValueError where an id or a time is none."""
    call = ENTRY.decode(entry)
    check([call])
    return call


def check(found: Sequence[Call]) -> None:
    """Raises ValueError if an id or a time of any of them is none: what is the same in each of them is looked at in all
    of them at once."""
    if not are_ids(set(chain.from_iterable(map(named, found))) - {None}):
        raise ValueError("one of its ids is none")
    for moment in {call.made_at for call in found}:
        if not AT.match(moment):
            raise ValueError("its time is none")
        must_exist(moment)


named = attrgetter("id", "prospect_id", "template_id", "version_id", "credits", "replaces")
AT = re.compile(INSTANT)
ENTRY = msgspec.json.Decoder(Call)
