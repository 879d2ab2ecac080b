"""Three versions of one text beside each other: only the paragraphs that differ, with the words that do marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import groupby

from studio.delivery.drift import Facet

UNSEEN = frozenset({"head", "style", "script", "title"})
BREAKING = frozenset({"p", "div", "td", "th", "tr", "table", "br", "li", "h1", "h2", "h3", "h4", "img", "a"})
LEFT_OUT = "…"
_WORDS = re.compile(r"\S+\s*|\s+")

Span = tuple[int, int]
"""Where marked words begin and how many characters they are."""


@dataclass(frozen=True, slots=True)
class Version:
    """One of the three texts as it is shown, with the places of the words that differ."""

    text: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Trio:
    """The three versions of a facet; `only_design` where every word is the same, and the rest of the page is not."""

    last: Version
    theirs: Version
    ours: Version
    only_design: bool = False


def trio(facet: Facet) -> Trio:
    """Return a facet as it is read: HTML as its words, equal paragraphs left out, changed words marked."""
    texts = [readable(each) for each in (facet.last, facet.theirs, facet.ours)]
    known = [text for text, raw in zip(texts, (facet.last, facet.theirs, facet.ours), strict=True) if raw]
    last, theirs, ours = (text.split("\n") for text in _apart(texts))
    base = "\n".join(last) if facet.last else "\n".join(ours)
    return Trio(
        Version("\n".join(last)),
        Version("\n".join(theirs), changed("\n".join(theirs), base)),
        Version("\n".join(ours), changed("\n".join(ours), base) if facet.last else ()),
        only_design=len(set(known)) == 1,
    )


def readable(text: str) -> str:
    """Return the words of an HTML page, a paragraph on each line; other texts as they are."""
    if "</" not in text:
        return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
    reader = _Reader()
    reader.feed(text)
    reader.close()
    lines = (" ".join(line.replace("\u200c", "").split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _apart(texts: list[str]) -> list[str]:
    """Return texts without the lines that all of them have; what is left out is told by an ellipsis."""
    split = [text.split("\n") for text in texts if text]
    shared = set.intersection(*map(set, split)) if split else set()
    if len(texts[1].split("\n")) < 4 or all(set(lines) == shared for lines in split):
        return texts
    return [_without(text.split("\n"), shared) if text else text for text in texts]


def _without(lines: list[str], shared: set[str]) -> str:
    found = []
    for is_shared, some in groupby(lines, shared.__contains__):
        found += [LEFT_OUT] if is_shared else list(some)
    return "\n".join(found)


def changed(text: str, base: str) -> tuple[Span, ...]:
    """Return which words of a text are not in another one at that place."""
    words, before = _WORDS.findall(text), _WORDS.findall(base)
    matcher = SequenceMatcher(None, [word.strip() for word in before], [word.strip() for word in words], autojunk=False)
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    spans = []
    for kind, _, _, begin, end in matcher.get_opcodes():
        if kind in ("insert", "replace") and end > begin:
            last = starts[end - 1] + len(words[end - 1].rstrip())
            spans.append((starts[begin], last - starts[begin]))
    return tuple(span for span in spans if span[1] > 0)


class _Reader(HTMLParser):
    """Collects the words that a reader sees, with a line break at each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in UNSEEN
        if tag in BREAKING:
            self.parts.append("\n")
        if tag == "img":
            self.parts.append(f"[{dict(attrs).get('alt') or ''}]".replace("[]", ""))

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in UNSEEN and self._hidden > 0
        if tag in BREAKING:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(" ".join(data.split("\n")))
