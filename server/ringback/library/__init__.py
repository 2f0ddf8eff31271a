"""The starter templates, as data: what a new office begins with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

STARTER = Path(__file__).parent / "starter.json"


def starters() -> list[dict[str, Any]]:
    """Each with `id, name, family, band, locale, variant_of, variant, tags, note, position` and its first
    `version: {id, sections}`."""
    found: list[dict[str, Any]] = json.loads(STARTER.read_text(encoding="utf-8"))["templates"]
    return found
