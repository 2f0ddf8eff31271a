"""The prospects of all reps: found, handed over, and let out of do-not-call, which only the office may."""

from __future__ import annotations

from collections.abc import Sequence

import htpy as h

from ringback.domain.listings import ListedProspect
from ringback.domain.people import Member
from ringback.pages import words
from ringback.pages.layout import Frame, choice, empty, field, page
from ringback.pages.paging import Paging, paging_links


def prospects_page(
    frame: Frame,
    *,
    prospects: Sequence[ListedProspect],
    reps: Sequence[Member],
    paging: Paging,
    country: str,
) -> h.Renderable:
    asked = paging.asked
    return page(
        frame,
        "Prospects",
        search_form(reps, asked.get("q", ""), asked.get("owner", ""), asked.get("blocked", "")),
        h.p(".quiet")[words.plural(paging.total, "prospect")] if prospects else nothing(any(asked.values())),
        bool(prospects) and prospect_table(prospects, reps, country, paging.narrowed),
        paging_links(paging, "Previous", "Next"),
    )


def nothing(narrowed: bool) -> h.Renderable:
    if narrowed:
        return empty("Nobody fits.", h.p[h.a(href="/office/prospects")["Show all prospects"]])
    return empty("No prospects yet. Reps add theirs in the app: by hand, or from a CSV or vCard file.")


def search_form(reps: Sequence[Member], query: str, owner: str, blocked: str) -> h.Renderable:
    people = [("", "Everybody's"), *((rep.id, f"{rep.name}'s") for rep in reps)]
    return h.form(".card.row", method="get", action="/office/prospects", role="search", aria_label="Find prospects")[
        field("Name, company or number", h.input(type="search", name="q", value=query, maxlength="200")),
        field("Whose", choice("owner", people, owner)),
        field("Which", choice("blocked", [("", "All"), ("1", "Do not call")], blocked)),
        h.button["Find"],
    ]


def prospect_table(
    prospects: Sequence[ListedProspect], reps: Sequence[Member], country: str, narrowed: str
) -> h.Renderable:
    """`narrowed` is the query of this very list: whoever changes something in it sees it again."""
    heads = ("Prospect", "Number", "Rep", "Do not call")
    return h.table(".cards.owned")[
        h.caption(".unseen")["Prospects by name"],
        h.thead[h.tr[(h.th(scope="col")[head] for head in heads)]],
        h.tbody[(prospect_row(one, reps, country, narrowed) for one in prospects)],
    ]


def prospect_row(one: ListedProspect, reps: Sequence[Member], country: str, narrowed: str) -> h.Renderable:
    return h.tr[
        h.th(scope="row", data_label="Prospect")[
            one.name or "No name",
            one.company and h.small[one.company],
            one.lost > 0 and h.a(".tag", href="/office/look")["A value lost"],
        ],
        h.td(".number", data_label="Number")[words.number(one.phone, country)],
        h.td(data_label="Rep")[one.owner, assign_form(one, reps, narrowed)],
        h.td(data_label="Do not call")[blocked(one, narrowed) if one.blocked_at else block_form(one, narrowed)],
    ]


def assign_form(one: ListedProspect, reps: Sequence[Member], narrowed: str) -> h.Node:
    others = [(rep.id, rep.name) for rep in reps if rep.id != one.owner_id]
    if not others:
        return None
    return h.details(".aside")[
        h.summary["Hand over", h.span(".unseen")[f" {one.name}"]],
        h.form(".row", method="post", action=f"/office/prospects/{one.id}/assign{narrowed}")[
            field("To", choice("to", others)), h.button["Hand over"]
        ],
    ]


def blocked(one: ListedProspect, narrowed: str) -> h.Node:
    return [
        h.strong(".warn")["Do not call"],
        h.small[f"Since {words.day(one.blocked_at or '')}", one.blocked_by and f", by {one.blocked_by}"],
        one.blocked_why and h.p(".note")[one.blocked_why],
        h.details(".aside")[
            h.summary["Clear", h.span(".unseen")[f" do-not-call of {one.name}"]],
            h.p["Only when the person has agreed to be called again. Reps can then call once more."],
            h.form(method="post", action=f"/office/prospects/{one.id}/unblock{narrowed}")[
                h.button(".danger")["Clear do-not-call"]
            ],
        ],
    ]


def block_form(one: ListedProspect, narrowed: str) -> h.Renderable:
    return h.details(".aside")[
        h.summary["Set do-not-call", h.span(".unseen")[f" for {one.name}"]],
        h.form(".row", method="post", action=f"/office/prospects/{one.id}/block{narrowed}")[
            field("Reason", h.input(name="why", maxlength="1000", required=True)),
            h.button(".danger")["Set do-not-call"],
        ],
    ]
