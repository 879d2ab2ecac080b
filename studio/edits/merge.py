"""Three-way merge of any value of the model: field by field, key by key, id by id, with the clashes it met."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Generic, TypeVar, cast

from immutables import Map

from studio.edits.clash import Clash, Judge, Policy, theirs_stays
from studio.edits.merge_order import merge_order, survivors
from studio.edits.merge_tree import merge_tree
from studio.edits.places import Path
from studio.model.conditions import Condition
from studio.model.localized import Localized, Text
from studio.model.sequence import Trigger
from studio.model.steps import Arm, Experiment, Note, Send, Split, Stop, Wait
from studio.model.steps import Path as Way

T = TypeVar("T")
NODES = (Send, Wait, Split, Experiment, Note, Stop, Arm, Way)
# Halves of these by different people would say what neither meant: a digest belongs to its words.
WHOLE = (Text, Condition, Trigger)
# A block of another kind has other texts and settings, a message of another channel other blocks.
FIXED = ("id", "kind", "channel")
EMPTY: dict[type, Any] = {Localized: Localized(), Map: Map(), tuple: ()}


@dataclass(frozen=True, slots=True)
class Merged(Generic[T]):
    """What a merge came to, and the places where the policy had to choose."""

    value: T
    clashes: tuple[Clash, ...] = ()


def merge(base: T, mine: T, theirs: T, policy: Policy = theirs_stays, path: Path = ()) -> Merged[T]:
    """Return `theirs` with the changes that led from `base` to `mine`; None stands for something that is not there.

    Localized texts merge per language, maps per key, orders of ids as lists, trees of steps as trees. Where both sides
    changed the same thing differently, `policy` chooses (`theirs_stays`, `mine_wins`, or `refuse`, which raises
    Conflict) and the clash is listed.
    """
    judge = Judge(policy)
    value = merge_with(judge, path, base, mine, theirs)
    return Merged(cast("T", value), tuple(judge.clashes))


def merge_with(judge: Judge, path: Path, base: object, mine: object, theirs: object) -> object:
    """Merge one value as `merge` does, with a judge who may serve several values."""
    if mine is theirs or base is mine or base == mine or mine == theirs:
        return theirs
    if base is theirs or base == theirs:
        return mine
    kind = type(base)
    if kind is type(mine) is type(theirs):
        if kind is Map:
            return _merge_maps(judge, path, cast("Any", base), cast("Any", mine), cast("Any", theirs))
        if kind is tuple:
            return _merge_tuples(judge, path, cast("Any", base), cast("Any", mine), cast("Any", theirs))
        if is_dataclass(base) and kind not in WHOLE and _same_thing(base, mine, theirs):
            return _merge_fields(judge, path, base, mine, theirs)
    return judge.decide(path, base, mine, theirs)


def _same_thing(*sides: object) -> bool:
    return all(len({getattr(side, name, None) for side in sides}) == 1 for name in FIXED)


def _merge_fields(judge: Judge, path: Path, base: Any, mine: Any, theirs: Any) -> object:  # noqa: ANN401
    values = {}
    for field in fields(base):
        name = field.name
        values[name] = merge_with(judge, (*path, name), *(getattr(side, name) for side in (base, mine, theirs)))
    return replace(theirs, **values)


AnyMap = Map[str, Any]


def _merge_maps(judge: Judge, path: Path, base: AnyMap, mine: AnyMap, theirs: AnyMap) -> AnyMap:
    values = dict(theirs)
    for key in dict.fromkeys((*base, *mine, *theirs)):
        value = _merge_entry(judge, (*path, key), base.get(key), mine.get(key), theirs.get(key))
        if value is None:
            values.pop(key, None)
        else:
            values[key] = value
    return Map(values)


def _merge_entry(judge: Judge, path: Path, *sides: object) -> object:
    """Merge what stands under one key; a text, map or list that is not there is an empty one, so two first can meet."""
    kinds = {type(side) for side in sides if side is not None}
    empty = EMPTY.get(kinds.pop()) if len(kinds) == 1 else None
    if empty is None:
        return merge_with(judge, path, *sides)
    merged = merge_with(judge, path, *(empty if side is None else side for side in sides))
    return merged if merged != empty or None not in sides else None


Items = tuple[Any, ...]


def _merge_tuples(judge: Judge, path: Path, base: Items, mine: Items, theirs: Items) -> Items:
    items = (*base, *mine, *theirs)
    if all(isinstance(item, NODES) for item in items):

        def merge_node(path: Path, *sides: object) -> object:
            return merge_with(judge, path, *sides)

        return merge_tree(judge, merge_node, path, base, mine, theirs)
    if all(isinstance(item, str) for item in items) and _unique(base, mine, theirs):
        return merge_order(judge, path, base, mine, theirs, survivors(base, mine, theirs))
    if all(hasattr(item, "id") for item in items):
        return _merge_rows(judge, path, base, mine, theirs)
    return cast("Items", judge.decide(path, base, mine, theirs))


def _unique(*orders: Items) -> bool:
    return all(len(set(order)) == len(order) for order in orders)


def _merge_rows(judge: Judge, path: Path, *sides: Items) -> Items:
    orders = [tuple(row.id for row in side) for side in sides]
    if not _unique(*orders):
        return cast("Items", judge.decide(path, *sides))
    rows = [{row.id: row for row in side} for side in sides]
    merged = {
        id_: merge_with(judge, (*path, id_), *(by_id.get(id_) for by_id in rows)) for by_id in rows for id_ in by_id
    }
    kept = {id_ for id_, row in merged.items() if row is not None}
    return tuple(merged[id_] for id_ in merge_order(judge, path, orders[0], orders[1], orders[2], kept))
