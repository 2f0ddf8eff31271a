"""Rows as they travel: each its place in the office's order of changes and its JSON, made by SQLite where it lies."""

from __future__ import annotations

from functools import cache
from itertools import compress
from operator import itemgetter

from sqlite_utils import Database

from ringback.domain.numbers import NONE, Range

Row = tuple[int, bytes]


MOST = 502  # rows of one source: a page, and those that may share its last place


def page(
    db: Database, sources: tuple[str, ...], office_id: str, member_id: str, after: int, kept: Range = NONE
) -> list[Row]:
    """The next rows with `seq` above `after` that the sources have for the member, rising: MOST, if there are so many.
    A source is a SELECT of `seq` and `row`; one may leave out what the member has between the `seq` of `kept`."""
    given = {"office_id": office_id, "member_id": member_id, "after": after, "kept_from": kept[0], "kept_to": kept[1]}
    news = db.conn.execute(_which(sources), given).fetchone()
    found: list[Row] = []
    for source in compress(sources, news):
        found += _all(*db.conn.execute(_at_once(source), given).fetchone())
    return sorted(found, key=itemgetter(0))[:MOST]


@cache
def _which(sources: tuple[str, ...]) -> str:
    """Which sources have anything: mostly one or none has, and one question is cheaper than all."""
    return f"SELECT {', '.join(f'EXISTS ({source})' for source in sources)}"


def _all(seqs: str | None, rows: bytes) -> list[Row]:
    return list(zip(map(int, seqs.split()), rows.split(b"\n"), strict=True)) if seqs else []


@cache
def _at_once(source: str) -> str:
    """All rows of a source in one step. A step for each would let another thread in between every two of them, and
    waiting to come back costs more than the row. JSON has no bare line breaks, so they can part the rows; they come as
    bytes, as they go out. The limit is no parameter: SQLite would plan anew for each."""
    return f"""
        WITH these (seq, row) AS ({source} ORDER BY 1 LIMIT {MOST})
        SELECT group_concat(seq, ' '), CAST(group_concat(row, char(10)) AS BLOB) FROM these
    """  # noqa: S608
