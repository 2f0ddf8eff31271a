"""Every pair of colors that meets on a page can be read, in sunlight and at night."""

from __future__ import annotations

import pytest
from tests.rules.colors import contrast, themes
from tests.rules.sources import ROOT, text

THEMES = themes(text(ROOT / "web/static/tokens.css"))
GROUNDS = ("paper", "card", "well")
TEXT = [
    *((ink, ground) for ink in ("ink", "quiet", "accent-deep") for ground in GROUNDS),
    *(("accent", ground) for ground in ("paper", "card", "accent-wash")),
    *((state, ground) for state in ("in", "over", "far") for ground in ("paper", "card", f"{state}-wash")),
    *(("ink", f"{state}-wash") for state in ("accent", "in", "over", "far")),
    ("accent-deep", "accent-wash"),
    ("on-accent", "accent"),
    ("on-accent", "accent-deep"),
]
READING = [("ink", ground) for ground in GROUNDS]
EDGES = [("edge", "paper"), ("edge", "card"), ("accent", "paper"), ("accent", "card")]
each_theme = pytest.mark.parametrize("theme", THEMES)


def weak(tokens: dict[str, str], pairs: list[tuple[str, str]], least: float) -> dict[tuple[str, str], float]:
    ratios = {pair: round(contrast(tokens[pair[0]], tokens[pair[1]]), 2) for pair in pairs}
    return {pair: ratio for pair, ratio in ratios.items() if ratio < least}


@each_theme
def test_text_can_be_read(theme: str) -> None:
    assert weak(THEMES[theme], TEXT, 4.5) == {}


@each_theme
def test_what_is_read_aloud_stands_out(theme: str) -> None:
    assert weak(THEMES[theme], READING, 7) == {}


@each_theme
def test_the_edges_of_fields_can_be_seen(theme: str) -> None:
    assert weak(THEMES[theme], EDGES, 3) == {}


def test_both_themes_are_drawn() -> None:
    assert THEMES["light"]["paper"] != THEMES["dark"]["paper"]
    assert {token for pair in (*TEXT, *EDGES) for token in pair} <= set(THEMES["light"])


def test_a_weak_pair_is_noticed() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
    assert weak({"ink": "#777777", "paper": "#ffffff"}, [("ink", "paper")], 4.5) == {("ink", "paper"): 4.48}
