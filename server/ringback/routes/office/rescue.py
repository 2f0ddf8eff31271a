"""Taking in a rescue file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.params import MultipartBody

from ringback.domain.errors import Refused
from ringback.domain.people import Caller
from ringback.pages.rescue import TakenIn, rescue_page
from ringback.routes.desk import Asked, Desk
from ringback.routes.errors import on_refused
from ringback.routes.office.answers import answer, frame
from ringback.store import members
from ringback.sync.rescue import take_in

LARGEST = 32 * 1024 * 1024


@dataclass
class Upload:
    file: UploadFile
    member: str = ""


# Not in a thread: Litestar 2.25 wraps a threaded handler twice when a second method follows on its path.
@get("/office/rescue", sync_to_thread=False)
def rescue(request: Asked, desk: NamedDependency[Desk], lead: NamedDependency[Caller]) -> Response[Any]:
    return page(request, desk, lead)


def too_large(request: Asked, _: HTTPException) -> Response[bytes]:
    """A phone's file has no parts that it could be sent in."""
    return on_refused(request, Refused("too_large", TOO_LARGE))


TOO_LARGE = (
    "This file is larger than the page takes. Nothing was changed. On the office's machine it is taken in by: "
    "ringback import FILE"
)


@post("/office/rescue", sync_to_thread=True, request_max_body_size=LARGEST, exception_handlers={413: too_large})
def bring_in(
    request: Asked, data: MultipartBody[Upload], desk: NamedDependency[Desk], lead: NamedDependency[Caller]
) -> Response[Any]:
    """The answer is the page itself: taking the same file in twice changes nothing, so a reload does no harm."""
    try:
        taken = take_in(desk.store, desk.office_id, data.file.file.read(), data.member or None, desk.now())
    except Refused as refused:
        return page(request, desk, lead, trouble=refused.sentence, status=refused.status)
    counts = TakenIn(taken.member_name, taken.taken, taken.known, taken.quarantined, taken.unreadable)
    return page(request, desk, lead, taken=counts)


def page(
    request: Asked, desk: Desk, lead: Caller, *, taken: TakenIn | None = None, trouble: str = "", status: int = 200
) -> Response[Any]:
    everyone = desk.read(lambda db: members.every(db, desk.office_id))
    shown = rescue_page(frame(request, desk, lead, "rescue"), members=everyone, taken=taken, trouble=trouble)
    return answer(request, desk, shown, status)
