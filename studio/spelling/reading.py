"""Which words of a text spelling judges, and where they stand: prose, not addresses, figures, codes or merge tags."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from studio.edits.find import TAG_SIGN
from studio.words.languages import KNOWN, base
from studio.words.masking import Plain, readings
from studio.words.sentences import ABBREVIATIONS

_HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens and signs without width, which writers paste without seeing them."""
_HYPHENS = "‐‑-"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}+|[^\s@<>()]{1,80}+@[^\s@<>()]{1,200}+")
# Bounded and possessive: a hostile text of 100 kB must not take quadratic time.
_TOKEN = re.compile(rf"[^\W_][\w{_HIDDEN}’'.\u0300-\u036f{_HYPHENS}]{{0,400}}+")
_END = f"{_HYPHENS}’'._{_HIDDEN}"
_LATIN = re.compile(r"[A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ’'\-]+")
_CAMEL = re.compile(r"[^\W\d_A-ZÆØÅÄÖÜ][A-ZÆØÅÄÖÜ]")
_PART = re.compile(rf"[^{_HYPHENS}]+")
_HYPHEN = re.compile(rf"[{_HYPHENS}]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word to judge, from character `start` to `end` of the text as it is written.

    `text` is how it is asked about: composed, without what cannot be seen. `parts` are those of a compound with
    hyphens, which is right where the whole or all of its parts are.
    """

    start: int
    end: int
    text: str
    parts: tuple[Word, ...] = ()


@lru_cache(maxsize=8192)
def words_in(text: str, language: str, *, rich: bool = True) -> tuple[Word, ...]:
    """Return the words of a text that spelling judges, in the order of their places.

    What is left out: merge tags and what touches them, marks of Markdown, addresses, hashtags, words with figures or
    full stops in them, abbreviations, words all in capitals or with capitals inside, single letters, the halves of
    “for- og bakside”, and in languages we know whatever is not in the Latin alphabet.
    """
    found = {(word.start, word.end): word for view in readings(text, rich=rich) for word in _words(view, language)}
    return tuple(found[place] for place in sorted(found))


def unknown(words: Iterable[Word], wrong: frozenset[str], names: frozenset[str]) -> Iterator[Word]:
    """Yield what is wrong of some words, parts of compounds by themselves; `names` need no dictionary."""
    for word in words:
        if word.text in wrong and not is_name(word.text, names):
            yield from unknown(word.parts, wrong, names) if word.parts else (word,)


def is_name(word: str, names: frozenset[str]) -> bool:
    """Tell whether a word is one of the `names` (in small letters), or the genitive of one."""
    plain = word.casefold().replace("’", "'")
    return plain in names or plain.removesuffix("s").removesuffix("'") in names


def asked(words: Iterable[Word]) -> Iterator[str]:
    """Yield what is asked about: the words and the parts of compounds."""
    for word in words:
        yield word.text
        yield from (part.text for part in word.parts)


def as_asked(written: str) -> str:
    """Return a word as dictionaries are asked about it: composed, with typographic apostrophes, nothing hidden."""
    seen = written.translate(dict.fromkeys(map(ord, _HIDDEN)))
    return _HYPHEN.sub("-", unicodedata.normalize("NFC", seen).replace("'", "’"))


def _words(view: Plain, language: str) -> Iterator[Word]:
    shown = _ADDRESS.sub(lambda found: TAG_SIGN * len(found.group()), view.text)
    short = ABBREVIATIONS.get(base(language), frozenset())
    for token in _TOKEN.finditer(shown):
        end = token.start() + len(token.group().rstrip(_END))
        word = _word(view, shown, token.start(), end) if _is_prose(shown, token.start(), end, short) else None
        if word and (base(language) not in KNOWN or _LATIN.fullmatch(word.text)):
            yield word


def _is_prose(shown: str, start: int, end: int, short: frozenset[str]) -> bool:
    """Tell whether what stands around a word leaves it a word of its own."""
    before, after = shown[start - 1 : start], shown[end : end + 1]
    if before.isalnum() or before in ("#", "@", "_", "&", *_HYPHENS, TAG_SIGN):
        return False
    hangs = after in (TAG_SIGN, "_", "@", *_HYPHENS)
    return not hangs and not (after == "." and shown[start:end].casefold() in short)


def _word(view: Plain, shown: str, start: int, end: int) -> Word | None:
    text = as_asked(shown[start:end])
    letters = [sign for sign in text if sign.isalpha()]
    odd = "." in text or "_" in text or any(sign.isdigit() for sign in text)
    if odd or len(letters) < 2 or all(sign.isupper() for sign in letters) or _CAMEL.search(text):
        return None
    parts = tuple(_parts(view, shown, start, end)) if "-" in text else ()
    return Word(*view.span(start, end), text, parts)


def _parts(view: Plain, shown: str, start: int, end: int) -> Iterator[Word]:
    for part in _PART.finditer(shown, start, end):
        if held := _word(view, shown, part.start(), part.end()):
            yield held
