"""Hand-made projects for the exporters' tests: one small shop, and sequences made of what a test puts in."""

import hashlib
from dataclasses import replace

from immutables import Map

from studio.exporters.base import Work
from studio.i18n import NullTranslator
from studio.model.asset import Asset
from studio.model.brand import Brand, Sender
from studio.model.conditions import Condition, Fact, Operator
from studio.model.localized import localized
from studio.model.message import Block, Message, Variant
from studio.model.persona import CartEvent, CartItem, Persona
from studio.model.project import Project
from studio.model.sequence import Event, Sequence, Trigger
from studio.model.steps import Arm, Send, Split, Wait
from studio.model.trade import Angle, Channel

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c626001000000ffff03000006000557bfabd40000000049454e44ae426082"
)
PICTURE = hashlib.sha256(PIXEL).hexdigest()
HOUR, DAY = 60, 24 * 60

RICH = Condition(Fact.CART_TOTAL, Operator.AT_LEAST, 1500)
LOYAL = Condition(Fact.ORDERS, Operator.AT_LEAST, 1)
MAY_TEXT = Condition(Fact.CONSENT_SMS, Operator.YES)
MAY_WHATSAPP = Condition(Fact.CONSENT_WHATSAPP, Operator.YES)

LOGO = Asset(PICTURE, "logo.png", "image/png", len(PIXEL), 1, 1, localized(nb="Verkstedet"))
INGRID = CartEvent(
    email="ingrid@eksempel.invalid",
    first_name="Ingrid",
    last_name="Dahl",
    currency="NOK",
    total=1890.0,
    url="https://verkstedet.example/kurv",
    items=(CartItem("1", "Ullteppe", 1890.0),),
)
BRAND = Brand(
    name="Verkstedet",
    url="https://verkstedet.example",
    currency="NOK",
    sender=Sender("Verkstedet", "hei@verkstedet.example"),
    address="Storgata 1, 0155 Oslo",
    logo=PICTURE,
)
EMPTY = Project(
    "p1",
    "Verkstedet",
    brand=BRAND,
    personas=Map({"ingrid": Persona("ingrid", "Ingrid", INGRID, language="nb")}),
    assets=Map({PICTURE: LOGO}),
)


def _paragraph(name: str, words: str) -> Block:
    return Block(name, "paragraph", texts=Map({"text": localized(nb=words, sv=words)}))


def with_mail(project: Project, name: str, *subjects: str, words: str = "Hei {{ person.first_name }}!") -> Project:
    """Return the project with an e-mail called `name`, one variant per subject, all of the same content."""
    blocks = {
        f"{name}-p": _paragraph(f"{name}-p", words),
        f"{name}-f": Block(
            f"{name}-f",
            "footer",
            texts=Map({"text": localized(nb="Hilsen oss"), "unsubscribe": localized(nb="Meld av")}),
        ),
    }
    variants = {
        f"{name}-{letter}": Variant(
            f"{name}-{letter}", letter, subject=localized(nb=subject), preheader=localized(nb="Kurven din")
        )
        for letter, subject in zip("abcdefgh", subjects, strict=False)
    }
    message = Message(
        name, f"Brev {name}", Channel.EMAIL, Angle.REMINDER, blocks=tuple(blocks), variants=tuple(variants)
    )
    return _with(project, message, blocks, variants)


def with_other(project: Project, name: str, channel: Channel) -> Project:
    """Return the project with a message of another channel than e-mail."""
    texts = {"text": "Kurven venter.", "title": "Kurven", "button": "Se kurven", "disclosure": "Dette er en robot."}
    kind = "call" if channel is Channel.VOICE else channel.value
    block = Block(f"{name}-b", kind, texts=Map({key: localized(nb=said) for key, said in texts.items()}))
    message = Message(name, f"Melding {name}", channel, Angle.REMINDER, blocks=(block.id,))
    return _with(project, message, {block.id: block}, {})


def _with(project, message, blocks, variants):
    return replace(
        project,
        messages=project.messages.set(message.id, message),
        blocks=project.blocks.update(blocks),
        variants=project.variants.update(variants),
    )


MESSAGES = with_mail(EMPTY, "m1", "Du glemte noe", "Kurven din venter")
for _name in ("m2", "m3", "m4", "m5"):
    MESSAGES = with_mail(MESSAGES, _name, f"Emne {_name}")
for _name, _channel in (("s1", Channel.SMS), ("n1", Channel.PUSH), ("w1", Channel.WHATSAPP), ("v1", Channel.VOICE)):
    MESSAGES = with_other(MESSAGES, _name, _channel)


def work(
    *steps, project: Project = MESSAGES, language: str = "nb", event: Event = Event.CART_ABANDONED, **fields
) -> Work:
    """Return the work of exporting one sequence made of `steps`."""
    made = Sequence("q1", "Forlatt kurv", "nb", ("nb",), Trigger(event), steps=tuple(steps), **fields)
    held = replace(project, sequence_order=("q1",), sequences=Map({"q1": made}))
    return Work(held, "q1", language, lambda digest: PIXEL, NullTranslator())


def at_list(made: Work, name: str) -> Work:
    """Return a work whose sequence starts when somebody subscribes to a list."""
    held = made.project.sequences[made.sequence]
    started = replace(held, trigger=Trigger(Event.SUBSCRIBED, detail=name))
    return replace(made, project=replace(made.project, sequences=Map({held.id: started})))


def send(message: str, *only_if: Condition, step: str = "") -> Send:
    """Return a send of a message."""
    return Send(step or f"send-{message}", message, only_if)


def fork(*arms, name: str = "Stor kurv") -> Split:
    """Return a split; each arm is (condition or None, steps)."""
    made = [
        Arm(f"{name}-{number}", f"Vei {number}", (asked,) if asked else (), tuple(steps))
        for number, (asked, steps) in enumerate(arms)
    ]
    return Split(f"split-{name}", name, tuple(made))


FIVE = (
    Wait("w1", HOUR),
    send("m1"),
    Wait("w2", DAY, "09:00", (1, 2, 3, 4, 5)),
    send("m2"),
    Wait("w3", DAY),
    send("m3"),
    Wait("w4", DAY),
    send("m4"),
    Wait("w5", 2 * DAY),
    send("m5"),
)
