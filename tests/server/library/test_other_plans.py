"""The other two plans beside a message: they answer, and the e-mail afterwards."""

from __future__ import annotations

import pytest
from tests.server.library.spoken import word_count
from tests.server.library.starters import CAST, EMAILS, TALK_TRACKS, Starter, fill, says

talk_track = pytest.mark.parametrize("talk_track", TALK_TRACKS, ids=lambda starter: starter.name)
email = pytest.mark.parametrize("email", EMAILS, ids=lambda starter: starter.name)
rep = pytest.mark.parametrize("rep", CAST, ids=lambda values: values["my_name"])


@rep
@talk_track
def test_a_talk_track_opens_with_who_is_calling_or_with_thanks(talk_track: Starter, rep: dict[str, str]) -> None:
    opener = fill(talk_track.section("opener"), rep)

    assert rep["first_name"] in opener
    assert rep["my_name"] in opener or "thank you for calling back" in opener


@talk_track
def test_a_talk_track_asks_and_lets_go_of_those_who_are_busy(talk_track: Starter) -> None:
    assert [kind for kind, _ in talk_track.sections] == ["opener", "bridge", "question", "if_busy"]
    assert talk_track.section("question").endswith("?")
    assert "{my_number}" in talk_track.section("if_busy")


@rep
@email
def test_an_email_has_a_short_subject_that_makes_curious(email: Starter, rep: dict[str, str]) -> None:
    subject = fill(email.section("subject"), rep)

    assert len(subject) <= 50
    assert says(subject, r"\b(offer|quote|meeting|urgent|important|re:)\b") == []


@rep
@email
def test_an_email_is_short_names_the_message_and_asks_one_thing(email: Starter, rep: dict[str, str]) -> None:
    body = fill(email.section("body"), rep)

    assert word_count(body) <= 90
    assert "voicemail" in body
    assert body.count("?") == 1
    assert rep["my_number"] in body
    assert says(body, r"https?:|www") == []
    assert body.rstrip().endswith(rep["my_company"])
    assert says(body, r"\bthank")
