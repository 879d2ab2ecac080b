"""Snippets in files: what a shop says of guarantee, returns, payment and doubts, once per language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from immutables import Map

from studio.model.localized import Localized, Text, digest_of
from studio.model.message import Block
from studio.model.project import Project, Snippet
from studio.model.style import Style
from studio.presets.copyfile import language_fault, read_copy
from studio.presets.faults import FileFault
from studio.tags.catalogue import SNIPPET

FOLDER = "snippets"


def read_snippets(folder: Path, languages: Sequence[str], style: Style) -> tuple[Snippet, ...]:
    """Return the snippets of a preset folder (`snippets/<language>.md`) in `languages`, the first their source.

    A language without a file has none. Raise FileFault for a faulty one.
    """
    names: dict[str, str] = {}
    texts: dict[str, dict[str, Text]] = {}
    for language in languages:
        file = folder / FOLDER / f"{language}.md"
        for name, title, words in _read(file, language, style) if file.is_file() else ():
            names.setdefault(name, title)
            held = texts.setdefault(name, {})
            source = next(iter(held.values())).words if held else ""
            held[language] = Text(words, digest_of(source) if source else "")
    return tuple(Snippet(name, names[name], Localized(Map(held))) for name, held in texts.items())


def _read(file: Path, language: str, style: Style) -> Iterable[tuple[str, str, str]]:
    copy = read_copy(file, style.form(language), bare=True)
    fault = language_fault(copy, language)
    if fault:
        raise FileFault(file, 2, fault)
    for name, held in copy.messages.items():
        for section in held.sections.values():
            yield name, held.name, section.text()


def named_in(project: Project) -> frozenset[str]:
    """Return the ids of the snippets that a project's messages name."""
    held = [text for block in _blocks(project) for text in block.texts.values()]
    held += [text for variant in project.variants.values() for text in (variant.subject, variant.preheader)]
    texts = (text.words for each in held for text in each.texts.values())
    return frozenset(name for text in texts if SNIPPET in text for name in _named(text))


def _named(text: str) -> Iterable[str]:
    for part in text.split(SNIPPET)[1:]:
        yield "".join(sign for sign in part.partition("}")[0] if sign.isalnum() or sign == "_")


def _blocks(project: Project) -> Iterable[Block]:
    yield from project.blocks.values()
    for variant in project.variants.values():
        yield from (override for override in variant.overrides.values() if isinstance(override, Block))
