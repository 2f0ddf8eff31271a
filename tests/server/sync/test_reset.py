"""After a restore the office has forgotten: the phones send again, and all is there once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.server.sync.cast import Desk, Json, Phone, call, follow_up, new_id, statuses, template


def backup(desk: Desk, to: Path) -> None:
    desk.store.close()
    to.mkdir()
    shutil.copy(desk.store.path, to)
    desk.reopen()


def restore(desk: Desk, was: Path) -> None:
    desk.store.close()
    shutil.copy(was / desk.store.path.name, desk.folder)
    for ending in ("-wal", "-shm"):
        desk.store.path.with_name(desk.store.path.name + ending).unlink(missing_ok=True)
    desk.reopen()


def test_a_restored_office_asks_for_what_the_backup_lacks(desk: Desk, rep: Phone, tmp_path: Path) -> None:
    before = [rep.write("call.add", call()) for _ in range(3)]
    rep.sync(*before)
    backup(desk, tmp_path / "backup")
    assert rep.sync()["epoch"] == rep.epoch
    after = [rep.write("call.add", call()) for _ in range(2)]
    rep.sync(*after)
    restore(desk, tmp_path / "backup")

    answer = rep.sync(rep.write("call.add", call(), n=6))
    assert answer["reset"] == {"held": [[1, 3]]}
    assert (answer["results"], answer["rows"], answer["cursor"]) == ([], [], 0)
    assert answer["epoch"] != rep.epoch

    rep.epoch = answer["epoch"]
    assert statuses(rep.sync(*after)) == ["ok", "ok"]
    assert desk.sees("SELECT count(*) FROM calls") == [(5,)]


def test_a_phone_of_the_new_epoch_is_not_reset_again(rep: Phone) -> None:
    rep.sync()
    answer = rep.sync(epoch="another")
    assert "reset" in answer
    assert "reset" not in rep.sync(epoch=answer["epoch"])


def test_a_phone_that_has_seen_more_than_the_office_holds_is_reset_too(rep: Phone) -> None:
    """A database that went back without anybody noticing."""
    answer = rep.sync(cursor=10_000)
    assert answer["reset"] == {"held": []}
    assert answer["epoch"] == rep.epoch


def test_a_reset_tells_what_is_held_of_the_members_other_devices(desk: Desk, rep: Phone, other_rep: Phone) -> None:
    """A phone that was cloned wrote under another name before."""
    before = desk.phone(rep.member)
    before.sync(*[before.write("call.add", call()) for _ in range(2)])
    other_rep.sync(other_rep.write("call.add", call()))

    answer = rep.sync(epoch="another")

    assert answer["reset"] == {"held": [], "others": [{"device": before.device, "held": [[1, 2]]}]}


@pytest.mark.parametrize(
    ("kind", "body"),
    [("call.add", call()), ("follow_up.add", follow_up()), ("template.save", template() | {"shared": False})],
)
def test_what_has_an_id_of_its_own_changes_nothing_under_another_number(rep: Phone, kind: str, body: Json) -> None:
    assert rep.send(kind, body)["status"] == "ok"
    again = rep.send(kind, body)
    assert (again["status"], again["rev"]) == ("merged", 0)


def test_a_reset_takes_nothing_in(desk: Desk, rep: Phone) -> None:
    rep.sync(rep.write("call.add", call()), epoch="another")
    assert desk.sees("SELECT count(*) FROM operations") == [(0,)]


def test_held_numbers_are_told_as_ranges(rep: Phone) -> None:
    ops = [rep.write("call.add", call()) for _ in range(9)]
    rep.sync(*ops[:3], *ops[5:6], *ops[7:])
    assert rep.sync(epoch="another")["reset"] == {"held": [[1, 3], [6, 6], [8, 9]]}


def test_a_backup_that_lacks_only_what_changed_nothing_is_noticed_too(desk: Desk, rep: Phone, tmp_path: Path) -> None:
    backup(desk, tmp_path / "backup")
    assert rep.send("follow_up.close", {"id": new_id(), "state": "done"})["status"] == "merged"
    restore(desk, tmp_path / "backup")
    assert rep.sync()["reset"] == {"held": []}
