"""Spelling of the sequence that is open: judged in a task when the writer pauses, shown as waves under words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from immutables import Map
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from studio.edits.texts import Spoken, read
from studio.errors import StudioError
from studio.model.findings import Finding
from studio.model.project import Project
from studio.tasks import Cancelled, Progress
from widgets.desk import Desk
from widgets.here import Spot
from widgets.write.engine.rows import Row
from widgets.write.engine.view import ManuscriptView
from widgets.write.strokes import Stroke

if TYPE_CHECKING:
    from studio.spelling.findings import Misspelt
    from studio.spelling.speller import Speller

PAUSE = 600
"""Milliseconds without a change after which words are judged."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What spelling says: unknown words with their places, or in `findings` why the language is not checked.

    `said` holds the texts in which they stand, as they were judged.
    """

    words: tuple[Misspelt, ...] = ()
    said: Mapping[Spoken, str] = field(default_factory=Map)
    findings: tuple[Finding, ...] = ()


class Proofing(QObject):
    """Tells the unknown words of the current sequence and language after each pause."""

    proved = Signal()
    """`proof` holds something else now."""

    def __init__(self, desk: Desk, view: ManuscriptView, home: QWidget) -> None:
        """Watch the session and where the writer is, while `home` is seen."""
        super().__init__(home)
        self._desk, self._view, self._home = desk, view, home
        self.proof = Proof()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        desk.session.changed.connect(self._wait)
        desk.session.opened.connect(self._begin)
        desk.here.moved.connect(self._moved)
        desk.spelling.changed.connect(self._begin)

    def look(self) -> None:
        """Judge now, in a task; words judged before cost no question."""
        self._pause.stop()
        spot, session, spelling = self._desk.here.spot, self._desk.session, self._desk.spelling
        if not spelling.is_on or not session.is_open or spot.sequence not in session.project.sequences:
            self._take(Proof())
            return
        project = session.project

        def work(_progress: Progress) -> Proof:
            return proof_of(project, spot, spelling.speller())

        self._desk.tasks.start(work, self._take, self._fail, key="write.spelling")

    def stop(self) -> None:
        """Judge no more until something changes, or somebody asks."""
        self._pause.stop()

    def strokes(self) -> list[Stroke]:
        """Return the waves under the unknown words of the rows that are shown."""
        rows = {row.spoken: row for row in self._view.rows if row.spoken is not None}
        made = ((each, rows.get(each.spoken)) for each in self.proof.words)
        return [self._stroke(each, row) for each, row in made if row is not None]

    def word_of(self, stroke: Stroke, row: Row) -> Misspelt | None:
        """Return the unknown word over a wave."""
        fitting = (each for each in self.proof.words if each.spoken == row.spoken and each.word.start == stroke.start)
        return next(fitting, None)

    def _stroke(self, found: Misspelt, row: Row) -> Stroke:
        return Stroke(row.key, found.word.start, found.word.end, self.proof.said[found.spoken], wavy=True)

    def _take(self, proof: Proof) -> None:
        if proof != self.proof:
            self.proof = proof
            self.proved.emit()

    def _fail(self, refusal: StudioError) -> None:
        self._take(Proof())
        if not isinstance(refusal, Cancelled):
            self._desk.notices.refuse(refusal)

    def _wait(self, _change: object = None) -> None:
        if self._home.isVisible():
            self._pause.start()

    def _begin(self) -> None:
        self._take(Proof())
        if self._home.isVisible():
            self.look()

    def _moved(self, before: Spot, after: Spot) -> None:
        if (before.sequence, before.language) != (after.sequence, after.language):
            self._begin()


def proof_of(project: Project, spot: Spot, speller: Speller) -> Proof:
    """Judge a sequence in the language of a spot; only inside a task, for it waits for another process."""
    from studio.spelling.findings import misspelt, spelling_findings
    from studio.spelling.speller import SpellingStopped, UnreadableDictionary

    flow = project.sequences[spot.sequence]
    try:
        if speller.dictionary(spot.language) is not None:
            found = misspelt(project, flow, spot.language, speller)
            texts = {each.spoken: read(project, each.spoken).words(spot.language) for each in found}
            return Proof(found, Map(texts))
    except (SpellingStopped, UnreadableDictionary):
        pass
    return Proof(findings=spelling_findings(project, flow, spot.language, speller))
