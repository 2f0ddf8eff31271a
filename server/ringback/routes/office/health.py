"""Whether the office is well, and whom push services may turn to."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import URLEncodedBody
from msgspec import Meta, Struct

from ringback.domain.health import checks
from ringback.domain.people import Caller
from ringback.pages.health import health_page
from ringback.reminders import health as gathered
from ringback.reminders.vapid import is_contact
from ringback.routes.desk import Asked, Desk
from ringback.routes.office.answers import answer, frame, go
from ringback.store import offices

HERE = "/office/health"
NO_ADDRESS = "That is not an e-mail address that a push service would believe, such as office@example.com."


@get(HERE, sync_to_thread=True)
def health(request: Asked, desk: NamedDependency[Desk], lead: NamedDependency[Caller]) -> Response[Any]:
    return page(request, desk, lead)


class Contact(Struct, frozen=True):
    contact: Annotated[str, Meta(max_length=1000)]


@post(HERE + "/contact", sync_to_thread=True)
def change_contact(
    request: Asked, data: URLEncodedBody[Contact], desk: NamedDependency[Desk], lead: NamedDependency[Caller]
) -> Response[Any]:
    contact = data.contact.strip()
    if not is_contact(contact):
        return page(request, desk, lead, refused=data.contact)
    desk.write(lambda db: offices.choose(db, desk.office_id, "contact", contact))
    return go(desk, HERE, f"Saved. Push services can turn to {contact}.")


def page(request: Asked, desk: Desk, lead: Caller, *, refused: str | None = None) -> Response[Any]:
    """`refused` is an address that was typed and could not be taken: it is still in its field."""
    facts = gathered.gather(desk.store, desk.office_id, now=desk.now(), thorough=False)
    contact, trouble, status = (facts.contact, "", 200) if refused is None else (refused, NO_ADDRESS, 400)
    shown = health_page(frame(request, desk, lead, "health"), checks=checks(facts), contact=contact, trouble=trouble)
    return answer(request, desk, shown, status)
