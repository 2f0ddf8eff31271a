"""What the person who runs the office types, as the office goes by it."""

from __future__ import annotations

import pytest

from ringback.domain.errors import CannotStart
from ringback.settings import read


@pytest.mark.parametrize(
    ("typed", "origin", "name"),
    [
        ("https://Ringback.Example.com:443", "https://ringback.example.com", "ringback.example.com"),
        ("HTTPS://ringback.example.com/", "https://ringback.example.com", "ringback.example.com"),
        ("http://office.example:80", "http://office.example", "office.example"),
        ("https://office.example:8443", "https://office.example:8443", "office.example"),
        ("http://LOCALHOST:8000", "http://localhost:8000", "localhost"),
        ("http://[::1]:8000", "http://[::1]:8000", "::1"),
        ("https://Bäckerei.example", "https://xn--bckerei-5wa.example", "xn--bckerei-5wa.example"),
    ],
)
def test_the_address_is_taken_as_browsers_send_it(typed: str, origin: str, name: str) -> None:
    settings = read({"RINGBACK_ORIGIN": typed})

    assert settings.origin == origin
    assert name in settings.hosts


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ringback.example.com",
        "ftp://ringback.example.com",
        "https://",
        "https://ringback.example.com/office",
        "https://ringback.example.com?x=1",
        "https://ringback.example.com#join",
        "https://sam@ringback.example.com",
        "https://sam:secret@ringback.example.com",
        "https://ringback.example.com:eight",
        "https://ringback.example.com:70000",
        "https://ring back.example.com",
    ],
)
def test_what_is_no_address_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(CannotStart, match=r"RINGBACK_ORIGIN is .* must be the address people open"):
        read({"RINGBACK_ORIGIN": typed})


def test_without_a_word_it_is_this_machine() -> None:
    assert read({"RINGBACK_PORT": "8123"}).origin == "http://localhost:8123"
