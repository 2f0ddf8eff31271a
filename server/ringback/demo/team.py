"""Who is in the demo: a team that sells bakery ovens, and the people it calls. All of it is made up."""

from __future__ import annotations

from dataclasses import dataclass

LEAD = "Maren Holt"


@dataclass(frozen=True)
class Rep:
    """`luck` scales the callbacks that he gets; `digits` end his own number."""

    first: str
    last: str
    zone: str
    area: str
    digits: str
    luck: float


REPS = (
    Rep("Sam", "Okafor", "America/Chicago", "312", "0117", 1.0),
    Rep("Rosa", "Vale", "America/Denver", "303", "0118", 1.4),
    Rep("Ines", "Duarte", "America/New_York", "617", "0119", 0.9),
    Rep("Tom", "Achterberg", "America/Los_Angeles", "206", "0120", 0.7),
)
AREAS = {
    "303": "America/Denver",
    "312": "America/Chicago",
    "617": "America/New_York",
    "206": "America/Los_Angeles",
    "412": "America/New_York",
    "512": "America/Chicago",
}
# fmt: off
FIRST = (
    "Ruth",
    "Leon",
    "Greta",
    "Amir",
    "Nadia",
    "Felix",
    "Paula",
    "Otis",
    "Wanda",
    "Hugo",
    "Celia",
    "Ivan",
    "Marta",
    "Dale",
    "Yusra",
    "Colin",
    "Petra",
    "Emil",
    "Joy",
    "Rafael",
    "Tess",
    "Arlo",
    "Bianca",
    "Nils",
    "Dora",
    "Kofi",
    "Lena",
    "Marcus",
    "Opal",
    "Stefan",
)
LAST = (
    "Delgado",
    "Ashby",
    "Brandt",
    "Chowdhury",
    "Ferraro",
    "Grant",
    "Hollis",
    "Ibarra",
    "Jansen",
    "Kimura",
    "Larkin",
    "Moreau",
    "Novak",
    "Ostrow",
    "Pruitt",
    "Quigley",
    "Rossi",
    "Soto",
    "Tanaka",
    "Ueland",
    "Vance",
    "Whitlock",
    "Yates",
    "Zeller",
    "Abbott",
    "Birch",
    "Castell",
    "Dunn",
    "Eklund",
    "Farrow",
)
TRADES = ("Bakery", "Bread Company", "Patisserie", "Foods", "Kitchens", "Hotel", "Catering", "Coffee Roasters")
TOWNS = ("Alder", "Birchwood", "Cliffside", "Dunmore", "Eastgate", "Fairview", "Glenbrook", "Harborview", "Kingsfield")
TITLES = ("Owner", "Head baker", "Plant manager", "Buyer", "Operations manager", "Kitchen manager")
REASONS = (
    "your second oven",
    "the morning rush",
    "your energy bill",
    "the new branch",
    "steam for your sourdough",
    "your night shift",
)
HOOKS = (
    "you are opening a second branch in spring",
    "two of your ovens are from before 2010",
    "your rye sells out before nine",
    "you are hiring for the night shift",
    "your loading dock faces the main road",
)
VALUES = (
    "bakers of your size bake a third more in the same hours",
    "it usually pays for itself in two winters",
    "nobody has to start before four any more",
)
PEOPLE = ("Anna Weiss", "your colleague Ben", "Clara from the guild", "Mr. Hale")
NOTES = ("Best before ten.", "Ask about the trade fair.", "Assistant is called June.", "Closed on Mondays.", "")
COMMON = {
    "topic": "how you bake at night",
    "their_work": "your walnut loaf",
    "event": "the bakers' fair",
    "last_time": "last week",
    "today": "today",
    "place": "your shop on Mill Street",
    "order": "the spare trays",
    "question": "which size you need",
    "predecessor": "Jonas",
    "assistant": "June",
    "count": "four",
    "best_time": "between two and four",
    "next_slot": "Thursday at ten",
}
