"""What a person sees when the office says no. It stands alone: no style sheet, no session, nothing to look up."""

from __future__ import annotations

import htpy as h


def error_page(*, sentence: str, status: int) -> bytes:
    page = h.html(lang="en")[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.meta(name="color-scheme", content="light dark"),
            h.title[f"Ringback: {status}"],
        ],
        h.body[h.main[h.h1["Ringback"], h.p[sentence], h.p[h.a(href="/office")["To the office"]]]],
    ]
    return str(page).encode()
