"""Long lists, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import htpy as h


@dataclass(frozen=True)
class Paging:
    """`wanted` counts from 1; `asked` is what the list is narrowed to, kept from page to page."""

    path: str
    wanted: int
    size: int
    total: int
    asked: Mapping[str, str]

    @property
    def number(self) -> int:
        """The page that is shown: the last one, where the list has become too short for the one that was asked for."""
        return min(self.wanted, self.last)

    @property
    def offset(self) -> int:
        return (self.number - 1) * self.size

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.size))

    def link(self, number: int) -> str:
        words = {key: value for key, value in self.asked.items() if value} | (
            {"page": str(number)} if number > 1 else {}
        )
        return self.path + (f"?{urlencode(words)}" if words else "")

    @property
    def narrowed(self) -> str:
        """The query of the page that is shown; "" for the first one of all."""
        return self.link(self.number).removeprefix(self.path)


def paging_links(paging: Paging, before: str, after: str) -> h.Node:
    """`before` and `after` say which way the list goes."""
    if paging.last == 1:
        return None
    return h.nav(".paging", aria_label="Pages of this list")[
        h.a(href=paging.link(paging.number - 1), rel="prev")[before] if paging.number > 1 else h.span,
        h.span[f"Page {paging.number} of {paging.last}"],
        h.a(href=paging.link(paging.number + 1), rel="next")[after] if paging.number < paging.last else h.span,
    ]
