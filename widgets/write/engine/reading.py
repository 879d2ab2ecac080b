"""From the document back to the text that is kept: spans of a paragraph, and the Markdown subset that says them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QTextBlock

from studio.edits.find import shown as shown_spans
from studio.model.marked import marked, unmarked
from studio.model.spans import Break, Span, Style, Tag, Words, parse_plain, parse_spans
from widgets.write.engine.faces import CHIP, TAG, style_of

CHIP_SIGN, BREAK_SIGN = "\ufffc", "\u2028"
UNSHOWN: dict[int, str | None] = dict.fromkeys((0xFFFC, 0xFDD0, 0xFDD1))
"""Characters that copy cannot hold: stand-ins of the document and halves of others."""
_SHOWN = {0x0D: "\n", 0x2028: "\n", 0x2029: "\n", **UNSHOWN}


def clean(words: str) -> str:
    """Return words as the document can show them: whole characters, and every line end as a newline."""
    whole = words.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return whole.replace("\r\n", "\n").translate(_SHOWN)


def spans_of(words: str, rich: bool) -> tuple[Span, ...]:
    """Return the spans of a kept text."""
    words = clean(words)
    return parse_spans(words) if rich else parse_plain(words)


def shown(words: str, rich: bool) -> str:
    """Return a kept text as it is shown: a merge tag is U+FFFC, a line break a newline."""
    return shown_spans(spans_of(words, rich))


def text_of(spans: list[Span], rich: bool, before: str = "") -> str:
    """Return the text that says `spans`; `before`, the text until now, stays as it is written if it says the same."""
    if before and tuple(spans) == spans_of(before, rich):
        return before
    spans = [*_apart(spans, "{" if rich else "{\\")]
    text = marked(spans) if rich else unmarked(spans)
    if before and before != text and _same(before, text, rich):
        return before
    return text


def _same(before: str, after: str, rich: bool) -> bool:
    return spans_of(before, rich) == spans_of(after, rich)


def _apart(spans: list[Span], signs: str) -> list[Span]:
    """Put a blank between a merge tag and a sign before it that would be read as part of its braces."""
    told: list[Span] = []
    for span in spans:
        last = told[-1] if told else None
        if isinstance(span, Tag) and isinstance(last, Words) and last.words[-1] in signs:
            told[-1] = replace(last, words=last.words + " ")
        told.append(span)
    return told


def read_spans(block: QTextBlock) -> list[Span]:
    """Return the spans of a paragraph as it stands in the document."""
    spans: list[Span] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        made = fragment.charFormat()
        if made.objectType() == CHIP:
            spans += [Tag(made.stringProperty(TAG), style_of(made))] * fragment.length()
        else:
            spans += _words(fragment.text(), style_of(made))
        iterator += 1
    return spans


def _words(text: str, style: Style) -> list[Span]:
    spans: list[Span] = []
    for number, line in enumerate(clean(text).split("\n")):
        spans += [Break()] if number else []
        spans += [Words(line, style)] if line else []
    return spans


def read_text(block: QTextBlock, rich: bool, before: str = "") -> str:
    """Return the text that a paragraph of the document says."""
    return text_of(read_spans(block), rich, before)
