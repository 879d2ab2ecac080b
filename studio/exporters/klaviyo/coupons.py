"""Coupons at Klaviyo: one for each message that gives every reader a code of their own."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.base import Request, SheetStep, Work
from studio.exporters.event_data import blocks_of, gives_own_codes, is_own_offer
from studio.exporters.klaviyo.draft import Draft
from studio.exporters.klaviyo.facts import Json
from studio.exporters.klaviyo.uploads import JSON
from studio.exporters.pieces import messages_of, place_of
from studio.exporters.service import Call
from studio.i18n import N_, Sentence, sentence
from studio.model.message import Message
from studio.tags.coupons import coupon_name


def with_coupons(work: Work) -> tuple[Message, ...]:
    """Return the messages of a flow whose offer or words give each reader a code, in reading order."""
    return tuple(one for one in messages_of(work) if gives_own_codes(work.project, one, work.language))


def coupon(work: Work, message: Message) -> Request:
    """Return the creation of a message's coupon; languages of one message share it."""
    name = coupon_name(work.project.id, message.id)
    attributes = {"external_id": name, "description": f"Fabel: {message.name}"}
    return Request(
        key=f"coupon:{message.id}",
        kind="coupon",
        method="POST",
        path="/api/coupons",
        body={"data": {"type": "coupon", "attributes": attributes}},
        name=name,
        headers=JSON,
        place=place_of(work, message),
    )


def note_coupons(draft: Draft) -> None:
    """Note that the coupons are made without codes and without a discount, which only the shop can give them."""
    work = draft.plan.work
    for message in with_coupons(work):
        name = _name(work, message)
        made = sentence("The coupon “{coupon}” is made; its codes and discount come from the shop", coupon=name)
        draft.ledger.lose(
            "coupon",
            message.id,
            sentence("“{name}” gives each reader a code of their own", name=message.name),
            made,
            message,
        )


def coupon_steps(draft: Draft) -> tuple[SheetStep, ...]:
    """Return what is left to do for each coupon."""
    work = draft.plan.work
    return tuple(
        SheetStep(
            f"coupon-{message.id}",
            sentence("Give the coupon of “{name}” its codes", name=message.name),
            (
                _codes(work, message),
                sentence("Content > Coupons > the coupon with this name: add the codes there."),
                sentence("Readers who come when no code is left are skipped, so make enough."),
            ),
            ((sentence("Name of the coupon"), _name(work, message)),),
            place=place_of(work, message),
        )
        for message in with_coupons(work)
    )


def update_coupon(
    remote_id: str,
    answer: str,  # noqa: ARG001 - the shape of an Updater
    before: Any,  # noqa: ANN401, ARG001
    after: Any,  # noqa: ANN401
    touched: frozenset[str],  # noqa: ARG001
) -> tuple[Call, ...]:
    """Return the call that gives a coupon its new description; its name never changes."""
    attributes: Json = {"description": after["data"]["attributes"]["description"]}
    body = {"data": {"type": "coupon", "id": remote_id, "attributes": attributes}}
    return (Call("PATCH", f"/api/coupons/{remote_id}", body),)


def coupon_facets(document: Any) -> Map[str, str]:  # noqa: ANN401 - a body as sent, or what the service answers
    """Return the description of a coupon."""
    return Map({N_("Description"): str(document["data"]["attributes"].get("description") or "")})


def _name(work: Work, message: Message) -> str:
    return coupon_name(work.project.id, message.id)


def _codes(work: Work, message: Message) -> Sentence:
    """Return which codes are to be made; where no offer says what they are worth, the message's words must."""
    offers = (block.words("value", work.language) for block in blocks_of(work.project, message) if is_own_offer(block))
    worth = next(filter(None, offers), "")
    if worth:
        return sentence("Make codes in the shop that are worth: {value}.", value=worth)
    return sentence("Make codes in the shop that are worth what “{name}” promises.", name=message.name)
