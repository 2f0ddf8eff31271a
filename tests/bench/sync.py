"""Records per second that `/api/sync` accepts, durable, beside plain SQLite doing the same inserts in the same minute.

Eight phones with sessions send batches of 100 calls to the real server over loopback, and keep what they sent, as
phones do. Plain SQLite inserts the same rows with the same pragmas, one commit for 100. Rounds alternate; the ratio is
taken per round, so that a busy machine weighs on both alike. Goal: at least 1. What commits in groups gain is the
waiting for the disk, so the time of one flush stands beside it: the longer that is, the more the office is ahead.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.rounds import spread
from tests.bench.work import BATCH, CURSOR, Plain, Sender, found

from ringback.store.database import connect

ROOT = Path(__file__).resolve().parents[2]
PORT = int(os.environ.get("RINGBACK_BENCH_PORT", "8110"))
PHONES = 8
REQUESTS = 30  # of each phone in each round
ROUNDS = 9
GOAL = 1.0
PAGE = 500


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="ringback-bench-") as name:
        folder = Path(name)
        phones = found(folder / "office", PHONES)
        shutil.copytree(folder / "office", folder / "plain")
        plain = Plain(connect(folder / "plain/ringback.sqlite3").conn)
        with serving(folder / "office") as server:
            for phone in phones:
                Line(phone, [phone.meets()]).send_all()
            run_round(phones, plain)  # warm up
            rounds = [run_round(phones, plain) for _ in range(ROUNDS)]
            memory = resident(server.pid)
        plain.conn.close()
        report(rounds, memory, flush(folder / "flushed"))


def flush(path: Path) -> float:
    """Milliseconds until the disk has what was just written."""
    took: list[float] = []
    with path.open("wb") as file:
        for _ in range(100):
            file.write(bytes(12_288))
            file.flush()
            began = time.perf_counter()
            os.fsync(file.fileno())
            took.append((time.perf_counter() - began) * 1000)
    return median(took)


def report(rounds: list[tuple[float, float]], memory: str, flushed: float) -> None:
    sync, plain = [rate for rate, _ in rounds], [rate for _, rate in rounds]
    ratios = [ours / theirs for ours, theirs in rounds]
    word = "met" if median(ratios) >= GOAL else "MISSED"
    print(f"Calls per second in batches of {BATCH}, {PHONES} phones: min / median / max of {len(rounds)} rounds")
    print(f"  /api/sync      {spread(sync)}")
    print(f"  plain SQLite   {spread(plain)}")
    print(f"  ratio          {spread(ratios, digits=2)}; goal at least {GOAL:.0f}: {word}")
    print(f"  one flush of the disk    {flushed:.1f} ms")
    print(f"  server memory after it: {memory}")


def run_round(phones: list[Sender], plain: Plain) -> tuple[float, float]:
    """Calls per second of the office, and of plain SQLite, with entries that were made before the clock starts."""
    work = [[phone.batch() for _ in range(REQUESTS)] for phone in phones]
    rows = [plain.prepare(phone, ops) for phone, own in zip(phones, work, strict=True) for ops in own]
    ours = office_takes(phones, work)
    began = time.perf_counter()
    for batch in rows:
        plain.commit(batch)
    total = BATCH * REQUESTS * len(phones)
    return total / ours, total / (time.perf_counter() - began)


def office_takes(phones: list[Sender], work: list[list[list[bytes]]]) -> float:
    """Seconds until the last phone has its last answer."""
    lines = [Line(phone, own) for phone, own in zip(phones, work, strict=True)]
    threads = [threading.Thread(target=line.send_all) for line in lines]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    for line in lines:
        assert line.accepted == BATCH * REQUESTS, f"the office took {line.accepted} of {BATCH * REQUESTS}"
    return took


class Line:
    """One phone's connection, as cheap as can be: the machine should be busy with the office, not with its callers."""

    def __init__(self, phone: Sender, work: list[list[bytes]]) -> None:
        self.phone, self.accepted = phone, 0
        self.letters = [phone.letter(ops, PAGE) for ops in work]
        self.socket = socket.create_connection(("127.0.0.1", PORT))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file = self.socket.makefile("rb")

    def send_all(self) -> None:
        """Every batch in its turn, each when the one before it was answered."""
        for letter in self.letters:
            answer = self.ask(letter.replace(CURSOR, b'"cursor":%d' % self.phone.cursor, 1))
            self.accepted += answer.count(b'"status":"ok"')
            told = answer.rfind(b'"cursor":') + len(b'"cursor":')
            self.phone.cursor = int(answer[told : answer.find(b",", told)])
        self.socket.close()

    def ask(self, body: bytes) -> bytes:
        head = f"POST /api/sync HTTP/1.1\r\nhost: localhost:{PORT}\r\ncookie: ringback={self.phone.token}\r\n"
        head += f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        self.socket.sendall(head.encode() + body)
        length = 0
        while (line := self.file.readline()) != b"\r\n":
            if line.lower().startswith(b"content-length:"):
                length = int(line[15:])
        return self.file.read(length)


@contextmanager
def serving(data: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The real server in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.server", str(data), str(PORT)]
    with subprocess.Popen(command, cwd=ROOT) as server:
        try:
            wait_for_door(server)
            yield server
        finally:
            server.terminate()


def wait_for_door(server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", PORT), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("the server did not open")


def resident(pid: int) -> str:
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return "not known on this system"
    found = dict(re.findall(r"(VmRSS|VmHWM):\s+(\d+) kB", status.read_text()))
    return f"{int(found['VmRSS']) / 1024:.0f} MB now, {int(found['VmHWM']) / 1024:.0f} MB at most"
