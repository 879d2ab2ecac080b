"""The requests for GetResponse: autoresponders by day for sign-up series, drafts of newsletters for the rest."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.exporters.base import Request, Work
from studio.exporters.drafts import sender, subject
from studio.exporters.getresponse.days import Day
from studio.exporters.getresponse.options import Options
from studio.exporters.naming import part_name
from studio.exporters.pieces import Piece, place_of, sequence_of
from studio.exporters.references import lookup
from studio.model.sequence import Event

LARGEST = 524_288
LONGEST = 128
# A name has at most 128 characters, with the language and the mark in it.
_READABLE = 96
_JSON = Map({"content-type": "application/json"})


def autoresponder(work: Work, one: Piece, day: Day, options: Options, *, again: bool = False) -> Request:
    """Return the creation of a switched-off autoresponder on its day of the cycle; one of a message's versions.

    `again` says that an earlier day of the series sends this message, too: the key is then the step's own. Raise
    StudioError without a sender or a subject, and for an e-mail that GetResponse does not take.
    """
    key, chosen = f"autoresponder:{one.message.id}", _list(work, options)
    key = f"{key}:{day.send.id}" if again else key
    body = {
        **_mail(work, one, key, ""),
        "campaignId": chosen,
        "status": "disabled",
        "sendSettings": day.settings,
        "triggerSettings": {"type": "onday", "dayOfCycle": day.day, "selectedCampaigns": [chosen]},
    }
    return _request(work, one, key, "/autoresponders", body)


def newsletter(work: Work, one: Piece, options: Options) -> Request:
    """Return the creation of a newsletter's draft; raise StudioError as for an autoresponder."""
    key, chosen = f"newsletter:{one.message.id}:{one.variant_id}", _list(work, options)
    body = {
        **_mail(work, one, key, one.variant_name),
        "type": "draft",
        "campaign": {"campaignId": chosen},
        "sendSettings": {"selectedCampaigns": [chosen]},
    }
    return _request(work, one, key, "/newsletters", body)


def _request(work: Work, one: Piece, key: str, path: str, body: dict[str, Any]) -> Request:
    place = place_of(work, one.message, one.variant)
    return Request(key, key.partition(":")[0], "POST", path, body, body["name"], _JSON, place)


def _list(work: Work, options: Options) -> str:
    """Return the list that was chosen, else the one whose sign-up starts the flow, else the account's own."""
    started = sequence_of(work).trigger
    named = options.list or (started.detail if started.event is Event.SUBSCRIBED else "")
    return lookup("list", named) if named else lookup("default", "true")


def _mail(work: Work, one: Piece, key: str, version: str) -> dict[str, Any]:
    _fits(one)
    return {
        "name": part_name(work, key, one.message.name, version, _READABLE),
        "subject": subject(one, "GetResponse"),
        "fromField": {"fromFieldId": lookup("sender", sender(work, "GetResponse").email)},
        "content": {"html": one.rendered.html, "plain": one.rendered.text},
    }


def _fits(one: Piece) -> None:
    """Raise StudioError for an e-mail that is larger than GetResponse takes."""
    if len(one.rendered.subject) > LONGEST:
        raise StudioError(
            "The subject of “{name}” has more than {most} characters, merge tags included; GetResponse takes no more.",
            name=one.message.name,
            most=LONGEST,
        )
    if max(len(one.rendered.html), len(one.rendered.text)) > LARGEST:
        raise StudioError(
            "The e-mail “{name}” is larger than GetResponse takes ({most} characters); make it shorter.",
            name=one.message.name,
            most=LARGEST,
        )
