"""Words of pressure, haste and scarcity in ten languages, found in copy; the lists are data in `presets/coach`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from immutables import Map

from studio.paths import shipped
from studio.presets.faults import read_toml

_TAG = re.compile(r"\{\{(?:(?!\{\{|\}\})[^\x00]){0,500}+\}\}")
_REACH = 60
_WORDS_BEFORE = 4


@dataclass(frozen=True, slots=True)
class Phrases:
    """One list in one language: `any` finds a phrase of it, `not_words` take the sting out of what follows them."""

    any: re.Pattern[str]
    not_words: frozenset[str]


@lru_cache(maxsize=1)
def _lists() -> Map[str, Map[str, Phrases]]:
    """Return the lists by name and language; raise FileFault where the shipped file is broken."""
    _, data = read_toml(shipped("presets", "coach", "words.toml"))
    denied = data["negations"]
    lists = {name: held for name, held in data.items() if name not in ("schema", "negations")}
    return Map(
        {
            name: Map({language: _phrases(phrases, denied.get(language, [])) for language, phrases in held.items()})
            for name, held in lists.items()
        }
    )


def _phrases(phrases: list[str], denied: list[str]) -> Phrases:
    longest_first = sorted(phrases, key=len, reverse=True)
    pattern = "|".join(r"\s+".join(_word(word) for word in phrase.split()) for phrase in longest_first)
    return Phrases(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), frozenset(denied))


def _word(word: str) -> str:
    """Return a word of a phrase as a pattern: `#` is any number, `*` any ending."""
    return re.escape(word).replace(r"\#", r"\d+").replace("\\*", r"\w*").replace("'", "['’]")


def plain(words: str) -> str:
    """Return words with merge tags blanked, every other character where it was."""
    return _TAG.sub(lambda tag: " " * len(tag[0]), words) if "{{" in words else words


@lru_cache(maxsize=8192)
def phrase_in(name: str, language: str, words: str) -> str:
    """Return the first phrase of a list that a text says and does not deny, or nothing.

    A language without the list finds nothing.
    """
    phrases = _lists()[name].get(language.partition("-")[0])
    if phrases is None:
        return ""
    text = plain(words)
    found = (hit for hit in phrases.any.finditer(text) if not _denied(_before(text, hit), phrases.not_words))
    return next((hit[0] for hit in found), "")


def _before(text: str, hit: re.Match[str]) -> str:
    return text[max(0, hit.start() - _REACH) : hit.start()]


def _denied(before: str, not_words: frozenset[str]) -> bool:
    clause = re.split(r"[.!?;:\n]", before)[-1]
    return any(word in not_words for word in re.findall(r"[\w'’]+", clause.casefold())[-_WORDS_BEFORE:])
