"""One operation, read: what it asks, told in the office's types, or why it cannot be understood."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from typing import Annotated

import msgspec
from msgspec import Meta, Raw, Struct

from ringback.domain import calls
from ringback.domain.calls import Call
from ringback.domain.follow_ups import Close, FollowUp, Remind
from ringback.domain.prospects import MOST_FIELDS, Edit
from ringback.domain.templates import TemplateSave
from ringback.domain.values import INSTANT, Id, Long, must_exist
from ringback.sync.messages import Header

MOST_BYTES = 32 * 1024
Edits = Annotated[list[Edit], Meta(max_length=MOST_FIELDS)]


class ProspectEdit(Struct, frozen=True):
    id: Id
    edits: Edits


class ProspectDelete(Struct, frozen=True):
    id: Id
    token: Annotated[str, Meta(max_length=200)]


class ProspectBlock(Struct, frozen=True):
    id: Id
    reason: Long


class ProspectResolve(Struct, frozen=True):
    id: Id
    lost_id: Id


class TemplateRetire(Struct, frozen=True):
    id: Id
    retired: bool


class ProfileEdit(Struct, frozen=True):
    edits: Edits


Body = (
    Call
    | ProspectEdit
    | ProspectDelete
    | ProspectBlock
    | ProspectResolve
    | FollowUp
    | Close
    | Remind
    | TemplateSave
    | TemplateRetire
    | ProfileEdit
)

KINDS: dict[tuple[str, int], Callable[[Raw], Body]] = {("call.add", 1): calls.read} | {
    (kind, 1): msgspec.json.Decoder(body).decode
    for kind, body in {
        "prospect.edit": ProspectEdit,
        "prospect.delete": ProspectDelete,
        "prospect.block": ProspectBlock,
        "prospect.resolve": ProspectResolve,
        "follow_up.add": FollowUp,
        "follow_up.close": Close,
        "follow_up.remind": Remind,
        "template.save": TemplateSave,
        "template.retire": TemplateRetire,
        "profile.edit": ProfileEdit,
    }.items()
}
"""Every version of every kind that was ever released: a push is never refused for its age."""


class Operation(Struct, frozen=True, gc=False):
    """`body` is None when `trouble` says why."""

    head: Header
    hash: bytes
    body: Body | None
    trouble: str = ""

    @property
    def n(self) -> int:
        return self.head.n

    @property
    def raw(self) -> bytes:
        """As it came."""
        return ENCODER.encode(self.head)


class NotTaken(Exception):
    """An operation cannot be applied. It goes into quarantine with this sentence."""


def read_all(ops: Sequence[Header]) -> list[Operation]:
    """Never refuses: what is not understood says so."""
    return [read(op) for op in ops]


def read(head: Header) -> Operation:
    try:
        body = _reader(head)(head.body)
        # Calls are compared, and measured, by what is kept of them.
        kept = ENCODER.encode(body) if isinstance(body, Call) else head.body
        _refuse_large(memoryview(kept).nbytes)
        return Operation(head, digest(kept) if isinstance(body, Call) else unread(head), body)
    except (NotTaken, msgspec.MsgspecError, ValueError, RecursionError) as error:
        return Operation(head, unread(head), None, _why(error))


def as_text(hashes: Sequence[str]) -> str:
    return ENCODER.encode(hashes).decode()


def digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()[:16]


def _refuse_large(size: int) -> None:
    if size > MOST_BYTES:
        raise NotTaken(f"This entry has {size:,} bytes; the office takes {MOST_BYTES:,}.")


def _reader(head: Header) -> Callable[[Raw], Body]:
    reader = KINDS.get((head.kind, head.v))
    if reader is None:
        raise NotTaken(f'This office does not know what "{head.kind[:40]}" version {head.v} means.')
    if reader is not calls.read:  # a call says itself when it was
        _refuse_no_time(head.at)
    return reader


def _refuse_no_time(at: str) -> None:
    try:
        if AT.match(at):
            return must_exist(at)
    except ValueError:
        pass
    raise NotTaken("The time of this entry is not one that the office can read.")


def _why(error: BaseException) -> str:
    said = str(error) if isinstance(error, NotTaken) else _in_words(str(error))
    return f"{said[:300]} It is kept as it came; the office's lead can see it."


def _in_words(error: str) -> str:
    """msgspec says what is wrong, then where: "Invalid enum value 'late' - at `$.outcome`"."""
    what, _, where = error.partition(" - at `$.")
    if not where:
        return f"The office could not read this entry ({what})."
    return f'The office could not read "{where.rstrip("`")}" in this entry ({what}).'


def unread(head: Header) -> bytes:
    """The hash of what is no call, or a call that is not understood: neither spaces nor the order of names count."""
    told = f"\n{head.kind}\n{head.v}\n{head.at}".encode("utf-8", "surrogatepass")
    return digest(_canonical(head.body) + told)


def _canonical(body: Raw) -> bytes:
    if memoryview(body).nbytes > MOST_BYTES:
        return bytes(body)
    try:
        return SORTED.encode(msgspec.json.decode(body))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return bytes(body)


ENCODER = msgspec.json.Encoder()
SORTED = msgspec.json.Encoder(order="sorted")
AT = re.compile(INSTANT)
