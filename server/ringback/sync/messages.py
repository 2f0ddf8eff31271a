"""What a phone and the office say to each other, and how it is read. Only the envelope is looked at here."""

from __future__ import annotations

import re
import zlib
from typing import Annotated, Generic, Literal, TypeVar

import msgspec
from msgspec import UNSET, Meta, Raw, Struct, UnsetType, structs

from ringback.domain import calls
from ringback.domain.calls import Call
from ringback.domain.errors import Refused
from ringback.domain.numbers import Range
from ringback.domain.values import Id

PROTO = 1
MIN_SCHEMA = 1
MOST_WIRE = 1024 * 1024  # bytes of a body as it arrives
MOST_INFLATED = 4 * MOST_WIRE
MOST_OPERATIONS = 500

Status = Literal["ok", "dup", "merged", "conflict", "quarantined"]
NoticeKind = Literal["cloned", "lost_store", "hole", "update"]
Count = Annotated[int, Meta(ge=0, le=2**53)]
Number = Annotated[int, Meta(ge=1, le=2**53)]
Word = Annotated[str, Meta(max_length=200)]


class Header(Struct, frozen=True, gc=False):
    """What every operation has. `body` is still as it came."""

    n: Number
    kind: str
    v: int
    at: str
    body: Raw


class Logged(Struct, frozen=True, gc=False):
    """A call that is added: nearly every operation is one."""

    n: Number
    kind: Literal["call.add"]
    v: Literal[1]
    at: str
    body: Call


Op = TypeVar("Op", Header, Logged)


class SyncRequest(Struct, Generic[Op], frozen=True):
    """Its operations are all calls that were understood, or nobody has looked into any of them. `came` is the request
    as it was read, whatever it says there itself."""

    proto: int
    schema: Count
    device: Id
    epoch: Word
    cursor: Count
    nonce: Word
    now: Word
    next_n: Number
    oldest_pending: Number | None
    ops: Annotated[list[Op], Meta(max_length=MOST_OPERATIONS)]
    page: Count
    keeps: bool = False
    came: Raw = Raw()


class Result(Struct, frozen=True, gc=False):
    n: int
    status: Status
    rev: int


class Notice(Struct, frozen=True):
    """Something that the rep should know about his phone. `numbers` are the operations that it is about."""

    kind: NoticeKind
    sentence: str
    numbers: list[int]


class Held(Struct, frozen=True):
    """The numbers that the office holds of one device."""

    device: str
    held: list[Range]


class Reset(Struct, frozen=True, omit_defaults=True):
    """`held` of this device, and of the member's others: one of them may be the name that this phone had before."""

    held: list[Range]
    others: list[Held] = []


class SyncReply(Struct, frozen=True):
    nonce: str
    epoch: str
    results: list[Result]
    have_through: int
    missing: list[Range]
    rows: list[Raw]
    cursor: int
    more: bool
    now: str
    notice: Notice | None
    safe_through: int = 0  # no verified backups yet
    min_schema: int = MIN_SCHEMA
    ringback: int = 1
    proto: int = PROTO
    reset: Reset | UnsetType = UNSET


Request = SyncRequest[Header] | SyncRequest[Logged]


def decode(body: bytes, content_encoding: str | None = None) -> Request:
    """[2] [3] Read a request under its caps. Refuses what is too large, not a request, or of another age."""
    inflated = inflate(body, content_encoding)
    try:
        return _strict(inflated)
    except msgspec.DecodeError as error:
        if isinstance(error, msgspec.ValidationError):
            raise _malformed(error) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise _malformed(error) from error
    try:
        return structs.replace(_strict(mended(inflated)), keeps=False)  # what the phone has is not what is kept here
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _malformed(error) from error


def inflate(body: bytes, content_encoding: str | None) -> bytes:
    if len(body) > MOST_WIRE:
        raise _too_large()
    if content_encoding in (None, "", "identity"):
        return body
    if content_encoding != "gzip":
        raise Refused("malformed", f'The office does not read "{content_encoding[:40]}", only gzip. Nothing was taken.')
    unpacker = zlib.decompressobj(wbits=31)
    try:
        inflated = unpacker.decompress(body, MOST_INFLATED + 1)
    except zlib.error as error:
        raise _malformed(error) from error
    if len(inflated) > MOST_INFLATED:
        raise _too_large()
    if not unpacker.eof or unpacker.unused_data:
        raise Refused("malformed", "This request was cut off on its way. Nothing was taken; the phone sends it again.")
    return inflated


def encode(reply: SyncReply) -> bytes:
    """[9]"""
    return ENCODER.encode(reply)


def heads(request: Request) -> list[Header]:
    """Its operations as they came."""
    return REQUEST.decode(request.came).ops


def header(raw: Raw | bytes) -> Header:
    return HEADER.decode(raw)


def mended(inflated: bytes) -> bytes:
    """JavaScript may send half a character, cut in the middle. It is no reason to refuse the words around it."""
    return HALVES.sub(lambda found: found[1] or b"\\ufffd", inflated)


PAIR = rb"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
HALF = rb"\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
HALVES = re.compile(rb"((?:[^\\]++|" + PAIR + rb"|(?!" + HALF + rb")\\.)++)|" + HALF)  # all that is whole, in one run


def _strict(inflated: bytes) -> Request:
    request = _of_calls(inflated) or _of_anything(inflated)
    _refuse_another_age(request.proto)
    last = 0
    for op in request.ops:
        if op.n <= last:
            raise Refused("malformed", "The numbers of these entries do not rise. Nothing was taken.")
        last = op.n
    return structs.replace(request, came=Raw(inflated))


def _of_calls(inflated: bytes) -> SyncRequest[Logged] | None:
    """Read at once, which takes half the time. None if there is anything else in it, or anything amiss."""
    try:
        request = LOG.decode(inflated)
        calls.check([op.body for op in request.ops])
    except (msgspec.ValidationError, ValueError):
        return None
    return request


def _of_anything(inflated: bytes) -> SyncRequest[Header]:
    try:
        return REQUEST.decode(inflated)
    except msgspec.ValidationError:
        _refuse_another_age(AGE.decode(inflated).proto)
        raise


def _refuse_another_age(proto: int) -> None:
    if proto != PROTO:
        raise Refused("proto", "This phone speaks another Ringback. Update it; everything it holds stays with it.")


class _Age(Struct):
    proto: int


AGE = msgspec.json.Decoder(_Age)
LOG = msgspec.json.Decoder(SyncRequest[Logged])
REQUEST = msgspec.json.Decoder(SyncRequest[Header])
HEADER = msgspec.json.Decoder(Header)
ENCODER = msgspec.json.Encoder()


def _malformed(error: BaseException) -> Refused:
    return Refused("malformed", f"The office could not read this request ({str(error)[:200]}). Nothing was taken.")


def _too_large() -> Refused:
    return Refused("too_large", "That is more than the office takes at once. The phone sends it in smaller parts.")
