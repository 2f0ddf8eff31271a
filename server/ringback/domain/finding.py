"""How people are found by what somebody types, whatever keyboard it was typed on."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Lower case, no accents: "Søren Łukasz-Öz" is found by "soren lukasz-oz"."""
    return text.lower() if text.isascii() else text.translate(PLAIN)


class Plain(dict[int, str]):
    """A letter's code to what it is looked for by, found out when the letter is met first: thousands of names are
    folded for one question."""

    def __missing__(self, code: int) -> str:
        signs = unicodedata.normalize("NFD", chr(code))
        letter = "".join(sign for sign in signs if not unicodedata.category(sign).startswith("M")).casefold()
        self[code] = SPECIAL.get(letter, letter)
        return self[code]


SPECIAL = {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'"}
PLAIN = Plain()


def part_of_number(query: str) -> str:
    """The digits in it to look for, "" for too few. Without the 0 that a number is dialled with at home: numbers are
    kept as E.164, which does not have it."""
    digits = "".join(sign for sign in query.replace("(0)", "") if sign.isdigit())
    if len(digits) < FEWEST_DIGITS:
        return ""
    bare = digits.lstrip("0")
    return bare if len(bare) > 1 else digits


FEWEST_DIGITS = 3
