"""The files that people write, found on disk, so that a new one is checked before anybody commits it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE = re.compile(
    r"^(\.git|\.venv|\.uv|\.[a-z]+_cache|\.cache|__pycache__|node_modules|_assets.*|data|build|dist|screens|.*\.egg-info)$"
)


def files(*endings: str, under: str = "") -> list[Path]:
    """Every file below `under` with one of these endings, by path. What commands make is left out."""
    return sorted(path for path in walk(ROOT / under) if path.name.endswith(endings))


def walk(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not MADE.match(name)]
        yield from (Path(where) / name for name in names)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
