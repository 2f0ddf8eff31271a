"""The numbers of a phone's writes: which the office holds, and which are missing. Ranges include both ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

Range = tuple[int, int]
NONE: Range = (0, 0)  # they begin at 1
LAST = 2**53  # the largest that a phone counts to
MOST_SHOWN = 20


def missing(held: Sequence[Range], have_through: int, next_n: int) -> list[Range]:
    """What lies below `next_n` and is not held. `held` are the ranges above `have_through`, rising."""
    gaps: list[Range] = []
    first = have_through + 1
    for start, end in held:
        if start > first:
            gaps.append((first, start - 1))
        first = max(first, end + 1)
    if first < next_n:
        gaps.append((first, next_n - 1))
    return gaps[:MOST_SHOWN]


def lost(gaps: Sequence[Range], oldest_pending: int | None, next_n: int) -> list[int]:
    """Numbers in the gaps that the phone no longer waits to send, the lowest MOST_SHOWN of them."""
    waiting_from = next_n if oldest_pending is None else oldest_pending
    every = (n for start, end in gaps for n in range(start, min(end, waiting_from - 1) + 1))
    return list(islice(every, MOST_SHOWN))
