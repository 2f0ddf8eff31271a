"""Each start that cannot be: one sentence that says what to do, and no traceback."""

from __future__ import annotations

import errno
import shutil
import socket
from contextlib import closing
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite
from tests.ports import free_port
from tests.server.cli.running import Clone, make_clone

from ringback.door import unusable


@pytest.fixture(scope="module")
def whole_clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """One whose assets a test may spoil, if it puts them back."""
    return make_clone(tmp_path_factory.mktemp("spoiled"))


def refusal(clone: Clone, *words: str, **environ: str) -> str:
    """What is said when it does not start."""
    done = clone.run(*words, **({"RINGBACK_PORT": str(free_port())} | environ))
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr.strip()


def test_a_taken_port(clone: Clone, data: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        said = refusal(clone, RINGBACK_DATA=str(data), RINGBACK_PORT=str(port))

    assert f"Port {port} on 127.0.0.1 is taken" in said
    assert "RINGBACK_PORT" in said
    assert not data.exists()


def test_a_port_that_only_the_machines_owner_may_use() -> None:
    said = unusable("0.0.0.0", 80, PermissionError(errno.EACCES, "Permission denied"))
    assert said.startswith("Port 80 on 0.0.0.0 is not open to this user (Permission denied). Choose one from 1024 on")


def test_a_folder_that_cannot_be_written(clone: Clone, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    said = refusal(clone, RINGBACK_DATA=str(tmp_path / "file/data"))

    assert "RINGBACK_DATA" in said


def test_a_damaged_file(clone: Clone, data: Path) -> None:
    data.mkdir()
    (data / "ringback.sqlite3").write_bytes(b"This is no database. " * 500)

    said = refusal(clone, RINGBACK_DATA=str(data))

    assert "damaged" in said
    assert (data / "ringback.sqlite3").read_bytes().startswith(b"This is no database.")


def test_an_office_whose_file_is_empty(clone: Clone, data: Path) -> None:
    with clone.serving(data=data):
        pass
    (data / "ringback.sqlite3").write_bytes(b"")
    (data / "ringback.epoch").write_text('{"an office": ["an epoch", 7]}')

    for command in ("serve", "doctor", "export"):
        assert "remembers an office" in refusal(clone, command, RINGBACK_DATA=str(data))

    assert (data / "ringback.sqlite3").read_bytes() == b""
    assert (data / "ringback.epoch").read_text() == '{"an office": ["an epoch", 7]}'


@pytest.mark.parametrize("table", ["calls", "songs", "offices"])
def test_a_file_of_another_program(clone: Clone, data: Path, table: str) -> None:
    data.mkdir()
    file = data / "ringback.sqlite3"
    with closing(sqlite.connect(str(file))) as db:
        db.execute(f"CREATE TABLE {table} (id TEXT)")
    before = file.read_bytes()

    said = refusal(clone, RINGBACK_DATA=str(data))

    assert f"{file} is not an office of Ringback" in said
    assert "RINGBACK_DATA" in said
    assert [(path.name, path.read_bytes()) for path in data.iterdir()] == [(file.name, before)]


def test_a_file_of_a_newer_ringback(clone: Clone, data: Path) -> None:
    with clone.serving(data=data):
        pass
    db = sqlite.connect(str(data / "ringback.sqlite3"))
    db.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('ringback', 'm9999_wings', '')"
    )
    db.commit()
    db.close()

    assert "newer Ringback" in refusal(clone, RINGBACK_DATA=str(data))


def test_an_old_sqlite(clone: Clone, data: Path, tmp_path: Path) -> None:
    """The module that brings SQLite is one of 3.40.1 here, as an old Debian has it."""
    fake = tmp_path / "old/pysqlite3"
    fake.mkdir(parents=True)
    (fake / "__init__.py").write_text("from sqlite3 import *\nfrom pysqlite3 import dbapi2\n")
    (fake / "dbapi2.py").write_text("from sqlite3.dbapi2 import *\nsqlite_version_info = (3, 40, 1)\n")

    said = refusal(clone, RINGBACK_DATA=str(data), FIRST_PATH=str(fake.parent))

    assert "SQLite 3.40.1 is too old" in said
    assert not data.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RINGBACK_PORT", "eight"),
        ("RINGBACK_PORT", "70000"),
        ("RINGBACK_PORT", "0"),
        ("RINGBACK_HOST", "198.51.100.7"),
        ("RINGBACK_ORIGIN", "ringback.example.com"),
        ("RINGBACK_PUSH_HOSTS", "push.example.com,https://push.lan"),
    ],
)
def test_a_setting_that_is_none(clone: Clone, data: Path, name: str, value: str) -> None:
    assert name in refusal(clone, **{"RINGBACK_DATA": str(data), name: value})


def test_assets_that_are_missing(tmp_path: Path, data: Path) -> None:
    clone = make_clone(tmp_path / "clone")
    shutil.rmtree(clone.assets)

    assert "make serve" in refusal(clone, RINGBACK_DATA=str(data))


@pytest.mark.parametrize("part", ["assets/app-*.js", "assets/office-*.css", "index.html", "sw.js", "source.sha256"])
def test_assets_of_which_one_file_is_gone(whole_clone: Clone, data: Path, part: str) -> None:
    [file] = whole_clone.assets.glob(part)
    kept = file.read_bytes()
    file.unlink()

    said = refusal(whole_clone, RINGBACK_DATA=str(data))
    file.write_bytes(kept)

    assert f"{file.name if file.name != 'index.html' else '/'} is missing" in said
    assert "make serve" in said


@pytest.mark.parametrize("part", ["assets/app-*.js", "sw.js.br", "manifest.webmanifest", "built.json"])
def test_assets_of_which_one_file_is_empty(whole_clone: Clone, data: Path, part: str) -> None:
    [file] = whole_clone.assets.glob(part)
    kept = file.read_bytes()
    file.write_bytes(b"")

    said = refusal(whole_clone, RINGBACK_DATA=str(data))
    file.write_bytes(kept)

    assert "make serve" in said


def test_assets_older_than_their_sources(tmp_path: Path, data: Path) -> None:
    clone = make_clone(tmp_path / "clone")
    with (clone.root / "web/static/index.html").open("a") as page:
        page.write("<!-- changed -->")

    said = refusal(clone, RINGBACK_DATA=str(data))

    assert "older than their sources" in said
    assert "make serve" in said


@pytest.mark.parametrize("command", [["invite", "Sam Okafor"], ["export"], ["remind"], ["doctor"]])
def test_commands_for_an_office_that_is_not_there(clone: Clone, data: Path, command: list[str]) -> None:
    assert "ringback serve" in refusal(clone, *command, RINGBACK_DATA=str(data))
    assert not data.exists()


def test_a_rescue_file_that_is_not_there(clone: Clone, data: Path, tmp_path: Path) -> None:
    with clone.serving(data=data):
        said = refusal(clone, "import", str(tmp_path / "nothing.json"), RINGBACK_DATA=str(data))

    assert "cannot be read" in said


@pytest.mark.parametrize("command", [["invite", "Ines Park"], ["export"], ["remind"], ["doctor"]])
def test_a_folder_without_an_office_stays_without_one(clone: Clone, data: Path, command: list[str]) -> None:
    data.mkdir()

    assert "There is no office in" in refusal(clone, *command, RINGBACK_DATA=str(data))

    assert list(data.iterdir()) == []
