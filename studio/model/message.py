"""A message, its blocks of copy and its variants."""

from __future__ import annotations

from dataclasses import dataclass, field

from immutables import Map

from studio.model.localized import Localized
from studio.model.trade import Angle, Beat, Channel, MailTheme, Objection

Setting = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of copy: its `kind` (a row of `BLOCK_KINDS`) says which texts and settings it has."""

    id: str
    kind: str
    beat: Beat = Beat.NONE
    texts: Map[str, Localized] = field(default_factory=Map)
    settings: Map[str, Setting] = field(default_factory=Map)

    def words(self, name: str, language: str) -> str:
        """Return the words of the text `name` in `language`, or the empty string."""
        text = self.texts.get(name)
        return text.words(language) if text else ""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Stands in a variant's overrides for a block that this variant leaves out."""


HIDDEN = Hidden()


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the versions that are tested against each other; `weight` is a share for all languages alike.

    `overrides` maps a block's id to another block or to HIDDEN.
    """

    id: str
    name: str
    weight: float = 1.0
    subject: Localized = field(default_factory=Localized)
    preheader: Localized = field(default_factory=Localized)
    overrides: Map[str, Block | Hidden] = field(default_factory=Map)


@dataclass(frozen=True, slots=True)
class Message:
    """One e-mail, SMS, push, WhatsApp message or call, with its blocks and variants by id, in reading order.

    `idea` is the one idea that its variants test; `theme` None means the brand's own.
    """

    id: str
    name: str
    channel: Channel
    angle: Angle
    objection: Objection = Objection.NONE
    blocks: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    theme: MailTheme | None = None
    idea: str = ""
