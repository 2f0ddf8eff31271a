"""What each rep has promised, and whether his reminders reach him. Who needs somebody stands first, and in red."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import htpy as h

from ringback.domain.instants import written
from ringback.domain.people import Member
from ringback.domain.promises import CalendarState, LegState, Promised
from ringback.pages import words
from ringback.pages.layout import Frame, empty, page


@dataclass(frozen=True)
class RepPromises:
    """`promises` are overdue or due within a day, sorted; `later` counts the others."""

    member: Member
    promises: Sequence[Promised]
    later: int
    legs: Sequence[LegState]
    calendar: CalendarState | None


def promises_page(frame: Frame, *, reps: Sequence[RepPromises], now: datetime, contact: str) -> h.Renderable:
    return page(
        frame,
        "Promises",
        h.p(".lede")["What was promised, until tomorrow at this time, and whether a reminder of it was seen."],
        not contact and any(rep.legs for rep in reps) and ask_contact(),
        not any(rep.promises for rep in reps) and empty("Nothing is promised for today. Reps promise on their phones."),
        (rep_card(rep, now) for rep in reps),
    )


def ask_contact() -> h.Renderable:
    return h.p(".card")[
        "The services that carry reminders to the phones ask for an address to write to. ",
        h.a(href="/office/health#contact")["Give a contact address"],
        ".",
    ]


def rep_card(rep: RepPromises, now: datetime) -> h.Renderable:
    red = sum(promise.standing(now) == "alarm" for promise in rep.promises)
    return h.section(".card", aria_labelledby=f"r-{rep.member.id}")[
        h.h2(f"#r-{rep.member.id}")[
            rep.member.name, red > 0 and h.span(".tag.far")[words.plural(red, "reminder"), " not seen"]
        ],
        promise_table(rep, now) if rep.promises else h.p(".quiet")["Nothing is due until tomorrow."],
        rep.later > 0 and h.p(".quiet")[f"{words.plural(rep.later, 'promise')} for later days."],
        leg_table(rep, now) if rep.legs else h.p(".quiet")["No device yet, so nothing can ring."],
        calendar_line(rep, now),
    ]


def promise_table(rep: RepPromises, now: datetime) -> h.Renderable:
    return h.table(".cards")[
        h.caption(".unseen")[f"Promises of {rep.member.name}"],
        h.thead[h.tr[(h.th(scope="col")[head] for head in ("Due", "Prospect", "Reason", "Reminder"))]],
        h.tbody[(promise_row(promise, now) for promise in rep.promises)],
    ]


def promise_row(promise: Promised, now: datetime) -> h.Renderable:
    over = promise.overdue(now)
    return h.tr(class_={"overdue": over})[
        h.td(data_label="Due")[
            h.time(datetime=written(promise.due))[words.wall(promise.wall)],
            h.small[words.place(promise.zone)],
            h.span(".tag.far")["Overdue ", words.span(now - promise.due)] if over else day(promise, now),
        ],
        h.th(scope="row", data_label="Prospect")[
            promise.prospect or promise.company or "A prospect",
            promise.prospect and promise.company and h.small[promise.company],
            promise.blocked and h.span(".tag.far")["Do not call"],
        ],
        h.td(data_label="Reason")[promise.reason],
        h.td(data_label="Reminder")[reminder(promise, now)],
    ]


def day(promise: Promised, now: datetime) -> h.Node:
    """The rep's, and saying so where it is another date than on the prospect's wall."""
    said = promise.day(now).capitalize()
    if not said or promise.here is None:
        return None
    apart = str(promise.due.astimezone(promise.here).date()) != promise.wall[:10]
    return h.span(".tag")[f"{said} in {words.place(promise.here.key)}" if apart else said]


def reminder(promise: Promised, now: datetime) -> h.Node:
    on = ", ".join(promise.sent_to)
    match promise.standing(now):
        case "shown":
            return h.span(".tag.good")[f"Seen {ago(promise.confirmed_at, now)}"]
        case "alarm":
            why = promise.why or "The reminder was not sent. Is the office sending any? See Health."
            return h.strong(".warn")["Tell the rep. ", why]
        case "sent":
            return f"Sent to {on}, not confirmed yet" if on else "Being sent"
        case "later":
            at = max(promise.rings_at, promise.next_at or promise.rings_at)
            return [f"Rings {words.ahead(written(at), now)}", promise.why and h.small[promise.why]]
        case "coming":
            return f"Rings {words.ahead(written(promise.rings_at), now)}"


def leg_table(rep: RepPromises, now: datetime) -> h.Renderable:
    return h.table(".cards")[
        h.caption(".unseen")[f"Devices of {rep.member.name}"],
        h.thead[h.tr[(h.th(scope="col")[head] for head in ("Device", "Push", "Last push"))]],
        h.tbody[
            (
                h.tr[
                    h.th(scope="row")[leg.device],
                    h.td(data_label="Push")[push_state(leg)],
                    h.td(data_label="Last push")[ago(leg.last_push, now)],
                ]
                for leg in rep.legs
            )
        ],
    ]


def push_state(leg: LegState) -> h.Node:
    if leg.armed:
        return [h.span(".tag.good")["Armed"], leg.trouble and h.small[leg.trouble]]
    if leg.subscribed:
        return ["On, not proven: the rep sends a test in the app's settings", leg.trouble and h.small[leg.trouble]]
    return ["Off", leg.trouble and h.small[leg.trouble]]


def calendar_line(rep: RepPromises, now: datetime) -> h.Renderable:
    if rep.calendar is None:
        return h.p(".quiet")["No calendar is subscribed."]
    return h.form(".open", method="post", action=f"/office/promises/{rep.member.id}/calendar/revoke")[
        h.span[f"A calendar is subscribed, last read {ago(rep.calendar.fetched_at, now)}."],
        h.button(".quiet")["Take its address back"],
    ]


def ago(moment: datetime | None, now: datetime) -> str:
    return words.ago(written(moment) if moment else None, now)
