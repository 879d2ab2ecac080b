"""Coupons at Klaviyo: one for each message that gives every reader a code of their own."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.base import Request, SheetStep, Work
from studio.exporters.klaviyo.draft import Draft
from studio.exporters.klaviyo.facts import Json
from studio.exporters.klaviyo.uploads import JSON
from studio.exporters.pieces import messages_of, place_of
from studio.exporters.service import Call
from studio.i18n import N_, sentence
from studio.model.message import Block, Message
from studio.tags.coupons import coupon_name


def with_coupons(work: Work) -> tuple[Message, ...]:
    """Return the messages of a flow whose offer block gives each reader a code, in reading order."""
    return tuple(message for message in messages_of(work) if any(_is_own(block) for block in _blocks(work, message)))


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
                sentence("Make codes in the shop that are worth: {value}.", value=_worth(work, message)),
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


def _blocks(work: Work, message: Message) -> tuple[Block, ...]:
    project = work.project
    overrides = (block for variant in message.variants for block in project.variants[variant].overrides.values())
    return (
        *(project.blocks[block] for block in message.blocks),
        *(block for block in overrides if isinstance(block, Block)),
    )


def _is_own(block: Block) -> bool:
    return block.kind == "discount" and bool(block.settings.get("unique"))


def _worth(work: Work, message: Message) -> str:
    found = (block.words("value", work.language) for block in _blocks(work, message) if _is_own(block))
    return next(filter(None, found), message.name)
