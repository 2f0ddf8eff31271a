"""For those whom the office does not know in this browser."""

from __future__ import annotations

import htpy as h

from ringback.pages.layout import Frame, field, page


def sign_in_page(frame: Frame, *, trouble: str = "") -> h.Renderable:
    return page(
        frame,
        "Sign in to the office",
        h.div(".narrow")[
            h.p(".lede")["There are no passwords here. An invitation lets you in, once, on one phone or browser."],
            trouble and h.p(".trouble", role="alert")[trouble],
            h.section(".card", aria_labelledby="by-code")[
                h.h2("#by-code")["With a code"],
                h.form(method="post", action="/office/sign-in")[
                    field(
                        "Code of the invitation",
                        h.input(
                            ".code",
                            name="code",
                            required=True,
                            autocomplete="one-time-code",
                            autocapitalize="characters",
                            spellcheck="false",
                            maxlength="1000",
                            placeholder="ABCD-2345",
                        ),
                        "Eight letters and digits. Dashes and capitals do not matter.",
                    ),
                    h.button(".primary")["Sign in here"],
                ],
            ],
            h.section(".card", aria_labelledby="by-link")[
                h.h2("#by-link")["With a link"],
                h.p["Open the link of your invitation in this browser. It signs in the app and these pages together."],
            ],
            h.p(".quiet")[
                "No invitation? A lead makes one under People. Whoever runs the office can type ",
                h.code['ringback invite "YOUR NAME" --role lead'],
                " on its machine.",
            ],
        ],
    )
