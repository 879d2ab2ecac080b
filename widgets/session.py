"""The open project and its one history: every change of text, flow and settings goes through here."""

from __future__ import annotations

import time
from collections.abc import Hashable
from typing import TYPE_CHECKING
from weakref import finalize

from PySide6.QtCore import QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QUndoStack
from shiboken6 import isValid

from studio.errors import StudioError
from widgets.here import Here, Spot

if TYPE_CHECKING:
    from studio.edits.change import Change
    from studio.model.project import Project

PAUSE = 1.5
"""Seconds without typing after which the next keystroke begins a new step of the history."""
NEVER = float("-inf")


class Session(QObject):
    """One open project as an immutable value, an undo stack over it, and one signal that tells what changed."""

    changed = Signal(object)
    """A Change, after every edit, undo, redo and every piece of a colleague's work."""
    edited = Signal(object)
    """A Change that the writer made here (edit, undo or redo): autosave writes these."""
    opened = Signal()
    """Another project is open, or none."""
    refused = Signal(object)
    """A StudioError: an undo or redo that colleagues' work stands in the way of."""
    composed = Signal()
    """An input method has finished what it was composing."""

    def __init__(self, here: Here, parent: QObject | None = None) -> None:
        """Begin without a project; `here` tells where the caret is."""
        super().__init__(parent)
        self.here = here
        self.stack = QUndoStack(self)
        # Where Python's collector took steps before the stack that points to them, the program would crash.
        finalize(self, _clear, self.stack).atexit = False
        self._project: Project | None = None
        self._last = NEVER
        self._composing = False
        # The caret comes to rest in the turn of the event loop in which the step was made.
        self._turn = QTimer(self, singleShot=True, interval=0)
        here.moved.connect(self._follow)

    @property
    def project(self) -> Project:
        """Return the open project; raise StudioError where none is open."""
        if self._project is None:
            raise StudioError("Open a project first.")
        return self._project

    @property
    def is_open(self) -> bool:
        """Tell whether a project is open."""
        return self._project is not None

    def open(self, project: Project | None) -> None:
        """Open another project, or none; the history begins anew."""
        self._turn.stop()
        self.stack.clear()
        self.pause()
        self._composing = False
        self._project = project
        self.opened.emit()

    def do(self, label: str, project: Project, merge_key: Hashable = None, spot: Spot | None = None) -> None:
        """Make `project` the current one, as one step of the history with a translated `label`.

        Steps in a row with the same `merge_key` that is not None, without a pause, become one. `spot` is where the
        caret stood before; undo brings it back there. Redo brings it to where it stands at the end of this turn of
        the event loop, so the editor may move it right before or right after.
        """
        from studio.edits.change import difference
        from widgets.history import Edit

        change = difference(self.project, project)
        if not change:
            return
        now = time.monotonic()
        joins = merge_key if merge_key is not None and now - self._last < PAUSE else None
        self._last = now
        before = spot or self.here.spot
        self._become(project, change)
        self.stack.push(Edit(self, label, change, before, (merge_key, joins)))
        self._turn.start()

    def pause(self) -> None:
        """End the current run of typing: what comes next is a step of its own."""
        self._last = NEVER

    def compose(self, *, under_way: bool) -> None:
        """Say that an input method began or ended composing; what it shows meanwhile is no step of the history.

        While it composes, colleagues' work waits outside: it must not move the letters under the writer's hands.
        """
        ended = self._composing and not under_way
        self._composing = under_way
        if ended:
            self.composed.emit()

    @property
    def is_composing(self) -> bool:
        """Tell whether an input method is composing."""
        return self._composing

    def receive(self, project: Project) -> None:
        """Take in a colleague's work: `project` is ours with theirs in it. It is no step of our history."""
        from studio.edits.change import difference

        change = difference(self.project, project)
        if change:
            self._project = project
            self.changed.emit(change)

    def replay(self, change: Change, spot: Spot, *, back: bool) -> bool:
        """Do a step again, or undo it, on the project as it is now; called by the history.

        Return False, and tell why by `refused`, where a colleague's work stands in the way.
        """
        from studio.edits.change import apply, difference, inverse

        self.pause()
        self._turn.stop()
        step = inverse(change) if back else change
        try:
            project = apply(step, self.project)
        except StudioError as refusal:
            self.refused.emit(_told(refusal, back=back))
            return False
        if made := difference(self.project, project):
            self._become(project, made)
        self._return_to(spot)
        return True

    def _become(self, project: Project, change: Change) -> None:
        self._project = project
        self.changed.emit(change)
        self.edited.emit(change)

    def _return_to(self, spot: Spot) -> None:
        """Put the caret where it stood; whose data previews show is no matter of the history."""
        if not spot.message or spot.message in self.project.messages:
            parts = ("sequence", "message", "block", "field", "variant", "language", "offset")
            self.here.go(**{name: getattr(spot, name) for name in parts})

    def _follow(self, _before: Spot, after: Spot) -> None:
        top = self.stack.command(self.stack.index() - 1) if self._turn.isActive() else None
        from widgets.history import Edit

        if isinstance(top, Edit):
            top.end_at(after)


def _told(refusal: StudioError, *, back: bool) -> StudioError:
    if back:
        return StudioError("This step can no longer be undone: {reason}", reason=refusal)
    return StudioError("This step can no longer be done again: {reason}", reason=refusal)


def _clear(stack: QUndoStack) -> None:
    if isValid(stack):
        with QSignalBlocker(stack):
            stack.clear()
