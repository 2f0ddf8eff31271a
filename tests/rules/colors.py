"""Contrast of two colors by WCAG 2: from 1 (the same) to 21 (black on white)."""

from __future__ import annotations

import re

DECLARATION = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})\b")


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    red, green, blue = (linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def themes(css: str) -> dict[str, dict[str, str]]:
    """Token -> color, for each theme. What the dark one does not name it takes from the light one."""
    before, _, after = css.partition("@media (prefers-color-scheme: dark)")
    light = dict(DECLARATION.findall(before))
    dark = dict(DECLARATION.findall(after.partition("@media")[0]))
    return {"light": light, "dark": light | dark}
