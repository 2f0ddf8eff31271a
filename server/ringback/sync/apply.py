"""What each kind of operation does. Every rule here stands in the protocol's table of operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from msgspec.structs import replace
from sqlite_utils import Database

from ringback.domain import work_hours
from ringback.domain.calls import Call
from ringback.domain.follow_ups import Close, FollowUp, Remind, State, stronger
from ringback.domain.people import Caller
from ringback.domain.prospects import MOST_FIELDS, merge
from ringback.domain.templates import TemplateSave, named_after
from ringback.store import calls, directory, follow_ups, lost_values, prospects, reminders, templates
from ringback.sync.messages import Status
from ringback.sync.operations import (
    NotTaken,
    Operation,
    ProfileEdit,
    ProspectBlock,
    ProspectDelete,
    ProspectEdit,
    ProspectResolve,
    TemplateRetire,
)

Outcome = tuple[Status, int]
"""Status and rev: the counter after it, 0 if nothing that is shown has changed."""

NOTHING: Outcome = ("merged", 0)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends, and when it arrives."""

    office_id: str
    id: str
    name: str
    leads: bool
    device_id: str
    now: str


def sender(caller: Caller, now: str) -> Sender:
    member = caller.member
    return Sender(caller.office_id, member.id, member.name, caller.leads, caller.device_id, now)


def apply(db: Database, who: Sender, op: Operation) -> Outcome:
    """Raises NotTaken for what the office cannot do. Inside a savepoint: it may have begun to write by then."""
    match op.body:
        case Call() as call:
            return add_call(db, who, call)
        case ProspectEdit() as edit:
            return edit_prospect(db, who, edit, op)
        case ProspectDelete() as gone:
            return delete_prospect(db, who, gone)
        case ProspectBlock() as block:
            return block_prospect(db, who, block, op)
        case ProspectResolve() as seen:
            return resolve(db, who, seen)
        case FollowUp() as promise:
            return add_follow_up(db, who, promise, op)
        case Close() as end:
            return close_follow_up(db, who, end)
        case Remind() as again:
            return remind_again(db, who, again)
        case TemplateSave() as save:
            return save_template(db, who, save)
        case TemplateRetire() as retirement:
            return retire_template(db, who, retirement)
        case ProfileEdit() as edit:
            return edit_profile(db, who, edit)
        case None:
            raise NotTaken(op.trouble)
        case _ as never:
            assert_never(never)


def add_call(db: Database, who: Sender, call: Call) -> Outcome:
    if is_there(db, who, call):
        return NOTHING
    if calls.find(db, who.office_id, call.id):
        raise NotTaken("Another entry of the log has this entry's id already. Both are kept.")
    return "ok", add_calls(db, who, calls.entries([call]))


def add_calls(db: Database, who: Sender, new: calls.Entries) -> int:
    """The `seq` of the first; all of them are new. Who corrects nothing costs no question."""
    if new.replaced and calls.of_others(db, who.office_id, who.id, new.replaced):
        raise NotTaken("This corrects an entry that somebody else has made, which stays as it is. Both are kept.")
    return calls.add(db, who.office_id, who.id, new, who.now)


def is_there(db: Database, who: Sender, call: Call) -> bool:
    """Whether the log has this entry, word for word, from the same rep."""
    return calls.find(db, who.office_id, call.id) == (who.id, calls.as_kept(call))


def edit_prospect(db: Database, who: Sender, edit: ProspectEdit, op: Operation) -> Outcome:
    was = prospects.find(db, who.office_id, edit.id)
    if was and was.owner_id != who.id:
        raise NotTaken("This prospect belongs to somebody else now. What you changed is kept for the office.")
    merged = merge(was.fields if was else {}, edit.edits)
    if len(merged.fields) > MOST_FIELDS:
        raise NotTaken(f"A prospect has at most {MOST_FIELDS} fields.")
    if was is None:
        return "ok", prospects.add(db, who.office_id, edit.id, owner_id=who.id, fields=merged.fields, at=op.head.at)
    if not merged.changed and not was.deleted_at:
        return NOTHING
    lost_values.add(db, who.office_id, edit.id, merged.lost, by_id=who.id, at=op.head.at)
    status: Status = "conflict" if merged.lost else "merged" if merged.known else "ok"
    return status, prospects.keep(db, who.office_id, edit.id, merged.fields)


def delete_prospect(db: Database, who: Sender, gone: ProspectDelete) -> Outcome:
    was = prospects.find(db, who.office_id, gone.id)
    if was is None or was.deleted_at:
        return NOTHING
    if was.owner_id != who.id:
        raise NotTaken("This prospect belongs to somebody else now, and stays with him.")
    if was.token != gone.token:
        return "conflict", 0
    return "ok", prospects.delete(db, who.office_id, gone.id, who.now)


def block_prospect(db: Database, who: Sender, block: ProspectBlock, op: Operation) -> Outcome:
    was = prospects.find(db, who.office_id, block.id)
    if was and was.blocked_at:
        return NOTHING
    if was is None:
        prospects.add(db, who.office_id, block.id, owner_id=who.id, fields={}, at=op.head.at)
    seq = prospects.block(db, who.office_id, block.id, by_id=who.id, reason=block.reason, at=op.head.at)
    return "ok", seq if was is None or was.owner_id == who.id else 0


def resolve(db: Database, who: Sender, seen: ProspectResolve) -> Outcome:
    was = prospects.find(db, who.office_id, seen.id)
    if was is None or was.owner_id != who.id:
        return NOTHING
    if not lost_values.resolve(db, who.office_id, seen.id, seen.lost_id, who.now):
        return NOTHING
    return "ok", prospects.touch(db, who.office_id, seen.id)


def add_follow_up(db: Database, who: Sender, promise: FollowUp, op: Operation) -> Outcome:
    there = follow_ups.find(db, who.office_id, promise.id)
    if there:
        same = replace(promise, due=there.promise.due)  # the office moves it when zone data changes
        if there.rep_id == who.id and there.promise == same:
            return NOTHING
        raise NotTaken("Another follow-up has this one's id already. Both are kept.")
    state = follow_ups.remembered(db, who.office_id, promise.id, who.id) or "open"
    seq = follow_ups.add(db, who.office_id, who.id, promise, state=state, at=op.head.at)
    if promise.supersedes:
        seq = end(db, who, promise.supersedes, "moved", promise.call_id) or seq
    return "ok", seq


def close_follow_up(db: Database, who: Sender, close: Close) -> Outcome:
    seq = end(db, who, close.id, close.state, close.call_id)
    return ("ok", seq) if seq else NOTHING


def end(db: Database, who: Sender, follow_up_id: str, state: State, call_id: str | None) -> int:
    """Its `seq` when that changed it, else 0. The end of one that is unknown is remembered until it comes."""
    there = follow_ups.find(db, who.office_id, follow_up_id)
    if there is None:
        if follow_ups.remembered_of_another(db, who.office_id, follow_up_id, who.id):
            raise NotTaken("Somebody else has ended a follow-up of this id, which has not come yet. Both are kept.")
        before = follow_ups.remembered(db, who.office_id, follow_up_id, who.id) or "open"
        if stronger(before, state):
            follow_ups.remember(db, who.office_id, follow_up_id, rep_id=who.id, state=state, call_id=call_id)
        return 0
    if there.rep_id != who.id:
        raise NotTaken("This follow-up belongs to somebody else, and stays as it is.")
    if not stronger(there.state, state):
        return 0
    return follow_ups.close(db, who.office_id, follow_up_id, state=state, call_id=call_id)


def remind_again(db: Database, who: Sender, again: Remind) -> Outcome:
    there = follow_ups.find(db, who.office_id, again.id)
    if there is None or there.state != "open":
        return NOTHING
    if there.rep_id != who.id:
        raise NotTaken("This follow-up belongs to somebody else, and stays as it is.")
    return "ok", follow_ups.remind(db, who.office_id, again.id, again.at, due=there.promise.due, now=who.now)


def save_template(db: Database, who: Sender, save: TemplateSave) -> Outcome:
    sections = templates.sections_of(db, who.office_id, save.version_id)
    if sections is not None:
        if sections == save.sections:
            return NOTHING
        raise NotTaken("Another version has this version's id already. Both are kept.")
    was = templates.find(db, who.office_id, save.id)
    if may_save(who, save, was) and (was is None or was.current == save.base):
        owner = None if save.shared and who.leads else who.id
        if was and was.owner_id != owner:
            templates.show_versions(db, who.office_id, save.id)
        return "ok", templates.keep(db, who.office_id, save, owner_id=owner, author=who.name, at=who.now)
    if templates.find(db, who.office_id, save.version_id):
        raise NotTaken("Another template has this version's id already, and stays as it is. Both are kept.")
    return "conflict", templates.keep(db, who.office_id, copy(save, who), owner_id=who.id, author=who.name, at=who.now)


def may_save(who: Sender, save: TemplateSave, was: templates.Kept | None) -> bool:
    """Under its own id. What all share is a lead's to change, for all; what somebody keeps for himself is his."""
    if was is None:
        return who.leads or not save.shared
    return was.owner_id == who.id if was.owner_id else who.leads and save.shared


def copy(save: TemplateSave, who: Sender) -> TemplateSave:
    """The loser of two edits, as a template of its author's own, under its version's id: no template has that yet."""
    fields = {name: getattr(save, name) for name in save.__struct_fields__}
    name = named_after(save.name, who.name)
    return TemplateSave(**fields | {"id": save.version_id, "name": name, "shared": False, "variant_of": None})


def retire_template(db: Database, who: Sender, retirement: TemplateRetire) -> Outcome:
    was = templates.find(db, who.office_id, retirement.id)
    if was is None or not (who.leads if was.owner_id is None else was.owner_id == who.id):
        raise NotTaken("Only a lead retires the office's templates, and each rep his own.")
    if was.retired == retirement.retired:
        return NOTHING
    return "ok", templates.retire(db, who.office_id, retirement.id, retired=retirement.retired)


def edit_profile(db: Database, who: Sender, edit: ProfileEdit) -> Outcome:
    fields = directory.profile(db, who.office_id, who.id)
    merged = merge(fields, edit.edits)
    if len(merged.fields) > MOST_FIELDS:
        raise NotTaken(f"A profile has at most {MOST_FIELDS} fields.")
    if not merged.changed:
        return NOTHING
    if any(merged.fields.get(name) != fields.get(name) for name in work_hours.FIELDS):
        reminders.look_again(db, who.office_id, who.id, who.now)
    return "merged" if merged.known else "ok", directory.keep_profile(db, who.office_id, who.id, merged.fields)
