"""A text of copy as pieces to set: words with their style, merge tags understood or refused, line breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from studio.errors import StudioError
from studio.model.spans import PLAIN, Break, Style, Tag, parse_plain, parse_spans
from studio.tags.nest import check_balance
from studio.tags.parser import parse_tag
from studio.tags.tree import Else, End, If, Literal, Node, Value

# What some service's engine may take for the beginning or the end of a tag: these signs travel as Literal nodes.
_MARKS = re.compile(r"([{}]+[%#]?|[%#]+[{}]+|\*\||\|\*|\[\[+|\]\]+|<%|%>|%\[|\]%)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, a node, or a line break (neither words nor node), in a style."""

    style: Style = PLAIN
    words: str = ""
    node: Node | None = None

    @property
    def steers(self) -> bool:
        """Whether it is a condition's mark, which must stand outside any style."""
        return isinstance(self.node, If | Else | End)

    @property
    def breaks(self) -> bool:
        """Whether it is a line break, which belongs to the style around it."""
        return self.node is None and not self.words


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut into pieces, with what is wrong with its merge tags."""

    pieces: tuple[Piece, ...] = ()
    faults: tuple[StudioError, ...] = ()


def cut(source: str, *, rich: bool) -> Cut:
    """Return the pieces of a text; a tag that is not understood stands as its own words in square brackets.

    Conditions that do not balance within the text are left out, so that what they hold is always said.
    """
    pieces: list[Piece] = []
    faults: list[StudioError] = []
    for span in parse_spans(source) if rich else parse_plain(source):
        if isinstance(span, Break):
            pieces.append(Piece())
        elif isinstance(span, Tag):
            pieces.append(_tag(span, faults))
        else:
            pieces.extend(_words(span.words, span.style))
    return _balanced(pieces, faults)


def may_be_tag(words: str) -> bool:
    """Tell whether some service's engine may take a part of these words for a tag."""
    return bool(_MARKS.search(words))


def _tag(tag: Tag, faults: list[StudioError]) -> Piece:
    try:
        return Piece(tag.style, node=parse_tag(tag.source))
    except StudioError as fault:
        faults.append(fault)
        return Piece(tag.style, node=Literal(f"[{tag.source}]"))


def _words(words: str, style: Style) -> list[Piece]:
    parts = enumerate(_MARKS.split(words))
    return [Piece(style, node=Literal(part)) if index % 2 else Piece(style, part) for index, part in parts if part]


def _balanced(pieces: list[Piece], faults: list[StudioError]) -> Cut:
    try:
        check_balance(piece.node for piece in pieces if piece.node)
    except StudioError as fault:
        return Cut(tuple(piece for piece in pieces if not piece.steers), (*faults, fault))
    return Cut(tuple(pieces), tuple(faults))


@cache
def value(path: str, *, money: bool = False) -> Value:
    """Return the node that prints a path of the catalogue, as an amount of money where asked."""
    node = parse_tag(f"{path} | money" if money else path)
    if not isinstance(node, Value):
        raise TypeError(path)
    return node
