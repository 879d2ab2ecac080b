"""Projects of the sizes that the measures speak of."""

from dataclasses import replace
from pathlib import Path

from immutables import Map

from studio.edits.sequences import copy_sequence
from studio.model.kinds import block_kind
from studio.model.localized import localized
from studio.model.message import Block, Message, Variant
from studio.model.project import Project
from studio.model.sequence import Event, Sequence, Trigger
from studio.model.steps import Send, Wait
from studio.model.trade import Angle, Beat, Channel
from studio.paths import shipped
from studio.presets.brandfile import read_brand
from studio.presets.growth import plant
from studio.presets.library import read_library
from studio.render.personas import sample_personas

WORDS = 'Vi satte en lapp på kurven din, {{ person.first_name | default: "du" }}, og den **henger** her ennå.'


def preset(name: str, *languages: str) -> tuple[Project, dict[str, bytes]]:
    """Return a project grown from a shipped preset, with its pictures."""
    found = read_library([shipped("presets")]).preset(name)
    brand = read_brand(shipped("resources", "sample", "brand.toml"))
    return plant(found, languages, brand.brand, assets=brand.assets, personas=sample_personas()), dict(brand.content)


TWENTY = (
    *("heading", "paragraph", "paragraph", "image", "paragraph", "list", "quote", "button", "divider", "cart"),
    *("paragraph", "product", "review", "guarantees", "faq", "discount", "button", "signature", "paragraph", "footer"),
)


def twenty_blocks() -> Project:
    """Return the cart project with one e-mail of twenty blocks, of nearly every kind, called `long`."""
    project, _ = preset("cart-classic", "nb")
    blocks = [_filled(f"long-{number}", kind, project) for number, kind in enumerate(TWENTY)]
    message = replace(project.messages["questions"], id="long", blocks=tuple(block.id for block in blocks))
    flow = project.sequences["cart-classic"]
    return replace(
        project,
        messages=project.messages.set("long", message),
        blocks=project.blocks.update({block.id: block for block in blocks}),
        sequences=project.sequences.set(flow.id, replace(flow, steps=(*flow.steps, Send("s-long", "long")))),
    )


def _filled(key: str, kind: str, project: Project) -> Block:
    """Return a block of a kind as the preset has it, or filled with words."""
    for block in project.blocks.values():
        if block.kind == kind and kind != "paragraph":
            return replace(block, id=key)
    texts = Map({name: localized(nb=WORDS if name == "text" else "Noen ord") for name in block_kind(kind).texts})
    return Block(key, kind, Beat.STAKES, texts, Map({"asset": project.brand.portrait}) if kind == "image" else Map())


def many_messages(count: int, name: str = "big") -> Project:
    """Return a project of `count` messages with four blocks and two variants each, in two languages."""
    messages, blocks, variants, steps = {}, {}, {}, []
    for number in range(count):
        own = [_block(f"{name}-b{number}-{part}", number) for part in range(4)]
        pair = [_variant(f"{name}-v{number}-{letter}", letter, number) for letter in "AB"]
        key = f"{name}-m{number}"
        message = Message(key, f"Melding {number}", Channel.EMAIL, Angle.STORY)
        ids = {"blocks": tuple(block.id for block in own), "variants": tuple(variant.id for variant in pair)}
        messages[key] = replace(message, **ids)
        blocks.update({block.id: block for block in own})
        variants.update({variant.id: variant for variant in pair})
        steps += [Wait(f"{name}-w{number}", 60), Send(f"{name}-s{number}", key)]
    flow = Sequence(name, "Stor", "nb", ("nb", "sv"), Trigger(Event.CART_ABANDONED), tuple(steps))
    return Project(
        name, "Stor", sequence_order=(name,), sequences=Map({name: flow}),
        messages=Map(messages), blocks=Map(blocks), variants=Map(variants),
    )  # fmt: skip


def _block(key: str, number: int) -> Block:
    text = localized(nb=f"{WORDS} Nummer {number}.", sv=f"Vi satte en lapp på din korg. Nummer {number}.")
    return Block(key, "paragraph", Beat.HOOK, Map({"text": text}))


def _variant(key: str, letter: str, number: int) -> Variant:
    return Variant(
        key, letter, 50, localized(nb=f"Emne {number}", sv=f"Ämne {number}"), localized(nb="Linje", sv="Rad")
    )


TWELVE = (
    *("heading", "paragraph", "paragraph", "cart", "paragraph", "button", "paragraph", "list", "paragraph"),
    *("quote", "paragraph", "footer"),
)


def long_flow(messages: int = 20) -> tuple[Project, dict[str, bytes]]:
    """Return a project of one flow with so many e-mails of twelve blocks and two variants, in two languages."""
    project, content = preset("cart-classic", "nb", "sv")
    flow = project.sequences["cart-classic"]
    model = next(each for each in project.messages.values() if each.channel is Channel.EMAIL)
    blocks, made, steps = {}, {}, []
    for number in range(messages):
        own = [_both(_filled(f"m{number}-b{place}", kind, project)) for place, kind in enumerate(TWELVE)]
        blocks.update({block.id: block for block in own})
        key = f"m{number}"
        made[key] = replace(model, id=key, name=f"Melding {number + 1}", blocks=tuple(block.id for block in own))
        steps += [Wait(f"w{number}", 60 * 24), Send(f"s{number}", key)]
    long = replace(flow, steps=tuple(steps))
    return replace(
        project, messages=Map(made), blocks=Map(blocks), sequences=project.sequences.set(flow.id, long)
    ), content  # fmt: skip


def _both(block: Block) -> Block:
    """Return a block that says the same in both languages."""
    said = {
        name: localized(nb=spoken.texts["nb"].words, sv=spoken.texts["nb"].words)
        for name, spoken in block.texts.items()
    }
    return replace(block, texts=Map(said))


def full_shelf(projects: int = 20, sequences: int = 10) -> tuple[Project, ...]:
    """Return so many clients with so many sequences each, in two languages."""
    grown, _ = preset("cart-classic", "nb", "sv")
    flow = grown.sequence_order[0]
    for number in range(sequences - 1):
        grown = copy_sequence(grown, flow, f"Forlatt handlekurv {number + 2}")
    bare = replace(grown, assets=Map())
    return tuple(replace(bare, id=f"client{number}", name=f"Butikk {number + 1}") for number in range(projects))


def root() -> Path:
    """Return the root of the source tree."""
    return Path(__file__).resolve().parent.parent
