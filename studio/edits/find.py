"""Find and replace over the words of a sequence in one language; a merge tag counts as one character, kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from studio.edits.blocks import block_in
from studio.edits.texts import Spoken, read, write
from studio.edits.translate import spoken_in
from studio.model.kinds import block_kind
from studio.model.marked import marked, unmarked
from studio.model.project import Project
from studio.model.spans import Break, Span, Words, parse_plain, parse_spans

TAG_SIGN = "\ufffc"
"""Stands for a merge tag in the shown text."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; `case` tells small letters from capitals, `whole` finds whole words only."""

    words: str
    case: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of a text; `start` and `end` count characters of the shown text, a tag and a line break as one."""

    spoken: Spoken
    start: int
    end: int


def hits(project: Project, sequence_id: str, language: str, query: Query) -> tuple[Hit, ...]:
    """Return where the copy of a sequence says what is looked for, in reading order.

    Subjects, preheaders, blocks and what variants put in their place are searched. A space of the query also finds a
    no-break space and a line break. Raise StudioError where there is no such sequence.
    """
    wanted = _pattern(query)
    if wanted is None:
        return ()
    found: list[Hit] = []
    for spoken in spoken_in(project, sequence_id):
        if spoken.kind != "sequences" and (words := read(project, spoken).words(language)):
            text = shown(_spans(words, rich=is_rich(project, spoken)))
            found += [Hit(spoken, *match.span()) for match in wanted.finditer(text)]
    return tuple(found)


def _pattern(query: Query) -> re.Pattern[str] | None:
    words = query.words.replace(TAG_SIGN, "")
    if not words:
        return None
    said = r"\s".join(map(re.escape, re.split(r"\s", words)))
    return re.compile(rf"(?<!\w){said}(?!\w)" if query.whole else said, re.NOFLAG if query.case else re.IGNORECASE)


def replaced(project: Project, language: str, found: Iterable[Hit], words: str) -> Project:
    """Return a project in which every hit says `words`, in the style of the first character that stood there.

    `found` are hits of this very project. Merge tags stay, and braces in `words` are words.
    """
    for spoken, members in groupby(sorted(found, key=_order), lambda hit: hit.spoken):
        rich = is_rich(project, spoken)
        units = [unit for span in _spans(read(project, spoken).words(language), rich=rich) for unit in _units(span)]
        for hit in sorted(members, key=lambda hit: -hit.start):
            first = units[hit.start]
            said = replace(first, words=words) if isinstance(first, Words) else Words(words)
            units[hit.start : hit.end] = [said] if words else []
        project = write(project, spoken, language, marked(units) if rich else unmarked(units))
    return project


def _order(hit: Hit) -> tuple[str, str, str, str, int]:
    spoken = hit.spoken
    return (spoken.kind, spoken.id, spoken.name, spoken.variant, hit.start)


def is_rich(project: Project, spoken: Spoken) -> bool:
    """Tell whether a text takes the Markdown subset; the others are plain words with merge tags."""
    if spoken.kind != "blocks":
        return spoken.kind == "snippets"
    return spoken.name in block_kind(block_in(project, spoken.id, spoken.variant).kind).rich


def shown(spans: Iterable[Span]) -> str:
    """Return spans as a writer sees them: a merge tag and a line break are one character each."""
    return "".join(
        span.words if isinstance(span, Words) else "\n" if isinstance(span, Break) else TAG_SIGN for span in spans
    )


def _spans(words: str, *, rich: bool) -> tuple[Span, ...]:
    return parse_spans(words) if rich else parse_plain(words)


def _units(span: Span) -> list[Span]:
    return [replace(span, words=sign) for sign in span.words] if isinstance(span, Words) else [span]
