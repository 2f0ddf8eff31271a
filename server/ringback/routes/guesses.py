"""Slows whoever tries codes. Kept in memory: one process, and a restart is slower than any wait here."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from datetime import datetime, timedelta

from ringback.domain.errors import Refused

WINDOW = timedelta(minutes=15)
FROM_ONE = 10  # wrong secrets from one address in a window
IN_ALL = 200  # wrong codes from everywhere: at this pace the 39 bits of a code last for millennia


class Guesses:
    """A guess is counted before it is looked at, so that many at once gain nothing; a right one is forgiven."""

    def __init__(self) -> None:
        self._from: defaultdict[str, deque[datetime]] = defaultdict(deque)
        self._all: deque[datetime] = deque()
        self._gate = threading.Lock()

    def count(self, address: str, *, short: bool, now: datetime) -> None:
        """Raises `too_many` with the seconds to wait. Only short codes can be guessed: only they are slowed in all."""
        with self._gate:
            self._forget(now)
            for guesses, most in ((self._from[address], FROM_ONE), (self._all if short else deque(), IN_ALL)):
                if len(guesses) >= most:
                    raise too_many(guesses[0] + WINDOW - now)
            self._from[address].append(now)
            if short:
                self._all.append(now)

    def forgive(self, address: str, *, short: bool) -> None:
        with self._gate:
            for guesses in (self._from[address], self._all if short else deque()):
                if guesses:
                    guesses.pop()

    def _forget(self, now: datetime) -> None:
        for guesses in (*self._from.values(), self._all):
            while guesses and guesses[0] <= now - WINDOW:
                guesses.popleft()
        for address in [address for address, guesses in self._from.items() if not guesses]:
            del self._from[address]


def too_many(wait: timedelta) -> Refused:
    seconds = max(1, int(wait.total_seconds()))
    minutes = -(-seconds // 60)
    about = "a minute" if minutes == 1 else f"{minutes} minutes"
    return Refused("too_many", f"Too many wrong codes. Wait {about}, then try again with the right one.", seconds)
