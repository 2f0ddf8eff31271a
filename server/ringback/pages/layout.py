"""What every page of the office shares: its frame, its navigation, and what was just done."""

from __future__ import annotations

from dataclasses import dataclass

import htpy as h

from ringback.domain.people import Member


@dataclass(frozen=True)
class Typed:
    """What could not be taken as it was: it stands in its form again. `form` is the address it goes to."""

    form: str
    name: str
    role: str = ""


@dataclass(frozen=True)
class Done:
    """What the form before this page did. `undo` is where a form that takes it back is sent, if that can be."""

    sentence: str
    undo: str = ""
    typed: Typed | None = None


@dataclass(frozen=True)
class Frame:
    css: str
    office: str
    member: Member | None = None
    here: str = ""
    done: Done | None = None
    to_look_at: int = 0
    not_seen: int = 0  # reminders that no device has confirmed


PAGES = (
    ("promises", "Promises"),
    ("people", "People"),
    ("calls", "Calls"),
    ("prospects", "Prospects"),
    ("templates", "Templates"),
    ("coach", "Coach"),
    ("look", "To look at"),
    ("rescue", "Rescue"),
    ("settings", "Settings"),
    ("health", "Health"),
)


def page(frame: Frame, title: str, *content: h.Node) -> h.Renderable:
    return h.html(lang="en")[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.meta(name="color-scheme", content="light dark"),
            h.title[f"{title} · Ringback"],
            h.link(rel="icon", href="/icons/icon.svg", type="image/svg+xml"),
            h.link(rel="stylesheet", href=frame.css),
        ],
        h.body[
            h.a(".skip", href="#content")["Skip to the content"],
            top(frame),
            h.main("#content", tabindex="-1")[done(frame.done), h.h1[title], content],
        ],
    ]


def top(frame: Frame) -> h.Renderable:
    return h.header(".top")[
        h.a(".brand", href="/office")[h.img(src="/icons/icon.svg", alt="", width="32", height="32"), brand(frame)],
        frame.member is not None and frame.member.role == "lead" and navigation(frame),
        frame.member is not None and me(frame.member),
    ]


def brand(frame: Frame) -> h.Renderable:
    return h.span[h.b["Ringback"], frame.office and h.small[frame.office]]


def navigation(frame: Frame) -> h.Renderable:
    return h.nav(".pages", aria_label="Pages of the office")[
        h.ul[
            (
                h.li[
                    h.a(href=f"/office/{path}", aria_current="page" if path == frame.here else None)[
                        name, waiting(frame, path)
                    ]
                ]
                for path, name in PAGES
            )
        ]
    ]


def waiting(frame: Frame, path: str) -> h.Node:
    if path == "look" and frame.to_look_at > 0:
        return count(frame.to_look_at, " waiting")
    return count(frame.not_seen, " not seen") if path == "promises" and frame.not_seen > 0 else None


def count(number: int, of: str) -> h.Renderable:
    return h.span(".count")[str(number), h.span(".unseen")[of]]


def me(member: Member) -> h.Renderable:
    return h.div(".me")[
        h.a(href="/")["Open the app"],
        h.form(method="post", action="/office/sign-out")[
            h.button(".quiet", title=f"Signed in as {member.name}")["Sign out", h.span(".unseen")[f" {member.name}"]]
        ],
    ]


def done(what: Done | None) -> h.Node:
    if what is None:
        return None
    return h.div(".done", role="status")[
        h.p[what.sentence],
        bool(what.undo) and h.form(method="post", action=what.undo)[h.button(".quiet")["Undo"]],
    ]


def empty(sentence: str, *more: h.Node) -> h.Renderable:
    """An empty page teaches the first step."""
    return h.div(".empty")[h.p[sentence], more]


def field(label: str, control: h.Node, hint: str = "") -> h.Renderable:
    return h.label(".field")[h.span[label], control, bool(hint) and h.small[hint]]


def choice(name: str, options: list[tuple[str, str]], chosen: str = "") -> h.Renderable:
    return h.select(name=name)[(h.option(value=value, selected=value == chosen)[words] for value, words in options)]
