"""Spans written back as the Markdown subset of copy, so that reading them again gives the same spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from studio.model.spans import PLAIN, Break, Span, Style, Tag, Words

# An underscore within a word and an asterisk between spaces are words anyway, and easier to read so.
_SIGNS = re.compile(r"(?<=[^\W_])_(?=[^\W_])|(?<=\s)\*(?=\s)|(?P<sign>\{\{|[\\*_\[\]])")
_MARKS = (("bold", "**"), ("italic", "*"))


def marked(spans: Iterable[Span]) -> str:
    """Return spans as a rich text; `parse_spans` of it gives `tidy(spans)`."""
    said: list[str] = []
    now = PLAIN
    tidied = tidy(spans)
    # A line break has no link, for an address cannot reach over it: it is closed before and opened again after.
    for span, style in zip(tidied, _even(tidied), strict=True):
        said += [_turn(now, style), _said(span)]
        now = style
    return "".join((*said, _turn(now, PLAIN)))


def unmarked(spans: Iterable[Span]) -> str:
    """Return spans as a plain text (subject, label, SMS): styles and links are left out; see `parse_plain`."""
    return "".join(_plain(span) for span in spans)


def tidy(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans as the Markdown subset can say them.

    White space is bold or italic only between words that are, an address has neither line breaks nor an open closing
    bracket, and neighbours of one style are one.
    """
    pieces = tuple(_pieces(spans))
    styles = _even(pieces)
    joined: list[Span] = []
    for (style, kind), group in groupby(zip(pieces, styles, strict=True), key=lambda pair: (pair[1], type(pair[0]))):
        members = [piece for piece, _ in group]
        if kind is Words:
            joined.append(Words("".join(piece.words for piece in members if isinstance(piece, Words)), style))
        else:
            joined += [replace(piece, style=style) if isinstance(piece, Tag) else piece for piece in members]
    return tuple(joined)


def _pieces(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans with words and white space apart, and without newlines inside words."""
    for span in spans:
        if not isinstance(span, Words):
            yield span
            continue
        for part in re.findall(r"\n|[^\S\n]+|\S+", span.words):
            yield Break() if part == "\n" else replace(span, words=part)


def _even(pieces: tuple[Span, ...]) -> list[Style]:
    """Return the style of each piece; white space takes a mark only where it stands on both sides."""
    before, after = _neighbours(pieces), _neighbours(pieces[::-1])[::-1]
    return [
        _style(piece) if not _is_space(piece) else _shared(_style(piece), left, right)
        for piece, left, right in zip(pieces, before, after, strict=True)
    ]


def _neighbours(pieces: tuple[Span, ...]) -> list[Style]:
    last, found = PLAIN, []
    for piece in pieces:
        last = last if _is_space(piece) else _style(piece)
        found.append(last)
    return found


def _is_space(piece: Span) -> bool:
    return isinstance(piece, Break) or (isinstance(piece, Words) and not piece.words.strip())


def _style(piece: Span) -> Style:
    if isinstance(piece, Break):
        return PLAIN
    return replace(piece.style, link=_address(piece.style.link)) if piece.style.link else piece.style


def _shared(own: Style, left: Style, right: Style) -> Style:
    return Style(left.bold and right.bold, left.italic and right.italic, own.link)


def _address(link: str) -> str:
    """Return an address that ends where its bracket does: a closing one outside merge tags is percent-encoded."""
    parts = re.split(r"(\{\{.*?\}\})", "".join(link.split("\n")).strip())
    return "".join(part if number % 2 else part.replace(")", "%29") for number, part in enumerate(parts))


def _turn(before: Style, after: Style) -> str:
    closed = "".join(mark for name, mark in _MARKS if getattr(before, name) and not getattr(after, name))
    opened = "".join(mark for name, mark in _MARKS if getattr(after, name) and not getattr(before, name))
    if before.link == after.link:
        return closed + opened
    return "".join((closed, f"]({before.link})" if before.link else "", "[" if after.link else "", opened))


def _said(span: Span) -> str:
    if isinstance(span, Words):
        return _SIGNS.sub(lambda found: f"\\{found.group()}" if found.group("sign") else found.group(), span.words)
    return _plain(span)


def _plain(span: Span) -> str:
    if isinstance(span, Words):
        return span.words.replace("{{", "\\{{")
    return "\n" if isinstance(span, Break) else f"{{{{ {span.source} }}}}"
