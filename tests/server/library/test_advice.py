"""Every starter keeps the advice about messages that get called back. One test, one piece of advice.

All of them are filled for three reps, because a text that reads well with one name may fail with another.
"""

from __future__ import annotations

import pytest
from tests.server.library.spoken import seconds, sentences, word_count
from tests.server.library.starters import CAST, GAP, SPOKEN, STARTERS, Starter, fill, says

BANDS = {"14": (8, 14), "20": (12, 20), "30": (20, 30), "60": (40, 60)}

message = pytest.mark.parametrize("message", SPOKEN, ids=lambda starter: starter.name)
starter = pytest.mark.parametrize("starter", STARTERS, ids=lambda starter: starter.name)
rep = pytest.mark.parametrize("rep", CAST, ids=lambda values: values["my_name"])


# Length and clarity


@rep
@message
def test_it_can_be_said_within_its_band(message: Starter, rep: dict[str, str]) -> None:
    least, most = BANDS[message.band]

    assert least <= seconds(message.filled(rep)) <= most


@rep
@message
def test_no_sentence_asks_for_a_second_breath(message: Starter, rep: dict[str, str]) -> None:
    assert max(word_count(sentence) for sentence in sentences(message.filled(rep))) <= 21


@rep
@starter
def test_no_gap_stays_open_and_no_sentence_breaks_off(starter: Starter, rep: dict[str, str]) -> None:
    for kind, text in starter.sections:
        said = fill(text, rep)
        assert "{" not in said
        assert kind in ("subject", "body") or said[-1] in ".?!"


@starter
def test_no_buzzword_and_no_filler(starter: Starter) -> None:
    words = (
        r"\b(um|uh|you know|kind of|sort of|basically|synergy|leverage|solutions?|roi|kpi|stakeholders?|optimi[sz]e)\b"
    )

    assert says(starter.filled(CAST[0]), words) == []


# Who, and how to call


@rep
@message
def test_the_name_is_said_twice(message: Starter, rep: dict[str, str]) -> None:
    assert message.filled(rep).count(rep["my_name"]) == 2


@rep
@message
def test_the_number_is_said_twice_where_there_is_time_for_it(message: Starter, rep: dict[str, str]) -> None:
    assert message.filled(rep).count(rep["my_number"]) == (1 if message.band == "14" else 2)


def test_a_second_number_would_not_fit_the_shortest_band() -> None:
    shortest = [(one, rep) for one in SPOKEN if one.band == "14" for rep in CAST]

    assert all(seconds(f"{one.filled(rep)} {rep['my_number']}.") > 17 for one, rep in shortest)
    assert all("once" in one.note for one, _ in shortest)


@rep
@message
def test_the_number_follows_the_name_at_the_start(message: Starter, rep: dict[str, str]) -> None:
    text = message.filled(rep)
    before = word_count(text[: text.index(rep["my_number"])])

    assert (before > 20) if message.name_late else (before <= 12)
    between = text[text.index(rep["my_name"]) + len(rep["my_name"]) : text.index(rep["my_number"])]
    assert word_count(between) <= 7


@rep
@message
def test_name_and_number_are_said_again_at_the_end(message: Starter, rep: dict[str, str]) -> None:
    wanted = "my_name" if message.band == "14" else "my_number"
    text = message.filled(rep)

    assert rep["my_name"] in text[-len(text) // 3 :]
    assert word_count(text[text.rindex(rep[wanted]) :]) <= 12


@rep
@message
def test_the_first_name_is_said_and_not_worn_out(message: Starter, rep: dict[str, str]) -> None:
    assert rep["first_name"] in message.filled(rep).split(rep["my_name"])[0]
    assert message.filled(rep).count(rep["first_name"]) <= 3


@message
def test_the_company_is_named_where_there_is_time_for_it(message: Starter) -> None:
    assert ("my_company" in message.gaps) == (message.band in ("30", "60"))


# Why, and what is asked


@message
def test_the_first_line_after_the_greeting_is_about_the_prospect(message: Starter) -> None:
    kind, text = message.sections[1]

    assert kind in ("context", "reason")
    assert GAP.search(text)


@message
def test_there_is_a_reason_to_call_back(message: Starter) -> None:
    about = {"reason", "hook", "topic", "their_work", "order", "question"}

    assert about & message.gaps


@rep
@message
def test_exactly_one_thing_is_asked(message: Starter, rep: dict[str, str]) -> None:
    asks = says(
        message.filled(rep), r"\b(could|would|can|will) (you|we)\b|\bplease\b|\blet me know\b|\bcall me\b[^?]*\."
    )

    assert len(asks) == 1
    assert asks[0].lower() in message.section("ask").lower()


@message
def test_the_long_forms_say_when_the_call_was_made(message: Starter) -> None:
    assert message.band != "60" or "today" in message.gaps


# What is left out


@rep
@starter
def test_nothing_is_sold(starter: Starter, rep: dict[str, str]) -> None:
    words = (
        r"\b(price\w*|discount\w*|free of charge|special|offers?|deals?|save|savings?|guarantee\w*|best in|leading"
        r"|award\w*|number one|cheap\w*|we (provide|help|specialize|deliver)|our (product|service|clients)\w*|%)\b"
    )

    assert says(starter.filled(rep), words) == []


@starter
def test_no_promise_that_anybody_could_make(starter: Starter) -> None:
    words = (
        r"save (you )?(time|money)|grow(th)?\b|next level|add value|your challenges|make (your )?life easier"
        r"|touch(ing)? base|check(ing)? in\b|important|introduce (myself|my company)"
    )

    assert says(starter.filled(CAST[0]), words) == []


@message
def test_no_address_is_spoken(message: Starter) -> None:
    assert says(message.filled(CAST[0]), r"\b(www|https?|dot|com|web ?site|e-?mail|online)\b|@") == []


@starter
def test_nothing_is_demanded_and_nobody_is_blamed(starter: Starter) -> None:
    demand = r"\b(you (need|have|ought) to|you must|i expect|insist|without fail|you owe|the least you)\b"
    blame = r"\b(ignor\w+|(never|not) (called|answered|returned)|still waiting|unanswered|unreturned)\b"

    assert says(starter.filled(CAST[0]), f"{demand}|{blame}") == []


@starter
def test_the_rep_does_not_take_the_call_off_their_hands(starter: Starter) -> None:
    words = (
        r"i('ll| will) (call|ring|try|phone|get back|follow up)|try (you )?again|call you (back )?(later|tomorrow|next)"
    )

    assert says(starter.filled(CAST[0]), words) == []


@message
def test_no_narrow_window_is_set(message: Starter) -> None:
    text = " ".join(text for kind, text in message.sections if kind != "greeting")

    assert (
        says(
            text, r"\b\d+(:\d\d)?\b|o'clock|\b[ap]\.?m\b|\bbetween\b|\bonly (on|at)\b|\b(mon|tues|wednes|thurs|fri)day"
        )
        == []
    )


@message
def test_a_time_limit_is_soft_and_kept_for_the_last_try(message: Starter) -> None:
    assert bool(says(message.filled(CAST[0]), r"before the weekend")) == (message.family == "last_resort")
    assert (
        says(message.filled(CAST[0]), r"\b(deadline|or else|otherwise|expires?|last chance|by (noon|tomorrow))\b") == []
    )


@message
def test_a_best_time_is_given_only_by_those_who_are_hard_to_reach(message: Starter) -> None:
    assert ("best_time" in message.gaps) == ("hard_to_reach" in message.tags)


@starter
def test_nobody_pretends_to_be_somebody_else(starter: Starter) -> None:
    assert (
        says(starter.filled(CAST[0]), r"on behalf of|calling for\b|returning your call|as you (asked|requested)") == []
    )


# Manners


@message
def test_it_ends_with_thanks(message: Starter) -> None:
    kind, text = message.sections[-1]

    assert kind == "sign_off"
    assert says(text, r"\bthanks?\b")


@starter
def test_a_link_is_to_be_checked_before_it_is_used(starter: Starter) -> None:
    assert "connection" not in starter.gaps or says(starter.note, r"check the link|before you do\b")


def test_humor_is_tagged_kept_for_the_last_try_and_comes_with_a_warning() -> None:
    humorous = [one for one in STARTERS if "humour" in one.tags]

    assert [one.family for one in humorous] == ["last_resort"]
    assert all("if you are not sure" in one.note and "Never joke about" in one.note for one in humorous)


@message
def test_no_joke_touches_what_people_hold_dear(message: Starter) -> None:
    words = r"\b(god|pray\w*|church|heaven|hell|devil|dead|death|die|sick|blind|deaf|crazy|politic\w*|sexy?|fat|old)\b"

    assert says(message.filled(CAST[0]), words) == []


def test_a_last_try_counts_the_messages_and_says_that_it_is_the_last() -> None:
    for one in (one for one in SPOKEN if one.family == "last_resort"):
        text = one.filled(CAST[0])
        assert says(text, r"message five|a few messages")
        assert says(text, r"\blast\b")


def test_there_is_a_last_try_for_those_who_would_not_smile() -> None:
    assert any("humour" not in one.tags for one in SPOKEN if one.family == "last_resort")
