"""Numbers of several rounds, as min / median / max, and the goal beside them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median


def spread(values: Sequence[float], unit: str = "", digits: int = 0) -> str:
    return f"{min(values):.{digits}f} / {median(values):.{digits}f} / {max(values):.{digits}f}{unit and ' ' + unit}"


def verdict(value: float, goal: float, unit: str = "", digits: int = 0) -> str:
    word = "met" if value <= goal else "MISSED"
    return f"{value:.{digits}f}{unit and ' ' + unit}; goal at most {goal:.{digits}f}: {word}"
