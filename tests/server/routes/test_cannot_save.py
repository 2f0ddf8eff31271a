"""A disk that is full, or a folder that cannot be written any more: what is there can still be read, and nobody is told
that something is safe which is not."""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.server.cast import Clock, Office, Phone, call, words_of


def cannot_save(office: Office) -> None:
    office.write(lambda db: db.conn.execute("PRAGMA query_only = 1").fetchall())


def test_the_offices_pages_are_read_by_a_lead_who_was_here_days_ago(office: Office, lead: Phone, clock: Clock) -> None:
    cannot_save(office)
    clock.goes_on(days=2)

    answer = lead.get("/office/health")

    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers, "it is renewed when that can be saved"


def test_a_calendar_is_read(office: Office, rep: Phone) -> None:
    path = urlsplit(rep.post("/api/calendar").json()["address"]).path
    cannot_save(office)

    assert rep.get(path).text.startswith("BEGIN:VCALENDAR")


def test_a_form_says_that_it_was_not_saved_and_speaks_of_no_phone(office: Office, lead: Phone) -> None:
    cannot_save(office)

    page = lead.sends("/office/people/invite", name="Sam Okafor", role="rep")

    assert (page.status_code, page.headers["retry-after"]) == (503, "5")
    assert "The office cannot save right now. What you sent was not saved" in words_of(page)
    assert "phone" not in words_of(page)


def test_a_phone_is_told_that_it_keeps_what_it_has(office: Office, rep: Phone) -> None:
    cannot_save(office)

    answer = rep.asks_to_sync([{"n": 1, **call()}])

    assert (answer.status_code, answer.json()["error"]) == (503, "busy")
    assert "your phone keeps it and sends it again" in answer.json()["sentence"]
