"""What lies between two states of a project, as rows: what a write touches, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from immutables import Map

from studio.edits.change import KINDS, Change, difference
from studio.model.codec import to_plain
from studio.model.message import Message
from studio.model.project import Project
from studio.store.rows import (
    BRAND,
    CLIENT,
    HEADING,
    SHELVES,
    EntityKey,
    TextKey,
    entity,
    entity_keys,
    homes,
    owner,
    packed,
    structure_row,
)
from studio.store.words import PATHS, Plain, lift

_KIND_OF = Map({shelf: kind for kind, (shelf, _) in SHELVES.items()})
_FIELD_ROWS = Map({"name": HEADING, "sequence_order": HEADING, "filing": HEADING, "client": CLIENT, "brand": BRAND})


@dataclass(frozen=True, slots=True)
class News:
    """Rows that came, changed, or went (None), of one project."""

    structure: Map[EntityKey, str | None] = field(default_factory=Map)
    texts: Map[TextKey, str | None] = field(default_factory=Map)

    def __bool__(self) -> bool:
        """Tell whether any row is different."""
        return bool(self.structure or self.texts)


def touched(change: Change) -> set[EntityKey]:
    """Return the keys of everything that a change adds, removes or alters."""
    keys = {_FIELD_ROWS[name] for name in change.fields}
    return keys | {(_KIND_OF[shelf], identity) for shelf in KINDS for identity in getattr(change, shelf)}


def news_between(before: Project, after: Project) -> News:
    """Return the rows to write so that a workspace that holds `before` holds `after`; no others are touched."""
    keys = touched(difference(before, after))
    structure = {key: structure_row(after, key) for key in keys}
    changed = {key: body for key, body in structure.items() if body != structure_row(before, key)}
    return News(Map(changed), Map(_text_rows(after, set(_changed_texts(before, after, keys)))))


def _changed_texts(before: Project, after: Project, keys: set[EntityKey]) -> Iterator[TextKey]:
    movable = keys | _movable(before, after, keys)
    old_homes, new_homes = homes(before, movable), homes(after, movable)
    for key in movable:
        old, new = _words(before, key), _words(after, key)
        old_home, new_home = old_homes.get(key, ""), new_homes.get(key, "")
        for language in old.keys() | new.keys():
            if old_home != new_home or old.get(language) != new.get(language):
                yield from ((home, language) for home, words in ((old_home, old), (new_home, new)) if language in words)


def _movable(before: Project, after: Project, keys: Iterable[EntityKey]) -> set[EntityKey]:
    """Return what may have got another home: what stands in messages that changed."""
    changed = [identity for kind, identity in keys if kind == "message"]
    return standing_in(found for side in (before, after) for name in changed if (found := side.messages.get(name)))


def _words(project: Project, key: EntityKey) -> dict[str, dict[str, Plain]]:
    held = entity(project, key) if key[0] in PATHS else None
    return {} if held is None else lift(key[0], to_plain(held))


def _text_rows(project: Project, keys: set[TextKey]) -> dict[TextKey, str | None]:
    bodies: dict[TextKey, dict[str, Any]] = {key: {} for key in keys}
    for key, home in residents(project, {message for message, _ in keys}).items():
        for language, words in _words(project, key).items():
            if (home, language) in bodies:
                bodies[home, language][owner(key)] = words
    return {key: packed(body) if body else None for key, body in bodies.items()}


def residents(project: Project, messages: set[str]) -> dict[EntityKey, str]:
    """Return what is at home in any of these messages ("" is a home too) and may have words, with its home."""
    if "" in messages:
        keys = {key for key in entity_keys(project) if key[0] in PATHS}
    else:
        keys = standing_in(found for name in messages if (found := project.messages.get(name)))
    home = homes(project, keys)
    return {key: there for key in keys if (there := home.get(key, "")) in messages}


def standing_in(messages: Iterable[Message]) -> set[EntityKey]:
    """Return the keys of the blocks and variants that these messages name."""
    listed = tuple(messages)
    blocks = {("block", identity) for message in listed for identity in message.blocks}
    return blocks | {("variant", identity) for message in listed for identity in message.variants}
