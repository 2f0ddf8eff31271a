"""Three months of one rep: whom he called, which message he left, who rang back, and what he promised for next."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from ringback import library
from ringback.demo import team
from ringback.demo.phone import Phone
from ringback.domain.instants import written

PROSPECTS = 140
DAYS = 90
ATTEMPTS = (2, 9)  # a prospect's, at least and at most, besides what comes back
OUTCOMES = {
    "left_message": 62,
    "no_answer": 12,
    "spoke": 9,
    "gatekeeper": 6,
    "left_with_person": 4,
    "busy": 3,
    "mailbox_full": 2,
    "wrong_number": 1,
    "disconnected": 1,
}
# How often a message of each kind is answered: enough apart that three months show it, not so far that one would laugh.
ANSWERED = {"A": 0.07, "B": 0.13, "14": 0.10, "20": 0.09, "30": 0.08, "60": 0.04, "referral": 0.17, "last_resort": 0.11}
# The share of first messages that is one of the two compared, and of each of them: the favourite is known by now.
PAIR, FAVOURITE = 0.85, (65, 35)
WHY = ("hook", "topic", "their_work", "order", "reason")
RESPONSES = {"callback": 7, "email": 2, "pick_up": 1}

Made = dict[str, Any]

SAID_A_SECOND = 1.75  # written words of a message, with its pauses and with numbers digit by digit


class Story:
    """`number` tells the reps' prospects apart: all names and telephone numbers differ."""

    def __init__(self, phone: Phone, rep: team.Rep, number: int, now: datetime, chance: Random) -> None:
        self.phone = phone
        self.rep = rep
        self.number = number
        self.now = now
        self.chance = chance
        self.days = working_days(now.astimezone(ZoneInfo(rep.zone)))
        self.templates = [one for one in library.starters() if one["family"] not in ("pick_up", "email")]

    def tell(self) -> None:
        began = self.now - timedelta(days=DAYS + 1)
        self.introduce(began)
        people = [self.meet(index, began) for index in range(PROSPECTS)]
        for person in people:
            self.court(person)
        self.promise(people)
        self.end(people)
        self.phone.sync(self.now)

    def introduce(self, at: datetime) -> None:
        rep = self.rep
        fields = {
            "spoken_name": f"{rep.first} {rep.last}",
            "company": "Harbor Ovens",
            "number": f"+1{rep.area}555{rep.digits}",
            "zone": rep.zone,
            "country": "US",
            "locale": "en-US",
            "work_from": "08:00",
            "work_to": "17:30",
            "work_days": "12345",
        }
        self.phone.write("profile.edit", at, {"edits": edits(fields)})

    def meet(self, index: int, at: datetime) -> Made:
        chance, place = self.chance, self.number * PROSPECTS + index
        area, zone = list(team.AREAS.items())[place % len(team.AREAS)]
        last = team.LAST[(place * 7 + place // len(team.FIRST)) % len(team.LAST)]
        named = last if index % 3 else chance.choice(team.TOWNS)
        fields = {
            "first_name": team.FIRST[place % len(team.FIRST)],
            "last_name": last,
            "title": chance.choice(team.TITLES),
            "company": f"{named} {team.TRADES[place % len(team.TRADES)]}",
            "phone": f"+1{area}555{100 + place // len(team.AREAS):04d}",
            "zone": zone,
            "zone_known": "number",
            "reason": chance.choice(team.REASONS),
            "hook": chance.choice(team.HOOKS),
            "value": chance.choice(team.VALUES),
            "connection": chance.choice(team.PEOPLE) if index % 5 == 0 else "",
            "note": chance.choice(team.NOTES),
            "rank": f"{index:04d}" if index < 9 else "",
        }
        person = {"id": self.phone.new_id(at), "fields": fields}
        self.phone.write("prospect.edit", at, {"id": person["id"], "edits": edits(fields)})
        return person

    def court(self, person: Made) -> None:
        """Attempts spread over the three months; somebody who has answered is called less."""
        count = self.chance.randint(*ATTEMPTS)
        for attempt, day in enumerate(sorted(self.chance.sample(self.days, count)), 1):
            made_at = self.hour(day)
            if made_at < self.now:
                self.attempt(person, attempt, made_at)

    def hour(self, day: datetime) -> datetime:
        """A working hour of this day, by the rep's own clock."""
        hour = self.chance.choice((8, 8, 9, 9, 10, 11, 13, 14, 14, 15, 15, 16))
        return day.replace(hour=hour, minute=self.chance.randrange(60), second=0, microsecond=0).astimezone(UTC)

    def attempt(self, person: Made, attempt: int, made_at: datetime) -> None:
        (outcome,) = self.chance.choices(list(OUTCOMES), list(OUTCOMES.values()))
        call = self.call(person, made_at, outcome=outcome)
        if outcome == "left_message":
            template = self.template(person, attempt)
            call |= self.words(person, template)
        self.log(call, made_at)
        if outcome == "left_message" and self.chance.random() < self.rate(template):
            self.answer(person, call, made_at)
        elif self.chance.random() < 0.01:
            self.correct(call, made_at)

    def template(self, person: Made, attempt: int) -> Made:
        """As the advice goes: a reason first, then another, a last try at the end; a referral where there is one."""
        family = {1: "reason", 2: "follow_up", 3: "follow_up"}.get(attempt, "reason")
        if person["fields"]["connection"] and attempt in (1, 4):
            family = "referral"
        elif attempt > 5 and attempt % 3 == 0:
            family = "last_resort"
        fits = [one for one in self.templates if one["family"] == family]
        if family == "reason" and self.chance.random() < PAIR:
            return self.chance.choices(fits[:2], FAVOURITE)[0]
        return self.chance.choice(fits)

    def rate(self, template: Made) -> float:
        kind = template["family"] if template["family"] in ANSWERED else template["variant"] or template["band"]
        return ANSWERED[kind] * self.rep.luck

    def words(self, person: Made, template: Made) -> Made:
        script = self.fill(person, template)
        estimate = round(len(script.split()) / SAID_A_SECOND, 1)
        return {
            "template_id": template["id"],
            "version_id": template["version"]["id"],
            "variant": template["variant"],
            "plan": "voicemail",
            "script": script,
            "estimate": estimate,
            "seconds": round(estimate * self.chance.uniform(0.9, 1.25), 1),
            "reason": self.reason(person, template),
        }

    def reason(self, person: Made, template: Made) -> str:
        """The newest thing that the message says."""
        values = team.COMMON | person["fields"]
        text = " ".join(section["text"] for section in template["version"]["sections"])
        return next((values[why] for why in WHY if f"{{{why}}}" in text and values.get(why)), "")

    def fill(self, person: Made, template: Made) -> str:
        mine = {
            "my_name": f"{self.rep.first} {self.rep.last}",
            "my_company": "Harbor Ovens",
            "my_number": f"{self.rep.area} 555 {self.rep.digits}",
        }
        values = team.COMMON | person["fields"] | mine
        text = " ".join(section["text"] for section in template["version"]["sections"])
        return re.sub(r"\{(\w+)\}", lambda gap: values.get(gap[1]) or "you", text)

    def answer(self, person: Made, message: Made, made_at: datetime) -> None:
        (response,) = self.chance.choices(list(RESPONSES), list(RESPONSES.values()))
        came = made_at + timedelta(minutes=self.chance.choice((12, 40, 95, 180, 1300, 1500)))
        if came > self.now:
            return
        outcome = self.chance.choices(("spoke", "callback_agreed", "meeting_booked"), (5, 3, 2))[0]
        direction = "out" if response == "pick_up" else "in"
        call = self.call(person, came, outcome=outcome) | {"direction": direction, "response": response}
        self.log(call | {"channel": "email" if response == "email" else "phone", "credits": message["id"]}, came)

    def correct(self, call: Made, made_at: datetime) -> None:
        """A slip of the thumb: put right, or taken back."""
        later = made_at + timedelta(minutes=2)
        again = call | {"id": self.phone.new_id(later), "replaces": call["id"]}
        right = {"outcome": "gatekeeper", "note": "Meant the front desk."}
        changed = {"void": True} if self.chance.random() < 0.4 else right
        self.log(again | changed, later)

    def call(self, person: Made, made_at: datetime, *, outcome: str) -> Made:
        fields = person["fields"]
        return {
            "id": self.phone.new_id(made_at),
            "prospect_id": person["id"],
            "prospect_name": f"{fields['first_name']} {fields['last_name']}",
            "company": fields["company"],
            "direction": "out",
            "channel": "phone",
            "outcome": outcome,
            "made_at": written(made_at),
            "zone": self.rep.zone,
            "prospect_zone": fields["zone"],
            "number": fields["phone"],
            **EMPTY,
        }

    def log(self, call: Made, at: datetime) -> None:
        self.phone.write("call.add", at, call)

    def promise(self, people: list[Made]) -> None:
        """One overdue, two for today, three for the days after."""
        for person, hours, reason in zip(people[3:], PROMISES, PROMISED, strict=False):
            zone = person["fields"]["zone"]
            due = (self.now + timedelta(hours=hours)).astimezone(ZoneInfo(zone)).replace(minute=10, second=0)
            body = {
                "id": self.phone.new_id(self.now),
                "prospect_id": person["id"],
                "call_id": None,
                "due": written(due.replace(microsecond=0)),
                "wall": due.strftime("%Y-%m-%dT%H:%M"),
                "zone": zone,
                "reason": reason,
                "supersedes": None,
            }
            self.phone.write("follow_up.add", self.now - timedelta(days=2), body)

    def end(self, people: list[Made]) -> None:
        """What needs somebody's eyes: a person not to be called, and, once, an entry that no office can apply."""
        at = self.now - timedelta(days=1)
        self.phone.write("prospect.block", at, {"id": people[-1]["id"], "reason": "Asked not to be called again."})
        if self.number == 1:
            odd = self.call(people[0], at, outcome="left_video")
            self.phone.write("call.add", at, odd | {"note": "From a phone with an app newer than the office."})


def change_blindly(tablet: Phone, prospect_id: str, now: datetime) -> None:
    """A second device changes what it has not seen change: one value loses, and is kept."""
    change = {"field": "title", "old": "", "new": "Managing director"}
    tablet.write("prospect.edit", now - timedelta(hours=3), {"id": prospect_id, "edits": [change]})
    tablet.sync(now)


def working_days(now: datetime) -> list[datetime]:
    """Of the three months up to today, at any hour."""
    days = [now - timedelta(days=DAYS - day) for day in range(1, DAYS)]
    return [day for day in days if day.weekday() < 5]


def edits(fields: dict[str, str]) -> list[dict[str, str]]:
    return [{"field": field, "old": "", "new": value} for field, value in fields.items() if value]


EMPTY: Made = {
    "template_id": None,
    "version_id": None,
    "variant": "",
    "plan": "",
    "script": "",
    "seconds": None,
    "estimate": None,
    "left_out": [],
    "flags": [],
    "note": "",
    "response": None,
    "credits": None,
    "replaces": None,
    "void": False,
}
PROMISES = (-26, -1, 2, 22, 49, 70)
PROMISED = (
    "Asked to be called after the inspection.",
    "Second attempt, early.",
    "Send the drawing first, then call.",
    "Third attempt.",
    "Agreed to talk after the delivery.",
    "Back from holiday.",
)
