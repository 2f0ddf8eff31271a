"""Run the benches: all, or those that are named. `python -m tests.bench sync search`"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path


def main(names: list[str]) -> int:
    found = benches()
    if unknown := set(names) - set(found):
        print(f"There is no bench called {', '.join(sorted(unknown))}. There are: {', '.join(found)}.", file=sys.stderr)
        return 2
    for name in names or found:
        print(f"\n== {name}", flush=True)
        importlib.import_module(f"tests.bench.{name}").main()
    return 0


def benches() -> list[str]:
    """The modules here that have a `main`."""
    here = Path(__file__).parent.glob("[a-z]*.py")
    return sorted(path.stem for path in here if "\ndef main(" in path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
