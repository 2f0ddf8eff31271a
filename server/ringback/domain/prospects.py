"""Whose edit holds when two phones changed the same prospect without knowing of each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec import Struct

from ringback.domain.values import FieldName, Long

MOST_FIELDS = 100
PLACE = "rank"  # in the rep's own call list: two phones that log the same call both move it, and no value is lost


class Edit(Struct, frozen=True):
    """One field, as the phone knew it and as it is to be. "" and absent are the same."""

    field: FieldName
    old: Long
    new: Long


@dataclass(frozen=True)
class Lost:
    """A value that a later edit replaced without having known it."""

    field: str
    value: str
    kept: str


@dataclass(frozen=True)
class Merged:
    """What the fields are now, what was lost on the way, and how much there was to do."""

    fields: dict[str, str]
    lost: list[Lost]
    changed: bool
    known: bool  # some of it was there already


def merge(stored: Mapping[str, str], edits: Sequence[Edit]) -> Merged:
    """Per field: as the phone knew it, apply; already so, nothing; otherwise the later holds and the other is kept, but
    for a place in the call list."""
    fields = dict(stored)
    lost: list[Lost] = []
    known = False
    for edit in edits:
        now = fields.get(edit.field, "")
        if now == edit.new:
            known = True
            continue
        if now not in (edit.old, "") and edit.field != PLACE:
            lost.append(Lost(edit.field, now, edit.new))
        fields[edit.field] = edit.new
    fields = {field: value for field, value in fields.items() if value}
    return Merged(fields, lost, changed=fields != stored, known=known)


def full_name(fields: Mapping[str, str]) -> str:
    """As the phone says it: by the name that somebody goes by, where no other first name is known."""
    first = fields.get("first_name") or fields.get("preferred_name", "")
    return " ".join(name for name in (first, fields.get("last_name", "")) if name)
