"""Small flows for the rules of the coach: a sound cart flow, and what tests build to break one rule."""

from dataclasses import dataclass, replace

from immutables import Map

from studio.checks.coach import coach_findings
from studio.edits.mending import mend
from studio.model.conditions import Condition, Fact, Operator
from studio.model.localized import localized
from studio.model.message import Block, Message, Variant
from studio.model.project import Project
from studio.model.sequence import Event, Sequence, Trigger
from studio.model.steps import Arm, Send, Split, Wait
from studio.model.trade import Angle, Beat, Channel, Objection

SOUND = ("paragraph", "cart", "button", "signature", "footer")
BEATS = {"paragraph": Beat.HOOK, "button": Beat.CALL}
NAMED = "{{ cart.first.name }}: {{ cart.url }}"


def yes(fact):
    return Condition(fact, Operator.YES)


@dataclass
class Made:
    """A message with its blocks and variants."""

    message: Message
    blocks: tuple
    variants: tuple = ()


def block(id_, kind, text="", **values):
    """A block with its first text, other `values` are settings."""
    texts = Map(text=localized(en=text)) if text else Map()
    return Block(id_, kind, BEATS.get(kind, Beat.NONE), texts, Map(values))


def mail(id_, angle="reminder", kinds=SOUND, text="Hello.", objection="", extra=(), subjects=("One",)):
    """An e-mail with one block of each of `kinds` and the blocks `extra`, and a version for each subject."""
    blocks = (*(block(f"{id_}-{n}", kind, text if kind == "paragraph" else "") for n, kind in enumerate(kinds)), *extra)
    variants = tuple(Variant(f"{id_}-v{n}", "AB"[n], subject=localized(en=each)) for n, each in enumerate(subjects))
    ids = tuple(each.id for each in blocks), tuple(each.id for each in variants)
    message = Message(id_, id_.title(), Channel.EMAIL, Angle(angle), Objection(objection), *ids)
    return Made(message, blocks, variants)


def short(id_, channel="sms", angle="reminder", text=NAMED, **texts):
    """A message of another channel, made of its one block."""
    kind = "call" if channel == "voice" else channel
    held = {name: localized(en=words) for name, words in {"text": text, **texts}.items() if words}
    message = Message(id_, id_.title(), Channel(channel), Angle(angle), blocks=(f"{id_}-0",))
    return Made(message, (Block(f"{id_}-0", kind, Beat.CALL, Map(held)),))


def call(id_="call", **texts):
    """A call that says all it must."""
    return short(id_, "voice", "objection", **{"disclosure": "An AI.", "handover": "One moment.", **texts})


def discount(id_, hours=48, code="TEN", value="10 %", minimum=0):
    """An offer block."""
    made = block(id_, "discount", hours=hours, code=code, minimum=minimum)
    return replace(made, texts=Map(value=localized(en=value)))


def project(
    *made, steps, event=Event.CART_ABANDONED, exits=(Event.ORDER_PLACED,), entry=(), preset="", languages=("en",)
):
    """A project with one flow, `flow`."""
    flow = Sequence("flow", "Flow", "en", languages, Trigger(event), steps, entry, exits, preset=preset)
    return Project(
        "p",
        "Project",
        sequence_order=("flow",),
        sequences=Map(flow=flow),
        messages=Map({each.message.id: each.message for each in made}),
        blocks=Map({part.id: part for each in made for part in each.blocks}),
        variants=Map({part.id: part for each in made for part in each.variants}),
    )


def sent(*made, waits=(60, 1380, 2160, 1440, 1440, 1440), **values):
    """A project whose flow sends messages one after another, with `waits` in minutes before each."""
    steps = []
    for number, (each, minutes) in enumerate(zip(made, waits, strict=False), 1):
        steps += [Wait(f"w{number}", minutes), Send(f"s{number}", each.message.id)]
    return project(*made, steps=tuple(steps), **values)


def fork(*arms):
    """A split; every arm is (condition or None, steps)."""
    made = [Arm(f"arm{n}", str(n), (when,) if when else (), tuple(steps)) for n, (when, steps) in enumerate(arms)]
    return Split("fork", "Fork", tuple(made))


def found(held, rule, languages=("en",), flow="flow"):
    """The findings of one rule."""
    return [each for each in coach_findings(held, held.sequences[flow], languages) if each.id == f"coach.{rule}"]


def places(held, rule, **values):
    """The messages in which a rule finds something."""
    return [each.place.message for each in found(held, rule, **values)]


def mended(held, rule):
    """What a rule still finds when its findings' first remedies have been carried out, one by one."""
    for _ in range(5):
        left = found(held, rule)
        if not left or not left[0].remedies:
            return left
        held = mend(held, left[0].place, left[0].remedies[0])
    return found(held, rule)


SMS, PUSH, VOICE, WHATSAPP = (
    yes(fact) for fact in (Fact.CONSENT_SMS, Fact.CONSENT_PUSH, Fact.CONSENT_VOICE, Fact.CONSENT_WHATSAPP)
)
