"""Flows at Klaviyo that no event of the reader starts: those of a segment, and of a product's price or stock."""

from __future__ import annotations

from studio.errors import StudioError
from studio.exporters import saying
from studio.exporters.klaviyo.draft import Draft
from studio.exporters.klaviyo.facts import Json
from studio.exporters.klaviyo.options import Options, segment_id
from studio.i18n import Sentence, sentence
from studio.model.sequence import Event, Sequence

_DAYS = 30
_AUDIENCES = {
    Event.PRODUCT_VIEWED: ["viewed"],
    Event.CART_ABANDONED: ["added-to-cart", "checkout-started"],
    Event.CHECKOUT_STARTED: ["checkout-started"],
}


def other_name(sequence: Sequence, options: Options) -> str:
    """Return the name of what starts the flow instead of its event: the segment, or what happens to a product.

    Raise StudioError where no segment is named.
    """
    if options.starts_by == "price-drop":
        return "Price Drop"
    if options.starts_by == "low-inventory":
        return "Low Inventory"
    name = options.segment or sequence.trigger.detail
    if not name:
        raise StudioError("Name the segment that starts the flow at Klaviyo (option “segment”).")
    return name


def other_trigger(draft: Draft, sequence: Sequence) -> Json:
    """Return the trigger that stands for the sequence's event, noting that it is another.

    Raise StudioError where a product's price or stock can start nothing: the flow is not about a product.
    """
    options = draft.plan.options
    if options.starts_by == "segment":
        name = other_name(sequence, options)
        _note(draft, sequence, sentence("Starts when somebody comes into the segment “{name}”", name=name))
        return {"type": "segment", "id": segment_id(name)}
    audience = _AUDIENCES.get(sequence.trigger.event)
    if audience is None:
        raise StudioError("A product's price or stock can start only flows about a cart, a checkout or a product.")
    return _price(draft, sequence, audience) if options.starts_by == "price-drop" else _stock(draft, sequence, audience)


def _price(draft: Draft, sequence: Sequence, audience: list[str]) -> Json:
    percent = draft.plan.options.price_drop
    becomes = sentence(
        "Starts when the price of a product that the reader knows falls by {percent} per cent", percent=percent
    )
    _note(draft, sequence, becomes)
    return {
        "type": "price-drop",
        "trigger_filter": None,
        "price_drop_amount_value": percent,
        "price_drop_amount_unit": "percent",
        # Klaviyo asks a fall in price about views and checkouts only.
        "audience": [one for one in audience if one != "added-to-cart"],
        "timeframe_days": _DAYS,
    }


def _stock(draft: Draft, sequence: Sequence, audience: list[str]) -> Json:
    count = draft.plan.options.stock
    becomes = sentence("Starts when {count} pieces are left of a product that the reader knows", count=count)
    _note(draft, sequence, becomes)
    return {
        "type": "low-inventory",
        "product_level": "product",
        "trigger_filter": None,
        "inventory_count": count,
        "audience": audience,
        "timeframe_days": _DAYS,
    }


def _note(draft: Draft, sequence: Sequence, becomes: Sentence) -> None:
    wanted = sentence("Starts when {event}", event=saying.trigger(sequence.trigger))
    draft.ledger.lose("trigger.instead", "", wanted, becomes)
