"""What a person sees when the office says no. It stands alone: no session, nothing to look up."""

from __future__ import annotations

import htpy as h


def error_page(*, sentence: str, status: int, door: bool = False) -> bytes:
    """`door`: who reads it gets in again by an invitation and by nothing else, and is shown where its code is typed."""
    page = h.html(lang="en")[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.meta(name="color-scheme", content="light dark"),
            h.link(rel="stylesheet", href="/office.css"),
            h.title[f"Ringback: {status}"],
        ],
        h.body[
            h.header(".top")[
                h.a(".brand", href="/office")[
                    h.img(src="/icons/icon.svg", alt="", width="32", height="32"), h.span[h.b["Ringback"]]
                ]
            ],
            h.main[
                h.h1["That did not work"],
                h.p(".lede")[sentence],
                h.p[
                    h.a(".button", href="/office/sign-in")["Sign in with a code"]
                    if door
                    else h.a(".button", href="/office")["To the office"],
                    " ",
                    h.a(".button", href="/")["To the app"],
                ],
            ],
        ],
    ]
    return str(page).encode()
