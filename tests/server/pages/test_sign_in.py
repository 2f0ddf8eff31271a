"""Getting into the office's pages with nothing but a browser."""

from __future__ import annotations

from tests.server.cast import Office, Phone, words_of

from ringback.domain.people import join_link


def test_a_code_signs_a_browser_in_as_a_device_of_its_own(office: Office, stranger: Phone) -> None:
    page = stranger.sends("/office/sign-in", code=office.first_secret.spaced)

    assert page.url.path == "/office/people"
    assert "Welcome, Office lead." in words_of(page)
    assert office.rows("SELECT count(*) FROM devices") == [(1,)]


def test_a_link_that_is_pasted_where_the_code_belongs_is_as_good(office: Office, stranger: Phone) -> None:
    link = join_link(office.settings.origin, office.first_secret.token)

    assert "Welcome" in words_of(stranger.sends("/office/sign-in", code=f" {link}\n"))


def test_a_wrong_code_says_so_and_lets_one_try_again(stranger: Phone) -> None:
    page = stranger.sends("/office/sign-in", code="ABCD-2345")

    assert page.status_code == 404
    assert "This invitation does not work" in words_of(page)
    assert "Code of the invitation" in words_of(page)


def test_a_browser_whose_answer_was_lost_on_the_way_may_send_the_code_again(office: Office, stranger: Phone) -> None:
    stranger.get("/office/sign-in")
    before = dict(stranger.http.cookies)
    stranger.sends("/office/sign-in", code=office.first_secret.code)
    stranger.http.cookies = before  # what came with the answer never came

    assert "Welcome" in words_of(stranger.sends("/office/sign-in", code=office.first_secret.code))
    assert office.rows("SELECT count(*) FROM devices") == [(1,)]
    assert Phone(office).sends("/office/sign-in", code=office.first_secret.code).status_code == 404, "any other may not"


def test_who_is_in_comes_in_again_as_another_device(office: Office, stranger: Phone) -> None:
    stranger.get("/office/sign-in")
    stranger.sends("/office/sign-in", code=office.first_secret.code)

    assert "ringback-trying" not in stranger.http.cookies


def test_a_browser_that_was_revoked_is_shown_where_the_code_of_its_new_invitation_is_typed(
    office: Office, lead: Phone, rep: Phone
) -> None:
    lead.sends(f"/office/devices/{rep.device}/revoke")
    page = rep.get("/office")

    assert "ask for a new invitation" in words_of(page)
    assert '<a class="button" href="/office/sign-in">' in page.text
    again = rep.sends("/office/sign-in", code=office.invites(rep.member).code)
    assert "Hello, Sam Okafor" in words_of(again)


def test_guessing_in_the_form_is_slowed_like_everywhere(stranger: Phone) -> None:
    for _ in range(10):
        stranger.sends("/office/sign-in", code="ABCD-2345")

    page = stranger.sends("/office/sign-in", code="ABCD-2345")

    assert page.status_code == 429
    assert "retry-after" in page.headers


def test_the_browser_is_named_so_that_a_lead_can_tell_it_apart(office: Office) -> None:
    browser = Phone(office, **{"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"})

    browser.sends("/office/sign-in", code=office.first_secret.code)

    assert office.rows("SELECT name FROM devices") == [("Firefox on Linux",)]


def test_signing_out_leads_back_to_the_door(lead: Phone) -> None:
    page = lead.sends("/office/sign-out")

    assert page.url.path == "/office/sign-in"
    assert lead.get("/api/me").status_code == 401
