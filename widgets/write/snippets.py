"""Snippets in copy: which ones a text holds, what a chip stands for, and the shipped ones to be taken in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QObject

from studio.edits.shelf import keep
from studio.errors import StudioError
from studio.i18n import Translator
from studio.model.project import Project, Snippet
from studio.model.spans import Break, Words, parse_spans
from studio.model.style import Style
from studio.paths import shipped
from studio.tags.catalogue import SNIPPET
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.write.engine.chips import chip_words

SNIPPET_TAG = re.compile(r"\{\{\s*(?:if\s+)?snippet\.([a-z][a-z0-9_]*)")
Wanted = tuple[tuple[str, ...], Style]


def snippets_in(words: str) -> tuple[str, ...]:
    """Return the ids of the snippets that a text names, in order, each once."""
    return tuple(dict.fromkeys(SNIPPET_TAG.findall(words)))


def words_of(words: Translator, project: Project, source: str, language: str) -> str:
    """Return what the snippet says that a merge tag's source names, as a writer reads it, or the empty string."""
    held = project.snippets.get(source.partition("|")[0].strip().removeprefix(SNIPPET))
    said = held.text.words(language) if held is not None and source.startswith(SNIPPET) else ""
    return readable_words(words, said)


def readable_words(words: Translator, text: str) -> str:
    """Return rich copy as a writer reads it: merge tags by their names, no marks."""
    spans = parse_spans(text)
    return "".join(
        each.words
        if isinstance(each, Words)
        else "\n"
        if isinstance(each, Break)
        else f"[{chip_words(words, each.source)}]"
        for each in spans
    )


class SnippetShelf(QObject):
    """The snippets that ship, in the languages and the form of address of the open project; read in a task."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._desk = desk
        self._shipped: tuple[Snippet, ...] = ()
        self._known: Wanted | None = None

    def read(self) -> None:
        """Read the shipped ones that suit the open sequence, where that has not been done."""
        wanted = self._wanted()
        if wanted is None or wanted == self._known:
            return

        def work(_progress: Progress) -> tuple[Snippet, ...]:
            from studio.presets.snippets import read_snippets

            return read_snippets(shipped("presets"), *wanted)

        self._known = wanted
        self._desk.tasks.start(work, self._take, self._fail, key="write.snippets")

    def offered(self) -> Sequence[Snippet]:
        """Return the project's own, and those shipped that it lacks; the latter as they would be taken in."""
        held = self._desk.session.project.snippets
        return (*held.values(), *(each for each in self._shipped if each.id not in held))

    def project_with(self, snippet: str) -> Project:
        """Return the open project with a snippet in it."""
        project = self._desk.session.project
        lacking = (each for each in self._shipped if each.id == snippet and each.id not in project.snippets)
        return next((keep(project, each) for each in lacking), project)

    def _wanted(self) -> Wanted | None:
        spot, session = self._desk.here.spot, self._desk.session
        flow = session.project.sequences.get(spot.sequence) if session.is_open else None
        if flow is None:
            return None
        return tuple(dict.fromkeys((flow.source_language, *flow.languages))), session.project.brand.style

    def _take(self, snippets: tuple[Snippet, ...]) -> None:
        self._shipped = snippets

    def _fail(self, refusal: StudioError) -> None:
        self._known = None
        self._desk.notices.refuse(refusal)
