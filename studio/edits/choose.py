"""The verb for a person's choice between two versions: a place that two changed says what was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args, get_type_hints

from immutables import Map

from studio.edits.change import KINDS
from studio.edits.places import Path
from studio.errors import Conflict, StudioError
from studio.model.codec import from_plain, to_plain
from studio.model.project import Project
from studio.model.validity import problems


def choose(project: Project, path: Path, plain: object) -> Project:
    """Return a project in which the place that the `path` of a clash leads to says `plain`, a value of plain JSON.

    None takes out what is there. Raise StudioError for a place that is gone and for where steps stand, which is put
    right by hand; raise Conflict where the project would not hold together.
    """
    own, *rest = path
    kind = get_type_hints(Project)[own]
    value: Any = getattr(project, own)
    if own in KINDS:
        id_, *rest = rest
        value = _filed(value, id_, _chosen(get_args(kind)[1], value.get(id_), rest, plain))
    else:
        value = _chosen(kind, value, rest, plain)
    changed = replace(project, **{own: value})
    known = problems(project)
    for found in problems(changed):
        if found not in known:
            raise Conflict("This does not fit what was changed in the meantime: {problem}", problem=found.sentence)
    return changed


def _filed(things: Map[str, Any], id_: str, thing: object | None) -> Map[str, Any]:
    if thing is not None:
        return things.set(id_, thing)
    return things.delete(id_) if id_ in things else things


def _chosen(kind: Any, value: object, path: list[str], plain: object) -> Any:  # noqa: ANN401
    if not path:
        return None if plain is None else from_plain(kind, plain)
    whole = inside = to_plain(value)
    for name in path[:-1]:
        inside = inside.setdefault(name, {}) if isinstance(inside, dict) else _by_id(inside, name)
    if not isinstance(inside, dict) or (path[-1] == "place" and "steps" in path):
        raise StudioError("What was chosen no longer has a place here and has to be put right by hand.")
    inside[path[-1]] = plain
    if plain is None:
        del inside[path[-1]]
    return from_plain(kind, whole)


def _by_id(inside: object, id_: str) -> object:
    """Return what has this id in a list, or in a list further in: a path names a step, not the arms around it."""
    return next((thing for thing in _things(inside) if thing.get("id") == id_), None)


def _things(inside: object) -> Iterator[dict[str, Any]]:
    for thing in inside if isinstance(inside, list) else ():
        if isinstance(thing, dict):
            yield thing
            for within in thing.values():
                yield from _things(within)
