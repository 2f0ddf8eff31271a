"""Operations that could not be applied. They are kept as they came, block nothing, and both sides see them."""

from __future__ import annotations

from sqlite_utils import Database

from ringback.store.database import bump


def add(
    db: Database, office_id: str, *, device_id: str, member_id: str, n: int, digest: bytes, op: str, raw: str,
    sentence: str, at: str,
) -> int:  # fmt: skip
    """Its `seq`; 0 when the very same is here already."""
    seq = bump(db, office_id)
    added = db.conn.execute(ADD, (office_id, device_id, n, digest, member_id, op[:200], raw, sentence, seq, at))
    return seq if added.rowcount else 0


ADD = """
    INSERT INTO quarantine (office_id, device_id, n, hash, member_id, op, raw, sentence, seq, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""


ROWS = """
    SELECT seq, json_object(
        'kind', 'problem', 'id', device_id || ':' || n, 'seq', seq, 'n', n, 'op', op, 'sentence', sentence, 'at', at,
        'looked', json(iif(looked_at IS NULL, 'false', 'true')))
    FROM quarantine WHERE office_id = :office_id AND member_id = :member_id AND seq > :after
"""
