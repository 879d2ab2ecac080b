"""Two people's work made one: a merge of the whole project, and what is kept of words that lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from immutables import Map

from studio.edits.change import KINDS, Change, difference
from studio.edits.clash import Clash
from studio.edits.merge import merge
from studio.model.project import Project
from studio.model.validity import problems
from studio.store.news import touched
from studio.store.rows import SHELVES, structure_row


@dataclass(frozen=True, slots=True)
class Joined:
    """The project that came of two, and the places where mine lost to theirs."""

    project: Project
    clashes: tuple[Clash, ...] = ()


def rewound(change: Change, project: Project) -> Project:
    """Return what `project` was before a change that has just led to it."""
    values: dict[str, Any] = {name: delta.before for name, delta in change.fields.items()}
    for shelf in KINDS:
        if deltas := getattr(change, shelf):
            values[shelf] = _rewound(getattr(project, shelf), deltas)
    return replace(project, **values)


def shared(base: Project, project: Project) -> Project:
    """Return `project` made of the very values of `base` wherever they are the same; `base` itself where all are."""
    way_back = difference(project, base)
    return rewound(way_back, base) if way_back else base


def _rewound(things: Map[str, Any], deltas: Map[str, Any]) -> Map[str, Any]:
    older = things.mutate()
    for identity, delta in deltas.items():
        if delta.before is not None:
            older[identity] = delta.before
        else:
            older.pop(identity, None)
    return older.finish()


def joined(base: Project, mine: Project, theirs: Project) -> Joined:
    """Return `theirs` with what led from `base` to `mine`.

    Where both changed the same, theirs stays and a Clash tells. Where both together would not hold together (a step
    that sends a message which they removed), only my words are merged, and each of my changes of structure is a Clash.
    """
    whole = merge(base, mine, theirs)
    structure = _structure(difference(base, mine), base, mine)
    if not structure or _holds_together(whole.value, theirs):
        return Joined(whole.value, whole.clashes)
    words = merge(base, rewound(structure, mine), theirs)
    return Joined(words.value, (*words.clashes, *_refused(structure, theirs)))


def _holds_together(merged: Project, theirs: Project) -> bool:
    """Tell whether a merge brought no problem that was not there before."""
    known = problems(theirs)
    return all(problem in known for problem in problems(merged))


def _structure(change: Change, base: Project, mine: Project) -> Change:
    """Return the part of a change that is not about words alone."""
    keys = {key for key in touched(change) if structure_row(base, key) != structure_row(mine, key)}
    kinds = {
        shelf: Map({identity: delta for identity, delta in getattr(change, shelf).items() if (kind, identity) in keys})
        for kind, (shelf, _) in SHELVES.items()
    }
    return Change(change.fields, **kinds)


def _refused(structure: Change, theirs: Project) -> tuple[Clash, ...]:
    fields = [
        Clash((name,), delta.before, delta.after, getattr(theirs, name)) for name, delta in structure.fields.items()
    ]
    entities = [
        Clash((shelf, identity), delta.before, delta.after, getattr(theirs, shelf).get(identity))
        for shelf in KINDS
        for identity, delta in getattr(structure, shelf).items()
    ]
    return (*fields, *entities)
