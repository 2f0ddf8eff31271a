"""Templates: shared by leads, versions that never change, and copies for those who lost."""

from __future__ import annotations

import pytest
from tests.server.sync.cast import Json, Phone, new_id, template


@pytest.fixture
def opener(lead: Phone) -> Json:
    """A shared template in its first version."""
    opener = template(name="The reason first")
    lead.send("template.save", opener)
    return opener


def again(save: Json, **over: object) -> Json:
    """The next version of it."""
    return save | {"version_id": new_id(), "base": save["version_id"]} | over


def test_a_leads_template_reaches_everybody_as_a_version(lead: Phone, rep: Phone, opener: Json) -> None:
    rep.sync()
    row, version = rep.row("template", opener["id"]), rep.row("version", opener["version_id"])
    assert (row["owner_id"], row["current"], row["retired"]) == (None, opener["version_id"], False)
    assert (version["number"], version["author"]) == (1, lead.member.name)
    assert version["sections"] == opener["sections"]


def test_a_second_version_leaves_the_first_as_it_was(lead: Phone, opener: Json) -> None:
    second = again(opener, name="Better", sections=[{"kind": "reason", "text": "Shorter."}])
    assert lead.send("template.save", second)["status"] == "ok"
    assert lead.row("template", opener["id"])["current"] == second["version_id"]
    assert lead.row("version", opener["version_id"])["sections"] == opener["sections"]
    assert lead.row("version", str(second["version_id"]))["number"] == 2


def test_who_edited_an_older_version_gets_a_copy_named_after_him(lead: Phone, rep: Phone, opener: Json) -> None:
    lead.send("template.save", again(opener, name="First"))
    assert lead.send("template.save", again(opener, name="Second"))["status"] == "conflict"
    rep.sync()
    assert [row["name"] for row in rep.shown("template")] == ["First"]
    assert sorted(row["name"] for row in lead.shown("template")) == ["First", "Second (Dana Whitlock)"]
    assert len(lead.shown("version")) == 3


def test_a_rep_who_saves_a_shared_template_gets_his_own(lead: Phone, rep: Phone, opener: Json) -> None:
    rep.sync()
    assert rep.send("template.save", again(opener, name="Mine"))["status"] == "conflict"
    assert rep.send("template.save", template(name="Also mine"))["status"] == "conflict"
    lead.sync()
    assert [row["name"] for row in lead.shown("template")] == ["The reason first"]
    mine = [row["name"] for row in rep.shown("template") if row["owner_id"] == rep.member.id]
    assert mine == ["Mine (Sam Okafor)", "Also mine (Sam Okafor)"]


def test_a_reps_own_template_is_nobody_elses(rep: Phone, other_rep: Phone) -> None:
    own = template(shared=False)
    assert rep.send("template.save", own)["status"] == "ok"
    other_rep.sync()
    assert not other_rep.shown("template")
    assert not other_rep.shown("version")
    other_rep.send("template.save", again(own, name="Taken"))
    rep.sync()
    assert rep.row("template", own["id"])["name"] == own["name"]


def test_saving_the_same_version_again_changes_nothing(lead: Phone, opener: Json) -> None:
    assert lead.send("template.save", opener)["status"] == "merged"
    assert lead.send("template.save", opener | {"sections": [{"kind": "ask", "text": "?"}]})["status"] == "quarantined"


@pytest.mark.parametrize("shared", [True, False], ids=["the office's", "a colleague's own"])
def test_nobody_takes_a_template_over_by_naming_his_version_after_it(
    lead: Phone, rep: Phone, other_rep: Phone, shared: bool
) -> None:
    there = template(name="The reason first", shared=shared)
    owner = lead if shared else other_rep
    owner.send("template.save", there)
    owner.sync()
    before = dict(owner.rows)

    mine = template(name="Mine", version_id=there["id"], base=None, sections=[{"kind": "ask", "text": "Other words."}])
    assert rep.send("template.save", mine)["status"] == "quarantined"

    owner.sync()
    rep.sync()
    assert owner.rows == before
    assert there["id"] not in [row["current"] for row in rep.shown("template")]


def test_only_a_lead_retires_a_shared_template(lead: Phone, rep: Phone, opener: Json) -> None:
    assert rep.send("template.retire", {"id": opener["id"], "retired": True})["status"] == "quarantined"
    assert lead.send("template.retire", {"id": opener["id"], "retired": True})["status"] == "ok"
    assert lead.send("template.retire", {"id": opener["id"], "retired": True})["status"] == "merged"
    rep.sync()
    assert rep.row("template", opener["id"])["retired"] is True


def test_a_lead_shares_a_template_of_his_own_with_all_its_versions(lead: Phone, rep: Phone) -> None:
    own = template(shared=False)
    lead.send("template.save", own)
    rep.sync()
    assert not rep.shown("template")

    second = again(own, shared=True)
    assert lead.send("template.save", second)["status"] == "ok"

    rep.sync()
    assert (rep.row("template", own["id"])["owner_id"], lead.row("template", own["id"])["owner_id"]) == (None, None)
    assert sorted(row["id"] for row in rep.shown("version")) == sorted([own["version_id"], second["version_id"]])


def test_a_lead_who_does_not_share_what_he_changed_keeps_it_for_himself(lead: Phone, rep: Phone, opener: Json) -> None:
    assert lead.send("template.save", again(opener, name="Only mine", shared=False))["status"] == "conflict"

    rep.sync()
    assert [row["name"] for row in rep.shown("template")] == ["The reason first"]
    assert rep.row("template", opener["id"])["current"] == opener["version_id"]
    assert sorted(row["name"] for row in lead.shown("template")) == ["Only mine (Dana Whitlock)", "The reason first"]


def test_a_rep_shares_nothing(rep: Phone, other_rep: Phone) -> None:
    own = template(shared=False)
    rep.send("template.save", own)

    assert rep.send("template.save", again(own, shared=True))["status"] == "ok"

    other_rep.sync()
    assert not other_rep.shown("template")
    assert rep.row("template", own["id"])["owner_id"] == rep.member.id
