"""What two states of a project say differently, as the writer would read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from studio.edits.change import KINDS, difference
from studio.edits.places import Path, place_words
from studio.i18n import Sentence, Translator
from studio.model.localized import Localized
from studio.model.project import Project
from studio.model.spans import Break, Tag, parse_plain
from widgets.write.engine.chips import chip_words

MOST = 60
"""Differences that are shown; nobody reads on."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A place and what it says on both sides; both empty where it is not words that differ."""

    place: Sentence
    then: str = ""
    now: str = ""


def differing(then: Project, now: Project) -> tuple[Differing, ...]:
    """Return what differs, words first and place by place, as far as anybody reads."""
    found = list(islice(_found(then, now), MOST))
    return tuple(sorted(found, key=_order))


def _order(each: Differing) -> tuple[bool, str]:
    return not (each.then or each.now), str(each.place)


def _found(then: Project, now: Project) -> Iterator[Differing]:
    change = difference(then, now)
    for kind in KINDS:
        for id_, delta in getattr(change, kind).items():
            before, after = (dict(_texts(side)) for side in (delta.before, delta.after))
            known = then if delta.after is None else now
            said = [key for key in {**before, **after} if before.get(key) != after.get(key)]
            for key in said:
                place = place_words((kind, id_, *key), known)
                yield Differing(place, before.get(key, ""), after.get(key, ""))
            if not said:
                yield Differing(place_words((kind, id_), known))
    for name in change.fields:
        yield Differing(place_words((name,), now))


def _texts(thing: object) -> Iterator[tuple[Path, str]]:
    """Yield the words of a block, a variant, a snippet and so on, by the path to them."""
    texts = getattr(thing, "texts", None)
    named = (
        texts.items() if texts else ((name, getattr(thing, name, None)) for name in ("subject", "preheader", "text"))
    )
    for name, text in named:
        if isinstance(text, Localized):
            start = ("texts", name) if texts else (name,)
            for language in text.languages():
                yield (*start, "texts", language), text.words(language)


def readable(words: Translator, text: str) -> str:
    """Return copy as a writer reads it: merge tags as their plain words in brackets, never braces."""
    return "".join(
        f"[{chip_words(words, span.source)}]"
        if isinstance(span, Tag)
        else "\n"
        if isinstance(span, Break)
        else span.words
        for span in parse_plain(text)
    )
