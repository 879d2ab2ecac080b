"""Words of the interface: one gettext catalogue for core and window, looked up where a person reads.

English is the source language; sentences are marked with `_` (or `N_` where they are data) and extracted with Babel.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from studio.errors import StudioError

DOMAIN = "fabel"


def N_(sentence: str) -> str:  # noqa: N802 - the customary gettext name
    """Mark a sentence for extraction and return it untouched."""
    return sentence


class Lines(tuple[object, ...]):
    """Several Sentences or refusals as one value of another, each on a line of its own."""

    __slots__ = ()

    def __str__(self) -> str:
        """Return the lines in English."""
        return "\n".join(map(str, self))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the product with its values, not yet in any language.

    `message` is the English text with `{named}` places (the catalogue id); values may be Sentences themselves.
    """

    message: str
    values: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the English sentence."""
        return NullTranslator().say(self)


def sentence(message: str, /, **values: object) -> Sentence:
    """Return a Sentence; the name that Babel looks for besides `N_` and `StudioError`."""
    return Sentence(message, values)


class Translator:
    """Turns Sentences and refusals into the words of one interface language."""

    def __init__(self, catalogue: gettext.NullTranslations, language: str) -> None:
        """Take a loaded gettext catalogue and the language code it speaks."""
        self._catalogue = catalogue
        self.language = language

    def __call__(self, message: str, /, **values: object) -> str:
        """Return the sentence in this language with its values filled in."""
        filled = {key: self._word(value) for key, value in values.items()}
        text = self._catalogue.gettext(message) if message else ""
        return text.format(**filled) if filled else text

    def say(self, said: Sentence | StudioError) -> str:
        """Put a Sentence or a refusal into words."""
        return self(said.message, **said.values)

    def _word(self, value: object) -> object:
        if isinstance(value, Lines):
            return "\n".join(str(self._word(line)) for line in value)
        return self.say(value) if isinstance(value, (Sentence, StudioError)) else value


class NullTranslator(Translator):
    """English, without any catalogue."""

    def __init__(self) -> None:
        """Speak the source language."""
        super().__init__(gettext.NullTranslations(), "en")


def translator(folder: Path, languages: Iterable[str]) -> Translator:
    """Return a Translator for the first of `languages` that `folder` holds, else English.

    `folder` is laid out as gettext wants it: `<language>/LC_MESSAGES/fabel.mo`.
    """
    for language in languages:
        if language == "en":
            return NullTranslator()
        if gettext.find(DOMAIN, folder, [language]):
            return Translator(gettext.translation(DOMAIN, folder, [language]), language)
    return NullTranslator()
