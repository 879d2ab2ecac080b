"""A Project as rows and back: structure without words, words per message and language. Pure; knows no SQL.

Structure and words are separate rows so that a Norwegian writer and a Swedish translator never meet.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from immutables import Map

from studio.model.asset import Asset
from studio.model.brand import Brand
from studio.model.codec import from_plain, to_plain
from studio.model.filing import Filing
from studio.model.message import Block, Message, Variant
from studio.model.persona import Persona
from studio.model.project import Client, Project, Snippet, Term
from studio.model.sequence import Sequence
from studio.store.words import lift, put_back

EntityKey = tuple[str, str]
"""Kind and id of an entity; the id is empty for the three kinds of which a project has one."""

TextKey = tuple[str, str]
"""Message id (empty for words outside messages: facts, purposes, snippets, glossary, alt texts) and language."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a project says of itself besides its entities."""

    name: str
    sequence_order: tuple[str, ...] = ()
    filing: Filing = field(default_factory=Filing)


@dataclass(frozen=True, slots=True)
class Rows:
    """The bodies of rows as canonical JSON texts: equal texts mean equal content."""

    structure: Map[EntityKey, str] = field(default_factory=Map)
    texts: Map[TextKey, str] = field(default_factory=Map)


HEADING = ("project", "")
CLIENT = ("client", "")
BRAND = ("brand", "")
SHELVES: Map[str, tuple[str, type]] = Map(
    {
        "sequence": ("sequences", Sequence),
        "message": ("messages", Message),
        "block": ("blocks", Block),
        "variant": ("variants", Variant),
        "persona": ("personas", Persona),
        "snippet": ("snippets", Snippet),
        "term": ("glossary", Term),
        "asset": ("assets", Asset),
    }
)
"""Kind of entity -> the Project's field that holds its map, and its type."""


def entity(project: Project, key: EntityKey) -> object | None:
    """Return the entity of that kind and id, or None where the project has none."""
    if key in _SINGLES:
        return _SINGLES[key](project)
    found: object | None = getattr(project, SHELVES[key[0]][0]).get(key[1])
    return found


_SINGLES: Map[EntityKey, Callable[[Project], object]] = Map(
    {
        HEADING: lambda project: Heading(project.name, project.sequence_order, project.filing),
        CLIENT: lambda project: project.client,
        BRAND: lambda project: project.brand,
    }
)

_SINGLE_TYPES: Map[EntityKey, type] = Map({HEADING: Heading, CLIENT: Client, BRAND: Brand})


def entity_keys(project: Project) -> Iterator[EntityKey]:
    """Yield the key of everything a project holds, its heading, client and brand included."""
    yield from (HEADING, CLIENT, BRAND)
    for kind, (shelf, _) in SHELVES.items():
        for identity in getattr(project, shelf):
            yield kind, identity


def homes(project: Project, keys: Collection[EntityKey]) -> dict[EntityKey, str]:
    """Return the message to which each of these blocks and variants belongs; what belongs to none is left out.

    What two messages claim belongs to the smaller id, so that every program agrees.
    """
    wanted = {kind: {identity for named, identity in keys if named == kind} for kind in ("block", "variant")}
    found: dict[EntityKey, str] = {}
    for message in project.messages.values():
        for kind, listed in (("block", message.blocks), ("variant", message.variants)):
            if not wanted[kind].isdisjoint(listed):
                for key in ((kind, identity) for identity in wanted[kind].intersection(listed)):
                    found[key] = min(found.get(key, message.id), message.id)
    return found


def structure_row(project: Project, key: EntityKey) -> str | None:
    """Return the structure of one entity without its words, or None where the project has no such entity."""
    held = entity(project, key)
    if held is None:
        return None
    plain = to_plain(held)
    lift(key[0], plain)
    return packed(plain)


def packed(plain: object) -> str:
    """Return JSON that is the same for the same content, in ASCII: every database takes it, whatever it says."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"))


def split(project: Project) -> Rows:
    """Return all rows of a project; `join` makes the same project of them again."""
    keys = tuple(entity_keys(project))
    home = homes(project, keys)
    structure: dict[EntityKey, str] = {}
    texts: dict[TextKey, dict[str, Any]] = {}
    for key in keys:
        plain = to_plain(entity(project, key))
        for language, words in lift(key[0], plain).items():
            texts.setdefault((home.get(key, ""), language), {})[owner(key)] = words
        structure[key] = packed(plain)
    return Rows(Map(structure), Map({key: packed(body) for key, body in texts.items()}))


def owner(key: EntityKey) -> str:
    """Return the name under which the words of an entity stand in a row of texts."""
    return ":".join(key)


def owner_key(name: str) -> EntityKey:
    """Return the key of the entity to which the words under this name belong."""
    kind, _, identity = name.partition(":")
    return kind, identity


def entity_type(key: EntityKey) -> type:
    """Return the type of an entity by its key."""
    return SHELVES[key[0]][1] if key[0] in SHELVES else _SINGLE_TYPES[key]


def join(project_id: str, rows: Rows) -> Project:
    """Return the project that these rows hold; raise StudioError naming the row that is not understood."""
    plain: dict[EntityKey, Any] = {key: json.loads(body) for key, body in rows.structure.items()}
    for (_, language), body in rows.texts.items():
        give_words(plain, language, json.loads(body))
    heading = from_plain(Heading, plain.get(HEADING), "project")
    return Project(
        id=project_id,
        name=heading.name,
        sequence_order=heading.sequence_order,
        filing=heading.filing,
        client=from_plain(Client, plain.get(CLIENT), "client"),
        brand=from_plain(Brand, plain.get(BRAND), "brand"),
        **_shelves(plain),
    )


def give_words(plain: Mapping[EntityKey, Any], language: str, body: Mapping[str, Any]) -> None:
    """Put the words of a row of texts into the plain forms of the entities that are there."""
    for name, words in body.items():
        if owner_key(name) in plain:
            put_back(plain[owner_key(name)], language, words)


def _shelves(plain: Mapping[EntityKey, Any]) -> dict[str, Any]:
    held: dict[str, dict[str, object]] = {kind: {} for kind in SHELVES}
    for (kind, identity), body in plain.items():
        if kind in SHELVES:
            held[kind][identity] = from_plain(SHELVES[kind][1], body, f"{kind} {identity}")
    return {SHELVES[kind][0]: Map(entities) for kind, entities in held.items()}
