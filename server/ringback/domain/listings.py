"""What the office's pages show: rows as a lead reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Standing = Literal["stands", "replaced", "void"]


@dataclass(frozen=True)
class LoggedCall:
    """One entry of the log. `standing`: whether a later entry corrected it or took it back."""

    id: str
    rep: str
    made_at: str
    zone: str  # the rep's, then
    prospect: str
    company: str
    number: str
    direction: str
    channel: str
    outcome: str
    template: str
    variant: str
    script: str
    seconds: float | None
    note: str
    left_out: Sequence[str]
    flags: Sequence[str]  # "rescued", "unprepared", "bullets"
    muted: Sequence[str]  # keys of the coach's rules that the rep waved through
    standing: Standing
    corrects: bool
    response: str  # how this entry answers an earlier message, "" if it does not
    answered: str  # how this message was answered, "" if it was not


@dataclass(frozen=True)
class CallFilter:
    """Empty means all. Days are `2026-11-21`, by the calendar of whoever called, both included."""

    rep: str = ""
    outcome: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class ListedProspect:
    id: str
    name: str
    company: str
    phone: str
    owner_id: str
    owner: str
    blocked_at: str | None
    blocked_by: str
    blocked_why: str
    lost: int  # values that lost and nobody has looked at


@dataclass(frozen=True)
class ListedVersion:
    number: int
    author: str
    published_at: str
    sections: Sequence[tuple[str, str]]  # kind and text


@dataclass(frozen=True)
class ListedTemplate:
    """`versions` newest first; the first is the one that phones use."""

    id: str
    name: str
    family: str
    band: str
    locale: str
    owner: str  # "" for one that the office shares
    variant: str
    variant_of: str  # name of the template that it is compared with
    tags: Sequence[str]
    note: str
    retired: bool
    versions: Sequence[ListedVersion]


@dataclass(frozen=True)
class SetAside:
    """An operation that could not be applied."""

    device_id: str
    n: int
    hash: str
    member: str
    device: str
    op: str
    raw: str
    sentence: str
    at: str
    looked_at: str | None


@dataclass(frozen=True)
class Lost:
    """A value that another phone's later edit took the place of."""

    id: str
    prospect: str
    field: str
    value: str
    kept: str
    by: str
    at: str
