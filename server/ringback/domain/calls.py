"""The log: what happened, when, to whom, and with which words. An entry never changes."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from ringback.domain.values import Id, Instant, Long, Seconds, Short, must_exist

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


class Call(Struct, frozen=True):
    """One entry as a phone wrote it. `replaces` is the entry that it corrects (or, `void`, takes back); `credits` the
    message that it answers."""

    id: Id
    prospect_id: Id | None
    prospect_name: Short  # as it was then
    company: Short
    direction: Literal["out", "in"]
    channel: Literal["phone", "email"]
    outcome: Outcome
    made_at: Instant
    zone: Short  # the rep's, then
    prospect_zone: Short
    number: Short  # E.164, "" if unknown
    template_id: Id | None
    version_id: Id | None
    variant: Short
    plan: Literal["voicemail", "pick_up", ""]
    script: Long  # the exact words read, "" if none were
    seconds: Seconds | None  # spoken, by the clock
    estimate: Seconds | None  # what the script was thought to take
    left_out: Annotated[list[Short], Meta(max_length=100)]
    flags: Annotated[list[Short], Meta(max_length=20)]
    note: Long
    response: Literal["callback", "email", "pick_up"] | None
    credits: Id | None
    replaces: Id | None
    void: bool

    def __post_init__(self) -> None:
        must_exist(self.made_at)
