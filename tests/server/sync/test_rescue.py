"""A rescue file brings in what a phone could not send."""

from __future__ import annotations

import json

import pytest
from tests.server.sync.cast import BEGIN, Desk, Json, Phone, as_sent, call, contract, edits, new_id

from ringback.domain.errors import Refused
from ringback.domain.instants import written
from ringback.sync import rescue
from ringback.sync.rescue import Rescued


def file(phone: Phone, *ops: Json, **over: object) -> bytes:
    said = {"ringback_rescue": 1, "made_at": "2026-11-21T10:15:00.000Z", "device": phone.device, "ops": list(ops)}
    return as_sent(said | over)


def take(desk: Desk, body: bytes, member_id: str | None = None) -> Rescued:
    return rescue.take_in(desk.store, desk.office.id, body, member_id, desk.now)


def test_what_waited_on_a_phone_is_taken_in_and_twice_changes_nothing(desk: Desk, rep: Phone) -> None:
    sent = rep.write("call.add", call())
    rep.sync(sent)
    body = file(rep, sent, rep.write("call.add", call()), rep.write("call.sing", {}))
    assert take(desk, body) == Rescued("Sam Okafor", taken=1, known=1, quarantined=1, unreadable=0)
    assert take(desk, body) == Rescued("Sam Okafor", taken=0, known=3, quarantined=0, unreadable=0)
    assert rep.sync()["have_through"] == 3
    assert len(rep.shown("call")) == 2


def test_a_phone_whose_file_is_taken_in_was_not_seen_by_that(desk: Desk, rep: Phone) -> None:
    """The device that was seen last is the one that rings first: not the one that lies broken in the office."""
    rep.sync()
    desk.later(days=3)

    take(desk, file(rep, rep.write("call.add", call())))

    assert desk.sees("SELECT seen_at, have_through FROM devices") == [(written(BEGIN), 1)]


def test_a_phone_that_syncs_after_all_finds_its_entries_there(desk: Desk, rep: Phone) -> None:
    ops = [rep.write("call.add", call(seconds=19.0)) for _ in range(2)]
    take(desk, json.dumps(json.loads(file(rep, *ops)), indent=2).encode())
    assert [result["status"] for result in rep.sync(*ops)["results"]] == ["dup", "dup"]


def test_a_file_of_a_phone_that_was_never_paired_belongs_to_whom_the_lead_names(desk: Desk, rep: Phone) -> None:
    lost = Phone(desk, rep.member, new_id())
    ruth = new_id()
    body = file(lost, lost.write("prospect.edit", edits(ruth, first_name=("", "Ruth"))))
    with pytest.raises(Refused) as refused:
        take(desk, body)
    assert refused.value.kind == "not_found"
    assert take(desk, body, rep.member.id).taken == 1
    rep.sync()
    assert rep.row("prospect", ruth)["owner_id"] == rep.member.id


def test_a_paired_phones_file_stays_its_members_whomever_the_lead_names(
    desk: Desk, rep: Phone, other_rep: Phone
) -> None:
    take(desk, file(rep, rep.write("call.add", call())), other_rep.member.id)
    assert desk.sees("SELECT rep_id FROM calls") == [(rep.member.id,)]


def test_a_file_of_more_than_one_syncs_worth_is_taken_in_whole(desk: Desk, rep: Phone) -> None:
    ops = [rep.write("call.add", call()) for _ in range(1203)]
    assert take(desk, file(rep, *reversed(ops))).taken == 1203


def test_what_was_written_under_an_earlier_name_of_the_phone_comes_under_that_name(desk: Desk, rep: Phone) -> None:
    before = Phone(desk, rep.member, new_id())
    ruth = new_id()
    first = [before.write("prospect.edit", edits(ruth, note=("", "Ask for Ines"))), before.write("call.add", call())]
    earlier = {"earlier": [{"device": before.device, "ops": first}]}
    body = file(rep, rep.write("prospect.edit", edits(ruth, note=("Ask for Ines", "Back on Monday"))), **earlier)
    assert take(desk, body) == Rescued("Sam Okafor", taken=3, known=0, quarantined=0, unreadable=0)
    assert take(desk, body) == Rescued("Sam Okafor", taken=0, known=3, quarantined=0, unreadable=0)
    held = "SELECT device_id, count(*) FROM operations GROUP BY 1 ORDER BY 2"
    assert desk.sees(held) == [(rep.device, 1), (before.device, 2)]
    rep.sync()
    assert rep.row("prospect", ruth)["fields"] == {"note": "Back on Monday"}


def test_an_earlier_name_that_is_a_colleagues_stays_his(desk: Desk, rep: Phone, other_rep: Phone) -> None:
    earlier = {"earlier": [{"device": other_rep.device, "ops": [other_rep.write("call.add", call())]}]}
    take(desk, file(rep, **earlier))
    assert desk.sees("SELECT rep_id FROM calls") == [(other_rep.member.id,)]


def test_a_file_that_an_editor_has_saved_once_more_is_taken_in(desk: Desk, rep: Phone) -> None:
    """Some put a mark of three bytes before the rest."""
    assert take(desk, b"\xef\xbb\xbf" + file(rep, rep.write("call.add", call()))).taken == 1


def test_of_two_entries_with_one_number_both_are_kept(desk: Desk, rep: Phone) -> None:
    """Two files that somebody has put into one: the numbers may be those of two phones with one name."""
    first, last = rep.write("call.add", call()), rep.write("call.add", call())
    body = file(rep, first, first | {"body": call()}, last, first)
    assert take(desk, body) == Rescued("Sam Okafor", taken=2, known=1, quarantined=1, unreadable=0)
    assert desk.sees("SELECT count(*) FROM quarantine") == [(1,)]


def test_what_has_no_number_is_told(desk: Desk, rep: Phone) -> None:
    assert take(desk, file(rep, {"kind": "call.add"}, rep.write("call.add", call()))).unreadable == 1


@pytest.mark.parametrize("body", [b"", b"{}", b'{"ringback_rescue": 2, "device": "x", "ops": []}', b"\xff\xfe"])
def test_another_file_is_refused_in_words(desk: Desk, body: bytes) -> None:
    with pytest.raises(Refused) as refused:
        take(desk, body)
    assert refused.value.kind == "malformed"


def test_the_example_is_taken_in(desk: Desk, rep: Phone) -> None:
    body = as_sent(contract("rescue") | {"member_id": rep.member.id})
    assert take(desk, body) == Rescued("Sam Okafor", taken=2, known=0, quarantined=0, unreadable=0)
