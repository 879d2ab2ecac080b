"""Verbs for how a client speaks: the form of address, the words it avoids, and the words its spelling knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from immutables import Map

from studio.edits.brand import apply_brand
from studio.errors import StudioError
from studio.model.project import Project
from studio.model.style import Formality


def speak_to(project: Project, language: str, form: Formality) -> Project:
    """Return a project whose brand addresses readers of a language in `form`; copy that is there stays as it is."""
    return _with_style(project, formality=project.brand.style.formality.set(language, form))


def avoid(project: Project, language: str, word: str, instead: str = "") -> Project:
    """Return a project whose brand avoids `word` in a language, and says `instead` where that is not empty.

    A word that is avoided already gets the new word in its place. Raise StudioError for an empty word.
    """
    word = word.strip()
    if not word:
        raise StudioError("Write the word that is to be avoided.")
    words = project.brand.style.avoid.get(language, Map())
    return _with_words(project, language, words.set(word, instead))


def rename_avoided(project: Project, language: str, before: str, word: str) -> Project:
    """Return a project that avoids `word` where it avoided `before`, with the same word instead.

    Raise StudioError for an empty word, one that stands in the list already, and where `before` does not.
    """
    words, word = project.brand.style.avoid.get(language, Map()), word.strip()
    if before not in words:
        raise StudioError("“{word}” is not in the list.", word=before)
    if any(word.casefold() == each.casefold() for each in words if each != before):
        raise StudioError("“{word}” stands in the list already.", word=word)
    return avoid(_with_words(project, language, words.delete(before)), language, word, words[before])


def allow(project: Project, language: str, word: str) -> Project:
    """Return a project whose brand no longer avoids a word in a language."""
    words = project.brand.style.avoid.get(language, Map())
    return _with_words(project, language, words.delete(word)) if word in words else project


def learn(project: Project, language: str, words: Iterable[str]) -> Project:
    """Return a project whose spelling knows more words of a language, in the order in which they came, each once."""
    known = project.brand.style.lexicon.get(language, ())
    new = (word for each in words if (word := each.strip()))
    return _with_lexicon(project, language, tuple(dict.fromkeys((*known, *new))))


def forget(project: Project, language: str, word: str) -> Project:
    """Return a project whose spelling no longer takes a word of a language on the client's word."""
    known = project.brand.style.lexicon.get(language, ())
    return _with_lexicon(project, language, tuple(each for each in known if each != word))


def _with_words(project: Project, language: str, words: Map[str, str]) -> Project:
    avoided = project.brand.style.avoid
    if not words and language not in avoided:
        return project
    return _with_style(project, avoid=avoided.set(language, words) if words else avoided.delete(language))


def _with_lexicon(project: Project, language: str, words: tuple[str, ...]) -> Project:
    lexicon = project.brand.style.lexicon
    if words == lexicon.get(language, ()):
        return project
    return _with_style(project, lexicon=lexicon.set(language, words) if words else lexicon.delete(language))


def _with_style(project: Project, **parts: Any) -> Project:  # noqa: ANN401 - the fields of Style
    return apply_brand(project, replace(project.brand, style=replace(project.brand.style, **parts)))
