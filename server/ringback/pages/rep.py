"""What a rep finds at the office's address."""

from __future__ import annotations

import htpy as h

from ringback.domain.people import Member
from ringback.pages.layout import Frame, page


def rep_page(frame: Frame, *, member: Member) -> h.Renderable:
    return page(
        frame,
        f"Hello, {member.name}",
        h.div(".narrow")[
            h.p(".lede")["Everything you do happens in the app, with or without a network."],
            h.p[h.a(".button.primary", href="/")["Open the app"]],
            h.p(".quiet")["These pages are for leads. Ask yours for a further invitation if you have another phone."],
        ],
    )
