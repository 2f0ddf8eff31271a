"""An office killed in the middle of its commits has kept every write that it answered for."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ringback.store.database import Store

WRITER = """
import sys
from pathlib import Path
from ringback.store.database import Store, bump
from tests.server.store.test_database import add_office

store = Store.open(Path(sys.argv[1]))
store.write(add_office).result()

def keep(db):
    n = bump(db, "o")
    db.execute("INSERT INTO operations VALUES ('o', 'd', ?, x'00', 'ok', ?, ?)", [n, n, "x" * 500])
    return n

def say(future):
    sys.stdout.write(f"{future.result()}\\n")
    sys.stdout.flush()

while True:
    futures = [store.write(keep) for _ in range(50)]
    for future in futures:
        say(future)
"""


@pytest.mark.parametrize("acknowledged", [1, 7, 60, 333])
def test_no_acknowledged_write_is_lost_by_a_kill(tmp_path: Path, acknowledged: int) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path / "office")]
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as writer:
        assert writer.stdout
        last = max(int(writer.stdout.readline()) for _ in range(acknowledged))
        writer.send_signal(signal.SIGKILL)
        last = max([last, *(int(line) for line in writer.stdout if line.endswith("\n"))])

    with Store.open(tmp_path / "office") as store, store.reading() as db:
        held = [row[0] for row in db.execute("SELECT n FROM operations ORDER BY n")]
        counter = db.execute("SELECT counter FROM offices").fetchone()[0]
    assert held[:last] == list(range(1, last + 1))
    assert counter == held[-1]
