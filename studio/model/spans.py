"""The Markdown subset of copy (bold, italic, link, line break) with merge tags, parsed to spans in one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TAG = re.compile(r"(?<!\\)\{\{(.*?)\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Style:
    """How a span looks: bold, italic, and the address it links to (which may hold merge tags), or empty."""

    bold: bool = False
    italic: bool = False
    link: str = ""


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Words:
    """Literal words."""

    words: str
    style: Style = PLAIN


@dataclass(frozen=True, slots=True)
class Tag:
    """A merge tag; `source` is what stands between the braces, trimmed."""

    source: str
    style: Style = PLAIN


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


Span = Words | Tag | Break

# Possessive throughout: a tag must never be tried as plain characters again, which would take exponential time.
_LABEL = r"(?:\\[^\n]|\{\{.*?\}\}|[^\[\]\\\n])++"
_ADDRESS = r"(?:\{\{.*?\}\}|[^)\n])++"
_TOKEN = re.compile(
    r"(?P<escape>\\(?:\{\{|[\\*_\[\]]))"
    r"|(?P<tag>\{\{.*?\}\})"
    r"|(?P<mark>\*\*|\*|_)"
    rf"|(?P<open>\[(?={_LABEL}\]\((?P<url>{_ADDRESS})\)))"
    rf"|(?P<close>\]\({_ADDRESS}\))"
    r"|(?P<newline>\n)",
    re.DOTALL,
)
_BOLD = "**"


@dataclass(slots=True)
class _Reader:
    """Walks the tokens of a text and remembers which marks are open; `closing` says where each could close last."""

    spans: list[Span]
    closing: dict[str, int]
    marks: set[str] = field(default_factory=set)
    link: str = ""

    def style(self) -> Style:
        return Style(_BOLD in self.marks, bool(self.marks - {_BOLD}), self.link)

    def say(self, words: str) -> None:
        if not words:
            return
        last = self.spans[-1] if self.spans else None
        if isinstance(last, Words) and last.style == self.style():
            self.spans[-1] = Words(last.words + words, last.style)
        else:
            self.spans.append(Words(words, self.style()))

    def take(self, token: re.Match[str]) -> None:
        kind, word = token.lastgroup, token.group()
        if kind == "escape":
            self.say(word[1:])
        elif kind == "tag":
            self.spans.append(Tag(word[2:-2].strip(), self.style()))
        elif kind == "newline":
            self.spans.append(Break())
        elif kind == "open":
            self.link = token.group("url").strip()
        elif kind == "close" and self.link:
            self.link = ""
        elif kind == "close" or not self._turns(token):
            self.say(word)

    def _turns(self, token: re.Match[str]) -> bool:
        """Open or close a style; a mark that does neither is words (`2 * 3`, the asterisk of a footnote)."""
        mark = token.group()
        opens = mark not in self.marks and _opens(token) and self.closing.get(mark, -1) > token.start()
        turns = opens or (mark in self.marks and _closes(token))
        if turns:
            self.marks ^= {mark}
        return turns


def _opens(mark: re.Match[str]) -> bool:
    """Tell whether words follow at once and, for an underscore, no word ends right before it."""
    before, after = _around(mark)
    return bool(after.strip()) and not (mark.group() == "_" and (before.isalnum() or before == "_"))


def _closes(mark: re.Match[str]) -> bool:
    """Tell whether words stand right before it and, for an underscore, no word begins right after it."""
    before, after = _around(mark)
    return bool(before.strip()) and not (mark.group() == "_" and (after.isalnum() or after == "_"))


def _around(mark: re.Match[str]) -> tuple[str, str]:
    return mark.string[max(0, mark.start() - 1) : mark.start()], mark.string[mark.end() : mark.end() + 1]


def parse_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of a rich text; marks that are never closed are words, and nothing is ever refused.

    As in CommonMark a mark opens only before words and closes only after them; underscores within words are words.
    """
    tokens = tuple(_TOKEN.finditer(text))
    closing = {token.group(): token.start() for token in tokens if token.lastgroup == "mark" and _closes(token)}
    reader, done = _Reader([], closing), 0
    for token in tokens:
        reader.say(text[done : token.start()])
        reader.take(token)
        done = token.end()
    reader.say(text[done:])
    return tuple(reader.spans)


def parse_plain(text: str) -> tuple[Span, ...]:
    """Return the spans of a plain text (subject, label, SMS): words, merge tags and line breaks, no Markdown."""
    spans: list[Span] = []
    for index, piece in enumerate(TAG.split(text)):
        if index % 2:
            spans.append(Tag(piece.strip()))
            continue
        for number, line in enumerate(piece.replace("\\{{", "{{").split("\n")):
            spans.extend([Break()] if number else [])
            spans.extend([Words(line)] if line else [])
    return tuple(spans)


def tag_sources(text: str) -> tuple[str, ...]:
    """Return the sources of the merge tags in a text, in order, repetitions kept."""
    return tuple(match.strip() for match in TAG.findall(text))


def shown_places(text: str, *, rich: bool = True) -> tuple[int, ...]:
    """Return where every character that a writer sees stands in a text, and at last where the text ends.

    Seen are the characters of words, and one each for a merge tag and a line break, as the spans of the text say it.
    """
    places = _rich_places(text) if rich else _plain_places(text)
    return (*places, len(text))


def _rich_places(text: str) -> Iterator[int]:
    tokens = tuple(_TOKEN.finditer(text))
    closing = {token.group(): token.start() for token in tokens if token.lastgroup == "mark" and _closes(token)}
    reader, done = _Reader([], closing), 0
    for token in tokens:
        yield from range(done, token.start())
        reader.spans = []
        reader.take(token)
        said = sum(len(span.words) if isinstance(span, Words) else 1 for span in reader.spans)
        first = token.start() + (token.lastgroup == "escape")
        yield from range(first, first + said)
        done = token.end()
    yield from range(done, len(text))


_PLAIN_TOKEN = re.compile(rf"(?P<tag>{TAG.pattern})|(?P<line>\n)|(?P<escape>\\\{{\{{)", re.DOTALL)


def _plain_places(text: str) -> Iterator[int]:
    done = 0
    for token in _PLAIN_TOKEN.finditer(text):
        yield from range(done, token.start())
        yield from range(token.start() + 1, token.end()) if token.group("escape") else (token.start(),)
        done = token.end()
    yield from range(done, len(text))
