"""What lies between two Projects: one type for undo, Qt models, preview invalidation and the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from itertools import zip_longest
from typing import Any, Generic, TypeVar

from immutables import Map

from studio.edits.clash import Judge, theirs_stays
from studio.edits.merge import merge_with
from studio.edits.places import place_words
from studio.errors import Conflict
from studio.model.asset import Asset
from studio.model.message import Block, Message, Variant
from studio.model.persona import Persona
from studio.model.project import Project, Snippet, Term
from studio.model.sequence import Sequence
from studio.model.validity import problems

T = TypeVar("T")
AnyMap = Map[str, Any]

FIELDS = ("name", "client", "brand", "sequence_order", "filing")
KINDS = ("sequences", "messages", "blocks", "variants", "personas", "snippets", "glossary", "assets")


@dataclass(frozen=True, slots=True)
class Delta(Generic[T]):
    """One thing before and after; None before means that it was added, None after that it was removed."""

    before: T | None
    after: T | None


@dataclass(frozen=True, slots=True)
class Change:
    """The difference of two Projects: what was added, removed and altered, by id, each with before and after.

    `fields` holds the project's own fields (`FIELDS`) by name; an order of ids that changed is an altered
    `sequence_order`, message or sequence. A Change without anything in it is false.
    """

    fields: Map[str, Delta[object]] = field(default_factory=Map)
    sequences: Map[str, Delta[Sequence]] = field(default_factory=Map)
    messages: Map[str, Delta[Message]] = field(default_factory=Map)
    blocks: Map[str, Delta[Block]] = field(default_factory=Map)
    variants: Map[str, Delta[Variant]] = field(default_factory=Map)
    personas: Map[str, Delta[Persona]] = field(default_factory=Map)
    snippets: Map[str, Delta[Snippet]] = field(default_factory=Map)
    glossary: Map[str, Delta[Term]] = field(default_factory=Map)
    assets: Map[str, Delta[Asset]] = field(default_factory=Map)

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return any(getattr(self, each.name) for each in fields(self))


def added(deltas: Map[str, Delta[T]]) -> dict[str, T]:
    """Return what came, by id."""
    return {id_: delta.after for id_, delta in deltas.items() if delta.before is None and delta.after is not None}


def removed(deltas: Map[str, Delta[T]]) -> dict[str, T]:
    """Return what went, by id, as it was."""
    return {id_: delta.before for id_, delta in deltas.items() if delta.after is None and delta.before is not None}


def altered(deltas: Map[str, Delta[T]]) -> dict[str, tuple[T, T]]:
    """Return what was there before and after, by id, as it was and as it is."""
    return {
        id_: (delta.before, delta.after)
        for id_, delta in deltas.items()
        if delta.before is not None and delta.after is not None
    }


def difference(before: Project, after: Project) -> Change:
    """Return what changed between two states of one project.

    Unchanged things are known by identity, so this costs one walk over the values of each map that differs.
    """
    own = {name: Delta(getattr(before, name), getattr(after, name)) for name in FIELDS}
    kinds = {kind: _entries(getattr(before, kind), getattr(after, kind)) for kind in KINDS}
    return Change(Map({name: delta for name, delta in own.items() if delta.before != delta.after}), **kinds)


def _entries(before: AnyMap, after: AnyMap) -> Map[str, Delta[Any]]:
    if before is after:
        return Map()
    pairs = {id_: Delta(before.get(id_), after.get(id_)) for id_ in _changed(before, after)}
    return Map({id_: delta for id_, delta in pairs.items() if delta.before != delta.after})


def _changed(before: AnyMap, after: AnyMap) -> list[str]:
    """Return the ids whose values are not the same object, by walking both maps side by side.

    A Map goes through its keys in an order that follows from their hashes, so equal parts meet; only keys with the
    very same hash may stand the other way round, and then every key is looked up.
    """
    ids: list[str] = []
    old, new = iter(before.values()), iter(after.values())
    for was, now in zip_longest(old, new):
        while was is not now:
            if was is not None and now is not None and was.id == now.id:
                ids.append(was.id)
                break
            if now is not None and now.id not in before:
                ids.append(now.id)
                now = next(new, None)  # noqa: PLW2901 - steps over what was added
            elif was is not None and was.id not in after:
                ids.append(was.id)
                was = next(old, None)  # noqa: PLW2901 - steps over what was removed
            else:
                return [id_ for id_ in {**before, **after} if before.get(id_) is not after.get(id_)]
    return ids


def inverse(change: Change) -> Change:
    """Return the change that leads back."""
    return _mapped(change, lambda delta: Delta(delta.after, delta.before))


def _mapped(change: Change, turn: Callable[[Delta[Any]], Delta[Any]]) -> Change:
    kinds = {kind: Map({id_: turn(delta) for id_, delta in deltas.items()}) for kind, deltas in _parts(change)}
    return Change(**kinds)


def _parts(change: Change) -> Iterator[tuple[str, AnyMap]]:
    return ((each.name, getattr(change, each.name)) for each in fields(change))


def compose(first: Change, second: Change) -> Change:
    """Return the change that does `first` and then `second`, which must start where `first` ended."""
    return Change(**{kind: _composed(deltas, getattr(second, kind)) for kind, deltas in _parts(first)})


def _composed(first: AnyMap, second: AnyMap) -> AnyMap:
    joined = dict(first)
    for id_, delta in second.items():
        before = first[id_].before if id_ in first else delta.before
        joined[id_] = Delta(before, delta.after)
    return Map({id_: delta for id_, delta in joined.items() if delta.before != delta.after})


def apply(change: Change, project: Project) -> Project:
    """Return `project` after `change`, which may have been made on an older or newer state of it.

    What the change touches becomes its `after`; where it was changed since, the two are merged. Raise Conflict,
    naming the place, where both changed the same thing, or where the outcome would not hold together (a step that
    sends a message that is gone).
    """
    judge = Judge(theirs_stays)
    values: dict[str, Any] = {}
    for name, delta in change.fields.items():
        values[name] = merge_with(judge, (name,), delta.before, delta.after, getattr(project, name))
    for kind in KINDS:
        if deltas := getattr(change, kind):
            values[kind] = _applied(judge, kind, deltas, getattr(project, kind))
    if judge.clashes:
        raise Conflict("{place} was changed in the meantime.", place=place_words(judge.clashes[0].path, project))
    return _sound(change, replace(project, **values))


def _applied(judge: Judge, kind: str, deltas: AnyMap, things: AnyMap) -> AnyMap:
    changed = things.mutate()
    for id_, delta in deltas.items():
        now = things.get(id_)
        value = merge_with(judge, (kind, id_), delta.before, delta.after, now)
        if value is not None:
            changed[id_] = value
        elif now is not None:
            del changed[id_]
    return changed.finish()


def _sound(change: Change, project: Project) -> Project:
    """Refuse an outcome that does not hold together; words alone cannot break anything and are not looked over."""
    if not _words_only(change) and (found := problems(project)):
        raise Conflict("This does not fit what was changed in the meantime: {problem}", problem=found[0].sentence)
    return project


def _words_only(change: Change) -> bool:
    linked = change.fields or change.sequences or change.messages or change.assets
    pairs = (*change.blocks.values(), *change.variants.values())
    return not linked and all(_same_links(delta.before, delta.after) for delta in pairs)


def _same_links(before: Block | Variant | None, after: Block | Variant | None) -> bool:
    if isinstance(before, Block) and isinstance(after, Block):
        return before.kind == after.kind and before.settings == after.settings
    if isinstance(before, Variant) and isinstance(after, Variant):
        return before.overrides == after.overrides and before.weight == after.weight
    return False
