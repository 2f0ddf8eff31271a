"""What comes down: all that the member may see, each change once, whatever the size of the page."""

from __future__ import annotations

import pytest
from tests.server.sync.cast import Desk, Json, Phone, call, edits, new_id

from ringback.sync import pull


@pytest.mark.usefixtures("lead")
def test_a_new_phone_is_told_of_the_office_its_people_and_its_own_profile(rep: Phone) -> None:
    rep.sync()
    assert {kind for kind, _ in rep.rows} == {"office", "member", "profile"}
    assert {row["name"] for row in rep.shown("member")} == {"Sam Okafor", "Dana Whitlock"}
    assert [row["id"] for row in rep.shown("profile")] == [rep.member.id]


def test_a_phone_that_has_everything_is_sent_nothing(rep: Phone) -> None:
    rep.send("call.add", call())
    answer = rep.sync()
    assert (answer["rows"], answer["more"]) == ([], False)


def test_the_cursor_stands_at_the_counter_when_all_is_there(desk: Desk, rep: Phone, other_rep: Phone) -> None:
    other_rep.send("call.add", call())
    rep.sync()
    assert rep.cursor == desk.sees("SELECT counter FROM offices")[0][0]


@pytest.mark.parametrize("page", [1, 2, 3, 7])
def test_small_pages_bring_the_same_as_one_large_page(rep: Phone, rep_second_phone: Phone, page: int) -> None:
    for _ in range(3):
        rep.sync(*(rep.write("call.add", call()) for _ in range(3)))
        rep.send("prospect.edit", edits(new_id(), first_name=("", "Ruth")))
    rep.send("profile.edit", {"edits": [{"field": "pace", "old": "", "new": "150"}]})
    rows: list[Json] = []
    more = True
    while more:
        answer = rep_second_phone.sync(page=page)
        rows += answer["rows"]
        more = answer["more"]
    assert [row["seq"] for row in rows] == sorted(row["seq"] for row in rows)
    assert rep_second_phone.rows == rep.rows
    assert len(rows) == len(rep.rows)


def test_rows_that_share_a_place_are_never_parted(rep: Phone) -> None:
    rep.send("profile.edit", {"edits": [{"field": "pace", "old": "", "new": "150"}]}, at="2026-11-21T10:15:00.000Z")
    rep.cursor = 0
    kinds = []
    more = True
    while more:
        answer = rep.sync(page=1)
        kinds.append([row["kind"] for row in answer["rows"]])
        more = answer["more"]
    assert ["member", "profile"] in kinds


def test_a_row_that_changes_while_a_phone_pages_comes_again(rep: Phone, rep_second_phone: Phone) -> None:
    ids = [new_id() for _ in range(4)]
    for prospect in ids:
        rep.send("prospect.edit", edits(prospect, first_name=("", "Ruth")))
    rep_second_phone.sync(page=4)
    rep.send("prospect.edit", edits(ids[0], first_name=("Ruth", "Rut")))
    while rep_second_phone.sync(page=1)["more"]:
        pass
    assert rep_second_phone.row("prospect", ids[0])["fields"] == {"first_name": "Rut"}
    assert len(rep_second_phone.shown("prospect")) == 4


def test_an_answer_stays_below_its_size(rep: Phone, rep_second_phone: Phone) -> None:
    for _ in range(4):
        rep.sync(*(rep.write("call.add", call(script="x" * 8000)) for _ in range(10)))
    answer = rep_second_phone.sync()
    assert answer["more"]
    assert sum(len(str(row)) for row in answer["rows"]) < 300 * 1024
    while rep_second_phone.sync()["more"]:
        pass
    assert len(rep_second_phone.shown("call")) == 40


def test_calls_that_the_phone_keeps_are_not_sent_back_to_it(rep: Phone, rep_second_phone: Phone) -> None:
    prospect, ours = new_id(), call()
    ops = [rep.write("call.add", ours), rep.write("prospect.edit", edits(prospect, first_name=("", "Ruth")))]
    ops.append(rep.write("call.add", call()))
    answer = rep.sync(*ops, keeps=True)
    assert (rep.shown("call"), answer["more"]) == ([], False)
    assert rep.row("prospect", prospect)["fields"] == {"first_name": "Ruth"}
    rep_second_phone.sync()
    told = rep_second_phone.row("call", ours["id"])
    assert told == ours | {
        "kind": "call",
        "seq": answer["results"][0]["rev"],
        "rep_id": rep.member.id,
        "rep_name": rep.member.name,
    }


def test_calls_alone_are_not_sent_back_either(rep: Phone) -> None:
    rep.sync(*(rep.write("call.add", call()) for _ in range(3)), keeps=True)
    assert rep.shown("call") == []


def test_what_other_phones_wrote_comes_to_a_phone_that_keeps_its_own(rep: Phone, rep_second_phone: Phone) -> None:
    theirs = call()
    rep_second_phone.send("call.add", theirs)
    rep.sync(rep.write("call.add", call()), keeps=True)
    assert [row["id"] for row in rep.shown("call")] == [theirs["id"]]


def test_after_a_lost_answer_what_the_phone_keeps_comes_from_the_office(rep: Phone) -> None:
    ours = call()
    op = rep.write("call.add", ours)
    rep.post(rep.request(op, keeps=True))
    rep.sync(op, keeps=True)
    assert [row["id"] for row in rep.shown("call")] == [ours["id"]]


def test_a_call_that_had_to_be_mended_comes_back(rep: Phone) -> None:
    ours = call(note="cut here \ud83d")
    rep.sync(rep.write("call.add", ours), keeps=True)
    assert rep.row("call", ours["id"])["note"] == "cut here \ufffd"


def test_a_call_that_was_set_aside_is_told_as_that(rep: Phone) -> None:
    ours = call()
    rep.send("call.add", ours)
    rep.sync(rep.write("call.add", ours | {"note": "Other words."}), keeps=True)
    assert [row["op"] for row in rep.shown("problem")] == ["call.add"]


def test_one_row_larger_than_an_answer_still_comes() -> None:
    rows = [(4, b"x" * pull.MOST_BYTES), (5, b"y")]
    first = pull.cut(rows, cursor=0, counter=9, at_most=500)
    assert (len(first.rows), first.cursor, first.more) == (1, 4, True)


def test_a_phone_that_wants_no_rows_keeps_its_cursor(rep: Phone) -> None:
    answer = rep.sync(rep.write("call.add", call()), page=0)
    assert (answer["rows"], answer["cursor"], answer["more"]) == ([], 0, True)
    assert answer["results"][0]["status"] == "ok"


def test_a_phone_far_behind_is_answered_as_well(rep: Phone, rep_second_phone: Phone) -> None:
    for _ in range(9):
        rep.sync(*(rep.write("call.add", call()) for _ in range(300)), page=0)
    more = True
    while more:
        more = rep_second_phone.sync()["more"]
    assert len(rep_second_phone.shown("call")) == 2700
