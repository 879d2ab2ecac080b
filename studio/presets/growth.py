"""Grows a project from a preset: structure, copy in the chosen languages, a brand and invented readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from immutables import Map

from studio.edits.things import put
from studio.model.asset import Asset
from studio.model.brand import Brand
from studio.model.ids import derived_id
from studio.model.kinds import block_kind
from studio.model.localized import Localized, Text, digest_of
from studio.model.message import HIDDEN, Block, Hidden, Message, Variant
from studio.model.persona import Persona
from studio.model.project import Client, Project, Snippet
from studio.model.sequence import Sequence as Flow
from studio.model.sequence import Waiver
from studio.paths import shipped
from studio.presets.copies import read_copies
from studio.presets.copyfile import Copy
from studio.presets.snippets import named_in, read_snippets
from studio.presets.structure import (
    USUAL_TONE,
    BlockPlan,
    Declared,
    MessagePlan,
    Preset,
    VariantPlan,
    block_id,
    in_language,
    variant_id,
)

_CLIENT = 6


def plant(
    preset: Preset,
    languages: Sequence[str],
    brand: Brand,
    *,
    assets: Iterable[Asset] = (),
    personas: Iterable[Persona] = (),
    tone: str = USUAL_TONE,
) -> Project:
    """Return a new project with the preset's sequence, read in `languages` as the brand addresses its readers.

    Raise WrongUse for a language or tone that the preset does not have, FileFault for a faulty file.
    """
    copies = read_copies(preset, languages, tone, brand.style)
    shelves = (shipped("presets"), preset.folder)  # a preset's own words take the place of those that ship
    snippets = [snippet for shelf in shelves for snippet in read_snippets(shelf, languages, brand.style)]
    return grow(preset, copies, brand, assets=assets, personas=personas, snippets=snippets, tone=tone)


def grow(
    preset: Preset,
    copies: Sequence[Copy],
    brand: Brand,
    *,
    assets: Iterable[Asset] = (),
    personas: Iterable[Persona] = (),
    snippets: Iterable[Snippet] = (),
    tone: str = USUAL_TONE,
) -> Project:
    """Return a new project with the preset's sequence; the first copy is the source of the others' translations.

    Of the `snippets` it gets those that its messages name.

    The same input gives the same ids: they are the preset's own readable names. Only the project's own id holds the
    client as well, so that two clients' flows out of one preset are two flows in one account of a service.
    """
    flow = _flow(preset, copies, tone)
    messages = [_message(plan, copies) for plan in preset.messages]
    project = Project(
        id=f"{preset.id}-{derived_id('client', brand.name, brand.url, brand.sender.email)[:_CLIENT]}",
        name=brand.name or flow.name,
        client=Client(brand.name),
        brand=brand,
        sequence_order=(flow.id,),
        sequences=Map({flow.id: flow}),
        messages=Map({message.id: message for message in messages}),
        blocks=Map({block.id: block for plan in preset.messages for block in _blocks(plan, copies)}),
        variants=Map({item.id: item for plan in preset.messages for item in _variants(plan, copies)}),
        personas=Map({persona.id: persona for persona in personas}),
        assets=Map({asset.id: asset for asset in assets}),
    )
    named = named_in(project)
    return put(project, "snippets", *(snippet for snippet in snippets if snippet.id in named))


def _flow(preset: Preset, copies: Sequence[Copy], tone: str) -> Flow:
    language = copies[0].head["language"]
    return Flow(
        id=preset.id,
        name=copies[0].head.get("name") or in_language(preset.name, language),
        source_language=language,
        languages=tuple(copy.head["language"] for copy in copies),
        trigger=preset.trigger,
        steps=preset.steps(language),
        entry=preset.entry,
        exits=preset.exits,
        reentry=preset.reentry,
        preset=preset.id,
        purpose=Localized(Map({code: Text(words) for code, words in preset.purpose.items()})),
        settings=Map({"tone": tone}),
        waivers=tuple(_waiver(declared, language) for declared in preset.declared),
    )


def _waiver(declared: Declared, language: str) -> Waiver:
    return Waiver(declared.rule, declared.message, in_language(declared.reason, language))


def _message(plan: MessagePlan, copies: Sequence[Copy]) -> Message:
    language = copies[0].head["language"]
    return Message(
        id=plan.id,
        name=copies[0].messages[plan.id].name if plan.id in copies[0].messages else plan.id,
        channel=plan.channel,
        angle=plan.angle,
        objection=plan.objection,
        blocks=tuple(block_id(plan, block) for block in plan.blocks),
        variants=tuple(variant_id(plan, variant) for variant in plan.variants),
        theme=plan.theme,
        idea=in_language(plan.idea, language),
    )


def _blocks(plan: MessagePlan, copies: Sequence[Copy]) -> list[Block]:
    return [_block(plan, block, block.id, copies) for block in plan.blocks]


def _block(plan: MessagePlan, block: BlockPlan, section: str, copies: Sequence[Copy]) -> Block:
    names = block_kind(block.kind).texts
    texts = {name: _texts(plan.id, section, name, copies) for name in names}
    held = Map({name: text for name, text in texts.items() if text.texts})
    return Block(block_id(plan, block), block.kind, block.beat, held, block.settings)


def _variants(plan: MessagePlan, copies: Sequence[Copy]) -> list[Variant]:
    return [
        Variant(
            variant_id(plan, variant),
            variant.name,
            variant.weight,
            _texts(plan.id, variant.name, "subject", copies),
            _texts(plan.id, variant.name, "preheader", copies),
            _overrides(plan, variant, copies),
        )
        for variant in plan.variants
    ]


def _overrides(plan: MessagePlan, variant: VariantPlan, copies: Sequence[Copy]) -> Map[str, Block | Hidden]:
    hidden: dict[str, Block | Hidden] = {f"{plan.id}-{id_}": HIDDEN for id_ in variant.hidden}
    instead = {block_id(plan, block): _block(plan, block, variant.section(block), copies) for block in variant.instead}
    return Map({**hidden, **instead})


def _texts(message: str, section: str, name: str, copies: Sequence[Copy]) -> Localized:
    texts: dict[str, Text] = {}
    source = ""
    for number, copy in enumerate(copies):
        words = _words(copy, message, section, name)
        source = words if number == 0 else source
        if words:
            texts[copy.head["language"]] = Text(words, digest_of(source) if number else "")
    return Localized(Map(texts))


def _words(copy: Copy, message: str, section: str, name: str) -> str:
    held = copy.section(message, section)
    if held is None:
        return ""
    return held.fields.get(name, "") or (held.text() if name == "text" else "")
