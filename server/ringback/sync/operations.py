"""One operation, read: what it asks, told in the office's types, or why it cannot be understood."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Raw, Struct

from ringback.domain.calls import Call
from ringback.domain.follow_ups import Close, FollowUp
from ringback.domain.prospects import MOST_FIELDS, Edit
from ringback.domain.templates import TemplateSave
from ringback.domain.values import INSTANT, Id, Long
from ringback.sync.messages import Header, header

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
    | TemplateSave
    | TemplateRetire
    | ProfileEdit
)

KINDS: dict[tuple[str, int], msgspec.json.Decoder[Any]] = {
    (kind, 1): msgspec.json.Decoder(body)
    for kind, body in {
        "call.add": Call,
        "prospect.edit": ProspectEdit,
        "prospect.delete": ProspectDelete,
        "prospect.block": ProspectBlock,
        "prospect.resolve": ProspectResolve,
        "follow_up.add": FollowUp,
        "follow_up.close": Close,
        "template.save": TemplateSave,
        "template.retire": TemplateRetire,
        "profile.edit": ProfileEdit,
    }.items()
}
"""Every version of every kind that was ever released: a push is never refused for its age."""


@dataclass(frozen=True, slots=True)
class Operation:
    """`body` is None when `trouble` says why. `text` is the body's JSON as the office keeps it."""

    n: int
    kind: str
    at: str
    hash: bytes
    raw: bytes
    body: Body | None
    text: bytes
    trouble: str = ""


class NotTaken(Exception):
    """An operation cannot be applied. It goes into quarantine with this sentence."""


def read(raw: Raw | bytes) -> Operation:
    """Never refuses: what is not understood says so."""
    head = header(raw)
    try:
        body = _understood(head, len(bytes(raw)))
        text = ENCODER.encode(body)
        trouble = ""
    except (NotTaken, msgspec.MsgspecError, ValueError, RecursionError) as error:
        body, text, trouble = None, _canonical(head.body), _why(head, error)
    return Operation(head.n, head.kind, head.at, _hash(head, text), bytes(raw), body, text, trouble)


def _understood(head: Header, size: int) -> Body:
    if size > MOST_BYTES:
        raise NotTaken(f"This entry has {size:,} bytes; the office takes {MOST_BYTES:,}.")
    reader = KINDS.get((head.kind, head.v))
    if reader is None:
        raise NotTaken(f'This office does not know what "{head.kind[:40]}" version {head.v} means.')
    if not AT.match(head.at):
        raise NotTaken("The time of this entry is not one that the office can read.")
    return reader.decode(head.body)  # type: ignore[no-any-return]


def _why(head: Header, error: BaseException) -> str:
    said = str(error) if isinstance(error, NotTaken) else f"The office could not read this {head.kind[:40]}: {error}."
    return f"{said[:300]} It is kept as it came; the office's lead can see it."


def _hash(head: Header, text: bytes) -> bytes:
    """The same for the same operation, whatever the spaces, the order and the spelling of numbers in its JSON."""
    digest = hashlib.blake2b(text, digest_size=16)
    digest.update(f"\n{head.kind}\n{head.v}\n{head.at}".encode("utf-8", "surrogatepass"))
    return digest.digest()


def _canonical(body: Raw) -> bytes:
    try:
        return SORTED.encode(msgspec.json.decode(body))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return bytes(body)


def unread_hash(operation: Operation) -> bytes:
    """The hash that an office which did not understand the operation would have kept."""
    head = header(operation.raw)
    return _hash(head, _canonical(head.body))


ENCODER = msgspec.json.Encoder()
SORTED = msgspec.json.Encoder(order="sorted")
AT = re.compile(INSTANT)
