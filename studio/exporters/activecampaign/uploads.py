"""The requests for ActiveCampaign: messages with their words, and campaigns that test subjects as empty drafts.

A message is made in two steps. The first gives it no words but its marked name as a subject, which its list shows; the
second gives it its name and all its words. So a message is found again by its mark, however far a push came.
"""

from __future__ import annotations

import json
from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.exporters import references
from studio.exporters.activecampaign.options import Options
from studio.exporters.base import Request, Work
from studio.exporters.drafts import sender
from studio.exporters.naming import part_name
from studio.exporters.pieces import Piece, place_of
from studio.exporters.singles import short_subject

LABEL = "ActiveCampaign"
MOST_SUBJECTS = 5
_JSON = Map({"content-type": "application/json"})


def message(work: Work, one: Piece) -> tuple[Request, Request]:
    """Return the creation of a message and the words it is given.

    Raise StudioError without a sender's address or a subject, or for a subject that is too long.
    """
    key = f"message:{one.message.id}:{one.variant_id}"
    name = part_name(work, key, one.message.name, one.variant_name)
    place = place_of(work, one.message, one.variant)
    said = _sender(work)
    empty = {**said, "email": said["fromemail"], "subject": name}
    words = {
        **said,
        "name": name,
        "subject": short_subject(one, LABEL),
        "preheader_text": one.rendered.preheader,
        "text": one.rendered.text,
        "html": one.rendered.html,
    }
    path = f"/api/3/messages/{references.answer(key, 'message.id')}"
    own = f"content:{one.message.id}:{one.variant_id}"
    return (
        Request(key, "message", "POST", "/api/3/messages", {"message": empty}, name, _JSON, place),
        Request(own, "content", "PUT", path, {"message": words}, name, _JSON, place),
    )


def test(work: Work, tested: tuple[Piece, ...], options: Options) -> tuple[Request, Request]:
    """Return the draft of a campaign that tests subjects, and its settings; it has no words.

    Raise StudioError for a delay that makes no sense.
    """
    first = tested[0]
    key, own = f"campaign:{first.message.id}", f"settings:{first.message.id}"
    name = part_name(work, key, first.message.name, "A/B")
    place = place_of(work, first.message)
    body = {"name": name, "type": "split", "canSplitContent": False}
    settings = {**body, **_test(options), **({"listIds": [options.list]} if options.list > 0 else {})}
    # A sent campaign refuses other settings: it must change with them, so that a new draft takes its place.
    depends = json.dumps(settings, sort_keys=True)
    path = f"/api/3/campaigns/{references.answer(key, 'id')}/edit"
    return (
        Request(key, "campaign", "POST", "/api/3/campaign", body, name, _JSON, place, depends=depends),
        Request(own, "settings", "PUT", path, settings, name, _JSON, place),
    )


def _sender(work: Work) -> dict[str, str]:
    said = sender(work, LABEL)
    name = said.name or work.project.brand.name or said.email
    return {"fromname": name, "fromemail": said.email, "reply2": said.reply_to or said.email}


def _test(options: Options) -> dict[str, Any]:
    if options.winner_hours < 1:
        raise StudioError("Option “winner_hours” is one hour or more.")
    if options.winner == "even":
        return {"splitType": "even"}
    wait = {"splitWinnerWaitPeriod": options.winner_hours, "splitWinnerWaitPeriodType": "hour"}
    return {"splitType": options.winner, **wait}
