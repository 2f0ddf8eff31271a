"""Follow-ups: done beats open on whichever phone, and a new time replaces the old one."""

from __future__ import annotations

from tests.server.sync.cast import Desk, Phone, follow_up

from ringback.store import export


def state(phone: Phone, promise: dict[str, object]) -> str:
    return str(phone.row("follow_up", str(promise["id"]))["state"])


def close(phone: Phone, promise: dict[str, object], to: str) -> str:
    return str(phone.send("follow_up.close", {"id": promise["id"], "state": to, "call_id": None})["status"])


def test_a_follow_up_is_open_until_it_is_closed(rep: Phone) -> None:
    promise = follow_up()
    rep.send("follow_up.add", promise)
    assert state(rep, promise) == "open"
    assert close(rep, promise, "done") == "ok"
    assert state(rep, promise) == "done"


def test_done_beats_cancelled_whichever_comes_first(rep: Phone, rep_second_phone: Phone) -> None:
    promise = follow_up()
    rep.send("follow_up.add", promise)
    assert close(rep, promise, "cancelled") == "ok"
    assert close(rep_second_phone, promise, "done") == "ok"
    assert close(rep, promise, "cancelled") == "merged"
    assert state(rep, promise) == "done"


def test_a_new_time_moves_the_old_one_out_of_the_way(rep: Phone) -> None:
    first = follow_up()
    second = follow_up(supersedes=first["id"])
    rep.send("follow_up.add", first)
    rep.send("follow_up.add", second)
    assert (state(rep, first), state(rep, second)) == ("moved", "open")


def test_a_new_time_does_not_reopen_what_is_done(rep: Phone) -> None:
    first = follow_up()
    rep.send("follow_up.add", first)
    close(rep, first, "done")
    rep.send("follow_up.add", follow_up(supersedes=first["id"]))
    assert state(rep, first) == "done"


def test_the_end_of_a_follow_up_may_come_before_it(rep: Phone, rep_second_phone: Phone) -> None:
    """Two phones of one rep, and the one that made it syncs last."""
    promise = follow_up()
    assert close(rep_second_phone, promise, "cancelled") == "merged"
    assert close(rep_second_phone, promise, "done") == "merged"
    rep.send("follow_up.add", promise)
    assert state(rep, promise) == "done"


def test_what_the_office_exports_has_the_end_of_a_follow_up_that_has_not_come(desk: Desk, rep: Phone) -> None:
    promise = follow_up()
    close(rep, promise, "done")

    with desk.store.reading() as db:
        ends = [(row["follow_up_id"], row["state"]) for table, row in export.rows(db) if table == "closings"]
    assert ends == [(promise["id"], "done")]


def test_the_same_follow_up_twice_is_there_once(rep: Phone) -> None:
    promise = follow_up()
    rep.send("follow_up.add", promise)
    assert rep.send("follow_up.add", promise)["status"] == "merged"
    assert rep.send("follow_up.add", promise | {"reason": "other"})["status"] == "quarantined"


def test_nobody_closes_another_reps_follow_up(rep: Phone, other_rep: Phone) -> None:
    promise = follow_up()
    rep.send("follow_up.add", promise)
    assert close(other_rep, promise, "done") == "quarantined"
    rep.sync()
    assert state(rep, promise) == "open"


def test_nobody_ends_another_reps_follow_up_before_it_comes(rep: Phone, other_rep: Phone) -> None:
    """Nor changes the end that its own rep has sent ahead of it."""
    promise, another = follow_up(), follow_up()
    close(other_rep, promise, "cancelled")
    rep.send("follow_up.add", promise)
    assert state(rep, promise) == "open"

    close(rep, another, "cancelled")
    assert close(other_rep, another, "done") == "quarantined"
    rep.send("follow_up.add", another)
    assert state(rep, another) == "cancelled"
