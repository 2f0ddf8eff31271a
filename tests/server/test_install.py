"""From nothing to running: a bare clone and a wheel, each twice, with only Python and make there."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from tests.ports import free_port
from tests.server.cli.running import builder

ROOT = Path(__file__).resolve().parents[2]
UV = ROOT / ".uv/bin/uv"


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PATH with make, a shell and Python, and no Node."""
    programs = tmp_path_factory.mktemp("bin")
    for name in ("make", "sh"):
        found = shutil.which(name)
        assert found
        (programs / name).symlink_to(found)
    (programs / "python3").symlink_to(sys.executable)
    return programs


@pytest.mark.timeout(400)
def test_make_serve_runs_from_a_bare_clone_and_again_after_cloning_anew_at_the_same_path(
    tmp_path: Path, machine: Path
) -> None:
    clone, data = tmp_path / "clone", tmp_path / "data"
    for _ in range(2):
        copy_sources(clone)
        for _ in range(2):
            with served(["make", "serve"], clone, data, PATH=str(machine)) as address:
                assert b"<rb-app" in fetch(f"{address}/")
                assert b"precache" in fetch(f"{address}/sw.js")
        shutil.rmtree(clone)


@pytest.mark.timeout(400)
def test_make_serve_mends_itself_when_its_python_and_a_part_of_the_phone_are_gone(
    tmp_path: Path, machine: Path
) -> None:
    clone, data = tmp_path / "clone", tmp_path / "data"
    copy_sources(clone)
    with served(["make", "serve"], clone, data, PATH=str(machine)):
        pass
    python = clone / ".venv/bin/python"
    python.unlink()
    python.symlink_to(tmp_path / "gone/python3")
    (clone / "server/ringback/_assets/sw.js").unlink()

    with served(["make", "serve"], clone, data, PATH=str(machine)) as address:
        assert b"<rb-app" in fetch(f"{address}/")
        assert b"precache" in fetch(f"{address}/sw.js")


@pytest.mark.timeout(400)
def test_a_wheel_brings_the_phone_with_it_and_runs_where_there_is_no_clone(tmp_path: Path) -> None:
    clone, elsewhere = tmp_path / "clone", tmp_path / "elsewhere"
    copy_sources(clone)
    held = []
    for _ in range(2):
        run([UV, "build", "--quiet", "--wheel", "--out-dir", tmp_path / "wheels"], clone)
        [wheel] = (tmp_path / "wheels").glob("*.whl")
        held.append(sorted(zipfile.ZipFile(wheel).namelist()))
    assert held[0] == held[1]
    assert {"ringback/_assets/index.html", "ringback/_assets/sw.js"} <= set(held[0])

    shutil.rmtree(clone)
    elsewhere.mkdir()
    run([UV, "venv", "--quiet", "--python", sys.executable, tmp_path / "venv"], elsewhere)
    run([UV, "pip", "install", "--quiet", "--python", tmp_path / "venv", wheel], elsewhere)
    with served([tmp_path / "venv/bin/ringback", "serve"], elsewhere, tmp_path / "data") as address:
        assert b"<rb-app" in fetch(f"{address}/")


@pytest.mark.parametrize("part", ["assets/app-*.js", "index.html", "sw.js.gz", "built.json"])
def test_assets_of_which_a_file_is_lost_or_empty_are_built_anew(tmp_path: Path, part: str) -> None:
    out, whole = tmp_path / "_assets", builder(ROOT).whole
    shutil.copytree(ROOT / "server/ringback/_assets", out)
    assert whole(out)
    [file] = out.glob(part)

    file.write_bytes(b"")
    assert not whole(out)

    file.unlink()
    assert whole(out) == (file.suffix == ".gz")  # without the smaller forms it is all there


@contextmanager
def served(command: list[str | Path], folder: Path, data: Path, **environment: str) -> Iterator[str]:
    """The office that the command starts, until Ctrl-C, which has to end it in peace."""
    port = free_port()
    env = os.environ | {"RINGBACK_PORT": str(port), "RINGBACK_DATA": str(data)} | environment
    log = data.parent / f"served-{port}.log"
    with log.open("w") as said:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=said, stderr=said, start_new_session=True)
    try:
        wait_until_open(process, f"http://localhost:{port}/", log)
        yield f"http://localhost:{port}"
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(20)
    assert "Traceback" not in log.read_text()


def wait_until_open(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    while True:
        with suppress(OSError):
            fetch(address)
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.1)
            raise AssertionError(f"It did not start:\n{log.read_text()}")


def fetch(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return bytes(answer.read())


def copy_sources(to: Path) -> None:
    """What a clone would hold: every file that git tracks or would."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)


def run(command: list[str | Path], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True)
