"""One client's work as an immutable value: one map per kind of thing, order as tuples of ids."""

from __future__ import annotations

from dataclasses import dataclass, field

from immutables import Map

from studio.model.asset import Asset
from studio.model.brand import Brand
from studio.model.filing import Filing
from studio.model.localized import Localized
from studio.model.message import Block, Message, Variant
from studio.model.persona import Persona
from studio.model.sequence import Sequence


@dataclass(frozen=True, slots=True)
class Client:
    """Whom the work is for."""

    name: str = ""
    contact: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of copy used by reference in several messages."""

    id: str
    name: str
    text: Localized = field(default_factory=Localized)


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry: a word and how this client says it, per language."""

    id: str
    word: str
    text: Localized = field(default_factory=Localized)


@dataclass(frozen=True, slots=True)
class Project:
    """Everything about one client; `sequence_order` and the tuples inside entities give the order."""

    id: str
    name: str
    client: Client = Client()
    brand: Brand = field(default_factory=Brand)
    sequence_order: tuple[str, ...] = ()
    sequences: Map[str, Sequence] = field(default_factory=Map)
    messages: Map[str, Message] = field(default_factory=Map)
    blocks: Map[str, Block] = field(default_factory=Map)
    variants: Map[str, Variant] = field(default_factory=Map)
    personas: Map[str, Persona] = field(default_factory=Map)
    snippets: Map[str, Snippet] = field(default_factory=Map)
    glossary: Map[str, Term] = field(default_factory=Map)
    assets: Map[str, Asset] = field(default_factory=Map)
    filing: Filing = field(default_factory=Filing)
