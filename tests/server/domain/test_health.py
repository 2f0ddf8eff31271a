"""The office says in words what is wrong with it, and what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ringback.domain.health import Facts, checks, summary, well

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MB = 1024 * 1024
WELL = Facts(
    now=NOW,
    file="ringback.sqlite3",
    thorough=True,
    damage="",
    free=70_000 * MB,
    key="",
    strangers=0,
    contact="mailto:lead@example.com",
    refused=[],
    oldest=None,
    alarms=0,
    devices=2,
    armed=2,
    last_push="today at 08:58",
)


def test_a_sound_office_says_so() -> None:
    found = checks(WELL)
    assert {check.level for check in found} == {"good"}
    assert summary(found) == "Everything works."
    sentences = [check.sentence for check in found]
    assert "68 GB are left on the disk." in sentences
    assert "2 of 2 devices are armed for push. The last push went today at 08:58." in sentences


@pytest.mark.parametrize(
    ("what", "level", "words"),
    [
        ({"damage": "row 7 missing"}, "bad", "ringback.sqlite3 is damaged (row 7 missing). Put the newest backup"),
        ({"free": 199 * MB}, "bad", "The disk is nearly full: 199 MB are left on the disk. Make room"),
        ({"free": 800 * MB}, "soon", "800 MB are left on the disk."),
        ({"key": "The push key is missing."}, "bad", "The push key is missing."),
        ({"strangers": 1}, "soon", "1 device is subscribed to another push key"),
        ({"contact": ""}, "soon", "No contact address is set."),
        ({"refused": [("Dana's phone", "403, who are you?")]}, "bad", "Dana's phone: 403, who are you? Look whether"),
        (
            {"oldest": NOW - timedelta(minutes=7)},
            "bad",
            "the first should have gone 7 minutes ago. Is the office running?",
        ),
        ({"armed": 0}, "soon", "0 of 2 devices are armed for push. The last push went today at 08:58. No phone would"),
        ({"alarms": 2}, "soon", "2 promises that are due were shown on no device."),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(what: dict[str, Any], level: str, words: str) -> None:
    found = checks(replace(WELL, **what))
    told = [check for check in found if check.level != "good"]
    assert [check.level for check in told] == [level]
    assert words in told[0].sentence
    assert well(found) == (level == "soon")
    assert summary(found) != "Everything works."


def test_a_reminder_on_its_way_is_not_late() -> None:
    assert well(checks(replace(WELL, oldest=NOW - timedelta(seconds=90))))
