"""JSON values: parts by dotted path, such as `data.attributes.image_url` or `items.0.id`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def at_path(value: Any, path: str) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return what lies at a dotted path, or None; numbers count in lists, an empty path is the value itself."""
    for part in path.split(".") if path else ():
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and part.isdecimal() and int(part) < len(value):
            value = value[int(part)]
        else:
            return None
    return value


def all_at(value: Any, path: str) -> list[Any]:  # noqa: ANN401 - JSON of any shape
    """Return the items of the list at a dotted path; `*` goes through every item of a list on the way."""
    before, star, after = path.partition("*")
    found = at_path(value, before.strip("."))
    items = found if isinstance(found, list) else []
    return [inner for item in items for inner in all_at(item, after.strip("."))] if star else items


def kept(answer: Any, paths: Iterable[str]) -> dict[str, Any]:  # noqa: ANN401 - JSON of any shape
    """Return only those parts of an answer, at the same paths (a number on the way becomes a key)."""
    small: dict[str, Any] = {}
    for path in sorted(paths):
        found = at_path(answer, path)
        if path and found is not None:
            put(small, path, found)
    return small


def put(tree: dict[str, Any], path: str, value: Any) -> None:  # noqa: ANN401 - JSON of any shape
    """Lay a value at a dotted path; what a shorter path already holds whole is left alone."""
    *way, last = path.split(".")
    for part in way:
        tree = tree.setdefault(part, {})
        if not isinstance(tree, dict):
            return
    tree.setdefault(last, value)


def text_of(value: Any) -> str:  # noqa: ANN401 - JSON of any shape
    """Return an id or a name as text; nothing and structures are empty."""
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
