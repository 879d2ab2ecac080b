"""The requests for SendGrid: a dynamic template with one version for each e-mail, and Single Sends as drafts."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters import references
from studio.exporters.base import Request, Work
from studio.exporters.labels import labels
from studio.exporters.naming import part_name
from studio.exporters.pieces import Piece, place_of, reader
from studio.exporters.sendgrid.options import Options
from studio.exporters.sendgrid.sample import sample
from studio.exporters.singles import PREFIX, short_subject

LABEL = "SendGrid"
_JSON = Map({"content-type": "application/json"})
# A name has at most 100 characters: this leaves room for the language, the mark and the number of a later draft.
_NAME = 66
_CATEGORIES = 10


def template(work: Work, one: Piece, options: Options) -> tuple[Request, Request]:
    """Return the creation of a dynamic template and of its one version, which holds the words.

    Raise StudioError for a missing subject or one that is too long.
    """
    key, own = (f"{kind}:{one.message.id}:{one.variant_id}" for kind in ("template", "version"))
    place = place_of(work, one.message, one.variant)
    name, version = (_name(work, each, one) for each in (key, own))
    empty = {"name": name, "generation": "dynamic"}
    path = f"/v3/templates/{references.answer(key, 'id')}/versions"
    body = {"name": version, "active": 1, **_words(one), "test_data": sample(reader(work).event, options.profile)}
    return (
        Request(key, "template", "POST", "/v3/templates", empty, name, _JSON, place),
        Request(own, "version", "POST", path, body, version, _JSON, place),
    )


def draft(work: Work, one: Piece, options: Options) -> Request:
    """Return the draft of a Single Send; it is never scheduled.

    Raise StudioError as `template` does, and for too many labels.
    """
    key = f"{PREFIX}{one.message.id}:{one.variant_id}"
    name = _name(work, key, one)
    ids = {"sender_id": options.sender, "suppression_group_id": options.unsubscribe_group}
    config = {**_words(one), **{field: number for field, number in ids.items() if number > 0}}
    body: dict[str, Any] = {"name": name, "email_config": config}
    if options.list:
        body["send_to"] = {"list_ids": [references.lookup("list", options.list)]}
    if categories := labels(options.labels, LABEL, _CATEGORIES):
        body["categories"] = categories
    place = place_of(work, one.message, one.variant)
    return Request(key, "campaign", "POST", "/v3/marketing/singlesends", body, name, _JSON, place)


def _name(work: Work, key: str, one: Piece) -> str:
    return part_name(work, key, one.message.name, one.variant_name, _NAME)


def _words(one: Piece) -> dict[str, Any]:
    return {
        "subject": short_subject(one, LABEL),
        "html_content": one.rendered.html,
        "plain_content": one.rendered.text,
        "generate_plain_content": False,
        "editor": "code",
    }
