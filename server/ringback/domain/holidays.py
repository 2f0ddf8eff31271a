"""The office's holidays: days on which no time for a call is suggested."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

MOST = 400
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read(text: str) -> tuple[list[str], list[str]]:
    """The days in it, one a line ("2026-12-25"), rising and each once; and the lines that are no day. More than `MOST`
    days are for the reader to refuse."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    wrong = [line for line in lines if not is_day(line)]
    return sorted(set(lines) - set(wrong)), wrong


def written(days: Sequence[str]) -> str:
    return "\n".join(days)


def is_day(text: str) -> bool:
    try:
        return bool(DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False
