"""Who is in the office, on which phones, and how to bring in the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import htpy as h

from ringback.domain.people import Member, Secret
from ringback.pages import words
from ringback.pages.layout import Frame, Typed, choice, empty, field, page

INVITE = "/office/people/invite"
ROLES = [("rep", "Rep: calls"), ("lead", "Lead: calls and runs the office")]


@dataclass(frozen=True)
class Phone:
    """One device, as a lead looks at it. `waiting`: made on it, not in the office yet, as of its last sync."""

    id: str
    name: str
    seen_at: str | None
    revoked: bool
    current: bool  # speaks the newest records
    synced: bool
    waiting: int
    hole: bool
    lost: bool
    mine: bool  # the one that this page is looked at with


@dataclass(frozen=True)
class Open:
    """An invitation that still works."""

    id: str
    expires_at: str


@dataclass(frozen=True)
class Person:
    member: Member
    phones: Sequence[Phone]
    invitations: Sequence[Open]


def people_page(frame: Frame, *, people: Sequence[Person], now: datetime) -> h.Renderable:
    typed = frame.done.typed if frame.done else None
    return page(
        frame,
        "People",
        invite_form(typed if typed and typed.form == INVITE else Typed(INVITE, "")),
        len(people) == 1 and empty("You are alone here. Invite your first rep: a name is enough."),
        (person_card(person, typed, now) for person in people),
    )


def invite_form(typed: Typed) -> h.Renderable:
    return h.section(".card", aria_labelledby="invite")[
        h.h2("#invite")["Invite somebody"],
        h.form(".row", method="post", action=INVITE)[
            field("Name", h.input(name="name", required=True, maxlength="200", value=typed.name, autocomplete="off")),
            field("Role", choice("role", ROLES, typed.role)),
            h.button(".primary")["Make an invitation"],
        ],
    ]


def person_card(person: Person, typed: Typed | None, now: datetime) -> h.Renderable:
    who = person.member
    return h.section(".card", aria_labelledby=f"m-{who.id}")[
        h.div(".head")[
            h.h2(f"#m-{who.id}")[who.name, h.span(".tag")[words.ROLES[who.role]]],
            rename_form(who, typed),
        ],
        phone_table(person, now) if person.phones else h.p(".quiet")["Not here yet: no phone has joined."],
        (open_row(invitation, now) for invitation in person.invitations),
        h.form(method="post", action=f"/office/people/{who.id}/invite")[
            h.button["Invite on a further phone" if person.phones else "Make a new invitation"]
        ],
    ]


def rename_at(member_id: str) -> str:
    return f"/office/people/{member_id}/rename"


def rename_form(who: Member, typed: Typed | None) -> h.Renderable:
    mended = typed if typed and typed.form == rename_at(who.id) else None
    name = mended.name if mended else who.name
    return h.details(".aside", open=mended is not None)[
        h.summary["Rename", h.span(".unseen")[f" {who.name}"]],
        h.form(".row", method="post", action=rename_at(who.id))[
            field("Name", h.input(name="name", required=True, maxlength="200", value=name, autocomplete="off")),
            h.button["Save the name"],
        ],
    ]


def phone_table(person: Person, now: datetime) -> h.Renderable:
    heads = ("Phone or browser", "Last seen", "App", "Waiting on it", "")
    return h.table(".cards.phones")[
        h.caption(".unseen")[f"Phones and browsers of {person.member.name}"],
        h.thead[h.tr[(h.th(scope="col")[head or h.span(".unseen")["Actions"]] for head in heads)]],
        h.tbody[(phone_row(phone, now) for phone in person.phones)],
    ]


def phone_row(phone: Phone, now: datetime) -> h.Renderable:
    return h.tr(class_={"gone": phone.revoked})[
        h.th(scope="row")[phone.name, phone.mine and h.span(".tag")["This one"]],
        h.td(data_label="Last seen")[words.ago(phone.seen_at, now)],
        h.td(data_label="App")[app_state(phone)],
        h.td(data_label="Waiting on it")[waiting(phone)],
        h.td(".act")[restore_form(phone) if phone.revoked else revoke_form(phone)],
    ]


def app_state(phone: Phone) -> str:
    if not phone.synced:
        return "Has not synced yet"
    return "Up to date" if phone.current else "Older: it is offered the update when it is online"


def waiting(phone: Phone) -> h.Node:
    if phone.lost:
        return h.strong(".warn")["Its storage was emptied; what it had not sent is gone"]
    if phone.hole:
        return h.strong(".warn")["Entries are missing for over a day"]
    return words.plural(phone.waiting, "entry", "entries") if phone.waiting else "Nothing"


def revoke_form(phone: Phone) -> h.Renderable:
    return h.details(".aside")[
        h.summary["Revoke", h.span(".unseen")[f" {phone.name}"]],
        h.p["It gets nothing from the office any more. What is on it stays on it."],
        phone.mine and h.p[h.strong["This is the one you are using: you would sign yourself out."]],
        h.form(method="post", action=f"/office/devices/{phone.id}/revoke")[h.button(".danger")["Revoke it"]],
    ]


def restore_form(phone: Phone) -> h.Renderable:
    return h.form(method="post", action=f"/office/devices/{phone.id}/restore")[
        h.span(".quiet")["Revoked "], h.button(".quiet")["Let it in again"]
    ]


def open_row(invitation: Open, now: datetime) -> h.Renderable:
    return h.form(".open", method="post", action=f"/office/invitations/{invitation.id}/cancel")[
        h.span["An invitation is open. It ends ", words.ahead(invitation.expires_at, now), "."],
        h.button(".quiet")["Cancel it"],
    ]


def invitation_page(
    frame: Frame, *, member: Member, secret: Secret, link: str, picture: str, expires: str
) -> h.Renderable:
    """`picture` is the link as a QR code, a data address."""
    return page(
        frame,
        f"Let {member.name} in",
        h.p(".lede")[f"Give {member.name} one of these. Whichever is used first works, once, and ends {expires}."],
        h.div(".ways")[
            h.section(".card", aria_labelledby="scan")[
                h.h2("#scan")["Point a phone's camera here"],
                h.img(".qr", src=picture, alt="QR code of the link beside it", width="240", height="240"),
            ],
            h.section(".card", aria_labelledby="send")[
                h.h2("#send")["Send the link"],
                h.p(".quiet")["One click chooses all of it, to be copied."],
                h.p(".copy", tabindex="0")[link],
                h.h2["Or say the code"],
                h.p(".copy.big", tabindex="0")[secret.spaced],
                h.p(".quiet")[
                    "For an iPhone: open the address of the office, add it to the home screen, and type the code ",
                    h.em["in the installed app"],
                    ".",
                ],
            ],
        ],
        h.p(".quiet")["This page is shown for a quarter of an hour; only hashes of the link and the code are kept."],
        h.p[h.a(href="/office/people")["Back to people"]],
    )
