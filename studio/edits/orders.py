"""Orders of ids that a change touched, as facts for the models that show lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studio.edits.change import Change, altered
from studio.edits.merge_tree import flat


@dataclass(frozen=True, slots=True)
class Reordered:
    """One list before and after: `owner` is the id of the thing it belongs to, `name` what is in it.

    `name` is "sequences" (owner empty), "blocks" or "variants" (owner a message) or "steps" (owner a sequence, or an
    arm, path, split or experiment in it). `moved` says whether ids that stayed changed their order among each other.
    """

    name: str
    owner: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    moved: bool


def reordered(change: Change) -> tuple[Reordered, ...]:
    """Return every list that gained, lost or moved something, without those of things that came or went whole."""
    return tuple(_orders(change))


def _orders(change: Change) -> Iterator[Reordered]:
    if order := change.fields.get("sequence_order"):
        yield from _order("sequences", "", _ids(order.before), _ids(order.after))
    for message, (old, new) in altered(change.messages).items():
        yield from _order("blocks", message, old.blocks, new.blocks)
        yield from _order("variants", message, old.variants, new.variants)
    for sequence, (was, now) in altered(change.sequences).items():
        before, after = flat(was.steps).orders, flat(now.steps).orders
        for owner in before.keys() & after.keys():
            yield from _order("steps", owner or sequence, before[owner], after[owner])


def _ids(order: object) -> tuple[str, ...]:
    return tuple(str(id_) for id_ in order) if isinstance(order, tuple) else ()


def _order(name: str, owner: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Reordered]:
    if before != after:
        moved = [id_ for id_ in before if id_ in after] != [id_ for id_ in after if id_ in before]
        yield Reordered(name, owner, before, after, moved)
