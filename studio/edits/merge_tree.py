"""Three-way merge of a tree of steps: by step, by the arm a step stands in, and by the order within each arm.

Merging arm by arm would double a step that both sides moved; so the tree is laid flat, merged and built again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from studio.edits.clash import Judge
from studio.edits.merge_order import merge_order
from studio.edits.places import Path
from studio.edits.tree import ROOT, Node, inside, with_inside
from studio.model.steps import Note, Send, Step, Stop, Wait

LEAVES = (Send, Wait, Note, Stop)
Merge = Callable[[Path, object, object, object], object]


@dataclass(slots=True)
class Flat:
    """A tree laid flat: nodes without what lies in them, where each stands, and the order within each."""

    nodes: dict[str, Node] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    orders: dict[str, tuple[str, ...]] = field(default_factory=dict)
    size: int = 0


def flat(steps: tuple[Step, ...]) -> Flat:
    """Return a tree laid flat; where an id occurs twice, `size` is larger than the number of nodes."""
    laid = Flat()
    _lay(laid, ROOT, steps)
    return laid


def _lay(laid: Flat, place: str, nodes: tuple[Node, ...]) -> None:
    laid.orders[place] = tuple(node.id for node in nodes)
    laid.size += len(nodes)
    for node in nodes:
        laid.nodes[node.id] = with_inside(node, ())
        laid.places[node.id] = place
        if not isinstance(node, LEAVES):
            _lay(laid, node.id, inside(node))


def merge_tree(
    judge: Judge, merge: Merge, path: Path, base: tuple[Step, ...], mine: tuple[Step, ...], theirs: tuple[Step, ...]
) -> tuple[Step, ...]:
    """Return the tree with the changes of both sides; `merge` merges single nodes.

    The whole tree goes to `judge` where the changes cannot live together: an arm removed by one side while the other
    put a step into it, two splits moved into each other, or ids that are not unique.
    """
    sides = [flat(steps) for steps in (base, mine, theirs)]
    if all(side.size == len(side.nodes) for side in sides):
        merged = _merged(judge, merge, path, sides)
        if _stands(merged):
            return cast("tuple[Step, ...]", _built(merged, ROOT))
    return cast("tuple[Step, ...]", judge.decide(path, base, mine, theirs))


def _merged(judge: Judge, merge: Merge, path: Path, sides: list[Flat]) -> Flat:
    merged = Flat()
    for id_ in dict.fromkeys(id_ for side in sides for id_ in side.nodes):
        node = merge((*path, id_), *(side.nodes.get(id_) for side in sides))
        if node is not None:
            merged.nodes[id_] = cast("Node", node)
            merged.places[id_] = _place(judge, (*path, id_, "place"), [side.places.get(id_) for side in sides])
    _order(judge, path, merged, sides)
    return merged


def _place(judge: Judge, path: Path, places: list[str | None]) -> str:
    base, mine, theirs = places
    if theirs is None or mine is None:
        return cast("str", mine if theirs is None else theirs)
    if mine in (base, theirs):
        return theirs
    return mine if base == theirs else cast("str", judge.decide(path, base, mine, theirs))


def _order(judge: Judge, path: Path, merged: Flat, sides: list[Flat]) -> None:
    members: dict[str, set[str]] = {ROOT: set()}
    for id_, place in merged.places.items():
        members.setdefault(place, set()).add(id_)
    for place, within in members.items():
        base, mine, theirs = (side.orders.get(place, ()) for side in sides)
        merged.orders[place] = merge_order(judge, (*path, place) if place else path, base, mine, theirs, within)


def _stands(merged: Flat) -> bool:
    """Tell whether every node can be reached from the root: none hangs in a removed arm or in itself."""
    reached, ahead = 0, [ROOT]
    while ahead:
        inside = merged.orders.get(ahead.pop(), ())
        reached += len(inside)
        ahead.extend(inside)
    return reached == len(merged.nodes)


def _built(merged: Flat, place: str) -> tuple[Node, ...]:
    return tuple(with_inside(merged.nodes[id_], _built(merged, id_)) for id_ in merged.orders.get(place, ()))
