"""A promise to do something at a time, and which end of it holds."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ringback.domain.values import Id, Instant, Long, Short, Wall, must_exist

State = Literal["open", "done", "cancelled", "moved"]


class FollowUp(Struct, frozen=True):
    """`due` is UTC, `wall` the same moment on a clock in `zone`. `supersedes` is the one that this one moves."""

    id: Id
    prospect_id: Id
    call_id: Id | None
    due: Instant
    wall: Wall
    zone: Short
    reason: Long
    supersedes: Id | None

    def __post_init__(self) -> None:
        must_exist(self.due)
        must_exist(self.wall)


class Close(Struct, frozen=True):
    id: Id
    state: Literal["done", "cancelled"]
    call_id: Id | None = None


class Remind(Struct, frozen=True):
    """Remind of it again at `at`; None takes that back. The promise itself stays where it is."""

    id: Id
    at: Instant | None

    def __post_init__(self) -> None:
        if self.at is not None:
            must_exist(self.at)


def stronger(now: State, then: State) -> bool:
    """Whether `then` replaces `now`: done beats cancelled and moved, these beat open."""
    return STRENGTH[then] > STRENGTH[now]


STRENGTH: dict[State, int] = {"open": 0, "moved": 1, "cancelled": 1, "done": 2}
