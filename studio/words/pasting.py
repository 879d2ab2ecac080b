"""What is pasted from Word, Google Docs and web pages, reduced to pieces of copy in our Markdown subset.

Bold, italic, links, line breaks, headings, lists and quotes are kept; everything else of a page is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby

from lxml import etree

from studio.model.marked import marked, tidy
from studio.model.spans import PLAIN, Break, Span, Style, Words
from studio.words.foreign import css_of, is_hidden, list_marker, name_of, style_after, word_class


class PieceKind(StrEnum):
    """What a pasted piece becomes: the kind of block of the same name."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of copy; `text` is in the Markdown subset, a list has one entry a line.

    `level` is that of a heading (1 or 2), `ordered` says that a list is numbered.
    """

    kind: PieceKind
    text: str
    level: int = 1
    ordered: bool = False


_PARAGRAPH = Piece(PieceKind.PARAGRAPH, "")
_HEADINGS = {f"h{number}": min(number, 2) for number in range(1, 7)}
_BLOCKS = frozenset(_HEADINGS) | frozenset(
    re.findall(
        r"\w+",
        """address article aside body dd details div dl dt fieldset figcaption figure footer form header hr html li
        main nav ol p pre section summary table tbody td tfoot th thead tr ul blockquote""",
    )
)
_DROPPED = frozenset(
    re.findall(
        r"\w+",
        """applet audio button canvas embed head iframe input math noscript object option script select style svg
        template textarea title video""",
    )
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")


def cleaned(html: str) -> list[Piece]:
    r"""Return the pieces of copy in some foreign HTML, in reading order; broken markup is read as browsers do.

    Braces in foreign words are words (`\{{`), never merge tags. Nothing is ever refused; no words give no pieces.
    """
    root = _root(html)
    if root is None:
        return []
    page = _Page()
    page.read(root, PLAIN, _PARAGRAPH)
    page.end()
    return page.pieces


def from_plain(text: str) -> list[Piece]:
    """Return the pieces of a plain text: paragraphs stand apart by empty lines."""
    lines = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n"))
    blocks = (block.strip("\n") for block in re.split(r"\n[ \t]*\n", lines))
    return [Piece(PieceKind.PARAGRAPH, marked([Words(block)])) for block in blocks if block.strip()]


def _root(html: str) -> etree._Element | None:
    """Parse as bytes: lxml refuses a str that declares an encoding, as Word's clipboard does."""
    content = _CONTROLS.sub("", html).encode()
    if not content.strip():
        return None
    try:
        return etree.fromstring(content, etree.HTMLParser(encoding="utf-8", remove_comments=True))
    except etree.XMLSyntaxError:
        return None


@dataclass(slots=True)
class _Page:
    """Gathers spans until a block ends; `now` says what the open piece is, lists gather their entries as lines."""

    pieces: list[Piece] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    now: Piece = _PARAGRAPH

    def read(self, node: etree._Element, style: Style, home: Piece) -> None:
        """Read an element and what lies in it; `home` is what its words become, where it says nothing else."""
        if not isinstance(node.tag, str) or node.tag in _DROPPED or is_hidden(node):
            return
        name = name_of(node)
        if name == "br":
            self.spans.append(Break())
            return
        home, style = _home(node, name, home), style_after(node, name, style)
        stands_alone = name in _BLOCKS
        if stands_alone:
            self.end()
            self.now = home
        self._inside(node, style, home)
        if stands_alone:
            self.end()

    def _inside(self, node: etree._Element, style: Style, home: Piece) -> None:
        keeps = name_of(node) == "pre" or (name_of(node) in _BLOCKS and "pre" in css_of(node).get("white-space", ""))
        self._say(node.text, style, keeps=keeps)
        for child in node:
            self.read(child, style, home)
            if not self.spans:
                self.now = home
            self._say(child.tail, style, keeps=keeps)

    def _say(self, text: str | None, style: Style, *, keeps: bool) -> None:
        if text:
            words = text if keeps else _SPACE.sub(" ", text)
            self.spans.append(Words(words.replace("\u00ad", ""), style))

    def end(self) -> None:
        """Close the open piece; entries of one list become one piece, empty ones vanish."""
        spans, self.spans = _trimmed(self.spans), []
        parts = [_on_one_line(spans)] if self.now.kind is PieceKind.LIST else _paragraphs(spans)
        for part in parts:
            if (text := marked(part).strip("\n")).strip():
                self._add(replace(self.now, text=text))

    def _add(self, piece: Piece) -> None:
        last = self.pieces[-1] if self.pieces else None
        if last and piece.kind is PieceKind.LIST and replace(last, text="") == replace(piece, text=""):
            self.pieces[-1] = replace(last, text=f"{last.text}\n{piece.text}")
        else:
            self.pieces.append(piece)


def _home(node: etree._Element, name: str, home: Piece) -> Piece:
    if name in _HEADINGS or word_class(node) == "title":
        return Piece(PieceKind.HEADING, "", _HEADINGS.get(name, 1))
    if name in ("ul", "ol"):
        return Piece(PieceKind.LIST, "", ordered=name == "ol")
    if name == "blockquote" or word_class(node) == "quote":
        return Piece(PieceKind.QUOTE, "")
    if name == "p" and (marker := list_marker(node)):
        return Piece(PieceKind.LIST, "", ordered=marker == "ordered")
    return home


def _trimmed(spans: list[Span]) -> tuple[Span, ...]:
    """Return spans without white space at the ends of lines, and with single spaces, as a browser shows them."""
    kept: list[Span] = []
    for span in (*spans, Break()):
        last = kept[-1] if kept else Break()
        if isinstance(span, Words):
            at_edge = isinstance(last, Break) or (isinstance(last, Words) and last.words.endswith(" "))
            words = span.words.lstrip(" ") if at_edge else span.words
            kept += [replace(span, words=words)] if words else []
            continue
        if isinstance(last, Words):
            kept[-1:] = [replace(last, words=last.words.rstrip(" "))] if last.words.strip(" ") else []
        kept.append(span)
    return tidy(kept)


def _paragraphs(spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """Yield what stands between empty lines."""
    lines = [tuple(group) for is_break, group in groupby(spans, lambda span: isinstance(span, Break)) if not is_break]
    gaps = [len(tuple(group)) for is_break, group in groupby(spans, lambda span: isinstance(span, Break)) if is_break]
    if spans and isinstance(spans[0], Break):
        gaps = gaps[1:]
    held: tuple[Span, ...] = ()
    for line, gap in zip(lines, (*gaps, 2), strict=False):
        held = (*held, *line)
        if gap == 1:
            held = (*held, Break())
        else:
            yield held
            held = ()
    if held:
        yield held[:-1]


def _on_one_line(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    line = tuple(Words(" ") if isinstance(span, Break) else span for span in spans)
    return _trimmed(list(line))
