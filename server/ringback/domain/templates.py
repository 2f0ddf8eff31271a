"""Templates and their versions. A version that was published never changes."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from ringback.domain.values import Id, Long, Short

Family = Literal[
    "reason",
    "curiosity",
    "referral",
    "met_before",
    "existing_customer",
    "follow_up",
    "last_resort",
    "pick_up",
    "email",
]
FAMILIES: tuple[Family, ...] = get_args(Family)
SectionKind = Literal[
    "greeting",
    "context",
    "reason",
    "ask",
    "contact",
    "number_again",
    "sign_off",
    "opener",
    "bridge",
    "question",
    "if_busy",
    "subject",
    "body",
]
Tags = Annotated[list[Short], Meta(max_length=20)]


class Section(Struct, frozen=True):
    kind: SectionKind
    text: Long


Sections = Annotated[list[Section], Meta(min_length=1, max_length=20)]


class TemplateSave(Struct, frozen=True):
    """A template as its author left the editor. `base` is the version that he edited, None for a new template."""

    id: Id
    version_id: Id
    base: Id | None
    shared: bool
    name: Annotated[str, Meta(min_length=1, max_length=200)]
    family: Family
    band: Literal["14", "20", "30", "60"]
    locale: Short
    variant_of: Id | None
    variant: Short
    tags: Tags
    note: Long
    sections: Sections


def named_after(name: str, author: str) -> str:
    """What a copy is called, when its author could not have the original."""
    return f"{name[: max(0, 197 - len(author))]} ({author})"[:200]
