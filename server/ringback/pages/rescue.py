"""Taking in a file from a phone that cannot sync any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import htpy as h

from ringback.domain.people import Member
from ringback.pages import words
from ringback.pages.layout import Frame, choice, field, page


@dataclass(frozen=True)
class TakenIn:
    """How many entries of a file were new, were here already, had to be set aside, or could not be read at all."""

    whose: str
    new: int
    known: int
    aside: int
    unreadable: int


def rescue_page(
    frame: Frame, *, members: Sequence[Member], taken: TakenIn | None = None, trouble: str = ""
) -> h.Renderable:
    people = [("", "The member that the file names"), *((who.id, who.name) for who in members)]
    return page(
        frame,
        "Rescue",
        h.div(".narrow")[
            h.p(".lede")[
                "A phone that cannot sync can still write all it holds into a file: in the app, Settings, Rescue file. "
                "Bring that file in here."
            ],
            trouble and h.p(".trouble", role="alert")[trouble],
            result(taken) if taken else None,
            h.form(".card", method="post", action="/office/rescue", enctype="multipart/form-data")[
                field("Rescue file", h.input(type="file", name="file", required=True, accept=".json,application/json")),
                field(
                    "Whose it is", choice("member", people), "Choose somebody if the phone never joined this office."
                ),
                h.button(".primary")["Bring it in"],
            ],
            h.p(".quiet")["Bringing the same file in twice changes nothing."],
        ],
    )


def result(taken: TakenIn) -> h.Renderable:
    return h.div(".done", role="status")[
        h.p[
            f"Taken in for {taken.whose}: {words.plural(taken.new, 'new entry', 'new entries')}, "
            f"{taken.known:,} here already, {taken.aside:,} set aside. ",
            taken.aside > 0 and h.a(href="/office/look")["Look at those set aside"],
            taken.unreadable > 0
            and h.strong[f" {words.plural(taken.unreadable, 'entry', 'entries')} could not be read. Keep the file."],
        ]
    ]
