"""From the first start to the last Ctrl-C."""

from __future__ import annotations

import json
import re
import signal
import socket
from collections import Counter
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from tests.server.cast import START
from tests.server.cli.running import Clone, Running

from ringback import founding
from ringback.store import members
from ringback.store.database import Store

TOKEN = re.compile(r"/#/join/([\w-]{43})")


def pair(running: Running, token: str) -> httpx.Response:
    knock = {"proto": 1, "secret": token, "device": {"id": str(uuid4()), "name": "A phone"}}
    return httpx.post(f"http://localhost:{running.port}/api/pair", json=knock, trust_env=False)


def test_the_first_start_prints_a_link_a_picture_and_a_code_and_later_ones_say_where_to_go(
    clone: Clone, data: Path
) -> None:
    with clone.serving(data=data) as first:
        assert "█" in first.said
        assert re.search(r"code, typed in the app: \w{4}-\w{4}", first.said)
        token = TOKEN.search(first.said)
        first.ends(signal.SIGINT)
    with clone.serving(data=data) as second:
        fresh = TOKEN.search(second.said)
        assert token
        assert fresh
        assert pair(second, token[1]).status_code == 404
        assert pair(second, fresh[1]).json()["member"]["role"] == "lead"
    with clone.serving(data=data) as third:
        assert not TOKEN.search(third.said)
        assert "ringback invite" in third.said
        assert pair(third, fresh[1]).status_code == 404


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_soon_and_quietly_when_asked_even_with_a_phone_still_connected(
    clone: Clone, data: Path, by: signal.Signals
) -> None:
    with clone.serving(data=data) as running:
        with socket.create_connection(("127.0.0.1", running.port)) as phone:
            phone.sendall(b"GET /version.json HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert phone.recv(10) == b"HTTP/1.1 2"
            status, seconds = running.ends(by)

        assert status == 0
        assert seconds < 3
        assert "Traceback" not in running.said


def test_what_was_saved_is_there_after_a_power_cut(clone: Clone, data: Path) -> None:
    with clone.serving(data=data) as running:
        token = TOKEN.search(running.said)
        assert token
        cookies = pair(running, token[1]).cookies
        running.process.kill()
    with clone.serving(data=data) as again:
        me = httpx.get(f"http://localhost:{again.port}/api/me", cookies=cookies, trust_env=False)

    assert me.json()["member"]["name"] == "Office lead"


def test_somebody_is_invited_beside_the_running_office_and_again_under_the_same_name(clone: Clone, data: Path) -> None:
    with clone.serving(data=data) as running:
        settings = {"RINGBACK_DATA": str(data), "RINGBACK_PORT": str(running.port)}
        said = [clone.run("invite", "Sam Okafor", **settings).stdout for _ in range(2)]
        tokens = [TOKEN.search(words) for words in said]
        members = [pair(running, token[1]).json()["member"] for token in tokens if token]

    assert [member["name"] for member in members] == ["Sam Okafor"] * 2
    assert members[0] == members[1]


def test_a_name_that_two_members_have_is_refused_and_nobody_gets_what_was_meant_for_another(
    clone: Clone, data: Path, tmp_path: Path
) -> None:
    with Store.open(data) as store:
        office = founding.open_office(store, START).office
        for _ in range(2):
            store.write(lambda db: members.add(db, office.id, name="Sam Okafor", role="rep", now=START)).result()
    file = tmp_path / "rescue.json"
    file.write_text(json.dumps({"ringback_rescue": 1, "made_at": "", "device": str(uuid4()), "ops": []}))

    invited = clone.run("invite", "sam okafor", RINGBACK_DATA=str(data))
    taken = clone.run("import", str(file), "--member", "Sam Okafor", RINGBACK_DATA=str(data))

    for done, name in ((invited, "sam okafor"), (taken, "Sam Okafor")):
        assert (done.returncode, done.stdout) == (1, "")
        assert f"2 members are called {name}. Give them different names on the page People" in done.stderr
        assert "Traceback" not in done.stderr


def test_everything_is_exported_line_by_line_but_no_secret(clone: Clone, data: Path) -> None:
    with clone.serving(data=data):
        done = clone.run("export", RINGBACK_DATA=str(data))

    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["table"] for row in rows} == {"offices", "members", "templates", "versions"}
    assert "token_hash" not in done.stdout


def test_a_rescue_file_is_taken_in(clone: Clone, data: Path, tmp_path: Path) -> None:
    op = {"n": 1, "kind": "prospect.edit", "v": 1, "at": "2026-11-23T09:00:00.000Z"}
    op["body"] = {"id": str(uuid4()), "edits": [{"field": "last_name", "old": "", "new": "Delgado"}]}
    file = tmp_path / "rescue.json"
    file.write_text(json.dumps({"ringback_rescue": 1, "made_at": "", "device": str(uuid4()), "ops": [op]}))
    with clone.serving(data=data):
        unknown = clone.run("import", str(file), RINGBACK_DATA=str(data))
        taken = clone.run("import", str(file), "--member", "office lead", RINGBACK_DATA=str(data))
        exported = clone.run("export", RINGBACK_DATA=str(data))

    assert (unknown.returncode, "whose file this is" in unknown.stderr) == (1, True)
    assert "Taken in for Office lead: 1 new" in taken.stdout
    assert '"last_name": "Delgado"' in exported.stdout


def test_the_demo_is_a_full_office_and_leaves_nothing_behind(clone: Clone, data: Path, tmp_path: Path) -> None:
    (tmp_path / "temp").mkdir()
    with clone.serving("demo", data=data, TMPDIR=str(tmp_path / "temp")) as running:
        assert "Come in as Maren Holt, lead" in running.said
        assert "Come in as Sam Okafor, rep" in running.said
        [folder] = (tmp_path / "temp").iterdir()
        rows = clone.run("export", RINGBACK_DATA=str(folder)).stdout.splitlines()
        status, _ = running.ends(signal.SIGINT)

    count = Counter(json.loads(row)["table"] for row in rows)
    assert count["prospects"] == 560
    assert 2800 < count["calls"] < 3900
    assert count["follow_ups"] == 24
    assert (count["quarantine"], count["lost_values"]) == (1, 1)
    assert status == 0
    assert not data.exists()
    assert list((tmp_path / "temp").iterdir()) == []
