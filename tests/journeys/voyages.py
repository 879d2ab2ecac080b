"""What is pushed to each service on the journeys: as data, so that every kind of thing that it has is made once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from immutables import Map

from studio.exporters.registry import BUILT_IN, exporter
from studio.model.localized import localized
from studio.model.message import Block
from studio.model.sequence import Event
from studio.model.steps import Wait
from tests.studio.exporters.projects import EMPTY, HOUR, MESSAGES, send, with_mail, work

SERVICES = tuple(name for name in sorted(BUILT_IN) if exporter(name).service is not None)

OPTIONS = {"klaviyo": ("integration=Shopify",), "customerio": ("fill=yes",)}
"""What a service needs to be told besides its defaults; Customer.io's automation is there already."""


@dataclass(frozen=True, slots=True)
class Voyage:
    """A push to a service: with these options, of a flow of these e-mails that starts at `event`.

    `offers` says that the last of them gives each reader a code. `number` is how many e-mails a long flow has, each a
    day after the one before.
    """

    service: str
    options: tuple[str, ...] = ()
    event: Event = Event.CART_ABANDONED
    mails: tuple[str, ...] = ("m1", "m2", "m3")
    offers: bool = False
    number: int = 0


FEW = ("m1", "m2")
SMALL = {name: Voyage(name, OPTIONS.get(name, ())) for name in SERVICES} | {
    "klaviyo": Voyage("klaviyo", OPTIONS["klaviyo"], offers=True),
    "mailjet": Voyage("mailjet", ("list=News",), mails=FEW),
    "getresponse series": Voyage("getresponse", event=Event.SUBSCRIBED, mails=FEW),
    "hubspot variation": Voyage("hubspot", ("test=variation",), mails=FEW),
}
"""A small flow to every service, and another where one way of a service leaves out what its other way makes."""

LONG = {name: Voyage(name, OPTIONS.get(name, ()), number=30) for name in SERVICES} | {
    "getresponse": Voyage("getresponse", event=Event.SUBSCRIBED, number=30),
}
"""Thirty e-mails to every service: to GetResponse as a series, to Mailjet without campaigns."""


def flow_of(voyage):
    """Return the flow that a voyage pushes."""
    if voyage.number:
        mails, wait = [f"l{at}" for at in range(1, voyage.number + 1)], 24 * HOUR
        project = _many(voyage.number)
    else:
        mails, wait = voyage.mails, HOUR
        project = _offering(MESSAGES, mails[-1]) if voyage.offers else MESSAGES
    steps = [step for mail in mails for step in (Wait(f"w-{mail}", wait), send(mail))]
    return work(*steps, project=project, event=voyage.event)


def _many(number):
    project = EMPTY
    for at in range(1, number + 1):
        words = f"Hei {{{{ person.first_name }}}}, dette er brev {at}."
        project = with_mail(project, f"l{at}", f"Emne {at}", words=words)
    return project


def _offering(project, mail):
    """Return the project with a code of their own for each reader of an e-mail."""
    texts = {"text": localized(nb="Bruk {{ offer.code }}"), "value": localized(nb="10 %")}
    offer = Block(f"{mail}-o", "discount", texts=Map(texts), settings=Map({"code": "TI", "unique": True}))
    held = project.messages[mail]
    messages = project.messages.set(mail, replace(held, blocks=(offer.id, *held.blocks)))
    return replace(project, messages=messages, blocks=project.blocks.set(offer.id, offer))
