"""The starter library as it is shipped, and three reps with their prospects to say it. Everybody here is made up."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LIBRARY = Path(__file__).resolve().parents[3] / "server/ringback/library/starter.json"
GAP = re.compile(r"\{([a-z_]+)\}")

DANA = {
    "first_name": "Maria",
    "my_name": "Dana Ruiz",
    "my_company": "Alder Doors",
    "my_number": "419-555-0120",
    "reason": "your north gate",
    "hook": "two trucks were waiting at your north gate",
    "value": "which dock door to change first",
    "connection": "Ewan Blythe",
    "best_time": "in the mornings",
    "topic": "the second shift",
    "event": "the fair in Toledo",
    "their_work": "your talk on cold storage",
    "place": "your Elm Street yard",
    "last_time": "on Monday",
    "today": "Tuesday morning",
    "assistant": "Paul",
    "order": "Thursday's delivery",
    "question": "which door is free",
    "predecessor": "Ruth Adler",
    "count": "five",
    "next_slot": "on Wednesday morning",
}
GRETCHEN = {
    "first_name": "Terrence",
    "my_name": "Gretchen Pell",
    "my_company": "Platte River Signs",
    "my_number": "402-555-0152",
    "reason": "the sign on Route Nine",
    "hook": "your evening shift parks along the fence",
    "value": "where the space is lost",
    "connection": "Monica Alder",
    "best_time": "most afternoons",
    "topic": "the move to a new hall",
    "event": "the open house in Dayton",
    "their_work": "your article on loading times",
    "place": "your shop on Fourth Street",
    "last_time": "last Wednesday",
    "today": "Thursday afternoon",
    "assistant": "Stephanie",
    "order": "the pole at your east entrance",
    "question": "who holds the key",
    "predecessor": "Walter Quinn",
    "count": "four",
    "next_slot": "on Thursday afternoon",
}
SAM = {
    "first_name": "Sam",
    "my_name": "Joan Ito",
    "my_company": "Mesa Ladders",
    "my_number": "505-555-0164",
    "reason": "the ladders in Bay Two",
    "hook": "one of your ladders has a bent rung",
    "value": "which ones still pass",
    "connection": "Cliff Rudd",
    "best_time": "before noon on most days",
    "topic": "the loft above the shop",
    "event": "the trade night in Mesa",
    "their_work": "your notice about the loft",
    "place": "your Fourth Street store",
    "last_time": "a week ago",
    "today": "Wednesday morning",
    "assistant": "Omar",
    "order": "the loft stairs",
    "question": "which side the rail goes on",
    "predecessor": "Lena Marsh",
    "count": "four",
    "next_slot": "next Tuesday morning",
}
CAST = (DANA, GRETCHEN, SAM)


@dataclass(frozen=True)
class Starter:
    name: str
    family: str
    band: str
    tags: list[str]
    note: str
    variant: str
    sections: list[tuple[str, str]]
    record: dict[str, Any]

    @property
    def spoken(self) -> bool:
        return self.family not in ("pick_up", "email")

    @property
    def name_late(self) -> bool:
        return "name_late" in self.tags

    @property
    def gaps(self) -> set[str]:
        return {gap for _, text in self.sections for gap in GAP.findall(text)}

    def section(self, kind: str) -> str:
        return " ".join(text for held, text in self.sections if held == kind)

    def filled(self, values: dict[str, str]) -> str:
        return fill(" ".join(text for _, text in self.sections), values)


def fill(text: str, values: dict[str, str]) -> str:
    return GAP.sub(lambda gap: values[gap[1]], text)


def says(text: str, pattern: str) -> list[str]:
    """Every place where the text says something of this kind."""
    return [found[0] for found in re.finditer(pattern, text, re.IGNORECASE)]


def load() -> list[Starter]:
    held = json.loads(LIBRARY.read_text(encoding="utf-8"))
    return [
        Starter(
            name=record["name"],
            family=record["family"],
            band=record["band"],
            tags=record["tags"],
            note=record["note"],
            variant=record["variant"],
            sections=[(section["kind"], section["text"]) for section in record["version"]["sections"]],
            record=record,
        )
        for record in held["templates"]
    ]


STARTERS = load()
SPOKEN = [starter for starter in STARTERS if starter.spoken]
TALK_TRACKS = [starter for starter in STARTERS if starter.family == "pick_up"]
EMAILS = [starter for starter in STARTERS if starter.family == "email"]
