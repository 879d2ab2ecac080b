"""The grammar of a merge tag: from what stands between the braces to a node, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from immutables import Map

from studio.errors import StudioError
from studio.tags.catalogue import Kind, path_info
from studio.tags.tree import Else, End, Filter, If, Literal, Node, Value

_PATH = re.compile(r"[^\s|:\"]+")
_PIPE = re.compile(r"\s*\|\s*")
_NAME = re.compile(r"[^\s|:\"]*")
_TEXT = re.compile(r'\s*:\s*"((?:[^"\\]|\\.)*)"', re.DOTALL)
_NUMBER = re.compile(r"\s*:\s*([1-9]\d{0,2})(?!\d)")
_SLIPS = Map({"endif": "end", "fi": "end", "elif": "if", "elseif": "if", "elsif": "if", "unless": "if", "for": "if"})


def parse_tag(source: str) -> Value | If | Else | End:
    """Return the node for what stands between the braces.

    Raise StudioError with one sentence for an empty tag, an unknown path (naming the nearest), an unknown or repeated
    filter, a filter that does not suit what the path holds, or bad quoting.
    """
    written = source.strip()
    word, *rest = written.split(None, 1) or [""]
    if word == "if":
        return _condition("".join(rest))
    if written in ("else", "end"):
        return Else() if written == "else" else End()
    _refuse_slip(written, word)
    return _value(written)


def _refuse_slip(written: str, word: str) -> None:
    if not written:
        raise StudioError("A merge tag is empty: write what it shall print between the braces.")
    if word in _SLIPS or word in ("else", "end"):
        raise StudioError(
            "“{written}” is not understood; conditions are written with “if”, “else” and “end” only.", written=written
        )


def _condition(path: str) -> If:
    if not path:
        raise StudioError("“if” needs a path to ask about, as in “{example}”.", example="if person.first_name")
    if not _PATH.fullmatch(path):
        raise StudioError("“if {path}” is not understood: “if” takes one path and nothing else.", path=path)
    return If(path_info(path).path)


def _value(written: str) -> Value:
    path = _PATH.match(written)
    if path is None:
        raise StudioError("“{written}” does not begin with a path such as “person.first_name”.", written=written)
    info = path_info(path.group())
    filters = tuple(_filters(written, path.end()))
    names = [found.name for found in filters]
    for name in names:
        if names.count(name) > 1:
            raise StudioError("“{path}” has the filter “{filter}” twice.", path=info.path, filter=name)
    if "money" in names and info.kind is not Kind.MONEY:
        raise StudioError("“{path}” is no amount of money, so “money” does not suit it.", path=info.path)
    if "cut" in names and info.kind is not Kind.TEXT:
        raise StudioError("“{path}” is no text, so “cut” does not suit it.", path=info.path)
    return Value(info.path, filters)


def _filters(written: str, at: int) -> Iterator[Filter]:
    while at < len(written):
        pipe = _PIPE.match(written, at)
        if pipe is None:
            raise StudioError(
                "In “{written}” there is a “|” missing before “{rest}”.", written=written, rest=written[at:].strip()
            )
        name = _NAME.match(written, pipe.end())
        found, at = _one_filter(written, name.group() if name else "", name.end() if name else at)
        yield found


def _one_filter(written: str, name: str, at: int) -> tuple[Filter, int]:
    reader = FILTERS.get(name)
    if reader is None:
        raise StudioError(
            "There is no filter “{filter}”; there are: {known}.", filter=name, known=", ".join(sorted(FILTERS))
        )
    return reader(written, name, at)


def _bare(written: str, name: str, at: int) -> tuple[Filter, int]:
    if written[at:].lstrip().startswith(":"):
        raise StudioError("The filter “{filter}” takes no text.", filter=name)
    return Filter(name), at


def _with_text(written: str, name: str, at: int) -> tuple[Filter, int]:
    text = _TEXT.match(written, at)
    if text is None:
        raise StudioError(
            "The filter “{filter}” needs its text in straight double quotes, as in {example}.",
            filter=name,
            example=f'{name}: "du"',
        )
    return Filter(name, re.sub(r"\\(.)", r"\1", text.group(1), flags=re.DOTALL)), text.end()


def _with_number(written: str, name: str, at: int) -> tuple[Filter, int]:
    number = _NUMBER.match(written, at)
    if number is None:
        raise StudioError(
            "The filter “{filter}” needs a number of characters from 1 to 999, as in {example}.",
            filter=name,
            example=f"{name}: 28",
        )
    return Filter(name, number.group(1)), number.end()


FilterReader = Callable[[str, str, int], tuple[Filter, int]]
FILTERS: Map[str, FilterReader] = Map({"cut": _with_number, "default": _with_text, "money": _bare})


def tag_source(node: Node) -> str:
    """Return what a writer puts between the braces for a node; words are themselves, loops have no tag."""
    if isinstance(node, Value):
        return " | ".join([node.path, *(_filter_source(held) for held in node.filters)])
    if isinstance(node, If):
        return f"if {node.path}"
    return {Else: "else", End: "end"}.get(type(node), node.words if isinstance(node, Literal) else "")


def _filter_source(held: Filter) -> str:
    if FILTERS.get(held.name) is _with_number:
        return f"{held.name}: {held.text}"
    if FILTERS.get(held.name) is not _with_text:
        return held.name
    text = held.text.replace("\\", "\\\\").replace('"', '\\"')
    return f'{held.name}: "{text}"'
