"""How long a message takes to say, near enough to hold the starters to their bands.

The phone has its own estimate (`web/app/domain/seconds.ts`); this one is written apart from it, so that a mistake in
either is seen. The weights were fitted to timed readings of some sixty voicemails at 150 words a minute: syllables,
digits one by one, and a pause at each comma, at each full stop and between the groups of a number.
"""

from __future__ import annotations

import re

SYLLABLE, DIGIT, STOP, COMMA, BREATH = 0.265, 0.315, 0.575, 0.35, 0.8
NUMBER = re.compile(r"\+?\d[\d -]{5,}\d")
SENTENCE = re.compile(r"[^.?!]*[^.?!\s][^.?!]*[.?!]*")


def seconds(text: str) -> float:
    numbers: list[str] = NUMBER.findall(text)
    words = NUMBER.sub(" ", text)
    digits = sum(character.isdigit() for number in numbers for character in number)
    gaps = sum(len(re.findall(r"\d+", number)) - 1 for number in numbers)
    stops = len(re.findall(r"[.?!]+(?=\s)", text))
    commas = len(re.findall(r"[,;:](?=\s)", text))
    syllables = sum(syllables_in(word) for word in re.findall(r"[^\W\d_]+(?:['’][a-z]+)?", words))
    pauses = STOP * (gaps + stops) + COMMA * commas
    return BREATH + SYLLABLE * syllables + DIGIT * digits + pauses


def syllables_in(word: str) -> int:
    letters = re.sub(r"[^a-z]", "", word.lower())
    count = len(re.findall(r"[aeiouy]+", letters))
    silent = (letters.endswith("e") and not letters.endswith("le")) or re.search(r"[^td]ed$", letters)
    return max(1, count - 1 if silent else count)


def sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in SENTENCE.findall(text)]


def word_count(text: str) -> int:
    """A phone number counts as one word."""
    return len(NUMBER.sub("number", text).split())
