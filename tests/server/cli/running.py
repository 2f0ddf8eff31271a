"""The command as a person runs it: a process of its own, from a small clone of its own."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Clone:
    """The sources that the command needs, its assets fresh."""

    root: Path

    @property
    def assets(self) -> Path:
        return self.root / "server/ringback/_assets"

    def run(self, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
        """Until it ends by itself."""
        return subprocess.run(
            self.command(*words),
            env=self.environ(**environ),
            cwd=self.root,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "ringback", *words]

    def environ(self, **more: str) -> dict[str, str]:
        path = os.pathsep.join(filter(None, (more.pop("FIRST_PATH", ""), str(self.root / "server"))))
        return {**os.environ, "PYTHONPATH": path, "PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1", **more}

    @contextmanager
    def serving(self, *words: str, data: Path, **environ: str) -> Iterator[Running]:
        port = free_port()
        settings = {"RINGBACK_DATA": str(data), "RINGBACK_PORT": str(port), **environ}
        process = subprocess.Popen(
            self.command(*words),
            env=self.environ(**settings),
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        running = Running(process, port)
        try:
            running.wait_for("Ctrl-C closes it.")
            yield running
        finally:
            process.kill()
            process.wait()
            running.reader.join()


class Running:
    """`said` grows while it runs."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process = process
        self.port = port
        self.said = ""
        self.reader = threading.Thread(target=self.listen)
        self.reader.start()

    def listen(self) -> None:
        assert self.process.stdout
        with self.process.stdout as lines:
            for line in lines:
                self.said += line

    def wait_for(self, words: str) -> None:
        until = time.monotonic() + 30
        while words not in self.said:
            assert time.monotonic() < until, self.said
            assert self.reader.is_alive(), self.said
            self.reader.join(0.02)

    def ends(self, by: signal.Signals) -> tuple[int, float]:
        """Exit status, and the seconds that it took."""
        asked = time.monotonic()
        self.process.send_signal(by)
        status = self.process.wait(timeout=15)
        self.reader.join()
        return status, time.monotonic() - asked


def make_clone(root: Path) -> Clone:
    shutil.copytree(ROOT / "server", root / "server", ignore=shutil.ignore_patterns("__pycache__", "_assets.*"))
    shutil.copytree(ROOT / "web", root / "web", ignore=shutil.ignore_patterns("node_modules"))
    (root / "deploy").mkdir()
    shutil.copy(ROOT / "deploy/hatch_build.py", root / "deploy")
    clone = Clone(root)
    (clone.assets / "source.sha256").write_text(source_hash(root))
    return clone


def source_hash(root: Path) -> str:
    return str(builder(root).source_hash(root))


def builder(root: Path) -> ModuleType:
    """What builds the assets there."""
    spec = importlib.util.spec_from_file_location("hatch_build_of_clone", root / "deploy/hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
