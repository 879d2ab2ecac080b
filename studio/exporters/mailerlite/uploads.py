"""The requests for MailerLite: campaigns as drafts, for single e-mails and for tests of two subjects."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.exporters import references
from studio.exporters.base import Request, Work
from studio.exporters.drafts import sender
from studio.exporters.mailerlite.options import Options
from studio.exporters.naming import part_name
from studio.exporters.pieces import Piece, place_of
from studio.exporters.singles import PREFIX, short_subject

LABEL = "MailerLite"
_JSON = Map({"content-type": "application/json"})
_LEAST, _MOST = 5, 25
_WINNERS = Map({"click": "c", "open": "o"})


def draft(work: Work, one: Piece, options: Options) -> Request:
    """Return the draft of a campaign with one e-mail; raise StudioError without a sender's address or a subject."""
    key = f"{PREFIX}{one.message.id}:{one.variant_id}"
    name = part_name(work, key, one.message.name, one.variant_name)
    return _campaign(work, one, key, {"name": name, "type": "regular", **_email(work, one, options)}, options)


def test(work: Work, pair: tuple[Piece, ...], options: Options) -> Request:
    """Return the draft of a campaign that tests two subjects on one content.

    Raise StudioError for a share or a delay that MailerLite refuses.
    """
    first, second = pair
    key = f"campaign:{first.message.id}"
    name = part_name(work, key, first.message.name, "A/B")
    settings = {**_test(options), "b_value": {"subject": short_subject(second, LABEL)}}
    body = {"name": name, "type": "ab", **_email(work, first, options), "ab_settings": settings}
    return _campaign(work, first, key, body, options)


def _campaign(work: Work, one: Piece, key: str, body: dict[str, Any], options: Options) -> Request:
    groups = {"groups": [references.lookup("list", options.list)]} if options.list else {}
    place = place_of(work, one.message, one.variant)
    return Request(key, "campaign", "POST", "/api/campaigns", {**body, **groups}, body["name"], _JSON, place)


def _email(work: Work, one: Piece, options: Options) -> dict[str, Any]:
    said = sender(work, LABEL)
    name = said.name or work.project.brand.name or said.email
    email = {"subject": short_subject(one, LABEL), "from_name": name, "from": said.email}
    return {"emails": [{**email, "content": one.rendered.html} if options.html else email]}


def _test(options: Options) -> dict[str, Any]:
    if not _LEAST <= options.test_share <= _MOST:
        raise StudioError("Option “test_share” is 5 to 25 per cent for each subject.")
    if options.winner_hours < 1:
        raise StudioError("Option “winner_hours” is one hour or more.")
    return {
        "test_type": "subject",
        "select_winner_by": _WINNERS[options.winner],
        "after_time_amount": options.winner_hours,
        "after_time_unit": "h",
        "test_split": options.test_share,
    }
