"""The language tabs: each language of the sequence with a dot that tells how far it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from widgets.here import Here, Spot
from widgets.parts.segments import Segment, Segments
from widgets.session import Session
from widgets.theme.look import Look

if TYPE_CHECKING:
    from studio.model.project import Project

REST = 400
"""Milliseconds after the last change until the dots are counted again."""


def dot_of(project: Project, sequence: str, language: str) -> str:
    """Return the token of a language's dot: good (complete), warn (stale or partial) or missing (nothing yet)."""
    from studio.edits.completeness import completeness

    state = completeness(project, sequence, language)
    if not state.missing and not state.stale:
        return "good"
    return "missing" if len(state.missing) == len(state.wanted) else "warn"


class LanguageTabs(QObject):
    """Keeps Segments in step with the sequence's languages and the spot, and moves the spot when one is chosen."""

    shown_changed = Signal()

    def __init__(self, look: Look, session: Session, here: Here, parent: QObject | None = None) -> None:
        """Build the tabs; `widget` is what the top bar shows."""
        super().__init__(parent)
        self.widget = Segments(look, [])
        self._look, self._session, self._here = look, session, here
        self._shown: list[Segment] = []
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.refresh)
        self.widget.chosen.connect(self._choose)
        session.changed.connect(self._wait)
        session.opened.connect(self.refresh)
        here.moved.connect(self._follow)

    def refresh(self) -> None:
        """Count the dots anew and show the languages of the sequence that is open."""
        spot = self._here.spot
        project = self._session.project if self._session.is_open else None
        sequence = project.sequences.get(spot.sequence) if project else None
        languages = sequence.languages if sequence else ()
        segments = [Segment(code, code, dot=dot_of(project, spot.sequence, code)) for code in languages if project]
        if segments != self._shown:
            self._shown = segments
            self.widget.set_choices(segments)
            self._name_them()
        if spot.language in languages:
            self.widget.choose(spot.language)
        self.shown_changed.emit()

    def _name_them(self) -> None:
        """Tell in words what the dots tell in colours."""
        words = self._look.words
        states = {"good": words("complete"), "warn": words("partly written or stale"), "missing": words("not begun")}
        for segment in self._shown:
            pill = self.widget.pill(segment.id)
            pill.setToolTip(f"{segment.text}: {states[segment.dot]}")
            pill.setAccessibleName(pill.toolTip())

    @property
    def any(self) -> bool:
        """Tell whether there is a language to show."""
        return bool(self._shown)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) language."""
        codes = [segment.id for segment in self._shown]
        if self._here.spot.language in codes:
            self._choose(codes[(codes.index(self._here.spot.language) + by) % len(codes)])

    def _choose(self, code: str) -> None:
        self._here.go(language=code)

    def _wait(self, _change: object) -> None:
        self._rest.start()

    def _follow(self, before: Spot, after: Spot) -> None:
        if before.sequence != after.sequence:
            self.refresh()
        elif any(segment.id == after.language for segment in self._shown):
            self.widget.choose(after.language)
