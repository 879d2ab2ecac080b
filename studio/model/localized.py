"""Words in several languages, and how we know that a translation has fallen behind its source."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from immutables import Map


def digest_of(words: str) -> str:
    """Return the short digest (12 hex digits of SHA-256) that a translation remembers of its source."""
    return hashlib.sha256(words.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one language; `source` is the digest of the words they translate, empty for an original."""

    words: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Localized:
    """The same saying in several languages: language code -> Text."""

    texts: Map[str, Text] = field(default_factory=Map)

    def words(self, language: str) -> str:
        """Return the words in `language`, or the empty string where nobody has written them."""
        text = self.texts.get(language)
        return text.words if text else ""

    def languages(self) -> tuple[str, ...]:
        """Return the languages that have words, sorted by code."""
        return tuple(sorted(code for code, text in self.texts.items() if text.words))

    def written(self, language: str, words: str) -> Localized:
        """Return a copy in which `language` says `words` as an original."""
        return Localized(self.texts.set(language, Text(words)))

    def translated(self, language: str, words: str, source_language: str) -> Localized:
        """Return a copy in which `language` says `words` as a translation of what `source_language` says now."""
        return Localized(self.texts.set(language, Text(words, digest_of(self.words(source_language)))))

    def without(self, language: str) -> Localized:
        """Return a copy without `language`."""
        return Localized(self.texts.delete(language)) if language in self.texts else self

    def is_stale(self, language: str, source_language: str) -> bool:
        """Tell whether `language` was translated from words that `source_language` no longer says."""
        text = self.texts.get(language)
        if text is None or not text.source:
            return False
        return text.source != digest_of(self.words(source_language))


def localized(**words: str) -> Localized:
    """Return originals by language code: `localized(nb="Hei", sv="Hej")`."""
    return Localized(Map({code: Text(text) for code, text in words.items()}))
