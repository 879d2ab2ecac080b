"""From a text to the document: the words of a row, changed no further than they differ from what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor

from studio.model.spans import PLAIN, Break, Span, Style, Tag, Words
from widgets.write.engine.faces import Faces
from widgets.write.engine.reading import BREAK_SIGN, CHIP_SIGN, read_spans


class Sign(NamedTuple):
    """One character of a row as shown, or a merge tag."""

    char: str
    style: Style = PLAIN
    tag: str = ""


def signs(spans: Iterable[Span]) -> list[Sign]:
    """Return spans character by character."""
    told: list[Sign] = []
    for span in spans:
        if isinstance(span, Break):
            told.append(Sign(BREAK_SIGN))
        elif isinstance(span, Tag):
            told.append(Sign(CHIP_SIGN, span.style, span.source))
        else:
            told += [Sign(char, span.style) for char in span.words]
    return told


def units(text: str | Iterable[Sign]) -> int:
    """Return how many positions of the document characters take: two where they lie beyond the first plane."""
    chars = text if isinstance(text, str) else "".join(sign.char for sign in text)
    return len(chars) + sum(char > "\uffff" for char in chars) if not chars.isascii() else len(chars)


def insert(cursor: QTextCursor, faces: Faces, look: str, spans: Iterable[Span]) -> None:
    """Write spans at a cursor, in a row that is set as `look`."""
    for span in spans:
        if isinstance(span, Tag):
            cursor.insertText(CHIP_SIGN, faces.chip(look, span.style, span.source))
        elif isinstance(span, Break):
            cursor.insertText(BREAK_SIGN, faces.chars(look))
        else:
            cursor.insertText(span.words, faces.chars(look, span.style))


def rewrite(block: QTextBlock, faces: Faces, look: str, spans: Sequence[Span]) -> None:
    """Make a paragraph say `spans`; cursors in what stays keep their place."""
    old, new = signs(read_spans(block)), signs(spans)
    head = _common(old, new)
    tail = min(_common(old[::-1], new[::-1]), min(len(old), len(new)) - head)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + units(old[:head]))
    end = block.position() + units(old[: len(old) - tail])
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    insert(cursor, faces, look, spans_again(new[head : len(new) - tail]))


def _common(one: Sequence[Sign], other: Sequence[Sign]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def spans_again(told: Sequence[Sign]) -> list[Span]:
    """Return characters as spans; neighbours of one style are joined."""
    spans: list[Span] = []
    for char, style, tag in told:
        last = spans[-1] if spans else None
        if char == BREAK_SIGN:
            spans.append(Break())
        elif char == CHIP_SIGN:
            spans.append(Tag(tag, style))
        elif isinstance(last, Words) and last.style == style:
            spans[-1] = Words(last.words + char, style)
        else:
            spans.append(Words(char, style))
    return spans
