"""Looking into a tree of steps and rebuilding it: only the lists on the way to a change are made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from studio.errors import StudioError
from studio.model.sequence import branches
from studio.model.steps import Arm, Experiment, Path, Split, Step

Node = Step | Arm | Path
Nodes = tuple[Node, ...]
N = TypeVar("N", bound=Node)
ROOT = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a step: in an arm or path (`branch`, empty for the trunk), before a step or at the end."""

    branch: str = ROOT
    before: str = ""


END = Spot()


def inside(node: Node) -> Nodes:
    """Return what lies directly in a node: the arms of a split, the paths of an experiment, the steps of those."""
    return node.steps if isinstance(node, (Arm, Path)) else branches(node)


def with_inside(node: Node, nodes: tuple[Any, ...]) -> Node:
    """Return a node with other arms, paths or steps in it; steps that hold nothing come back as they are."""
    if isinstance(node, Split):
        return replace(node, arms=nodes)
    if isinstance(node, Experiment):
        return replace(node, paths=nodes)
    return replace(node, steps=nodes) if isinstance(node, (Arm, Path)) else node


def nodes_of(nodes: Nodes) -> Iterator[Node]:
    """Yield steps, arms and paths, each before what lies in it, in reading order."""
    for node in nodes:
        yield node
        yield from nodes_of(inside(node))


def node_of(steps: tuple[Step, ...], id_: str, *kinds: type[N]) -> N:
    """Return the node `id_`, which must be one of `kinds`; raise StudioError where there is none."""
    for node in nodes_of(steps):
        if node.id == id_ and isinstance(node, kinds):
            return node
    raise StudioError("There is no such step here: “{id}”.", id=id_)


def over_lists(nodes: Nodes, turn: Callable[[str, Nodes], Nodes], place: str = ROOT) -> Nodes:
    """Return a tree in which `turn(place, nodes)` has answered for every list, from the innermost outwards.

    `place` is the id of the node that a list lies in, `ROOT` for the trunk. Lists that stay are not made anew.
    """
    held = []
    for node in nodes:
        within = inside(node)
        turned = over_lists(within, turn, node.id) if within or isinstance(node, (Arm, Path)) else within
        held.append(node if turned is within else with_inside(node, turned))
    same = all(old is new for old, new in zip(nodes, held, strict=True))
    return turn(place, nodes if same else tuple(held))


def inserted(steps: tuple[Step, ...], node: Node, place: str, before: str) -> tuple[Step, ...]:
    """Return a tree with `node` in the list of `place`, before the node `before` or at the end."""
    return cast("tuple[Step, ...]", over_lists(steps, lambda here, nodes: _put(nodes, node, before, here == place)))


def _put(nodes: Nodes, node: Node, before: str, here: bool) -> Nodes:
    if not here:
        return nodes
    ids = [each.id for each in nodes]
    if before and before not in ids:
        raise StudioError("There is no such step here: “{id}”.", id=before)
    index = ids.index(before) if before else len(ids)
    return (*nodes[:index], node, *nodes[index:])


def replaced(steps: tuple[Step, ...], id_: str, instead: Nodes) -> tuple[Step, ...]:
    """Return a tree in which the node `id_` has given way to the nodes `instead`, which may be none."""
    return cast("tuple[Step, ...]", over_lists(steps, lambda _, nodes: _swapped(nodes, id_, instead)))


def _swapped(nodes: Nodes, id_: str, instead: Nodes) -> Nodes:
    if all(node.id != id_ for node in nodes):
        return nodes
    return tuple(new for node in nodes for new in (instead if node.id == id_ else (node,)))
