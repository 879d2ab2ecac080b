"""Where the words lie in an entity, and how they are lifted out of its plain form and put back.

A text is addressed by a pointer as in RFC 6901 without the leading slash: `overrides/9f…/texts/text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from immutables import Map

Plain = dict[str, Any]

PATHS: Map[str, tuple[tuple[str, ...], ...]] = Map(
    {
        "brand": (("facts", "*"),),
        "sequence": (("purpose",),),
        "block": (("texts", "*"),),
        "variant": (("subject",), ("preheader",), ("overrides", "*", "texts", "*")),
        "snippet": (("text",),),
        "term": (("text",),),
        "asset": (("alt",),),
    }
)
"""Kind of entity -> the ways to its Localized fields; `*` stands for every key of a map."""


def lift(kind: str, plain: Plain) -> dict[str, dict[str, Plain]]:
    """Take the words out of an entity's plain form, in place; return language -> pointer -> plain Text.

    The names of the texts stay (they are structure), so that writing the first word of a text touches no structure.
    """
    found: dict[str, dict[str, Plain]] = {}
    for path in PATHS.get(kind, ()):
        for pointer, localized in _reach(plain, path, ""):
            for language, text in localized.pop("texts", {}).items():
                found.setdefault(language, {})[pointer] = text
        if path[-1] != "*" and not plain.get(path[-1]):
            plain.pop(path[-1], None)
    return found


def _reach(plain: Plain, path: tuple[str, ...], so_far: str) -> Iterator[tuple[str, Plain]]:
    if not path:
        yield so_far, plain
        return
    for key in list(plain) if path[0] == "*" else [path[0]]:
        if key in plain:
            yield from _reach(plain[key], path[1:], f"{so_far}/{_escaped(key)}" if so_far else _escaped(key))


def put_back(plain: Plain, language: str, words: dict[str, Plain]) -> None:
    """Put the words of one language (pointer -> plain Text) into an entity's plain form, in place.

    Words for a text that the entity no longer has are left out.
    """
    for pointer, text in words.items():
        *way, last = (_unescaped(part) for part in pointer.split("/"))
        place: Plain | None = plain
        for part in way:
            place = place.get(part) if place is not None else None
        if place is not None and (last in place or not way):
            place.setdefault(last, {}).setdefault("texts", {})[language] = text


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _unescaped(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~") if "~" in part else part
