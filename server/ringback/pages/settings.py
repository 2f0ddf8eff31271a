"""What the whole office shares."""

from __future__ import annotations

from dataclasses import dataclass

import htpy as h
import phonenumbers

from ringback.domain.last_resort import MOST_MESSAGES, MOST_WEEKS
from ringback.domain.people import Office
from ringback.pages.layout import Frame, choice, field, page

LOCALES = [("en-US", "English, United States"), ("en-GB", "English, United Kingdom")]


@dataclass(frozen=True)
class Typed:
    """As it stands in the fields, also when it could not be taken. `holidays`: a day in each line."""

    holidays: str
    last_messages: str
    last_weeks: str


def settings_page(
    frame: Frame, *, office: Office, typed: Typed, version: str, data: str, trouble: str = ""
) -> h.Renderable:
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
                    h.textarea(name="holidays", rows="5", spellcheck="false", placeholder="2026-12-25")[typed.holidays],
                    "One day in each line, written like 2026-12-25. On these days no phone suggests a time for a call.",
                ),
                last_try(typed),
                h.button(".primary")["Save"],
            ],
            h.section(".card", aria_labelledby="about")[
                h.h2("#about")["About this office"],
                h.dl(".pair")[h.dt["Version of the app"], h.dd[h.code[version]], h.dt["Data"], h.dd[h.code[data]]],
            ],
        ],
    )


def last_try(typed: Typed) -> h.Fragment:
    """When the words of a last try open on the phones."""
    return h.fragment[
        field("Unanswered messages before a last try", number("last_messages", typed.last_messages, 1, MOST_MESSAGES)),
        field(
            "Weeks before a last try",
            number("last_weeks", typed.last_weeks, 0, MOST_WEEKS),
            "Counted from the first of those messages. Until both have passed, no phone offers the words of a last "
            "try; after it, the prospect is closed kindly.",
        ),
    ]


def number(name: str, value: str, least: int, most: int) -> h.Renderable:
    return h.input(name=name, type="number", inputmode="numeric", required=True, min=least, max=most, value=value)


def countries() -> list[tuple[str, str]]:
    """By calling code: names would need a language."""
    regions = sorted(phonenumbers.SUPPORTED_REGIONS)
    return [(region, f"{region} (+{phonenumbers.country_code_for_region(region)})") for region in regions]
