"""A phone as the protocol describes it, small: waiting, sent, rows, cursor, epoch. For histories that nobody wrote."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.server.sync.cast import Json, Phone


@dataclass
class Outbox:
    """A phone with memory: what waits leaves only on its result, and what was sent is sent again after a reset."""

    phone: Phone
    waiting: list[Json] = field(default_factory=list)
    sent: dict[int, Json] = field(default_factory=dict)
    revs: dict[int, int] = field(default_factory=dict)
    complete: bool = False  # whether the last pull came to its end

    def write(self, kind: str, body: Json) -> None:
        self.waiting.append(self.phone.write(kind, body))

    def request(self, at_most: int) -> Json:
        oldest = self.waiting[0]["n"] if self.waiting else None
        return self.phone.request(*self.waiting[:at_most], oldest_pending=oldest, page=3, keeps=True)

    def take(self, answer: Json) -> None:
        if "reset" in answer:
            self.start_over(answer)
            return
        kept = self.kept(answer["results"])
        for result in answer["results"]:
            self.settle(result["n"], result["rev"])
        if answer["cursor"] >= self.phone.cursor:
            for row in kept + answer["rows"]:
                self.place(row)
            self.phone.cursor = answer["cursor"]
            self.complete = not answer["more"]

    def kept(self, results: list[Json]) -> list[Json]:
        """The rows of the calls that were taken as they were sent: they do not come."""
        taken = {result["n"]: result["rev"] for result in results if result["status"] == "ok"}
        calls = [op for op in self.waiting if op["kind"] == "call.add" and op["n"] in taken]
        me = {"kind": "call", "rep_id": self.phone.member.id, "rep_name": self.phone.member.name}
        return [op["body"] | me | {"seq": taken[op["n"]]} for op in calls]

    def settle(self, n: int, rev: int) -> None:
        for op in [op for op in self.waiting if op["n"] == n]:
            self.waiting.remove(op)
            self.sent[n] = op
            self.revs[n] = rev

    def place(self, row: Json) -> None:
        """With a prospect that somebody else has now go the calls that others made on it."""
        rows = self.phone.rows
        rows[row["kind"], row["id"]] = row
        if row.get("gone") == "assigned":
            for call in [call for call in self.phone.shown("call") if call["prospect_id"] == row["id"]]:
                if call["rep_id"] != self.phone.member.id:
                    del rows["call", call["id"]]

    def start_over(self, answer: Json) -> None:
        held = {n for first, last in answer["reset"]["held"] for n in range(first, last + 1)}
        back = [op for n, op in self.sent.items() if n not in held]
        self.sent = {n: op for n, op in self.sent.items() if n in held}
        self.waiting = sorted(self.waiting + back, key=lambda op: int(op["n"]))
        self.phone.epoch, self.phone.cursor, self.phone.rows = answer["epoch"], 0, {}

    def seen(self, prospect: str) -> dict[str, str]:
        """The fields as the rep sees them: the office's row, with his own newer edits on top."""
        fields = dict(self.phone.rows.get(("prospect", prospect), {}).get("fields", {}))
        newer = [op for n, op in self.sent.items() if self.revs[n] > self.phone.cursor] + self.waiting
        for op in newer:
            if op["kind"] == "prospect.edit" and op["body"]["id"] == prospect:
                fields |= {edit["field"]: edit["new"] for edit in op["body"]["edits"]}
        return fields
