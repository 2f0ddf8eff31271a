"""The round trip over HTTP. What it means is tested beside the protocol; here, that it gets through."""

from __future__ import annotations

import gzip
import json

from tests.server.cast import Office, Phone, call, prospect


def test_what_a_phone_sends_is_in_the_office_when_it_is_told_so(office: Office, rep: Phone) -> None:
    reply = rep.sync([prospect(), call()])

    assert [result.status for result in reply.results] == ["ok", "ok"]
    assert office.rows("SELECT outcome FROM calls") == [("left_message",)]


def test_one_bad_call_does_not_hold_back_the_rest(rep: Phone) -> None:
    reply = rep.sync([call(outcome="sang"), call()])

    assert [result.status for result in reply.results] == ["quarantined", "ok"]


def test_the_answer_carries_marker_nonce_and_the_words_that_a_phone_believes(rep: Phone) -> None:
    answer = rep.asks_to_sync([], nonce="k3J9s0QmZr").json()

    assert (answer["ringback"], answer["proto"], answer["nonce"]) == (1, 1, "k3J9s0QmZr")


def test_both_ways_may_be_compressed(rep: Phone) -> None:
    asked = {"proto": 1, "schema": 1, "device": rep.device, "epoch": rep.epoch, "cursor": 0, "nonce": "n", "now": ""}
    asked |= {"next_n": 1, "oldest_pending": None, "ops": [], "page": 500}
    packed = gzip.compress(json.dumps(asked).encode())

    answer = rep.post("/api/sync", content=packed, headers={"content-encoding": "gzip"})

    assert answer.headers["content-encoding"] == "gzip"
    assert {row["kind"] for row in answer.json()["rows"]} >= {"office", "member", "template", "version"}


def test_a_small_body_that_swells_is_refused(rep: Phone) -> None:
    answer = rep.post(
        "/api/sync", content=gzip.compress(b" " * (5 * 1024 * 1024)), headers={"content-encoding": "gzip"}
    )

    assert (answer.status_code, answer.json()["error"]) == (413, "too_large")


def test_what_is_no_request_is_malformed(rep: Phone) -> None:
    answer = rep.post("/api/sync", content=b'{"proto": 1}')

    assert (answer.status_code, answer.json()["error"]) == (400, "malformed")
