"""What a flow promises: the figures of its texts with facts, snippets and offers filled in, and where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from immutables import Map

from studio.checks.texts import Told, told_in
from studio.edits.blocks import block_in
from studio.model.findings import Place
from studio.model.kinds import block_kind
from studio.model.message import Block, Message
from studio.model.project import Project
from studio.model.sequence import Sequence, message_ids
from studio.render.constants import brand_constants, offer_constants
from studio.words.figures import Figure, Kind, figures
from studio.words.masking import plain

_CONSTANT = re.compile(r"\{\{\s*((?:shop|offer|snippet)\.[\w-]+)[^{}]*\}\}")
_CLAIMING = re.compile(r"\{\{|\d|[A-Z]{4}")
_DEPTH = 3
"""How deep snippets may name constants: a snippet names facts, a fact names nothing."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure in a text of a message; `own` tells whether the writer typed it, or it came from a fact or offer."""

    told: Told
    figure: Figure
    own: bool

    @property
    def place(self) -> Place:
        """Return where it stands."""
        return self.told.place


@dataclass(frozen=True, slots=True)
class Offer:
    """What the settings of a discount block say, as the figures of texts are written."""

    message: str
    code: str
    hours: str
    percent: frozenset[str]


def claims_in(project: Project, flow: Sequence, language: str) -> tuple[Claim, ...]:
    """Return the claims of a flow in one language, in the order of reading, with everything filled in."""
    shop = brand_constants(project.brand, language)
    snippets = {f"snippet.{id_}": held.text.words(language) for id_, held in project.snippets.items()}
    known = shop.update(snippets)
    found: list[Claim] = []
    for id_ in message_ids(flow):
        message = project.messages[id_]
        for text in told_in(project, flow, message, language):
            if text.is_quoted or not _may_claim(text.text):
                continue
            found += _claims(text, _constants(project, message, text.place.variant, language, known))
    return tuple(found)


def _may_claim(text: str) -> bool:
    return _CLAIMING.search(text) is not None


def _constants(project: Project, message: Message, variant: str, language: str, known: Map[str, str]) -> Map[str, str]:
    if not any(project.blocks[block].kind == "discount" for block in message.blocks):
        return known
    return known.update(offer_constants(_blocks(project, message, variant), language))


def _blocks(project: Project, message: Message, variant: str) -> Iterator[Block]:
    overrides = project.variants[variant].overrides if variant else Map()
    for id_ in message.blocks:
        block = overrides.get(id_) or project.blocks[id_]
        if isinstance(block, Block):
            yield block


def _claims(text: Told, known: Map[str, str]) -> Iterator[Claim]:
    filled = filled_in(text.text, known)
    own = _figures(text.text, text.place.language, rich=text.rich)
    typed = {(figure.kind, figure.value) for figure in own}
    for figure in _figures(filled, text.place.language, rich=text.rich):
        yield Claim(text, figure, (figure.kind, figure.value) in typed)


def filled_in(text: str, known: Mapping[str, str]) -> str:
    """Return a text with its constants as words; what nobody has set stays a tag."""
    for _ in range(_DEPTH):
        if "{{" not in text:
            break
        text = _CONSTANT.sub(lambda match: known.get(match.group(1)) or match.group(), text)
    return text


@lru_cache(maxsize=8192)
def _figures(text: str, language: str, *, rich: bool) -> tuple[Figure, ...]:
    return figures(plain(text, rich=rich).text, language)


def offers_of(project: Project, flow: Sequence, language: str) -> tuple[Offer, ...]:
    """Return the offers of a flow in the order of reading, those of variants too."""
    found: list[Offer] = []
    for id_ in message_ids(flow):
        message = project.messages[id_]
        for variant in ("", *message.variants):
            for block_id in message.blocks:
                held = block_in(project, block_id, variant) if _overrides(project, variant, block_id) else None
                block = held or (project.blocks[block_id] if not variant else None)
                if block is not None and block.kind == "discount":
                    found.append(_offer(id_, block, language))
    return tuple(dict.fromkeys(found))


def _overrides(project: Project, variant: str, block: str) -> bool:
    return bool(variant) and isinstance(project.variants[variant].overrides.get(block), Block)


def _offer(message: str, block: Block, language: str) -> Offer:
    settings = block_kind("discount").settings.update(block.settings)
    value = _figures(block.words("value", language), language, rich=False)
    percent = frozenset(figure.value for figure in value if figure.kind is Kind.PERCENT)
    return Offer(message, str(settings["code"]), str(settings["hours"] or ""), percent)
