"""What makes a reader worth testing with, in a few words each."""

from __future__ import annotations

from collections.abc import Iterator

from studio.edits.personas import adds_up
from studio.i18n import Sentence, sentence
from studio.model.persona import Persona
from studio.model.trade import Channel

LONG_NAME, MANY = 20, 6
"""From so many letters or products on they put a layout to the test."""


def traits(persona: Persona) -> tuple[Sentence, ...]:
    """Return what is special about a reader, the most telling first."""
    return tuple(_traits(persona))


def _traits(persona: Persona) -> Iterator[Sentence]:
    event = persona.event
    if not event.first_name:
        yield sentence("no first name")
    elif len(event.first_name) >= LONG_NAME:
        yield sentence("very long name")
    elif not event.first_name.replace("-", "").replace(" ", "").isalpha():
        yield sentence("unusual signs in the name")
    if not event.items:
        yield sentence("empty cart")
    elif len(event.items) >= MANY:
        yield sentence("{count} products", count=len(event.items))
    if not adds_up(persona):
        yield sentence("a total of its own")
    if any(not item.image for item in event.items):
        yield sentence("a product without a picture")
    if Channel.EMAIL not in persona.consents:
        yield sentence("no e-mail")
    yield _custom(persona.orders)


def _custom(orders: int) -> Sentence:
    if orders < 2:
        return sentence("has bought once") if orders else sentence("new customer")
    return sentence("{count} orders", count=orders)
