"""The mark in a thing's name at a service, by which a lost answer or another machine finds it.

A name ends in a mark, `Welcome 1 [fabel a1b2c3]`, that belongs to one thing of one flow. A new draft that replaces an
older one is its next generation, `Welcome 1 [fabel a1b2c3-2]`: the older one is never deleted, and no two things ever
bear the same name, so that an exact name always finds the right one. The highest generation is the one in use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from studio.exporters.references import replaced

_MARK = re.compile(r"\[fabel (?P<code>[0-9a-z]+)(?:-(?P<generation>[0-9]{1,6}))?\]")
_COUNT = re.compile(r" \(([0-9]{1,6})\)$")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a name says of a thing: `title` is the name without its mark."""

    title: str
    code: str
    generation: int = 1


def read_mark(name: str) -> Mark | None:
    """Return the mark in a name, or None where a person chose the name freely."""
    found = _MARK.search(name)
    if not found:
        return None
    title = (name[: found.start()] + name[found.end() :]).strip()
    return Mark(title, found["code"], int(found["generation"] or 1))


def generation_of(name: str) -> int:
    """Return which draft of its thing a name belongs to; a name without a mark may end in `(2)`."""
    mark = read_mark(name)
    count = _COUNT.search(name)
    return mark.generation if mark else int(count[1]) if count else 1


def named(name: str, generation: int) -> str:
    """Return the name of another generation of the same thing."""
    if generation == 1:
        return name
    mark = read_mark(name)
    if mark is None:
        return f"{name} ({generation})"
    return _MARK.sub(lambda _: f"[fabel {mark.code}-{generation}]", name, count=1)


def same_thing(names: Iterable[str], name: str) -> tuple[str, ...]:
    """Return which of `names` are generations of the thing called `name`, newest first.

    Title and mark count. Where no title fits (the message was renamed since) the mark alone does, unless two things
    bear it: those are of one generation, while drafts of one thing never are.
    """
    mark = read_mark(name)
    if mark is None:
        return (name,) if name in set(names) else ()
    marked = [(found, other) for other in names if (found := read_mark(other)) and found.code == mark.code]
    fitting = [(found.generation, other) for found, other in marked if found.title == mark.title]
    if not fitting and len({found.generation for found, _ in marked}) == len(marked):
        fitting = [(found.generation, other) for found, other in marked]
    return tuple(other for _, other in sorted(fitting, reverse=True))


def renamed(value: Any, old: str, new: str) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return a body in which the thing's own name is the new one, wherever it is a whole text."""
    return value if old == new else replaced(value, lambda text: new if text == old else text)
