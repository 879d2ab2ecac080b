"""What a tree of steps loses at HubSpot, in words."""

from __future__ import annotations

from studio.exporters import saying
from studio.exporters.event_data import blocks_of, speaks_of_event
from studio.exporters.hubspot.draft import Draft
from studio.exporters.hubspot.facts import UNTOLD, Asked
from studio.i18n import Sentence, sentence
from studio.model.conditions import Condition, Fact
from studio.model.message import Message
from studio.tags.placeholders import placeholder

_CART = frozenset({Fact.CART_TOTAL, Fact.CART_ITEMS})


def note_unasked(draft: Draft, step: str, asked: Asked) -> None:
    """Note conditions that HubSpot cannot ask, and what is assumed instead."""
    draft.ledger.lose_conditions(step, asked.unasked, _assumed)


def _assumed(condition: Condition) -> Sentence:
    if condition.fact in _CART:
        return sentence("No contact property that is known tells it, so the cart counts as empty")
    if condition.fact is Fact.ORDERS:
        return sentence("No contact property or list that is known tells it, so nobody counts as having ordered")
    if condition.fact in UNTOLD:
        return sentence("HubSpot does not know this, so nobody counts as meeting it")
    if condition.fact in (Fact.OPENED, Fact.CLICKED):
        return sentence("Counts as never: set the branch in HubSpot, where e-mails can be named")
    return sentence("HubSpot asks for consent only where it sends, so nobody counts as consenting here")


def note_address(draft: Draft) -> None:
    """Note that e-mails say the account's address: HubSpot asks for its own tags, and two would stand there else."""
    brand = draft.plan.work.project.brand
    if brand.address:
        draft.ledger.lose(
            "address",
            "",
            sentence("The footers say “{address}”", address=brand.address),
            sentence("HubSpot's tags print name and address of the company as the account's settings have them"),
        )


def skip(draft: Draft, message: Message) -> None:
    """Note that a message cannot be sent by a workflow from the API; the flow closes over it."""
    draft.ledger.lose(
        "channel",
        message.id,
        sentence("“{name}” is sent ({channel})", name=message.name, channel=saying.CHANNELS[message.channel]),
        sentence("The message is left out of the flow; add it by hand as the build sheet says"),
        message,
    )


def note_event_data(draft: Draft, message: Message) -> None:
    """Note that a message shows data of the event, which e-mails at HubSpot do not get.

    A cart's words for a filled one are sent to everybody, as its dialect does with a list that it cannot print.
    """
    work = draft.plan.work
    becomes = sentence("Readers see the words for an empty cart, or nothing; use HubSpot's own cart or product module")
    if any(block.kind == "cart" for block in blocks_of(work.project, message)):
        becomes = sentence(
            "Everybody reads the words for a filled cart, with “{words}” where the products belong; use HubSpot's own"
            " cart or product module",
            words=placeholder(work.language),
        )
    if speaks_of_event(work.project, message, work.language):
        draft.ledger.lose(
            "event_data",
            message.id,
            sentence("“{name}” shows what lies in the cart", name=message.name),
            becomes,
            message,
        )
