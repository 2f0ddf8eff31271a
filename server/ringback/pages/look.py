"""What somebody should look at: entries that could not be applied, and values that lost. Nothing here is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import htpy as h

from ringback.domain.listings import Lost, SetAside
from ringback.pages import words
from ringback.pages.layout import Frame, empty, page


def look_page(frame: Frame, *, aside: Sequence[SetAside], lost: Sequence[Lost], now: datetime) -> h.Renderable:
    return page(
        frame,
        "To look at",
        h.p(".lede")[
            "Nothing a phone sends is thrown away. What does not fit is kept here until somebody has seen it."
        ],
        left_over(len(aside) + len(lost), frame.to_look_at),
        not aside and not lost and empty("Nothing waits. Every entry that came in found its place."),
        bool(aside) and [h.h2["Entries set aside"], (aside_card(one, now) for one in aside)],
        bool(lost) and [h.h2["Values that lost"], h.p(".quiet")[WHY_LOST], (lost_card(one, now) for one in lost)],
    )


def left_over(here: int, waiting: int) -> h.Node:
    if here >= waiting:
        return None
    return h.p[f"The newest {here:,} of {waiting:,} are shown. The others come when these were looked at."]


WHY_LOST = "Two phones changed the same thing without seeing each other's change. The later arrival stands."


def aside_card(one: SetAside, now: datetime) -> h.Renderable:
    return h.article(".card")[
        h.h3[f"{words.label(words.ENTRIES, one.op)} from {one.member or 'somebody'}"],
        h.p(".quiet")[f"{one.device or 'A phone'}, {words.ago(one.at, now)}, entry {one.n}"],
        h.p[one.sentence],
        h.details[h.summary["As it came"], h.pre(tabindex="0")[one.raw]],
        h.form(method="post", action=f"/office/look/{one.device_id}/{one.n}/{one.hash}")[
            h.button["I have looked at it"]
        ],
    ]


def lost_card(one: Lost, now: datetime) -> h.Renderable:
    return h.article(".card")[
        h.h3[one.prospect or "A prospect", ": ", one.field.replace("_", " ")],
        h.dl(".pair")[
            h.dt["Stands"],
            h.dd[one.kept or "(empty)"],
            h.dt["Lost"],
            h.dd[one.value or "(empty)"],
        ],
        h.p(".quiet")[f"Overwritten by {one.by or 'somebody'}, {words.ago(one.at, now)}"],
        h.form(method="post", action=f"/office/look/lost/{one.id}")[h.button["I have looked at it"]],
    ]
