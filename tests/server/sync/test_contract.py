"""The examples in tests/contract are what this office takes and what it says."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest
from tests.server.sync.cast import Json, Phone, contract, statuses

from ringback.domain.errors import STATUS
from ringback.sync import rescue
from ringback.sync.messages import NoticeKind, Status, SyncReply
from ringback.sync.operations import KINDS

EXAMPLES = contract("operations")


def shape(value: object) -> object:
    """Names and kinds of values, without the values."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return "number" if isinstance(value, int | float) and not isinstance(value, bool) else type(value).__name__


@pytest.fixture
def told(lead: Phone, rep: Phone) -> dict[str, Json]:
    """A row of every kind, from an office in which the examples have happened."""
    lead.sync(*(lead.write(e["op"]["kind"], e["op"]["body"]) for e in EXAMPLES[:2]))
    rep.sync(*(rep.write(e["op"]["kind"], e["op"]["body"]) for e in EXAMPLES[3:5]))
    rep.send("prospect.edit", EXAMPLES[3]["op"]["body"] | {"edits": [{"field": "company", "old": "?", "new": "B"}]})
    rep.sync(*(rep.write(e["op"]["kind"], e["op"]["body"]) for e in EXAMPLES[5:]))
    rep.send("call.sing", {})
    return {kind: row for (kind, _), row in (lead.rows | rep.rows).items()}


def test_every_kind_of_operation_has_an_example() -> None:
    assert {(example["op"]["kind"], example["op"]["v"]) for example in EXAMPLES} == set(KINDS)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e['op']['kind']} {e['what']}")
def test_every_example_is_understood(lead: Phone, example: Json) -> None:
    lead.send("template.save", EXAMPLES[0]["op"]["body"], n=100)
    assert statuses(lead.sync(example["op"])) != ["quarantined"]


@pytest.mark.parametrize(
    "kind", ["office", "member", "profile", "template", "version", "call", "follow_up", "problem", "prospect"]
)
def test_every_row_has_the_shape_of_its_example(told: dict[str, Json], kind: str) -> None:
    found = set(told[kind])
    assert any(found == set(row) for row in contract("rows") if row["kind"] == kind)


def test_a_prospect_row_says_who_blocked_it_and_what_was_lost(told: dict[str, Json]) -> None:
    example = next(row for row in contract("rows") if row["kind"] == "prospect" and row.get("lost"))
    assert shape(told["prospect"]["lost"]) == shape(example["lost"])
    assert shape(told["prospect"]["do_not_call"]) == shape(example["do_not_call"])


@pytest.mark.parametrize("example", contract("answers"), ids=lambda e: e["what"])
def test_every_answer_is_one_that_the_office_gives(example: Json) -> None:
    answer = example["answer"]
    again = msgspec.json.decode(msgspec.json.encode(answer), type=SyncReply)
    assert msgspec.to_builtins(msgspec.json.decode(msgspec.json.encode(again))) == answer


def test_an_answer_has_exactly_the_parts_of_the_examples(rep: Phone) -> None:
    assert set(rep.sync()) == set(contract("answers")[0]["answer"])


def test_every_notice_and_status_has_an_example() -> None:
    answers = [example["answer"] for example in contract("answers")]
    kinds = {answer["notice"]["kind"] for answer in answers if answer["notice"]}
    assert kinds == set(get_args(NoticeKind))
    assert {r["status"] for answer in answers for r in answer["results"]} == set(get_args(Status))


def test_every_refusal_has_its_status() -> None:
    for example in contract("errors"):
        assert STATUS[example["answer"]["error"]] == example["status"]


def test_the_example_of_a_rescue_file_is_one() -> None:
    assert len(rescue.decode(msgspec.json.encode(contract("rescue"))).ops) == 2
