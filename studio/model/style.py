"""How a client's copy speaks: form of address, words to avoid, budgets, and the words its spelling knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from immutables import Map


class Formality(StrEnum):
    """How copy addresses its reader where a language has two ways: du/Sie, je/u, tu/vous, tú/usted."""

    INFORMAL = "informal"
    FORMAL = "formal"


USUAL_FORMALITY: Map[str, Formality] = Map(
    {"nl": Formality.INFORMAL, "es": Formality.INFORMAL, "de": Formality.FORMAL, "fr": Formality.FORMAL}
)
"""The languages that have both forms, each with the one most shops use in e-mail."""


@dataclass(frozen=True, slots=True)
class Style:
    """The rules of a client's voice that a check can hold.

    `formality` is per language; `avoid` maps per language a word to the one preferred, or to nothing; `exclamations`
    and `emoji` are the most of either in one message; `lexicon` are per language words that spelling accepts.
    """

    formality: Map[str, Formality] = field(default_factory=Map)
    avoid: Map[str, Map[str, str]] = field(default_factory=Map)
    exclamations: int = 1
    emoji: int = 0
    lexicon: Map[str, tuple[str, ...]] = field(default_factory=Map)

    def form(self, language: str) -> Formality | None:
        """Return the form of address in a language, None where the language has only one."""
        base = language.partition("-")[0]
        usual = USUAL_FORMALITY.get(base)
        return self.formality.get(language) or self.formality.get(base) or usual if usual else None
