"""Small projects that the tests of the verbs begin with."""

from itertools import count

from immutables import Map

from studio.edits.tree import Spot, nodes_of
from studio.model.asset import Asset
from studio.model.brand import Brand
from studio.model.conditions import Condition, Fact, Operator
from studio.model.localized import localized
from studio.model.message import Block, Message, Variant
from studio.model.persona import CartEvent, Persona
from studio.model.project import Project, Snippet, Term
from studio.model.sequence import Event, Sequence, Trigger
from studio.model.steps import Arm, Experiment, Note, Path, Send, Split, Wait
from studio.model.trade import Angle, Channel

CHEAP = Condition(Fact.CART_TOTAL, Operator.LESS_THAN, 300)
DEAR = Condition(Fact.CART_TOTAL, Operator.AT_LEAST, 1500)


def mint(prefix="new"):
    numbers = count(1)
    return lambda: f"{prefix}{next(numbers)}"


def paragraph(id_, **words):
    return Block(id_, "paragraph", texts=Map(text=localized(**words)))


def steps():
    """w1, hello, a split (dear: sms / rest: w2), an experiment (left / right: w3), a note."""
    return (
        Wait("w1", 60),
        Send("s1", "hello"),
        Split(
            "fork",
            "Dear?",
            (Arm("dear", "Dear", (DEAR,), (Send("s2", "sms"),)), Arm("rest", "Rest", (), (Wait("w2"),))),
        ),
        Experiment("draw", "Tone", (Path("left", "L", 1.0, ()), Path("right", "R", 1.0, (Wait("w3"),)))),
        Note("n1", "Ask Kari"),
    )


def sample():
    """One sequence with an e-mail of four blocks and two variants, an SMS, and a second, empty sequence."""
    hello = Message(
        "hello", "Hello", Channel.EMAIL, Angle.REMINDER, blocks=("b1", "b2", "pic", "head"), variants=("va", "vb")
    )
    sms = Message("sms", "Text", Channel.SMS, Angle.URGENCY, blocks=("b3",))
    blocks = (
        Block("b1", "paragraph", texts=Map(text=localized(nb="Hei").translated("sv", "Hej", "nb"))),
        paragraph("b2", nb="Ha det"),
        Block("pic", "image", settings=Map(asset="lamp")),
        Block("head", "heading", texts=Map(text=localized(nb="Velkommen"))),
        Block("b3", "sms", texts=Map(text=localized(nb="Hei"))),
    )
    variants = (
        Variant("va", "A", subject=localized(nb="Emne")),
        Variant("vb", "B", overrides=Map(b1=paragraph("b1", nb="Hallo"))),
    )
    trigger = Trigger(Event.CART_ABANDONED)
    return Project(
        "p",
        "Sample",
        brand=Brand(name="Shop", logo="logo", facts=Map(place=localized(nb="Bergen"))),
        sequence_order=("flow", "other"),
        sequences=Map(
            flow=Sequence("flow", "Flow", "nb", ("nb", "sv"), trigger, steps()),
            other=Sequence("other", "Other", "nb", ("nb",), trigger),
        ),
        messages=Map(hello=hello, sms=sms),
        blocks=Map({block.id: block for block in blocks}),
        variants=Map({variant.id: variant for variant in variants}),
        personas=Map(kari=Persona("kari", "Kari", CartEvent())),
        snippets=Map(hi=Snippet("hi", "Hi", localized(nb="Hei"))),
        glossary=Map(cart=Term("cart", "cart", localized(nb="handlekurv"))),
        assets=Map(logo=Asset("logo", "logo.png", "image/png", 9), lamp=Asset("lamp", "lamp.png", "image/png", 9)),
    )


def ids(project, sequence="flow"):
    """The ids of all nodes of a sequence, in reading order."""
    return [node.id for node in nodes_of(project.sequences[sequence].steps)]


def at(branch="", before=""):
    return Spot(branch, before)
