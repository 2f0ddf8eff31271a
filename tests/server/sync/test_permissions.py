"""No row crosses users."""

from __future__ import annotations

import pytest
from tests.server.sync.cast import Desk, Phone, call, edits, follow_up, new_id, template

from ringback.domain.errors import Refused

OPEN_TO_ALL = {"office", "member"}


@pytest.fixture
def full(rep: Phone) -> Phone:
    """A rep who has something of every kind."""
    ruth = new_id()
    rep.send("prospect.edit", edits(ruth, first_name=("", "Ruth")))
    rep.send("prospect.edit", edits(ruth, first_name=("?", "Rut")))
    rep.send("call.add", call(prospect_id=ruth))
    rep.send("call.add", call())
    rep.send("follow_up.add", follow_up(prospect_id=ruth))
    rep.send("template.save", template(shared=False))
    rep.send("profile.edit", {"edits": [{"field": "number", "old": "", "new": "+13125550117"}]})
    rep.send("call.sing", {"secret": "tune"})
    return rep


@pytest.mark.parametrize("who", ["other_rep", "lead"])
def test_nobody_else_sees_what_is_a_reps_own(full: Phone, who: str, request: pytest.FixtureRequest) -> None:
    """Not even the lead's phone: he reads the log on the office's pages."""
    phone: Phone = request.getfixturevalue(who)
    phone.sync()
    assert {kind for kind, _ in phone.rows} <= OPEN_TO_ALL | {"profile"}
    assert all(row["id"] == phone.member.id for row in phone.shown("profile"))
    assert len(full.shown("call")) == 2


@pytest.mark.usefixtures("full")
def test_a_stranger_of_another_office_in_the_same_file_sees_nothing(desk: Desk) -> None:
    there = desk.of_another_office()
    stranger = there.phone(there.hire("Nobody", "lead"))
    stranger.sync()
    assert {row["name"] for row in stranger.rows.values() if "name" in row} == {"Another office", "Nobody"}
    assert not stranger.shown("call")


def test_knowing_an_id_opens_nothing(full: Phone, other_rep: Phone) -> None:
    own = full.shown("template")[0]
    ruth = full.shown("prospect")[0]
    full.sync()
    before = dict(full.rows)
    other_rep.send("template.retire", {"id": own["id"], "retired": True})
    other_rep.send("prospect.edit", edits(ruth["id"], first_name=("Rut", "Mine")))
    other_rep.send("prospect.delete", {"id": ruth["id"], "token": ruth["token"]})
    other_rep.send("prospect.resolve", {"id": ruth["id"], "lost_id": new_id()})
    other_rep.send("follow_up.close", {"id": full.shown("follow_up")[0]["id"], "state": "done"})
    full.sync()
    assert full.rows == before


def test_a_revoked_phone_gets_nothing(rep: Phone) -> None:
    rep.revoked = True
    with pytest.raises(Refused) as refused:
        rep.sync()
    assert refused.value.kind == "revoked"


def test_a_phone_cannot_write_under_another_phones_name(rep: Phone, other_rep: Phone) -> None:
    with pytest.raises(Refused) as refused:
        rep.sync(device=other_rep.device)
    assert refused.value.kind == "device_taken"
