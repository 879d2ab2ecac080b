"""The requests for Brevo: a template for each version of each e-mail, and drafts of A/B campaigns where they can be."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.exporters.base import Request, Work
from studio.exporters.brevo.options import Options
from studio.exporters.drafts import sender, subject
from studio.exporters.labels import labels
from studio.exporters.naming import part_name
from studio.exporters.pieces import Piece, place_of

_JSON = Map({"content-type": "application/json"})
_ALL = 50
_HOURS_A_WEEK = 168


def template(work: Work, one: Piece, options: Options) -> Request:
    """Return the creation of an inactive template.

    Raise StudioError without a sender's address or a subject, and for more than one label.
    """
    key = f"template:{one.message.id}:{one.variant_id}"
    name = part_name(work, key, one.message.name, one.variant_name)
    body: dict[str, Any] = {
        "templateName": name,
        "subject": subject(one, "Brevo"),
        "sender": _sender(work),
        "htmlContent": one.rendered.html,
        "isActive": False,
        **_reply(work),
        **_tag(options),
    }
    return Request(
        key, "template", "POST", "/v3/smtp/templates", body, name, _JSON, place_of(work, one.message, one.variant)
    )


def campaign(work: Work, pair: tuple[Piece, Piece], options: Options) -> Request:
    """Return the draft of a campaign that tests two subjects on one content; it is never scheduled.

    Raise StudioError for a share or a delay that Brevo refuses, and for more than one label.
    """
    first, second = pair
    key = f"campaign:{first.message.id}"
    name = part_name(work, key, first.message.name, "A/B")
    body: dict[str, Any] = {
        "name": name,
        "sender": _sender(work),
        "htmlContent": first.rendered.html,
        "abTesting": True,
        "subjectA": first.rendered.subject,
        "subjectB": second.rendered.subject,
        **_split(options),
        **_reply(work),
        **_tag(options),
    }
    if options.list > 0:
        body["recipients"] = {"listIds": [options.list]}
    return Request(key, "campaign", "POST", "/v3/emailCampaigns", body, name, _JSON, place_of(work, first.message))


def _split(options: Options) -> dict[str, Any]:
    if not 1 <= options.test_share <= _ALL:
        raise StudioError("Option “test_share” is 1 to 50 per cent for each subject.")
    if not 1 <= options.winner_hours <= _HOURS_A_WEEK:
        raise StudioError("Option “winner_hours” is 1 to 168 hours.")
    if options.test_share == _ALL:
        return {"splitRule": _ALL}
    return {
        "splitRule": options.test_share,
        "winnerCriteria": options.winner,
        "winnerDelay": options.winner_hours,
    }


def _sender(work: Work) -> dict[str, str]:
    said = sender(work, "Brevo")
    return {"name": said.name, "email": said.email} if said.name else {"email": said.email}


def _reply(work: Work) -> dict[str, str]:
    reply = work.project.brand.sender.reply_to
    return {"replyTo": reply} if reply else {}


def _tag(options: Options) -> dict[str, str]:
    """Return the one tag that Brevo gives to a template or a campaign."""
    found = labels(options.labels, "Brevo", 1)
    return {"tag": found[0]} if found else {}
