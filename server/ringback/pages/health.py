"""Whether the office is well, and if not, what to do: the same as `ringback doctor` says."""

from __future__ import annotations

from collections.abc import Sequence

import htpy as h

from ringback.domain.health import Check, Level, summary
from ringback.pages.layout import Frame, field, page

MARKS: dict[Level, tuple[str, str]] = {"good": (".good", "Well"), "soon": (".over", "Soon"), "bad": (".far", "Wrong")}


def health_page(frame: Frame, *, checks: Sequence[Check], contact: str, trouble: str = "") -> h.Renderable:
    return page(
        frame,
        "Health",
        h.p(".lede")[summary(checks)],
        h.section(".card", aria_label="What was looked at")[
            h.dl(".pair.checks")[(check_row(check) for check in checks)]
        ],
        contact_form(contact, trouble),
    )


def check_row(check: Check) -> list[h.Node]:
    mark, word = MARKS[check.level]
    return [h.dt[check.about], h.dd[h.span(f".tag{mark}")[word], " ", h.span[check.sentence]]]


def contact_form(contact: str, trouble: str) -> h.Renderable:
    return h.section(".card.narrow", aria_labelledby="contact")[
        h.h2("#contact")["Contact address"],
        bool(trouble) and h.p(".trouble", role="alert")[trouble],
        h.form(method="post", action="/office/health/contact")[
            field(
                "E-mail address",
                h.input(
                    name="contact", type="email", required=True, maxlength="200", value=contact, autocomplete="email"
                ),
                "The services that carry reminders turn to it when something is wrong. Nobody else sees it.",
            ),
            h.button(".primary")["Save"],
        ],
    ]
