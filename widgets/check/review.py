"""What the checks say of the open sequence, made in a task and kept until something changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.checks.arc import Board, Matrix, beat_board, objection_matrix
from studio.errors import StudioError
from studio.i18n import Sentence, sentence
from studio.model.findings import Finding, Place
from studio.model.project import Project
from studio.model.sequence import Sequence
from studio.tasks import Cancelled, Progress
from widgets.desk import Desk

if TYPE_CHECKING:
    from studio.spelling.speller import Speller


NO_DICTIONARY = "spelling.no_dictionary"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found, in the project and the sequence as they were then; the board is in `language`."""

    project: Project
    flow: Sequence
    language: str
    findings: tuple[Finding, ...]
    board: Board
    matrix: Matrix


def reviewed(project: Project, flow: Sequence, language: str, speller: Speller | None = None) -> Outcome:
    """Return what the checks and the two boards say of a sequence, in all its languages; spelling with a Speller."""
    from studio.checks.course import check  # brings the typesetter, which nobody needs at the start

    found = check(project, {flow.id: flow.languages})
    if speller is not None:
        found += tuple(_misspelt(project, flow, speller))
    board, matrix = beat_board(project, flow, language), objection_matrix(project, flow)
    return Outcome(project, flow, language, found, board, matrix)


def _misspelt(project: Project, flow: Sequence, speller: Speller) -> Iterator[Finding]:
    from studio.checks.coach import with_waivers
    from studio.spelling.findings import spelling_findings

    without: list[Finding] = []
    for language in flow.languages:
        for finding in with_waivers(flow, spelling_findings(project, flow, language, speller)):
            if finding.id == NO_DICTIONARY:
                without.append(finding)
            else:
                yield finding
    if without:
        yield _together(flow, without)


def _together(flow: Sequence, without: list[Finding]) -> Finding:
    """Return one finding for all languages that have no dictionary here."""
    first, *others = (finding.message.values["language"] for finding in without)
    said: object = first
    for other in others:
        said = sentence("{one}, {other}", one=said, other=other)
    message = Sentence(without[0].message.message, {"language": said})
    return replace(without[0], place=Place(flow.id), message=message)


class Review(QObject):
    """Holds the outcome, or says that it is being made (`busy`) or could not be made (`trouble`)."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Begin without an outcome; nothing is looked at before `look`."""
        super().__init__(parent)
        self._desk = desk
        self.outcome: Outcome | None = None
        self.trouble: Sentence | StudioError | None = None
        self.busy = False

    @property
    def flow(self) -> Sequence | None:
        """Return the open sequence as it is now."""
        session, spot = self._desk.session, self._desk.here.spot
        return session.project.sequences.get(spot.sequence) if session.is_open else None

    def look(self) -> None:
        """Look anew, in a task; what was found before stays until then."""
        flow = self.flow
        self.trouble, self.busy = None, flow is not None
        self.changed.emit()
        if flow is None:
            return
        project, language, spelling = self._desk.session.project, self._language(flow), self._desk.spelling

        def work(_progress: Progress) -> Outcome:
            return reviewed(project, flow, language, spelling.speller() if spelling.is_on else None)

        self._desk.tasks.start(work, self._take, self._fail, key="check.review")

    def forget(self) -> None:
        """Drop what was found, before another sequence or project is looked at."""
        self.outcome, self.trouble, self.busy = None, None, False
        self.changed.emit()

    def retell(self) -> None:
        """Show the board in the language where the writer is."""
        outcome = self.outcome
        if outcome is not None and (language := self._language(outcome.flow)) != outcome.language:
            board = beat_board(outcome.project, outcome.flow, language)
            self.outcome = replace(outcome, language=language, board=board)
            self.changed.emit()

    def _is_open(self, outcome: Outcome) -> bool:
        flow = self.flow
        is_here = flow is not None and flow.id == outcome.flow.id
        return is_here and self._desk.session.project.id == outcome.project.id

    def _language(self, flow: Sequence) -> str:
        spoken = self._desk.here.spot.language
        return spoken if spoken in flow.languages else flow.source_language

    def _take(self, outcome: Outcome) -> None:
        self.busy = False
        if not self._is_open(outcome):
            return
        self.outcome = outcome
        self.changed.emit()
        self.retell()

    def _fail(self, refusal: StudioError) -> None:
        self.busy = False
        if not isinstance(refusal, Cancelled):
            self.trouble = refusal
            self.outcome = None
        self.changed.emit()
