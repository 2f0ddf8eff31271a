"""What the office says of its own health, and whom push services may turn to."""

from __future__ import annotations

import pytest
from tests.server.cast import Office, Phone, words_of


@pytest.mark.parametrize(
    "contact",
    [
        "",
        "dana at example.com",
        "office",
        "office@",
        "@example.com",
        "a b@example.com",
        "x@y",
        "o@example.com\nx",
        "mailto:o@example.com",
        "ö@x.de",
    ],
)
def test_what_no_push_service_would_believe_is_no_contact_and_still_there(
    office: Office, lead: Phone, contact: str
) -> None:
    answer = lead.sends("/office/health/contact", contact=contact)

    assert answer.status_code == 400
    assert f'value="{contact}"' in answer.text
    assert office.rows("SELECT settings FROM offices") == [("{}",)]


def test_the_health_page_says_what_is_wrong_in_words(office: Office, lead: Phone) -> None:
    assert "Everything works." in words_of(lead.get("/office/health"))

    (office.settings.data / "ringback.push-key.pem").unlink()

    page = words_of(lead.get("/office/health"))
    assert "Something does not work. What to do stands beside it." in page
    assert "Push key Wrong The push key" in page
    assert "is missing. Put it back from a backup" in page
