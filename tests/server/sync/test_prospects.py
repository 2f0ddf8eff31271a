"""Prospects: edited on several phones, deleted, blocked, handed over. No value that a rep typed disappears."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.server.sync.cast import Desk, Phone, call, edits, follow_up, new_id, statuses

from ringback.domain.instants import written
from ringback.store import prospects


@pytest.fixture
def ruth(rep: Phone) -> str:
    """A prospect of the rep's, on his phone."""
    ruth = new_id()
    rep.send("prospect.edit", edits(ruth, first_name=("", "Ruth"), company=("", "Delgado Bakery")))
    return ruth


def company(phone: Phone, ruth: str, old: str, new: str) -> str:
    return str(phone.send("prospect.edit", edits(ruth, company=(old, new)))["status"])


def fields(phone: Phone, ruth: str) -> dict[str, str]:
    return phone.row("prospect", ruth)["fields"]  # type: ignore[no-any-return]


def test_a_new_prospect_belongs_to_the_rep_who_wrote_it(rep: Phone, ruth: str) -> None:
    row = rep.row("prospect", ruth)
    assert row["fields"] == {"first_name": "Ruth", "company": "Delgado Bakery"}
    assert (row["owner_id"], row["do_not_call"], row["lost"]) == (rep.member.id, None, [])
    assert row["token"]


def test_an_edit_changes_only_the_field_that_it_names(rep: Phone, ruth: str) -> None:
    assert company(rep, ruth, "Delgado Bakery", "Delgado & Sons") == "ok"
    assert fields(rep, ruth) == {"first_name": "Ruth", "company": "Delgado & Sons"}


def test_an_edit_that_is_true_already_changes_nothing(rep: Phone, ruth: str) -> None:
    result = rep.send("prospect.edit", edits(ruth, company=("", "Delgado Bakery")))
    assert result == {"n": 2, "status": "merged", "rev": 0}


def test_a_field_that_is_emptied_is_gone(rep: Phone, ruth: str) -> None:
    company(rep, ruth, "Delgado Bakery", "")
    assert fields(rep, ruth) == {"first_name": "Ruth"}


def test_a_field_that_this_office_does_not_know_is_kept(rep: Phone, ruth: str) -> None:
    rep.send("prospect.edit", edits(ruth, shoe_size=("", "38")))
    assert fields(rep, ruth)["shoe_size"] == "38"


def test_two_phones_edit_different_fields_and_both_hold(rep: Phone, rep_second_phone: Phone, ruth: str) -> None:
    rep_second_phone.sync()
    rep.send("prospect.edit", edits(ruth, company=("Delgado Bakery", "Delgado & Sons")))
    assert rep_second_phone.send("prospect.edit", edits(ruth, title=("", "Owner")))["status"] == "ok"
    rep.sync()
    assert fields(rep, ruth) == fields(rep_second_phone, ruth)
    assert fields(rep, ruth) == {"first_name": "Ruth", "company": "Delgado & Sons", "title": "Owner"}


def test_of_two_edits_of_one_field_the_later_holds_and_the_other_is_shown(
    rep: Phone, rep_second_phone: Phone, ruth: str
) -> None:
    company(rep, ruth, "Delgado Bakery", "Delgado & Sons")
    assert company(rep_second_phone, ruth, "Delgado Bakery", "Delgado Ovens") == "conflict"
    rep.sync()
    for phone in (rep, rep_second_phone):
        row = phone.row("prospect", ruth)
        assert row["fields"]["company"] == "Delgado Ovens"
        (lost,) = row["lost"]
        assert (lost["field"], lost["value"], lost["kept"], lost["by"]) == (
            "company",
            "Delgado & Sons",
            "Delgado Ovens",
            "Sam Okafor",
        )


def test_a_lost_value_is_shown_until_the_rep_has_looked_at_it(rep: Phone, rep_second_phone: Phone, ruth: str) -> None:
    company(rep, ruth, "Delgado Bakery", "Delgado & Sons")
    company(rep_second_phone, ruth, "Delgado Bakery", "Delgado Ovens")
    rep.sync()
    (lost,) = rep.row("prospect", ruth)["lost"]
    assert rep.send("prospect.resolve", {"id": ruth, "lost_id": lost["id"]})["status"] == "ok"
    assert rep.row("prospect", ruth)["lost"] == []


def test_a_prospect_is_deleted_when_nobody_changed_it_meanwhile(rep: Phone, rep_second_phone: Phone, ruth: str) -> None:
    rep_second_phone.sync()
    token = rep.row("prospect", ruth)["token"]
    assert rep.send("prospect.delete", {"id": ruth, "token": token})["status"] == "ok"
    rep_second_phone.sync()
    assert rep_second_phone.row("prospect", ruth)["gone"] == "deleted"


def test_a_delete_loses_to_an_edit_that_came_before_it(rep: Phone, rep_second_phone: Phone, ruth: str) -> None:
    token = rep.row("prospect", ruth)["token"]
    company(rep_second_phone, ruth, "Delgado Bakery", "Delgado & Sons")
    assert rep.send("prospect.delete", {"id": ruth, "token": token}) == {"n": 2, "status": "conflict", "rev": 0}
    assert fields(rep, ruth)["company"] == "Delgado & Sons"


def test_a_delete_loses_to_an_edit_that_comes_after_it(rep: Phone, rep_second_phone: Phone, ruth: str) -> None:
    rep.send("prospect.delete", {"id": ruth, "token": rep.row("prospect", ruth)["token"]})
    rep_second_phone.send("prospect.edit", edits(ruth, title=("", "Owner")))
    rep.sync()
    assert fields(rep, ruth) == {"first_name": "Ruth", "company": "Delgado Bakery", "title": "Owner"}


def test_deleting_what_is_gone_changes_nothing(rep: Phone, ruth: str) -> None:
    token = rep.row("prospect", ruth)["token"]
    rep.send("prospect.delete", {"id": ruth, "token": token})
    assert rep.send("prospect.delete", {"id": ruth, "token": token})["status"] == "merged"


def test_a_prospect_has_at_most_a_hundred_fields(rep: Phone, ruth: str) -> None:
    assert rep.send("prospect.edit", edits(ruth, **{f"f{i}": ("", "x") for i in range(99)}))["status"] == "quarantined"
    assert fields(rep, ruth) == {"first_name": "Ruth", "company": "Delgado Bakery"}


def test_do_not_call_reaches_the_owner_from_any_phone(rep: Phone, other_rep: Phone, ruth: str) -> None:
    result = other_rep.send("prospect.block", {"id": ruth, "reason": "Asked me to stop."})
    assert result == {"n": 1, "status": "ok", "rev": 0}
    rep.sync()
    block = rep.row("prospect", ruth)["do_not_call"]
    assert (block["by"], block["reason"]) == ("Ines Duarte", "Asked me to stop.")
    assert not other_rep.shown("prospect")


def test_the_first_reason_not_to_call_stays(rep: Phone, ruth: str) -> None:
    rep.send("prospect.block", {"id": ruth, "reason": "first"})
    assert rep.send("prospect.block", {"id": ruth, "reason": "second"})["status"] == "merged"
    assert rep.row("prospect", ruth)["do_not_call"]["reason"] == "first"


def test_do_not_call_is_remembered_for_a_prospect_that_has_not_arrived(rep: Phone) -> None:
    late = new_id()
    rep.send("prospect.block", {"id": late, "reason": "Asked me to stop."})
    rep.send("prospect.edit", edits(late, first_name=("", "Ruth")))
    row = rep.row("prospect", late)
    assert (row["fields"], row["do_not_call"]["reason"]) == ({"first_name": "Ruth"}, "Asked me to stop.")


def test_only_the_office_clears_do_not_call(desk: Desk, rep: Phone, ruth: str) -> None:
    rep.send("prospect.block", {"id": ruth, "reason": "first"})
    desk.store.write(lambda db: prospects.unblock(db, desk.office.id, ruth)).result()
    rep.sync()
    assert rep.row("prospect", ruth)["do_not_call"] is None


def test_a_handed_over_prospect_leaves_one_phone_and_comes_to_the_other_with_its_calls(
    desk: Desk, rep: Phone, other_rep: Phone, ruth: str
) -> None:
    message = call(prospect_id=ruth)
    rep.send("call.add", message)
    other_rep.sync()
    assert not other_rep.shown("call")
    desk.assign(ruth, other_rep)

    rep.sync()
    other_rep.sync()
    assert rep.row("prospect", ruth) == {"kind": "prospect", "id": ruth, "gone": "assigned"} | {
        "to": other_rep.member.id,
        "seq": rep.row("prospect", ruth)["seq"],
    }
    assert fields(other_rep, ruth)["first_name"] == "Ruth"
    assert [row["id"] for row in other_rep.shown("call")] == [message["id"]]
    assert [row["id"] for row in rep.shown("call")] == [message["id"]]


def open_promises(phone: Phone) -> list[tuple[str, str, str | None]]:
    phone.sync()
    rows = (row for row in phone.shown("follow_up") if row["state"] == "open")
    return [(row["due"], row["reason"], row.get("remind_at")) for row in rows]


def test_what_was_promised_to_a_handed_over_prospect_is_the_new_owners_to_keep(
    desk: Desk, rep: Phone, other_rep: Phone, ruth: str
) -> None:
    promise, done, to_another = follow_up(prospect_id=ruth), follow_up(prospect_id=ruth), follow_up()
    for one in (promise, done, to_another):
        rep.send("follow_up.add", one)
    rep.send("follow_up.close", {"id": done["id"], "state": "done", "call_id": None})
    later = written(desk.now + timedelta(days=30))
    rep.send("follow_up.remind", {"id": promise["id"], "at": later})

    desk.assign(ruth, other_rep)

    assert open_promises(other_rep) == [(promise["due"], promise["reason"], later)]
    assert open_promises(rep) == [(to_another["due"], to_another["reason"], None)]
    assert rep.row("follow_up", promise["id"])["state"] == "moved"

    desk.assign(ruth, rep)
    assert open_promises(other_rep) == []
    assert len(open_promises(rep)) == 2


def test_a_prospect_that_comes_back_is_there_again(desk: Desk, rep: Phone, other_rep: Phone, ruth: str) -> None:
    desk.assign(ruth, other_rep)
    desk.assign(ruth, rep)
    rep.sync()
    other_rep.sync()
    assert fields(rep, ruth)["first_name"] == "Ruth"
    assert other_rep.row("prospect", ruth)["gone"] == "assigned"


def test_what_the_former_owner_changed_offline_is_kept_for_the_office(
    desk: Desk, rep: Phone, other_rep: Phone, ruth: str
) -> None:
    desk.assign(ruth, other_rep)
    change = rep.write("prospect.edit", edits(ruth, title=("", "Owner")))
    gone = rep.write("prospect.delete", {"id": ruth, "token": rep.row("prospect", ruth)["token"]})
    assert statuses(rep.sync(change, gone)) == ["quarantined", "quarantined"]
    assert "Owner" in desk.sees("SELECT raw FROM quarantine ORDER BY n")[0][0]


def test_assigning_a_prospect_that_has_not_arrived_shows_its_calls_to_nobody(
    desk: Desk, rep: Phone, other_rep: Phone
) -> None:
    late = new_id()
    rep.send("call.add", call(prospect_id=late))
    desk.assign(late, other_rep)
    rep.send("prospect.edit", edits(late, first_name=("", "Ruth")))
    other_rep.sync()
    assert not other_rep.shown("call")


def test_a_call_that_came_before_its_prospect_is_seen_by_the_owner(rep: Phone, other_rep: Phone) -> None:
    late = new_id()
    other_rep.send("call.add", call(prospect_id=late))
    rep.sync()
    assert not rep.shown("call")
    rep.send("prospect.edit", edits(late, first_name=("", "Ruth")))
    assert len(rep.shown("call")) == 1


def test_a_profile_is_the_members_own_and_the_last_word_holds(rep: Phone, rep_second_phone: Phone) -> None:
    rep.send("profile.edit", {"edits": [{"field": "pace", "old": "", "new": "150"}]})
    result = rep_second_phone.send("profile.edit", {"edits": [{"field": "pace", "old": "", "new": "160"}]})
    rep.sync()
    assert result["status"] == "ok"
    assert rep.row("profile", rep.member.id)["fields"] == {"pace": "160"}
