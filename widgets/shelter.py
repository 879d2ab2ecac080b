"""Words that the workspace does not take now are kept on this computer, and brought there when it does."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from studio.errors import StudioError
from studio.model.project import Project
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.draft import REST, Draft
from widgets.notices import Tone

if TYPE_CHECKING:
    from studio.edits.clash import Clash
    from studio.store.store import Store


class Shelter(QObject):
    """Looks after one draft: in trouble it writes a file beside the program, saved it removes the file again.

    A file that an earlier run left behind goes to the workspace as a write like any other.
    """

    def __init__(self, folder: Path, desk: Desk, store: Store, draft: Draft) -> None:
        """Keep files in `folder`; begin by bringing in what lies there."""
        super().__init__(draft)
        self._folder, self._desk, self._store, self._draft = folder, desk, store, draft
        self._kept: Project | None = None
        self._file: Path | None = None
        self._busy = self._is_owing = False
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._keep)
        draft.moved.connect(self._follow)
        self._bring_in()

    @property
    def has_all(self) -> bool:
        """Tell whether what is unsaved now lies in a file."""
        return self._kept is self._draft.latest

    def _follow(self) -> None:
        if self._draft.is_saved:
            self._rest.stop()
            self._forget()
            if self._is_owing:
                self._bring_in()
        elif self._draft.trouble and not self.has_all and not self._rest.isActive():
            self._rest.start(REST if self._file else 0)

    def _keep(self) -> None:
        if self._busy or self._draft.is_saved or not self._draft.trouble:
            return
        self._busy = True
        folder, name, base, mine = self._folder, self._store.name, self._draft.base, self._draft.latest

        def work(_progress: Progress) -> Path:
            from studio.store.aside import keep_aside

            return keep_aside(folder, name, base, mine)

        self._desk.tasks.start(work, partial(self._keep_in_mind, mine), self._refused, urgent=True)

    def _keep_in_mind(self, mine: Project, file: Path) -> None:
        self._busy = False
        self._kept, self._file = mine, file
        self._follow()

    def _refused(self, _refusal: StudioError) -> None:
        self._busy = False  # the workspace's own refusal is told already; the next change tries again

    def _forget(self) -> None:
        if self._file is None or self._busy:
            return
        file, self._file, self._kept = self._file, None, None

        def work(_progress: Progress) -> None:
            from studio.store.aside import forget_aside

            forget_aside(file)

        self._desk.tasks.start(work, _done, urgent=True)

    def _bring_in(self) -> None:
        self._is_owing = False
        folder, store, project_id = self._folder, self._store, self._draft.base.id

        def work(_progress: Progress) -> tuple[bool, tuple[Clash, ...]]:
            return brought_in(folder, store, project_id)

        self._desk.tasks.start(work, self._tell, self._owe)

    def _owe(self, _refusal: StudioError) -> None:
        self._is_owing = True  # until the workspace takes a write

    def _tell(self, outcome: tuple[bool, tuple[Clash, ...]]) -> None:
        found, clashes = outcome
        if found:
            words = self._desk.notices.words
            self._desk.notices.say(words("What could not be saved last time is in the workspace now."), Tone.GOOD)
            self._draft.look()
        if clashes:
            self._draft.clashed.emit(clashes)


def brought_in(folder: Path, store: Store, project_id: str) -> tuple[bool, tuple[Clash, ...]]:
    """Write what lies aside of a project into its workspace; return whether there was any, and what clashed."""
    from studio.edits.change import difference
    from studio.store.aside import forget_aside, kept_aside

    clashes: list[Clash] = []
    found = kept_aside(folder, store.name, project_id)
    for aside in found:
        clashes += store.write(difference(aside.base, aside.mine), aside.mine).clashes
        forget_aside(aside.file)
    return bool(found), tuple(clashes)


def _done(_nothing: None) -> None:
    """Nobody waits."""
