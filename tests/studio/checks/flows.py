"""A small flow of two e-mails with an offer and an SMS, in two languages, that checks of words begin with."""

from dataclasses import replace

from immutables import Map

from studio.model.brand import Brand
from studio.model.localized import localized
from studio.model.message import Block, Message, Variant
from studio.model.project import Project
from studio.model.sequence import Event, Sequence, Trigger
from studio.model.steps import Arm, Send, Split, Wait
from studio.model.trade import Angle, Channel

FACTS = {"return_days": "30", "delivery_days": "2–4", "free_shipping_over": "990\u00a0kr"}


def flow(languages=("nb", "sv")):
    """hello (A/B, paragraph, button), offer (A, paragraph, discount 10 % 48 h, button), text (SMS)."""
    blocks = (
        Block("hello-opening", "paragraph", texts=both("Vi la kurven din i hylla.")),
        Block("hello-faq", "faq", texts=both("Hva nå?\nIngenting haster.")),
        Block("hello-back", "button", texts=Map(label=localized(nb="Se kurven", sv="Se korgen"))),
        Block("offer-opening", "paragraph", texts=both("Nå kommer en takk til deg.")),
        Block("offer-discount", "discount", texts=both("Her er takken.", value="10\u00a0%"), settings=SETTINGS),
        Block("offer-back", "button", texts=Map(label=localized(nb="Bruk koden", sv="Använd koden"))),
        Block("text-sms", "sms", texts=both("Butikken: Kurven din er her. Svar STOPP")),
    )
    variants = (
        Variant("hello-a", "A", subject=localized(nb="Kurven er lagret", sv="Korgen finns kvar")),
        Variant("hello-b", "B", subject=localized(nb="Så ringte det på", sv="Sedan ringde det på")),
        Variant("offer-a", "A", subject=localized(nb="En takk til deg", sv="Ett tack till dig")),
    )
    messages = (
        mail("hello", ("opening", "faq", "back"), ("hello-a", "hello-b")),
        mail("offer", ("opening", "discount", "back"), ("offer-a",)),
        Message("text", "Text", Channel.SMS, Angle.REMINDER, blocks=("text-sms",)),
    )
    steps = (Send("s1", "hello"), Wait("w", 60), Send("s2", "offer"), Send("s3", "text"))
    facts = Map({name: localized(nb=words, sv=words) for name, words in FACTS.items()})
    return Project(
        "p",
        "P",
        brand=Brand(name="Butikken", currency="NOK", facts=facts),
        sequence_order=("flow",),
        sequences=Map(flow=Sequence("flow", "F", "nb", tuple(languages), Trigger(Event.CART_ABANDONED), steps)),
        messages=Map({message.id: message for message in messages}),
        blocks=Map({block.id: block for block in blocks}),
        variants=Map({variant.id: variant for variant in variants}),
    )


SETTINGS = Map(code="EXTRA10", hours=48)


def both(words, **more):
    return Map({name: localized(nb=said, sv=said) for name, said in {"text": words, **more}.items()})


def mail(name, blocks, variants):
    ids = tuple(f"{name}-{block}" for block in blocks)
    return Message(name, name.title(), Channel.EMAIL, Angle.REMINDER, blocks=ids, variants=variants)


def parted(project):
    """Put the first two messages into different arms of a split."""
    arms = (Arm("a", "A", (), (Send("s1", "hello"),)), Arm("b", "B", (), (Send("s2", "offer"),)))
    return with_steps(project, (Split("fork", "?", arms), Send("s3", "text")))


def with_steps(project, steps):
    held = project.sequences["flow"]
    return replace(project, sequences=project.sequences.set("flow", replace(held, steps=steps)))


def style(project, **rules):
    return replace(project, brand=replace(project.brand, style=replace(project.brand.style, **rules)))
