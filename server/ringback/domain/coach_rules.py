"""The coach's rules as a lead switches them. What rules there are, and what they are called, the phone's sources say:
the list is made when the phone is built."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field


class Number(Struct, frozen=True):
    """A number that a rule goes by, whole, and the range in which it makes sense."""

    name: str
    label: str
    unit: str
    least: int = field(name="from")
    most: int = field(name="to")
    usual: int


class Rule(Struct, frozen=True):
    key: str
    label: str
    why: str
    advice: str  # "1.6, 3.10": the pieces of advice that it enforces
    fixed: bool  # nobody can switch it off
    numbers: tuple[Number, ...]


class Chosen(Struct, frozen=True):
    """What differs from the usual. Phones get it as it is, with the office's row."""

    off: list[str] = []
    numbers: dict[str, int] = {}


class OutOfRange(Exception):
    """A number that makes no sense, with a sentence for the lead."""


def read(rules: Sequence[Rule], form: Mapping[str, str]) -> Chosen:
    """From a form in which every rule that is on has its box ticked (`on:KEY`) and every number its field
    (`number:NAME`). Raises OutOfRange."""
    off = [rule.key for rule in rules if not rule.fixed and f"on:{rule.key}" not in form]
    given = [(number, form.get(f"number:{number.name}", "").strip()) for rule in rules for number in rule.numbers]
    numbers = {number.name: as_number(number, text) for number, text in given if text}
    return Chosen(off, {n.name: numbers[n.name] for n, _ in given if numbers.get(n.name, n.usual) != n.usual})


def as_number(number: Number, text: str) -> int:
    value = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None
    if value is None or not number.least <= value <= number.most:
        said = f"{number.least} to {number.most} {number.unit}, not {text[:20]}"
        raise OutOfRange(f'"{number.label}" can be {said}. Nothing was changed; what you chose is below.')
    return value
