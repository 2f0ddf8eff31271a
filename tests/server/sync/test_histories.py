"""Whatever happens in whatever order, the protocol keeps what it promises. Each check names the promise."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.server.sync.cast import Desk, Json, call, follow_up, new_id, opened
from tests.server.sync.model import Outbox

FIELDS = ("company", "title")
HAPPENINGS = (
    *("call", "edit", "edit", "new", "delete", "promise", "keep", "bad", "sync", "sync", "sync"),
    *("lose the answer", "lose the answer", "arrive late", "back up", "restore", "hand over"),
)
Story = list[tuple[str, int, int]]


@dataclass
class World:
    """An office, two phones of one rep and one of another, and all that was ever written."""

    desk: Desk
    phones: list[Outbox]
    prospects: list[str] = field(default_factory=list)
    calls: set[str] = field(default_factory=set)
    values: list[tuple[str, str, str, str]] = field(default_factory=list)  # prospect, field, old, new
    promises: list[str] = field(default_factory=list)
    late: list[tuple[Outbox, Json]] = field(default_factory=list)
    backups: int = 0
    words: count[int] = field(default_factory=count)

    def happen(self, what: str, who: int, which: int) -> None:
        getattr(self, what.replace(" ", "_"))(self.phones[who % len(self.phones)], which)

    def call(self, phone: Outbox, which: int) -> None:
        entry = call(prospect_id=self.prospects[which % len(self.prospects)] if self.prospects else None)
        self.calls.add(entry["id"])
        phone.write("call.add", entry)

    def new(self, phone: Outbox, which: int) -> None:
        self.prospects.append(new_id())
        self.edit(phone, len(self.prospects) - 1, name=FIELDS[which % 2])

    def edit(self, phone: Outbox, which: int, name: str | None = None) -> None:
        mine = [p for p in self.prospects if name or phone.seen(p)]
        if mine:
            prospect = mine[which % len(mine)] if name is None else self.prospects[which]
            name = name or FIELDS[which % 2]
            old, new = phone.seen(prospect).get(name, ""), f"v{next(self.words)}"
            self.values.append((prospect, name, old, new))
            phone.write("prospect.edit", {"id": prospect, "edits": [{"field": name, "old": old, "new": new}]})

    def delete(self, phone: Outbox, which: int) -> None:
        if shown := phone.phone.shown("prospect"):
            row = shown[which % len(shown)]
            phone.write("prospect.delete", {"id": row["id"], "token": row["token"]})

    def promise(self, phone: Outbox, _: int) -> None:
        made = follow_up()
        self.promises.append(made["id"])
        phone.write("follow_up.add", made)

    def keep(self, phone: Outbox, which: int) -> None:
        if self.promises:
            done = {"id": self.promises[which % len(self.promises)], "state": "done", "call_id": None}
            phone.write("follow_up.close", done)

    def bad(self, phone: Outbox, _: int) -> None:
        phone.write("call.sing", {"word": f"v{next(self.words)}"})

    def sync(self, phone: Outbox, which: int) -> None:
        phone.take(phone.phone.post(phone.request(which % 4 + 1)))

    def lose_the_answer(self, phone: Outbox, which: int) -> None:
        phone.phone.post(phone.request(which % 4 + 1))

    def arrive_late(self, phone: Outbox, which: int) -> None:
        """A request that hangs somewhere on its way, and comes in after later ones."""
        self.late.append((phone, phone.request(which % 4 + 1)))
        if len(self.late) > 2:
            sender, request = self.late.pop(0)
            sender.phone.post(request)

    def hand_over(self, _: Outbox, which: int) -> None:
        if self.prospects:
            self.desk.assign(self.prospects[which % len(self.prospects)], self.phones[which % 3].phone)

    def back_up(self, _: Outbox, __: int) -> None:
        self.desk.store.close()
        shutil.copy(self.desk.store.path, self.desk.folder / "backup")
        self.desk.reopen()
        self.backups += 1

    def restore(self, _: Outbox, __: int) -> None:
        if self.backups:
            self.desk.store.close()
            shutil.copy(self.desk.folder / "backup", self.desk.store.path)
            self.desk.reopen()

    def settle(self) -> None:
        """Everybody syncs until there is nothing left to say."""
        for sender, request in self.late:
            sender.phone.post(request)
        for _ in range(3):
            for phone in self.phones:
                self.sync(phone, 3)
                while phone.waiting or not phone.complete:
                    self.sync(phone, 3)


def check(world: World) -> None:
    desk = world.desk
    held = Counter(row[0] for row in desk.sees("SELECT id FROM calls"))
    assert held == Counter(world.calls), "every entry is in the office exactly once"

    for phone in world.phones:
        answer = phone.phone.post(phone.request(1))
        assert answer["have_through"] == phone.phone.next_n - 1, "the office holds all that the phone wrote"

    stored = {(p, f, v) for p, f, v in desk.sees(STORED)} | set(
        desk.sees("SELECT prospect_id, field, value FROM lost_values")
    )
    aside = " ".join(raw for (raw,) in desk.sees("SELECT raw FROM quarantine"))
    for prospect, name, _, value in world.values:
        built_on = any((p, f, old) == (prospect, name, value) for p, f, old, _ in world.values)
        kept = (prospect, name, value) in stored or f'"{value}"' in aside
        assert kept or built_on, f"no value disappears: {value}"

    for phone in world.phones:
        fresh = desk.phone(phone.phone.member)
        while fresh.sync(page=3)["more"]:
            pass
        assert shown(phone.phone.rows) == shown(fresh.rows), "all phones equal the office when it is quiet"

    for member in {phone.phone.member.id: phone.phone.member for phone in world.phones}.values():
        fresh = desk.phone(member)
        while fresh.sync(page=3)["more"]:
            pass
        own = {row[0] for row in desk.sees("SELECT id FROM prospects WHERE owner_id = ?", member.id)}
        assert {row["id"] for row in fresh.shown("prospect")} <= own, "no prospect crosses users"
        for row in fresh.shown("call"):
            assert row["rep_id"] == member.id or row["prospect_id"] in own, "no call crosses users"


STORED = "SELECT p.id, e.key, e.value FROM prospects p, json_each(p.fields) e"


def shown(rows: dict[tuple[str, str], Json]) -> dict[tuple[str, str], Json]:
    """What is there: a phone may know of more that is gone."""
    return {key: row for key, row in rows.items() if "gone" not in row}


def play(story: Story) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as desk:
        sam, ines = desk.hire("Sam Okafor"), desk.hire("Ines Duarte")
        world = World(desk, [Outbox(desk.phone(member)) for member in (sam, sam, ines)])
        for step in story:
            world.happen(*step)
        world.settle()
        check(world)


steps = st.tuples(st.sampled_from(HAPPENINGS), st.integers(0, 2), st.integers(0, 7))


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(steps, min_size=15, max_size=60))
def test_any_history_keeps_every_promise(story: Story) -> None:
    play(story)
