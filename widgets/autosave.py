"""Saving without a button: every edit goes to the workspace soon, and colleagues' work comes back the same way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from studio.edits.change import apply, difference
from studio.errors import Conflict
from studio.model.project import Project
from widgets.desk import Desk
from widgets.draft import Draft, Told
from widgets.notices import Notices, Tone
from widgets.savestate import SaveState, Stage
from widgets.shelter import Shelter

LOOK = 3_000
"""Milliseconds between looks at what colleagues wrote."""


class Autosave(QObject):
    """Listens to the session and has a Draft written for each project that has words on their way."""

    state_changed = Signal(object)
    """A SaveState, whenever it is another one."""
    clashed = Signal(object)
    """A tuple of Clash: both versions are kept in the workspace, theirs is in the project."""

    def __init__(self, desk: Desk, folder: Path | None = None, parent: QObject | None = None) -> None:
        """Begin with the project that is open, if any; `folder` takes in words that the workspace does not take."""
        super().__init__(parent)
        self._folder = folder
        self._desk = desk
        self._draft: Draft | None = None
        self._leaving: list[Draft] = []
        self._state = SaveState()
        self._looks = QTimer(self, interval=LOOK)
        self._looks.timeout.connect(self.look)
        desk.session.opened.connect(self._begin)
        desk.session.edited.connect(self._edited)
        desk.session.composed.connect(self.look)
        self._begin()

    @property
    def state(self) -> SaveState:
        """Return how far the writer's words have come."""
        return self._state

    @property
    def is_sheltered(self) -> bool:
        """Tell whether all that is unsaved lies in a file on this computer."""
        shelters = [draft.findChild(Shelter) for draft in self._drafts() if not draft.is_saved]
        return all(shelter is not None and shelter.has_all for shelter in shelters)

    def try_again(self) -> None:
        """Write now what could not be written."""
        self.flush(_nothing)

    def look(self) -> None:
        """See whether a colleague wrote in the open project."""
        if self._draft is not None:
            self._draft.look()

    def flush(self, told: Told) -> None:
        """Write everything at once, then tell whether all is in the workspace; never waits here."""
        drafts = [draft for draft in self._drafts() if not draft.is_saved]
        if not drafts:
            told(True)  # noqa: FBT003 - an answer
            return
        answers: list[bool] = []
        for draft in drafts:
            draft.settle(partial(_gather, answers, len(drafts), told))

    def close(self) -> None:
        """Stop for good: no timer runs on, and no answer is heard."""
        self._looks.stop()
        for draft in self._drafts():
            draft.retire()

    def _drafts(self) -> list[Draft]:
        return [*self._leaving, *([self._draft] if self._draft else [])]

    def _begin(self) -> None:
        """Let the draft of the project before end its way, and begin one for the project that is open now."""
        before, self._draft = self._draft, None
        if before is not None:
            before.received.disconnect(self._receive)
            self._leaving.append(before)
            before.settle(_nothing)
        session, workspace = self._desk.session, self._desk.workspace
        if session.is_open and workspace.is_open:
            self._draft = Draft(workspace.store, self._desk.tasks, session.project, self._held, self)
            self._draft.moved.connect(self._tell)
            self._draft.received.connect(self._receive)
            self._draft.clashed.connect(self.clashed)
            if self._folder is not None:
                Shelter(self._folder, self._desk, workspace.store, self._draft)
            self._looks.start()
            self._adopt(session.project)
        self._tell()

    def _held(self) -> bool:
        return self._desk.session.is_composing

    def _adopt(self, project: Project) -> None:
        """Bring words of the same project along that have not found their way yet."""
        for draft in self._leaving[:]:
            if draft.base.id != project.id or draft.is_saved or draft.is_awaited:
                continue
            try:
                joined = apply(difference(draft.base, draft.latest), self._desk.session.project)
            except Conflict:
                continue  # the workspace will keep both
            draft.retire()
            self._leaving.remove(draft)
            self._desk.session.receive(joined)
            self._edited()

    def _edited(self, _change: object = None) -> None:
        if self._draft is not None:
            self._draft.take(self._desk.session.project)

    def _receive(self, project: Project) -> None:
        self._desk.session.receive(project)

    def _tell(self) -> None:
        for draft in [draft for draft in self._leaving if draft.is_saved]:
            self._leaving.remove(draft)
            draft.deleteLater()
        state = self._seen()
        if state == self._state:
            return
        before, self._state = self._state, state
        self.state_changed.emit(state)
        _say(self._desk.notices, before, state, self.try_again)

    def _seen(self) -> SaveState:
        drafts = self._drafts()
        trouble = next((draft.trouble for draft in drafts if draft.trouble), None)
        if trouble:
            return SaveState(Stage.UNSAVED, trouble)
        return SaveState() if all(draft.is_saved for draft in drafts) else SaveState(Stage.SAVING)


def _gather(answers: list[bool], wanted: int, told: Told, saved: bool) -> None:
    answers.append(saved)
    if len(answers) == wanted:
        told(all(answers))


def _nothing(_saved: bool) -> None:
    """Nobody waits."""


def _say(notices: Notices, before: SaveState, after: SaveState, try_again: Callable[[], None]) -> None:
    """Say the first failure, and that all is well again; what happens each second needs no line."""
    words = notices.words
    if after.stage is Stage.UNSAVED and before.stage is not Stage.UNSAVED:
        notices.say(words.say(after.sentence), Tone.BAD, words("Try again"), try_again)
    elif before.stage is Stage.UNSAVED and after.stage is Stage.SAVED:
        notices.say(words("Everything is saved again."), Tone.GOOD)
