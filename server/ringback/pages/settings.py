"""What the whole office shares."""

from __future__ import annotations

import htpy as h
import phonenumbers

from ringback.domain.people import Office
from ringback.pages.layout import Frame, choice, field, page

LOCALES = [("en-US", "English, United States"), ("en-GB", "English, United Kingdom")]


def settings_page(
    frame: Frame, *, office: Office, holidays: str, version: str, data: str, trouble: str = ""
) -> h.Renderable:
    """`holidays` as text, a day in each line."""
    return page(
        frame,
        "Settings",
        bool(trouble) and h.p(".trouble", role="alert")[trouble],
        h.div(".narrow")[
            h.form(".card", method="post", action="/office/settings")[
                field("Name of the office", h.input(name="name", required=True, maxlength="200", value=office.name)),
                field(
                    "Country",
                    choice("country", countries(), office.country),
                    "Numbers written without a country code are taken to be from here.",
                ),
                field("Language of messages", choice("locale", LOCALES, office.locale)),
                field(
                    "Holidays",
                    h.textarea(name="holidays", rows="5", spellcheck="false", placeholder="2026-12-25")[holidays],
                    "One day in each line, written like 2026-12-25. On these days no phone suggests a time for a call.",
                ),
                h.button(".primary")["Save"],
            ],
            h.section(".card", aria_labelledby="about")[
                h.h2("#about")["About this office"],
                h.dl(".pair")[h.dt["Version of the app"], h.dd[h.code[version]], h.dt["Data"], h.dd[h.code[data]]],
            ],
        ],
    )


def countries() -> list[tuple[str, str]]:
    """By calling code: names would need a language."""
    regions = sorted(phonenumbers.SUPPORTED_REGIONS)
    return [(region, f"{region} (+{phonenumbers.country_code_for_region(region)})") for region in regions]
