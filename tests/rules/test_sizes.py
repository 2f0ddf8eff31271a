"""A file that one cannot see whole is a file that nobody reads. Style sheets get a little more room."""

from __future__ import annotations

from pathlib import Path

from tests.rules.sources import files, name, text

MOST = {".py": 300, ".ts": 300, ".mjs": 300, ".css": 400, ".md": 300}
# Long, and right so: lists of data.
DATA: set[str] = set()


def too_long(path: Path, lines: int) -> bool:
    return lines > MOST[path.suffix] and name(path) not in DATA


def test_no_file_is_too_long_to_be_read() -> None:
    long = {name(path): lines for path in files(*MOST) if too_long(path, lines := len(text(path).splitlines()))}

    assert long == {}


def test_every_exception_still_needs_to_be_one() -> None:
    assert {entry for entry in DATA if not any(name(path) == entry for path in files(*MOST))} == set()


def test_a_long_file_is_noticed() -> None:
    assert too_long(Path(__file__), 301)
    assert not too_long(Path(__file__), 300)
