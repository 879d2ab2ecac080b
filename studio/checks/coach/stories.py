"""How many e-mails a flow should have by the document it comes from, and whether it is one that tells a story."""

from __future__ import annotations

from studio.model.sequence import Event, Sequence

ABOUT_FIVE = (4, 6)
COUNTS: dict[str, tuple[int, int]] = {
    **dict.fromkeys(("cart-classic", "welcome-essential", "cart-essential", "post-purchase-essential"), (3, 3)),
    "reactivation": (2, 2),
    "birthday": (1, 1),
    **dict.fromkeys(("welcome-story", "cart-story", "checkout-abandonment", "browse-abandonment"), ABOUT_FIVE),
    **dict.fromkeys(("post-purchase-story", "winback", "sunset"), ABOUT_FIVE),
}
"""The fewest and the most e-mails that a reader gets, by preset; others have branches that go their own way."""
USUAL: dict[Event, tuple[int, int]] = {
    **dict.fromkeys((Event.CART_ABANDONED, Event.CHECKOUT_STARTED, Event.PRODUCT_VIEWED, Event.SUBSCRIBED), (3, 6)),
    Event.ORDER_PLACED: (3, 6),
    Event.INACTIVE: (2, 6),
    Event.DATE_REACHED: (1, 2),
}
"""The same by what starts the flow, for flows that come from no shipped preset."""
FREE = frozenset({"cart-incentive-ladder", "cart-multichannel", "delivery-upsell"})
STORIES = frozenset(preset for preset, count in COUNTS.items() if count == ABOUT_FIVE)


def expected_letters(flow: Sequence) -> tuple[int, int] | None:
    """Return the fewest and the most e-mails of a flow, None where no document says."""
    if flow.preset in FREE:
        return None
    return COUNTS.get(flow.preset) or USUAL.get(flow.trigger.event)


def tells_a_story(flow: Sequence) -> bool:
    """Return whether a flow is a story: one of document 003, or one of the client's own."""
    return flow.preset in STORIES or flow.preset not in COUNTS.keys() | FREE
