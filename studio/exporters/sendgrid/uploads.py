"""The requests for SendGrid: a dynamic template with one version for each e-mail, and Single Sends as drafts."""

from __future__ import annotations

import json
from typing import Any

from immutables import Map

from studio.exporters import references
from studio.exporters.base import Request, Work
from studio.exporters.naming import part_name
from studio.exporters.pieces import Piece, place_of, reader
from studio.exporters.sendgrid.options import Options
from studio.exporters.singles import PREFIX, short_subject
from studio.model.persona import CartEvent, CartItem

LABEL = "SendGrid"
_JSON = Map({"content-type": "application/json"})
# A name has at most 100 characters: this leaves room for the language, the mark and the number of a later draft.
_NAME = 66
_ADDRESS = "reader@example.com"


def template(work: Work, one: Piece) -> tuple[Request, Request]:
    """Return the creation of a dynamic template and of its one version, which holds the words.

    Raise StudioError for a missing subject or one that is too long.
    """
    key, own = (f"{kind}:{one.message.id}:{one.variant_id}" for kind in ("template", "version"))
    place = place_of(work, one.message, one.variant)
    name, version = (_name(work, each, one) for each in (key, own))
    empty = {"name": name, "generation": "dynamic"}
    path = f"/v3/templates/{references.answer(key, 'id')}/versions"
    body = {"name": version, "active": 1, **_words(one), "test_data": _test_data(reader(work).event)}
    return (
        Request(key, "template", "POST", "/v3/templates", empty, name, _JSON, place),
        Request(own, "version", "POST", path, body, version, _JSON, place),
    )


def draft(work: Work, one: Piece, options: Options) -> Request:
    """Return the draft of a Single Send; it is never scheduled. Raise StudioError as `template` does."""
    key = f"{PREFIX}{one.message.id}:{one.variant_id}"
    name = _name(work, key, one)
    ids = {"sender_id": options.sender, "suppression_group_id": options.unsubscribe_group}
    config = {**_words(one), **{field: number for field, number in ids.items() if number > 0}}
    body: dict[str, Any] = {"name": name, "email_config": config}
    if options.list:
        body["send_to"] = {"list_ids": [references.lookup("list", options.list)]}
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


def _test_data(event: CartEvent) -> str:
    """Return the sample reader's data as SendGrid's preview takes it; the names are those of the neutral cart event.

    The sample may be made from a real cart, so its address stays here.
    """
    data = {
        "first_name": event.first_name,
        "last_name": event.last_name,
        "email": _ADDRESS,
        "cart_url": event.url,
        "cart_total": event.total,
        "order_number": event.order_number,
        "tracking_url": event.tracking_url,
        "delivery_date": event.delivery,
        "products": [_product(item) for item in event.items],
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _product(item: CartItem) -> dict[str, Any]:
    return {
        "name": item.name,
        "price": item.price,
        "quantity": item.quantity,
        "variant": item.variant,
        "image": item.image,
        "url": item.url,
    }
