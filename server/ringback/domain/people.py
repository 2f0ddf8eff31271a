"""Who belongs to the office, and what each may do."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal["lead", "rep"]
ROLES: tuple[Role, ...] = get_args(Role)

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that looks or sounds like another
CODE_LENGTH = 8
NAME_LENGTH = 200


@dataclass(frozen=True)
class Office:
    id: str
    name: str
    country: str  # two letters, for numbers written without one
    locale: str
    epoch: str


@dataclass(frozen=True)
class Member:
    id: str
    name: str
    role: Role


@dataclass(frozen=True)
class Caller:
    """Who is asking: a member, on one of his devices."""

    office_id: str
    member: Member
    device_id: str
    device_name: str
    revoked: bool

    @property
    def leads(self) -> bool:
        return self.member.role == "lead"


@dataclass(frozen=True)
class Secret:
    """What opens the door once: the token of a link, and the same as a code short enough to type."""

    token: str
    code: str

    @property
    def spaced(self) -> str:
        return f"{self.code[:4]}-{self.code[4:]}"


def new_secret() -> Secret:
    return Secret(secrets.token_urlsafe(32), "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH)))


def as_code(text: str) -> str:
    """A code as somebody typed it, without dashes and spaces, in capitals."""
    return "".join(text.split()).replace("-", "").upper()


def looks_like_code(text: str) -> bool:
    return len(as_code(text)) == CODE_LENGTH


def digest(secret: str) -> bytes:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).digest()


def clean_name(text: str) -> str:
    """One line, at most NAME_LENGTH characters."""
    return " ".join(text.split())[:NAME_LENGTH]


def join_link(origin: str, token: str) -> str:
    """The token stands in the fragment, which neither servers nor previews ever see."""
    return f"{origin}{JOIN}{token}"


JOIN = "/#/join/"


def secret_in(text: str) -> str:
    """What somebody typed, or pasted with the rest of the link before it."""
    return text.rpartition(JOIN)[2]
