"""The templates as they stand: what every phone has to read from."""

from __future__ import annotations

import re
from collections.abc import Sequence

import htpy as h

from ringback.domain.listings import ListedTemplate, ListedVersion
from ringback.pages import words
from ringback.pages.layout import Frame, empty, page

FIELD = re.compile(r"(\{[a-z][a-z0-9_]*\})")


def templates_page(frame: Frame, *, templates: Sequence[ListedTemplate]) -> h.Renderable:
    shared = [one for one in templates if not one.owner]
    return page(
        frame,
        "Templates",
        h.p(".lede")["What the phones have to read from. New versions are written in the app, and reach every phone."],
        not shared and empty("There are no shared templates. A lead writes one in the app, under Templates."),
        bool(shared) and [h.h2["Shared by all"], h.div(".templates")[(template_card(one) for one in shared)]],
        (owned(templates) if len(shared) < len(templates) else None),
    )


def owned(templates: Sequence[ListedTemplate]) -> h.Node:
    return [
        h.h2["Kept by reps for themselves"],
        h.div(".templates")[(template_card(one) for one in templates if one.owner)],
    ]


def template_card(template: ListedTemplate) -> h.Renderable:
    return h.article(class_=["card", {"gone": template.retired}], aria_labelledby=f"t-{template.id}")[
        h.h3(f"#t-{template.id}")[template.name],
        h.p(".tags")[(h.span(".tag")[tag] for tag in tags(template))],
        template.variant_of and h.p(".quiet")[f"Compared with “{template.variant_of}”."],
        bool(template.versions) and sections(template.versions[0]),
        template.note and h.p(".note")[with_fields(template.note)],
        bool(template.versions) and history(template),
    ]


def tags(template: ListedTemplate) -> list[str]:
    found = [words.label(words.FAMILIES, template.family), words.label(words.BANDS, template.band), template.locale]
    found += [f"Variant {template.variant}"] if template.variant else []
    found += [template.owner] if template.owner else []
    return found + (["Retired"] if template.retired else [])


def sections(version: ListedVersion) -> h.Renderable:
    return h.dl(".sections")[
        ([h.dt[words.label(words.SECTIONS, kind)], h.dd[with_fields(text)]] for kind, text in version.sections)
    ]


def with_fields(text: str) -> list[h.Node]:
    """Merge fields stand out: they are what a rep fills in."""
    return [
        h.span(".merge")[part[1:-1].replace("_", " ")] if FIELD.fullmatch(part) else part for part in FIELD.split(text)
    ]


def history(template: ListedTemplate) -> h.Renderable:
    newest, *older = template.versions
    if not older:
        return h.p(".quiet")[told(newest)]
    return h.details[
        h.summary[f"{told(newest)}; {words.plural(len(older), 'earlier one')}"],
        ([h.h4[told(one)], sections(one)] for one in older),
    ]


def told(version: ListedVersion) -> str:
    return f"Version {version.number} by {version.author}, {words.day(version.published_at)}"
