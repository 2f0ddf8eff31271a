"""What a phone sends is in the office, once, whatever happens on the way."""

from __future__ import annotations

import json

import pytest
from tests.server.sync.cast import Desk, Phone, as_sent, call, contract, new_id, statuses

from ringback.sync.messages import header
from ringback.sync.operations import unread


def held(desk: Desk) -> int:
    return int(desk.sees("SELECT count(*) FROM calls")[0][0])


def test_a_logged_call_is_in_the_office(rep: Phone) -> None:
    entry = call(script="Hi Ruth.")
    answer = rep.sync(rep.write("call.add", entry))

    assert statuses(answer) == ["ok"]
    told = {"kind": "call", "seq": answer["results"][0]["rev"], "rep_id": rep.member.id, "rep_name": "Sam Okafor"}
    assert rep.row("call", entry["id"]) == told | entry


def test_sending_again_after_a_lost_answer_changes_nothing(desk: Desk, rep: Phone) -> None:
    ops = [rep.write("call.add", call()) for _ in range(3)]
    lost = rep.post(rep.request(*ops))
    again = rep.sync(*ops)

    assert statuses(again) == ["dup", "dup", "dup"]
    assert [r["rev"] for r in again["results"]] == [r["rev"] for r in lost["results"]]
    assert held(desk) == 3


def test_an_answer_lost_in_the_middle_of_more_writing_costs_nothing(desk: Desk, rep: Phone) -> None:
    first = [rep.write("call.add", call()) for _ in range(2)]
    rep.post(rep.request(*first))
    assert statuses(rep.sync(*first, rep.write("call.add", call()))) == ["dup", "dup", "ok"]
    assert held(desk) == 3


def test_one_bad_call_does_not_hold_back_the_rest(desk: Desk, rep: Phone) -> None:
    good, bad, late = call(), call(outcome="sang"), call()
    answer = rep.sync(*(rep.write("call.add", entry) for entry in (good, bad, late)))

    assert statuses(answer) == ["ok", "quarantined", "ok"]
    assert held(desk) == 2
    assert answer["have_through"] == 3


def test_a_bad_operation_is_kept_as_it_came_and_both_sides_see_it(desk: Desk, rep: Phone) -> None:
    op = rep.write("call.sing", {"tune": "A minor", "deep": [1, {"x": None}]})
    rep.sync(op)

    (raw, looked), *_ = desk.sees("SELECT raw, looked_at FROM quarantine")
    assert '"A minor"' in raw
    assert looked is None
    problem = rep.row("problem", f"{rep.device}:1")
    assert (problem["n"], problem["op"], problem["looked"]) == (1, "call.sing", False)
    assert problem["sentence"]


@pytest.mark.parametrize("example", contract("bad_operations"), ids=lambda example: example["what"])
def test_what_cannot_be_understood_is_set_aside(rep: Phone, example: dict[str, object]) -> None:
    op = example["op"]
    assert isinstance(op, dict)
    answer = rep.sync(op | {"n": 1}, rep.write("call.add", call(), n=2))
    assert statuses(answer) == ["quarantined", "ok"]


@pytest.mark.parametrize("note", ["x" * 8001, "x" * 40_000])
def test_too_long_a_note_is_set_aside_and_kept_whole(desk: Desk, rep: Phone, note: str) -> None:
    assert rep.send("call.add", call(note=note))["status"] == "quarantined"
    assert note in desk.sees("SELECT raw FROM quarantine")[0][0]


def test_the_longest_words_that_are_allowed_arrive_whole(rep: Phone) -> None:
    entry = call(note="ñ" * 8000, script="x" * 8000, prospect_name="x" * 200)
    assert rep.send("call.add", entry)["status"] == "ok"
    assert rep.row("call", entry["id"])["note"] == "ñ" * 8000


@pytest.mark.parametrize("beside", [[], ["profile.edit"]], ids=["alone", "beside another kind"])
def test_a_call_is_measured_by_what_is_kept_of_it(rep: Phone, beside: list[str]) -> None:
    """Escaped letters and what the office does not know are gone by then; letters of four bytes are not."""
    others = [rep.write(kind, {"edits": []}) for kind in beside]
    packed = rep.write("call.add", call(note="\ud83d\ude00" * 3000, mood="x" * 40_000))
    large = rep.write("call.add", call(note="\U0001f600" * 8000, script="\U0001f600" * 1000))
    assert statuses(rep.sync(*others, packed))[-1] == "ok"
    assert statuses(rep.sync(large, *(rep.write(kind, {"edits": []}) for kind in beside)))[0] == "quarantined"


@pytest.mark.parametrize("beside", [[], ["profile.edit"]], ids=["alone", "beside another kind"])
def test_a_call_told_again_with_other_spaces_and_unknown_fields_is_the_same(rep: Phone, beside: list[str]) -> None:
    entry = call()
    op = rep.write("call.add", entry)
    rep.sync(op)
    again = op | {"body": {"mood": "good"} | dict(reversed(entry.items()))}
    request = rep.request(again, *(rep.write(kind, {"edits": []}) for kind in beside))
    assert statuses(rep.post(json.dumps(request, indent=2).encode()))[0] == "dup"


@pytest.mark.parametrize("beside", [[], ["profile.edit"]], ids=["alone", "beside another kind"])
def test_a_call_whose_number_says_something_else_now_is_a_clone(rep: Phone, beside: list[str]) -> None:
    op = rep.write("call.add", call())
    rep.sync(op)
    answer = rep.sync(op | {"body": call()}, *(rep.write(kind, {"edits": []}) for kind in beside))
    assert (statuses(answer)[0], answer["notice"]["kind"]) == ("quarantined", "cloned")


def test_a_call_that_is_set_aside_is_kept_as_it_came(desk: Desk, rep: Phone) -> None:
    entry = call(seconds=20)
    rep.send("call.add", entry)
    assert rep.send("call.add", entry | {"note": "Other words.", "mood": "good"})["status"] == "quarantined"
    raw = json.loads(desk.sees("SELECT raw FROM quarantine")[0][0])
    assert (raw["body"]["mood"], raw["body"]["seconds"]) == ("good", 20)
    assert "20.0" not in desk.sees("SELECT raw FROM quarantine")[0][0]


def test_a_call_that_an_older_office_did_not_understand_is_no_clone_when_it_comes_again(desk: Desk, rep: Phone) -> None:
    op = rep.write("call.add", call())
    rep.sync(op)
    then = unread(header(as_sent(op)))
    desk.store.write(lambda db: db.execute("UPDATE operations SET status = 'quarantined', hash = ?", [then])).result()
    desk.store.write(lambda db: db.execute("DELETE FROM calls")).result()
    answer = rep.sync(op)
    assert (statuses(answer), answer["notice"]) == (["dup"], None)


def test_an_entry_with_an_id_that_is_there_with_other_words_is_set_aside(rep: Phone) -> None:
    entry = call(note="first")
    rep.send("call.add", entry)
    assert rep.send("call.add", entry | {"note": "second"})["status"] == "quarantined"
    assert rep.row("call", entry["id"])["note"] == "first"


def test_the_same_entry_under_two_numbers_is_there_once(desk: Desk, rep: Phone) -> None:
    entry = call()
    rep.send("call.add", entry)
    assert rep.send("call.add", entry)["status"] == "merged"
    assert held(desk) == 1


def test_another_rep_cannot_take_over_an_entry(desk: Desk, rep: Phone, other_rep: Phone) -> None:
    entry = call()
    rep.send("call.add", entry)
    assert other_rep.send("call.add", entry)["status"] == "quarantined"
    assert desk.sees("SELECT rep_id FROM calls") == [(rep.member.id,)]


@pytest.mark.parametrize("beside", [[], ["profile.edit"]], ids=["alone", "beside another kind"])
@pytest.mark.parametrize("void", [False, True], ids=["corrects", "takes back"])
def test_nobody_corrects_or_takes_back_another_reps_entry(
    desk: Desk, rep: Phone, other_rep: Phone, void: bool, beside: list[str]
) -> None:
    """The rest of what comes with it is taken, and what was set aside is known when it comes again."""
    theirs, mine = call(), call()
    rep.send("call.add", theirs)
    entries = [call(), call(replaces=theirs["id"], void=void), mine, call(replaces=mine["id"], void=void)]
    ops = [other_rep.write("call.add", entry) for entry in entries]
    ops += [other_rep.write(kind, {"edits": []}) for kind in beside]

    answer = other_rep.sync(*ops)
    assert statuses(answer)[:4] == ["ok", "quarantined", "ok", "ok"]
    assert statuses(other_rep.sync(*ops))[:4] == ["dup"] * 4
    assert held(desk) == 4
    assert "somebody else" in other_rep.row("problem", f"{other_rep.device}:2")["sentence"]


def test_a_correction_may_come_before_what_it_corrects(rep: Phone, rep_second_phone: Phone) -> None:
    first = call()
    assert rep_second_phone.send("call.add", call(replaces=first["id"]))["status"] == "ok"
    assert rep.send("call.add", first)["status"] == "ok"


def test_a_call_on_a_prospect_that_nobody_knows_is_accepted(rep: Phone) -> None:
    assert rep.send("call.add", call(prospect_id=new_id()))["status"] == "ok"


def test_spaces_and_the_order_of_names_do_not_make_another_operation(rep: Phone) -> None:
    ops = [rep.write("call.add", call(seconds=19.5)), rep.write("prospect.block", {"id": new_id(), "reason": "x"})]
    rep.sync(*ops)
    turned = [op | {"body": {name: op["body"][name] for name in reversed(op["body"])}} for op in ops]
    assert statuses(rep.sync(*turned)) == ["dup", "dup"]


def test_a_name_that_is_not_the_offices_is_no_part_of_an_entry(rep: Phone) -> None:
    """It could pass for something that the office says."""
    entry = call()
    rep.send("call.add", entry | {"rep_name": "Somebody else", "mood": "good"})
    row = rep.row("call", entry["id"])
    assert row["rep_name"] == "Sam Okafor"
    assert "mood" not in row


def test_an_operation_set_aside_is_known_when_it_comes_again(desk: Desk, rep: Phone) -> None:
    op = rep.write("call.sing", {})
    rep.sync(op)
    assert statuses(rep.sync(op)) == ["dup"]
    assert desk.sees("SELECT count(*) FROM quarantine") == [(1,)]


def test_two_phones_that_send_at_once_are_both_held(desk: Desk, rep: Phone, other_rep: Phone) -> None:
    ours = [rep.write("call.add", call()) for _ in range(5)]
    theirs = [other_rep.write("call.add", call()) for _ in range(5)]
    assert {*statuses(rep.sync(*ours)), *statuses(other_rep.sync(*theirs))} == {"ok"}
    assert held(desk) == 10


def test_half_a_character_does_not_spoil_the_words_around_it(rep: Phone) -> None:
    op = rep.write("call.add", call(note="cut here \ud83d"))
    assert statuses(rep.sync(op, rep.write("call.add", call(note="whole \U0001f600")))) == ["ok", "ok"]
    assert rep.row("call", op["body"]["id"])["note"] == "cut here �"
    assert statuses(rep.sync(op)) == ["dup"]


def test_nothing_is_written_when_nothing_is_new(desk: Desk, rep: Phone) -> None:
    rep.sync()
    before = desk.store.path.with_name(desk.store.path.name + "-wal").stat().st_size
    rep.sync()
    assert desk.store.path.with_name(desk.store.path.name + "-wal").stat().st_size == before


def test_any_characters_come_back_as_they_were_typed(rep: Phone) -> None:
    """Line breaks, a zero, quotes and signs from everywhere: what carries the rows must not trip over them."""
    words = 'a\nb\r\u0000c\u2028"\\u0041\\ \x1e ñ 漢 \U0001f600'
    entry, ruth = call(note=words, script=words, company=words), new_id()
    fields = {"id": ruth, "edits": [{"field": "note", "old": "", "new": words}]}
    rep.sync(rep.write("call.add", entry), rep.write("prospect.edit", fields))
    rep.send("prospect.edit", {"id": ruth, "edits": [{"field": "note", "old": "?", "new": "b"}]})
    assert rep.row("call", entry["id"])["note"] == rep.row("call", entry["id"])["company"] == words
    assert rep.row("prospect", ruth)["lost"][0]["value"] == words


def test_short_fields_are_counted_in_characters(rep: Phone) -> None:
    """As phones cut them: an emoji is one, though it is four bytes here and two units of text there."""
    assert statuses(rep.sync(rep.write("call.add", call(company="🏢" * 200)))) == ["ok"]
    assert statuses(rep.sync(rep.write("call.add", call(company="🏢" * 201)))) == ["quarantined"]
