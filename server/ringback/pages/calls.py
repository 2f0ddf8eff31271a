"""The call log: who was called, what came of it, and the exact words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import htpy as h

from ringback.domain.listings import CallFilter, LoggedCall
from ringback.domain.people import Member
from ringback.pages import words
from ringback.pages.layout import Frame, choice, empty, field, page
from ringback.pages.paging import Paging, paging_links


def calls_page(
    frame: Frame,
    *,
    calls: Sequence[LoggedCall],
    reps: Sequence[Member],
    wanted: CallFilter,
    paging: Paging,
    country: str,
    rules: Mapping[str, str],
) -> h.Renderable:
    """`rules`: what each of the coach's rules is called, by its key."""
    return page(
        frame,
        "Calls",
        filter_form(reps, wanted),
        h.p(".quiet")[words.plural(paging.total, "entry", "entries")] if calls else nothing(wanted),
        bool(calls) and call_table(calls, country, rules),
        paging_links(paging, "Newer", "Older"),
    )


def nothing(wanted: CallFilter) -> h.Renderable:
    if wanted != CallFilter():
        return empty("No entry fits.", h.p[h.a(href="/office/calls")["Show all calls"]])
    return empty("No calls logged yet. They arrive by themselves, as soon as a rep's phone has a network.")


def filter_form(reps: Sequence[Member], wanted: CallFilter) -> h.Renderable:
    people = [("", "Everybody"), *((rep.id, rep.name) for rep in reps)]
    outcomes = [("", "Every outcome"), *words.OUTCOMES.items()]
    return h.form(".card.row", method="get", action="/office/calls", role="search", aria_label="Narrow the log")[
        field("Rep", choice("rep", people, wanted.rep)),
        field("Outcome", choice("outcome", outcomes, wanted.outcome)),
        field("From", h.input(type="date", name="since", value=wanted.since)),
        field(
            "To",
            h.input(type="date", name="until", value=wanted.until),
            "Both days count, by the rep's own clock",
        ),
        h.button["Show"],
    ]


def call_table(calls: Sequence[LoggedCall], country: str, rules: Mapping[str, str]) -> h.Renderable:
    heads = ("When", "Rep", "Prospect", "Outcome", "Message")
    return h.table(".cards.log")[
        h.caption(".unseen")["Calls, newest first"],
        h.thead[h.tr[(h.th(scope="col")[head] for head in heads)]],
        h.tbody[(call_row(call, country, rules) for call in calls)],
    ]


def call_row(call: LoggedCall, country: str, rules: Mapping[str, str]) -> h.Renderable:
    return h.tr(class_={"gone": call.standing != "stands"})[
        h.td(data_label="When")[
            h.time(datetime=call.made_at)[words.moment(call.made_at, call.zone)], h.small[words.place(call.zone)]
        ],
        h.td(data_label="Rep")[call.rep],
        h.th(scope="row", data_label="Prospect")[
            call.prospect or "Unknown",
            call.company and h.small[call.company],
            call.number and h.small(".number")[words.number(call.number, country)],
        ],
        h.td(data_label="Outcome")[what_happened(call), " ", marks(call)],
        h.td(data_label="Message")[message(call, rules)],
    ]


def what_happened(call: LoggedCall) -> str:
    if call.direction == "in":
        return "Rang back" if call.response == "callback" else f"Came in: {words.label(words.OUTCOMES, call.outcome)}"
    if call.response:
        return words.label(words.RESPONSES, call.response).capitalize()
    return words.label(words.OUTCOMES, call.outcome)


def marks(call: LoggedCall) -> h.Node:
    return [
        [h.span(".tag")[said] for flag, said in words.FLAGS.items() if flag in call.flags],
        call.answered and h.span(".tag.good")[words.label(words.RESPONSES, call.answered).capitalize()],
        call.standing == "replaced" and h.span(".tag")["Corrected later"],
        call.standing == "void" and h.span(".tag")["Taken back"],
        call.corrects and h.span(".tag")["Correction"],
    ]


def message(call: LoggedCall, rules: Mapping[str, str]) -> h.Node:
    bullets = "in bullets" if "bullets" in call.flags else ""
    about = " · ".join(part for part in (call.template, call.variant, words.seconds(call.seconds), bullets) if part)
    return [
        about and h.small[about],
        call.note and h.p(".note")[call.note],
        call.script
        and h.details[
            h.summary["The words"],
            h.blockquote[call.script],
            bool(call.left_out) and h.small["Left out: ", ", ".join(call.left_out)],
            bool(call.muted) and h.small["The coach spoke up, and it was left: ", said_by_coach(call, rules)],
        ],
    ]


def said_by_coach(call: LoggedCall, rules: Mapping[str, str]) -> str:
    return ", ".join(rules.get(key, words.label({}, key)) for key in call.muted)
