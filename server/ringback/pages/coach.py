"""What the coach looks for: each rule with its switch and its numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import htpy as h

from ringback.domain.coach_rules import Chosen, Number, Rule
from ringback.pages.layout import Frame, page
from ringback.pages.words import plural


def form_of(rules: Sequence[Rule], chosen: Chosen) -> dict[str, str]:
    """The form that says this: what `read` takes."""
    on = {f"on:{rule.key}": "on" for rule in rules if rule.fixed or rule.key not in chosen.off}
    numbers = [number for rule in rules for number in rule.numbers]
    return on | {f"number:{n.name}": str(chosen.numbers.get(n.name, n.usual)) for n in numbers}


def coach_page(frame: Frame, *, rules: Sequence[Rule], form: Mapping[str, str], trouble: str = "") -> h.Renderable:
    off = sum(not rule.fixed and f"on:{rule.key}" not in form for rule in rules)
    return page(
        frame,
        "Coach",
        bool(trouble) and h.p(".trouble", role="alert")[trouble],
        h.p(".lede")["While a rep prepares a message, the coach says what would keep it from being called back."],
        h.p(".quiet")[
            f"{plural(len(rules), 'rule')}, {off or 'none'} switched off. They hold for every phone of the office from "
            "its next sync on; a phone without a network goes on with what it had. A rep can wave one through for one "
            "message: the call log says so."
        ],
        h.form(".card.rules", method="post", action="/office/coach")[
            h.ul[(rule_item(rule, form) for rule in rules)],
            h.div(".save")[h.button(".primary")["Save"]],
        ],
    )


def rule_item(rule: Rule, form: Mapping[str, str]) -> h.Renderable:
    box = f"on:{rule.key}"
    switch = h.input(type="checkbox", name=box, checked=rule.fixed or box in form, disabled=rule.fixed)
    return h.li(class_={"off": not rule.fixed and box not in form})[
        h.label(".switch")[switch, h.b[rule.label], rule.fixed and h.span(".tag")["Always on"]],
        h.p[rule.why, " ", h.a(href=f"/#/advice?rule={rule.key}")["Advice ", rule.advice]],
        bool(rule.numbers) and h.div(".numbers")[(number_field(number, form) for number in rule.numbers)],
    ]


def number_field(number: Number, form: Mapping[str, str]) -> h.Renderable:
    name = f"number:{number.name}"
    return h.label(".number-field")[
        h.span[number.label],
        h.input(
            type="number",
            name=name,
            required=True,
            min=str(number.least),
            max=str(number.most),
            value=form.get(name, str(number.usual)),
        ),
        h.span[number.unit],
        h.small[f"{number.least} to {number.most}, usually {number.usual}"],
    ]
