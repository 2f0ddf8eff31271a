"""What the starter library holds, and that every piece of it is fit to be sent to a phone."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from uuid import UUID

import pytest
from tests.server.library.starters import EMAILS, GAP, SPOKEN, STARTERS, TALK_TRACKS, Starter

RECORDS = (Path(__file__).resolve().parents[3] / "web/app/domain/records.ts").read_text(encoding="utf-8")
PLAIN_GAPS = {"first_name", "my_name", "my_company", "my_number"}
each = pytest.mark.parametrize("starter", STARTERS, ids=lambda starter: starter.name)


def words_of(constant: str) -> list[str]:
    """What a list in the phone's records holds, comments left out."""
    found = re.search(rf"{constant} = \[(.*?)\] as const", RECORDS, re.DOTALL)
    assert found
    return re.findall(r"'(\w+)'", re.sub(r"//.*", "", found[1]))


def test_a_new_office_has_at_least_fourteen_messages_to_choose_from() -> None:
    assert len(SPOKEN) >= 14


def test_every_situation_has_a_starter() -> None:
    assert {starter.family for starter in STARTERS} == set(words_of("FAMILIES"))


def test_every_length_has_a_starter() -> None:
    assert {starter.band for starter in SPOKEN} == {"14", "20", "30", "60"}


def test_first_second_third_and_last_attempts_are_covered() -> None:
    tags = {tag for starter in SPOKEN for tag in starter.tags}

    assert {"first", "second", "third", "last", "short", "humour", "hard_to_reach", "name_late"} <= tags


def test_a_live_answer_and_an_email_each_have_more_than_one_start() -> None:
    assert len(TALK_TRACKS) >= 2
    assert len(EMAILS) >= 2


def test_the_first_comparison_differs_in_nothing_but_when_the_name_is_said() -> None:
    late = next(starter for starter in SPOKEN if starter.name_late)
    first = next(starter for starter in SPOKEN if starter.record["id"] == late.record["variant_of"])

    assert (first.variant, late.variant) == ("A", "B")
    assert (first.family, first.band) == (late.family, late.band)
    for kind in ("context", "reason", "ask", "number_again", "sign_off"):
        assert first.section(kind) == late.section(kind)
    assert first.gaps == late.gaps


def test_only_the_comparison_has_variants() -> None:
    assert Counter(starter.variant for starter in STARTERS) == {"A": 1, "B": 1, "": len(STARTERS) - 2}


def test_ids_are_unique_and_of_version_7() -> None:
    ids = [id_ for starter in STARTERS for id_ in (starter.record["id"], starter.record["version"]["id"])]

    assert len(set(ids)) == len(ids)
    assert {(UUID(id_).version, str(UUID(id_)) == id_) for id_ in ids} == {(7, True)}


def test_names_are_unique_and_the_order_is_fixed() -> None:
    assert len({starter.name for starter in STARTERS}) == len(STARTERS)
    assert [starter.record["position"] for starter in STARTERS] == list(range(1, len(STARTERS) + 1))


@each
def test_sections_stand_in_their_usual_order(starter: Starter) -> None:
    order = words_of("SECTIONS")
    places = [order.index(kind) for kind, _ in starter.sections]

    assert places == sorted(set(places))


@each
def test_the_note_ends_with_one_sentence_for_each_gap(starter: Starter) -> None:
    """Prepare shows beside a field the words from "{field} is" to the next field."""
    words, *explained = re.split(r" (?=\{)", starter.note)

    assert words.endswith(".")
    assert [re.findall(r"\{(\w+)\}", one) for one in explained] == [[gap] for gap in gaps_in_order(starter)]
    assert all(
        re.fullmatch(r'\{\w+\} is [^"]+: "[^"]+"\.|\{\w+\} is [^":]+ "about": "[^"]+"\.', one) for one in explained
    )


def gaps_in_order(starter: Starter) -> list[str]:
    met = dict.fromkeys(gap for _, text in starter.sections for gap in GAP.findall(text))
    return [gap for gap in met if gap not in PLAIN_GAPS]


@each
def test_texts_fit_the_limits_of_the_protocol(starter: Starter) -> None:
    assert len(starter.name) <= 200
    assert max(len(text) for _, text in starter.sections) <= 8000
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,39}", gap) for gap in starter.gaps)
