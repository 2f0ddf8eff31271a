"""Only the shape of a request, its size and its age refuse it as a whole."""

from __future__ import annotations

import gzip
import json
import zlib

import pytest
from tests.server.sync.cast import Json, contract

from ringback.domain.errors import Refused
from ringback.sync.messages import MOST_INFLATED, MOST_WIRE, decode

FIRST: Json = contract("requests")[0]["request"]
PLAIN = json.dumps(FIRST).encode()


def refusal(body: bytes, encoding: str | None = None) -> str:
    with pytest.raises(Refused) as refused:
        decode(body, encoding)
    assert refused.value.sentence
    return refused.value.kind


@pytest.mark.parametrize("example", contract("requests"), ids=lambda example: example["what"])
def test_a_request_is_read(example: Json) -> None:
    request = decode(json.dumps(example["request"]).encode())
    assert len(request.ops) == len(example["request"]["ops"])


OF_THE_SHAPE = [example for example in contract("bad_requests") if example["error"] != "device_taken"]


@pytest.mark.parametrize("example", OF_THE_SHAPE, ids=lambda example: example["what"])
def test_a_request_of_another_shape_is_refused(example: Json) -> None:
    assert refusal(json.dumps(example["request"]).encode()) == example["error"]


@pytest.mark.parametrize("body", [b"", b"<html>", b"[1]", b'{"proto":1', b"[" * 100_000, b'{"proto":1,"x":"\xff"}'])
def test_what_is_no_request_is_refused_in_words(body: bytes) -> None:
    assert refusal(body) == "malformed"


def test_a_packed_request_reads_as_the_plain_one() -> None:
    assert decode(gzip.compress(PLAIN), "gzip") == decode(PLAIN)


def test_a_request_may_be_large_but_not_too_large() -> None:
    assert refusal(b" " * (MOST_WIRE + 1)) == "too_large"
    assert refusal(gzip.compress(b" " * (MOST_INFLATED + 1)), "gzip") == "too_large"
    assert decode(gzip.compress(PLAIN + b" " * (MOST_INFLATED - len(PLAIN))), "gzip").proto == 1


def test_a_packed_request_that_was_cut_off_is_refused() -> None:
    packed = gzip.compress(PLAIN)
    assert refusal(packed[:-9], "gzip") == "malformed"
    assert refusal(packed + b"more", "gzip") == "malformed"
    assert refusal(PLAIN, "gzip") == "malformed"
    assert refusal(zlib.compress(PLAIN), "deflate") == "malformed"


def test_at_most_500_operations_come_at_once() -> None:
    op = contract("operations")[3]["op"]
    ops = [op | {"n": n} for n in range(1, 502)]
    assert len(decode(json.dumps(FIRST | {"ops": ops[:500], "next_n": 501}).encode()).ops) == 500
    assert refusal(json.dumps(FIRST | {"ops": ops, "next_n": 502}).encode()) == "malformed"


def test_a_phone_of_another_age_is_told_so_whatever_else_it_says() -> None:
    assert refusal(b'{"proto": 2}') == "proto"
