"""The real office as a process of its own: started, killed, started again on the same port and data, always ended."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]


class Office:
    """`data` is its folder, `origin` the address that people type, `printed` everything that it has said."""

    def __init__(self, data: Path, origin: str = "", command: str = "serve", **settings: str) -> None:
        self.data = data
        self.port = free_port()
        self.command = command
        self.settings = settings
        self.printed = ""
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None
        self.origin = origin or f"http://localhost:{self.port}"

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    def start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "ringback", self.command],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            cwd=self.data.parent,
        )
        self._reader = threading.Thread(target=self.listen, daemon=True)
        self._reader.start()
        self.wait_until_open()

    def environment(self) -> dict[str, str]:
        mine = {"RINGBACK_DATA": str(self.data), "RINGBACK_PORT": str(self.port), "RINGBACK_ORIGIN": self.origin}
        return os.environ | mine | {"PYTHONUNBUFFERED": "1"} | self.settings

    def listen(self) -> None:
        assert self._process
        assert self._process.stdout
        with self._process.stdout as said:
            for line in said:
                self.printed += line

    def wait_until_open(self, seconds: float = 30) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            assert self._process
            assert self._process.poll() is None, f"the office ended by itself:\n{self.printed}"
            try:
                urllib.request.urlopen(f"http://localhost:{self.port}/sw.js", timeout=5).close()
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                threading.Event().wait(0.05)
        raise AssertionError(f"the office did not open in {seconds} s:\n{self.printed}")

    def kill(self) -> None:
        """As a power cut: nothing is flushed, nobody is told."""
        self.end(signal.SIGKILL)

    def stop(self) -> int:
        """As Ctrl-C. Answers with the exit status."""
        return self.end(signal.SIGINT)

    def end(self, by: signal.Signals) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        if process.poll() is None:
            process.send_signal(by)
        try:
            return process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()
        finally:
            assert self._reader
            self._reader.join()

    def run(self, *words: str) -> str:
        """`ringback WORDS` beside the running office, on the same data."""
        command = [sys.executable, "-m", "ringback", *words]
        done = subprocess.run(
            command, env=self.environment(), capture_output=True, text=True, check=False, cwd=self.data.parent
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def first_lead_code(self) -> str:
        """The code that the first start prints beside the link."""
        until = time.monotonic() + 10
        while not (found := CODE.search(self.printed)) and time.monotonic() < until:
            threading.Event().wait(0.05)
        assert found, f"no code for the first lead was printed:\n{self.printed}"
        return found.group(1)


CODE = re.compile(r"typed in the app: ([\w-]{8,9})")
TOKEN = re.compile(r"/join/([\w-]{43})")
