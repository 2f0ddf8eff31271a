"""What the whole office shares: templates, its name, and files brought in from phones."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from httpx import Response
from tests.server.cast import AT, Office, Phone, call, prospect, words_of

from ringback import library
from ringback.domain.holidays import MOST


def test_every_starter_is_shown_with_its_sections_and_its_gaps(lead: Phone) -> None:
    page = lead.get("/office/templates")

    words = words_of(page)
    for starter in library.starters():
        assert starter["name"] in words
    assert '<span class="merge">first name</span>' in page.text
    assert "Version 1 by Ringback" in words


def test_a_new_version_stands_and_the_earlier_one_can_be_read(lead: Phone) -> None:
    starter = library.starters()[0]
    fields = ("id", "name", "family", "band", "locale", "variant_of", "variant", "tags", "note")
    body = {field: starter[field] for field in fields}
    body |= {"version_id": "01990000-0000-7000-8000-000000000042", "base": starter["version"]["id"], "shared": True}
    body["sections"] = [{"kind": "greeting", "text": "Good morning {first_name}."}]
    lead.sync([{"kind": "template.save", "v": 1, "at": AT, "body": body}])

    words = words_of(lead.get("/office/templates"))

    assert "Version 2 by Office lead, 23 Nov 2026; 1 earlier one" in words
    assert "Good morning" in words


def test_the_offices_name_and_country_reach_every_phone(lead: Phone, rep: Phone) -> None:
    page = lead.sends("/office/settings", name="Harbor Ovens", country="GB", locale="en-GB")

    assert "Saved." in words_of(page)
    (row,) = (row for row in rep.sync().rows if row.kind == "office")
    assert (row.name, row.country, row.locale) == ("Harbor Ovens", "GB", "en-GB")


def test_a_country_that_is_none_changes_nothing(lead: Phone) -> None:
    assert lead.sends("/office/settings", name="X", country="ZZ", locale="en-US").status_code == 400
    assert lead.get("/api/me").json()["office"]["name"] == "Our office"


def chooses(lead: Phone, holidays: str) -> Response:
    return lead.sends("/office/settings", name="Harbor Ovens", country="US", locale="en-US", holidays=holidays)


def holidays_on(phone: Phone) -> list[str]:
    (row,) = (row for row in phone.sync().rows if row.kind == "office")
    return list(row.holidays)


def test_the_offices_holidays_reach_every_phone(lead: Phone, rep: Phone) -> None:
    assert holidays_on(rep) == []

    page = chooses(lead, "2026-12-25\n\n 2026-11-26 \n2026-12-25")

    assert "Saved." in words_of(page)
    assert "2026-11-26\n2026-12-25</textarea>" in page.text
    assert holidays_on(rep) == ["2026-11-26", "2026-12-25"]


@pytest.mark.parametrize("line", ["25 December", "2026-02-30", "20261225", "2026-W52-5", "2026-12-25 Christmas"])
def test_a_line_that_is_no_day_changes_nothing_and_is_still_there(lead: Phone, rep: Phone, line: str) -> None:
    chooses(lead, "2026-12-25")

    page = chooses(lead, f"2026-12-26\n{line}")

    assert page.status_code == 400
    assert "is not a day like 2026-12-25" in words_of(page)
    assert f"2026-12-26\n{line}</textarea>" in page.text
    assert holidays_on(rep) == ["2026-12-25"]


def test_more_holidays_than_an_office_keeps_are_refused_and_not_cut(lead: Phone, rep: Phone) -> None:
    days = [str(date(2026, 1, 1) + timedelta(days=k)) for k in range(MOST + 1)]
    chooses(lead, "\n".join(days[1:]))

    page = chooses(lead, "\n".join(days))

    assert page.status_code == 400
    assert "401 holidays are more than the 400 that an office keeps" in words_of(page)
    assert f"{days[-1]}</textarea>" in page.text
    assert holidays_on(rep) == days[1:]


def test_an_office_without_a_name_changes_nothing_and_what_was_typed_is_still_there(lead: Phone, rep: Phone) -> None:
    typed = {"holidays": "2026-12-25\n2026-12-28", "last_messages": "5", "last_weeks": "8"}

    page = lead.sends("/office/settings", name="   ", country="GB", locale="en-GB", **typed)

    assert page.status_code == 400
    assert "The office needs a name." in words_of(page)
    assert "2026-12-25\n2026-12-28</textarea>" in page.text
    assert 'value="5"' in page.text
    assert 'value="8"' in page.text
    assert '<option value="GB" selected>' in page.text
    assert holidays_on(rep) == []


def test_settings_that_say_nothing_of_holidays_leave_them(lead: Phone, rep: Phone) -> None:
    chooses(lead, "2026-12-25")
    lead.sends("/office/settings", name="Harbor Ovens", country="US", locale="en-US")

    assert holidays_on(rep) == ["2026-12-25"]


def sets_last_try(lead: Phone, messages: str, weeks: str) -> Response:
    office = {"name": "Harbor Ovens", "country": "US", "locale": "en-US"}
    return lead.sends("/office/settings", **office, last_messages=messages, last_weeks=weeks)


def last_try_on(phone: Phone) -> tuple[int, int]:
    (row,) = (row for row in phone.sync().rows if row.kind == "office")
    return row.last_resort.messages, row.last_resort.weeks


def test_when_a_last_try_opens_is_the_leads_to_say_and_reaches_every_phone(lead: Phone, rep: Phone) -> None:
    assert last_try_on(rep) == (3, 3)
    chooses(lead, "2026-12-25")

    page = sets_last_try(lead, "5", " 8 ")

    assert "Saved." in words_of(page)
    assert 'value="5"' in page.text
    assert 'value="8"' in page.text
    assert last_try_on(rep) == (5, 8)
    chooses(lead, "2026-12-26")
    assert last_try_on(rep) == (5, 8)


@pytest.mark.parametrize(
    ("messages", "weeks"),
    [("0", "3"), ("21", "3"), ("3", "53"), ("-1", "3"), ("three", "3"), ("3", ""), ("9" * 5000, "3")],
)
def test_a_number_that_makes_no_sense_changes_nothing_and_is_still_there(
    lead: Phone, rep: Phone, messages: str, weeks: str
) -> None:
    page = sets_last_try(lead, messages, weeks)

    assert page.status_code == 400
    assert "A last try waits for 1 to 20 messages" in words_of(page)
    assert f'value="{messages}"' in page.text
    assert last_try_on(rep) == (3, 3)


def rescue_file(phone: Phone, *ops: dict[str, object], **other: object) -> bytes:
    numbered = [{"n": n, **op} for n, op in enumerate(ops, 1)]
    return json.dumps({"ringback_rescue": 1, "made_at": "", "device": phone.device, "ops": numbered} | other).encode()


def brings_in(lead: Phone, file: bytes, member: str = "") -> str:
    return words_of(lead.post("/office/rescue", files={"file": ("rescue.json", file)}, data={"member": member}))


def test_a_rescue_file_is_taken_in_once_however_often_it_is_brought(office: Office, lead: Phone, rep: Phone) -> None:
    file = rescue_file(rep, prospect(), call(), call(outcome="sang"))

    assert "Taken in for Sam Okafor: 2 new entries, 0 here already, 1 set aside." in brings_in(lead, file)
    assert "Taken in for Sam Okafor: 0 new entries, 3 here already, 0 set aside." in brings_in(lead, file)
    assert office.rows("SELECT count(*) FROM calls") == [(1,)]


def test_a_file_of_a_phone_that_never_joined_is_taken_in_for_whom_the_lead_names(
    office: Office, lead: Phone, rep: Phone, stranger: Phone
) -> None:
    file = rescue_file(stranger, call())

    assert "Choose the member it belongs to" in brings_in(lead, file)
    assert "Taken in for Sam Okafor: 1 new entry" in brings_in(lead, file, rep.member.id)
    assert office.rows("SELECT rep_id FROM calls") == [(rep.member.id,)]


def test_a_file_may_be_larger_than_any_other_request(lead: Phone, rep: Phone) -> None:
    file = rescue_file(rep, *(call(script="word " * 1500) for _ in range(300)))

    assert len(file) > 2 * 1024 * 1024
    assert "300 new entries" in brings_in(lead, file)


def test_a_file_too_large_for_the_page_is_refused_with_the_command_that_takes_it(lead: Phone) -> None:
    words = brings_in(lead, b" " * (33 * 1024 * 1024))

    assert "On the office's machine it is taken in by: ringback import FILE" in words
    assert "in parts" not in words


def test_what_is_no_rescue_file_changes_nothing_and_is_said_so(lead: Phone) -> None:
    assert "This is not a rescue file" in brings_in(lead, b"GIF89a")
