"""The requests for Customer.io: words for the e-mails of an automation, and newsletters that test two subjects."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.exporters.base import Request, Work
from studio.exporters.customerio.options import Options
from studio.exporters.drafts import sender, subject
from studio.exporters.naming import part_name
from studio.exporters.pieces import Piece, place_of
from studio.exporters.references import answer

# A request must be smaller than this (documented).
LARGEST = 1_000_000
_JSON = Map({"content-type": "application/json"})
_BLANK = "<html><body><p>{% unsubscribe_url %}</p></body></html>"
_EVERYBODY = {"attribute": {"field": "email", "operator": "exists"}}


def action(work: Work, one: Piece) -> Request:
    """Return the words of an e-mail in an automation, which is found by its name; raise StudioError as `words`.

    The path is never sent as it stands: it is known when the e-mail was found.
    """
    key = f"action:{one.message.id}:{one.variant_id}"
    name = part_name(work, key, one.message.name, one.variant_name)
    place = place_of(work, one.message, one.variant)
    return Request(key, "action", "PUT", "/v1/campaigns/0/actions/0", words(one), name, _JSON, place)


def newsletter(work: Work, pair: tuple[Piece, Piece], options: Options) -> tuple[Request, ...]:
    """Return a newsletter's draft with a test group, and the words of both; it is never scheduled.

    Words are requests of their own, so that new ones do not make a new draft. Raise StudioError without a sender's
    address, and as `words`.
    """
    first, second = pair
    key = f"newsletter:{first.message.id}"
    name = part_name(work, key, first.message.name, "A/B")
    said = sender(work, "Customer.io")
    people = {"segment": {"id": options.segment}} if options.segment > 0 else _EVERYBODY
    body = {
        "type": "email",
        "name": name,
        "subject": name,
        "body": _BLANK,
        "from": f"{said.name} <{said.email}>" if said.name else said.email,
        "recipients": {"and": [people]},
    }
    place = place_of(work, first.message)
    start, group = f"/v1/newsletters/{answer(key, 'newsletter.id')}", f"group:{first.message.id}"
    contents = ((first, key, 0), (second, group, 1))
    return (
        Request(key, "newsletter", "POST", "/v1/newsletters", body, name, _JSON, place),
        Request(group, "group", "POST", f"{start}/test_groups", {}, name, _JSON, place),
        *(_content(work, one, f"{start}/contents/{_id(of, index)}") for one, of, index in contents),
    )


def _id(key: str, index: int) -> str:
    return answer(key, f"newsletter.content_ids.{index}")


def _content(work: Work, one: Piece, path: str) -> Request:
    key = f"content:{one.message.id}:{one.variant_id}"
    name = part_name(work, key, one.message.name, one.variant_name)
    return Request(key, "content", "PUT", path, words(one), name, _JSON, place_of(work, one.message, one.variant))


def words(one: Piece) -> dict[str, Any]:
    """Return the words of an e-mail; raise StudioError without a subject, or where it is too large to be taken."""
    if len(one.rendered.html.encode()) > LARGEST:
        raise StudioError(
            "The e-mail “{name}” is larger than Customer.io takes (1 MB); make it shorter.", name=one.message.name
        )
    return {
        "subject": subject(one, "Customer.io"),
        "preheader_text": one.rendered.preheader,
        "body": one.rendered.html,
    }
