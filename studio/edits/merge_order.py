"""Three-way merge of an order of ids: additions are kept, removals honoured, opposed moves clash."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import combinations
from typing import cast

from studio.edits.clash import Judge
from studio.edits.places import Path

Ids = tuple[str, ...]
Pairs = set[tuple[str, str]]


def survivors(base: Ids, mine: Ids, theirs: Ids) -> frozenset[str]:
    """Return the ids that belong to the merge: what both kept and what either added."""
    return frozenset((set(mine) & set(theirs)) | (set(mine) - set(base)) | (set(theirs) - set(base)))


def merge_order(judge: Judge, path: Path, base: Ids, mine: Ids, theirs: Ids, members: Set[str]) -> Ids:
    """Return `members` in an order that honours the moves of both sides.

    An added id follows its predecessor in the side that added it; where both added at one place, theirs come first.
    Moves of different ids combine; the same id moved differently goes to `judge`, who answers with an order.
    """
    kept = [[item for item in order if item in members] for order in (base, mine, theirs)]
    common = set(kept[0]) & set(kept[1]) & set(kept[2])
    order = _common_order(judge, path, *([item for item in side if item in common] for side in kept))
    for side in (kept[2], kept[1]):
        _insert(order, side)
    return tuple(order)


def _common_order(judge: Judge, path: Path, base: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    if mine in (base, theirs):
        return list(theirs)
    if base == theirs:
        return list(mine)
    mine_flips, their_flips = _flips(base, mine), _flips(base, theirs)
    both = None if mine_flips & their_flips else _flipped(base, mine_flips | their_flips)
    return both or list(cast("Ids", judge.decide(path, tuple(base), tuple(mine), tuple(theirs))))


def _flips(base: list[str], moved: list[str]) -> Pairs:
    """Return the pairs, in base order, that stand the other way round in `moved`."""
    place = {item: index for index, item in enumerate(moved)}
    return {(a, b) for a, b in combinations(base, 2) if place[a] > place[b]}


def _flipped(base: list[str], flips: Pairs) -> list[str] | None:
    """Return the order in which exactly `flips` stand the other way round, or None where they contradict each other.

    Pairwise wishes form an order just when the numbers of predecessors are all different.
    """
    ahead = dict.fromkeys(base, 0)
    for a, b in combinations(base, 2):
        ahead[a if (a, b) in flips else b] += 1
    return sorted(base, key=ahead.__getitem__) if len(set(ahead.values())) == len(base) else None


def _insert(order: list[str], side: Sequence[str]) -> None:
    own, placed = set(side), set(order)
    for before, item in zip((None, *side), side, strict=False):
        if item in placed:
            continue
        index = order.index(before) + 1 if before is not None else 0
        while index < len(order) and order[index] not in own:
            index += 1
        order.insert(index, item)
        placed.add(item)
