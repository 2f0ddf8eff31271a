"""Dense numbers prove what arrived: what is missing is named, and lost or doubled phones are told."""

from __future__ import annotations

from tests.server.sync.cast import Desk, Phone, call, contract, statuses

from ringback.domain import numbers


def test_the_office_says_through_which_number_it_holds_everything(rep: Phone) -> None:
    answer = rep.sync(*(rep.write("call.add", call()) for _ in range(12)))
    assert (answer["have_through"], answer["missing"]) == (12, [])
    assert rep.sync()["have_through"] == 12


def test_what_still_waits_on_the_phone_is_missing_and_no_alarm(desk: Desk, rep: Phone) -> None:
    first, second, third = (rep.write("call.add", call()) for _ in range(3))
    answer = rep.sync(first, next_n=4)
    assert (answer["have_through"], answer["missing"], answer["notice"]) == (1, [[2, 3]], None)
    desk.later(days=2)
    assert rep.sync(oldest_pending=2)["notice"] is None
    assert rep.sync(second, third)["missing"] == []


def test_a_hole_is_filled_when_the_missing_one_comes(rep: Phone) -> None:
    first, second, third, fourth = (rep.write("call.add", call()) for _ in range(4))
    answer = rep.sync(first, third, fourth)
    assert (answer["have_through"], answer["missing"]) == (1, [[2, 2]])
    assert rep.sync(second)["have_through"] == 4


def test_a_hole_that_stays_open_for_a_day_is_told_with_its_numbers(desk: Desk, rep: Phone) -> None:
    first, _, third = (rep.write("call.add", call()) for _ in range(3))
    assert rep.sync(first, third)["notice"] is None
    assert rep.sync()["notice"] is None
    desk.later(hours=25)
    notice = rep.sync()["notice"]
    assert (notice["kind"], notice["numbers"]) == ("hole", [2])


def test_a_phone_that_wrote_more_than_its_next_number_says_has_lost_its_store(rep: Phone) -> None:
    rep.sync(*(rep.write("call.add", call()) for _ in range(5)))
    answer = rep.sync(next_n=1)
    assert answer["notice"]["kind"] == "lost_store"
    assert answer["have_through"] == 5


def test_an_emptied_phone_whose_writes_never_arrived_is_noticed_too(rep: Phone) -> None:
    rep.sync(next_n=8, oldest_pending=1)
    assert rep.sync(next_n=1)["notice"]["kind"] == "lost_store"


def test_two_phones_under_one_name_are_told_apart_and_both_words_are_kept(desk: Desk, rep: Phone) -> None:
    clone = Phone(desk, rep.member, rep.device)
    ours, theirs = call(note="ours"), call(note="theirs")
    rep.send("call.add", ours)
    answer = clone.sync(clone.write("call.add", theirs), clone.write("call.add", call()))

    assert statuses(answer) == ["quarantined", "ok"]
    assert (answer["notice"]["kind"], answer["notice"]["numbers"]) == ("cloned", [1])
    assert desk.sees("SELECT raw FROM quarantine")[0][0].count("theirs") == 1
    assert rep.row("call", ours["id"])["note"] == "ours"


def test_a_clone_goes_on_under_a_new_name_and_nothing_is_lost(desk: Desk, rep: Phone) -> None:
    clone = Phone(desk, rep.member, rep.device)
    theirs = call(note="theirs")
    rep.send("call.add", call(note="ours"))
    clone.send("call.add", theirs)
    renamed = desk.phone(rep.member)
    assert renamed.send("call.add", theirs)["status"] == "ok"
    assert desk.sees("SELECT count(*) FROM calls") == [(2,)]


def test_an_idle_phone_is_seen_once_an_hour(desk: Desk, rep: Phone) -> None:
    seen = "SELECT seen_at FROM devices"
    rep.sync()
    first = desk.sees(seen)
    desk.later(minutes=10)
    rep.sync()
    assert desk.sees(seen) == first
    desk.later(hours=1)
    rep.sync()
    assert desk.sees(seen) != first


def test_a_phone_too_old_to_be_shown_rows_still_delivers(rep: Phone) -> None:
    answer = rep.sync(rep.write("call.add", call()), schema=0)
    assert statuses(answer) == ["ok"]
    assert (answer["rows"], answer["cursor"], answer["notice"]["kind"]) == ([], 0, "update")


def test_missing_numbers_lie_between_what_is_held() -> None:
    assert numbers.missing([(3, 4), (6, 6)], 1, 9) == [(2, 2), (5, 5), (7, 8)]
    assert numbers.missing([], 0, 1) == []
    assert len(numbers.missing([(n, n) for n in range(2, 100, 2)], 0, 100)) == 20


def test_every_status_of_the_examples_is_one_that_phones_know() -> None:
    assert {result["status"] for example in contract("answers") for result in example["answer"]["results"]} == {
        "ok",
        "dup",
        "merged",
        "conflict",
        "quarantined",
    }
