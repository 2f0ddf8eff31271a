"""Every way the office says no, each with a sentence for a person: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "malformed",
    "signed_out",
    "revoked",
    "origin",
    "host",
    "invitation",
    "not_found",
    "device_taken",
    "too_large",
    "proto",
    "too_many",
    "busy",
    "broken",
]

STATUS: dict[Kind, int] = {
    "malformed": 400,
    "signed_out": 401,
    "revoked": 403,
    "origin": 403,
    "invitation": 404,
    "not_found": 404,
    "device_taken": 409,
    "too_large": 413,
    "host": 421,
    "proto": 426,
    "too_many": 429,
    "broken": 500,
    "busy": 503,
}


class Refused(Exception):
    """A request that the office does not take. `retry_after` is in seconds."""

    def __init__(self, kind: Kind, sentence: str, retry_after: int | None = None) -> None:
        super().__init__(sentence)
        self.kind: Kind = kind
        self.sentence = sentence
        self.retry_after = retry_after

    @property
    def status(self) -> int:
        return STATUS[self.kind]


class CannotStart(Exception):
    """The office cannot open its doors. The message is one sentence that says what to do about it."""


def not_found() -> Refused:
    """The same words for what is not there and for what is not yours to see."""
    return Refused("not_found", "There is nothing at this address, or it is not yours to see.")


def signed_out() -> Refused:
    return Refused(
        "signed_out",
        "This phone is signed out. Everything on it is safe; ask your lead for a new invitation and open it here.",
    )


def invitation() -> Refused:
    """The same words for wrong, used, cancelled and expired: a guess learns nothing."""
    return Refused(
        "invitation",
        "This invitation does not work: it may have been used, cancelled or expired. Ask your lead for a new one.",
    )
