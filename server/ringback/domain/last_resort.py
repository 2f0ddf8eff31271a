"""When a message may say that it is the last one: after so many that nobody answered, over so many weeks."""

from __future__ import annotations

from dataclasses import dataclass

MOST_MESSAGES = 20
MOST_WEEKS = 52


@dataclass(frozen=True, slots=True)
class LastResort:
    """Both must have passed. Three and three: the author of the idea asks for "several" messages over "a long time" and
    gives no number; a fourth message within a month is where most people stop."""

    messages: int = 3
    weeks: int = 3


def read(messages: str, weeks: str) -> LastResort | None:
    """As it was typed; None when it is no number, or not one that makes sense."""
    if not (is_number(messages.strip()) and is_number(weeks.strip())):
        return None
    typed = LastResort(int(messages), int(weeks))
    return typed if 1 <= typed.messages <= MOST_MESSAGES and typed.weeks <= MOST_WEEKS else None


def is_number(text: str) -> bool:
    """Of a length that anybody types: Python reads no number of thousands of digits."""
    return text.isdecimal() and len(text) < 10
