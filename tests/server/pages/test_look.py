"""What needs somebody's eyes: seen, marked, and never deleted."""

from __future__ import annotations

from tests.server.cast import AT, Office, Phone, Reading, call, prospect, words_of

RUTH = "01990000-0000-7000-8000-000000000020"


def edit(field: str, old: str, new: str) -> dict[str, object]:
    body = {"id": RUTH, "edits": [{"field": field, "old": old, "new": new}]}
    return {"kind": "prospect.edit", "v": 1, "at": AT, "body": body}


def test_nothing_to_look_at_is_said_calmly(lead: Phone) -> None:
    assert "Nothing waits. Every entry that came in found its place." in words_of(lead.get("/office/look"))


def test_an_entry_set_aside_is_shown_as_it_came(lead: Phone, rep: Phone) -> None:
    rep.sync([call(outcome="sang", note="What now?")])

    words = words_of(lead.get("/office/look"))

    assert "To look at 1 waiting" in words
    assert "A call from Sam Okafor A phone, just now, entry 1" in words
    assert """The office could not read "outcome" in this entry (Invalid enum value 'sang').""" in words
    assert '"note":"What now?"' in words.replace('": "', '":"')


def test_looking_at_it_tells_the_phone_keeps_the_entry_and_can_be_undone(
    office: Office, lead: Phone, rep: Phone
) -> None:
    rep.sync([call(outcome="sang")])
    page = lead.get("/office/look")
    (form,) = (action for action in Reading(page.text).actions if "/look/" in action)

    done = lead.sends(form)

    assert "Nothing waits." in words_of(done)
    assert [row.looked for row in rep.sync().rows if row.kind == "problem"] == [True]
    assert office.rows("SELECT count(*) FROM quarantine") == [(1,)]

    lead.sends(Reading(done.text).action("/undo"))
    assert [row.looked for row in rep.sync().rows if row.kind == "problem"] == [False]


def test_an_entry_with_a_number_that_no_phone_counts_to_is_not_there(lead: Phone) -> None:
    for n in ("99999999999999999999", "-99999999999999999999", "0", "9" * 5000):
        assert lead.sends(f"/office/look/x/{n}/aa").status_code == 404
        assert lead.sends(f"/office/look/x/{n}/aa/undo").status_code == 404


def test_a_value_that_lost_is_shown_beside_the_one_that_stands(lead: Phone, rep: Phone) -> None:
    rep.sync([prospect(RUTH, title="Owner"), edit("title", "", "Baker")])

    page = lead.get("/office/look")
    assert "Ruth Delgado: title Stands Baker Lost Owner" in words_of(page)

    (form,) = (action for action in Reading(page.text).actions if "/lost/" in action)
    lead.sends(form)
    assert [row.lost for row in rep.sync().rows if row.kind == "prospect"] == [[]]


def test_two_phones_that_log_the_same_call_leave_nothing_to_look_at(lead: Phone, rep: Phone) -> None:
    """Both put the prospect further down their list."""
    rep.sync([prospect(RUTH, rank="0001")])
    answer = rep.sync([edit("rank", "0001", "0008"), edit("rank", "0001", "0009")])

    assert [result.status for result in answer.results] == ["ok", "ok"]
    assert [row.fields.rank for row in answer.rows if row.kind == "prospect"] == ["0009"]
    assert "Nothing waits." in words_of(lead.get("/office/look"))


def test_an_entry_of_a_day_that_does_not_exist_does_not_shut_the_page(lead: Phone, rep: Phone) -> None:
    rep.sync([prospect(RUTH, title="Owner")])
    answer = rep.sync([edit("title", "", "Baker") | {"at": "2026-13-45T09:00:00.000Z"}])

    assert [result.status for result in answer.results] == ["quarantined"]
    page = words_of(lead.get("/office/look"))
    assert "The time of this entry is not one that the office can read." in page
    assert '"Baker"' in page


def test_what_is_not_there_cannot_be_looked_at(lead: Phone) -> None:
    assert lead.sends(f"/office/look/{RUTH}/1/zz").status_code == 404
    assert lead.sends(f"/office/look/{RUTH}/1/00").status_code == 404
    assert lead.sends("/office/look/lost/nothing").status_code == 404


def test_more_than_a_page_holds_is_said_and_comes_when_the_rest_was_looked_at(lead: Phone, rep: Phone) -> None:
    for _ in range(2):
        rep.sync([call(outcome="sang") for _ in range(101)])

    page = lead.get("/office/look")

    assert "To look at 202 waiting" in words_of(page)
    assert "The newest 200 of 202 are shown." in words_of(page)
    done = lead.sends(next(action for action in Reading(page.text).actions if "/look/" in action))
    assert "The newest 200 of 201 are shown." in words_of(done)
