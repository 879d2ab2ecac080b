"""The workspace behind the window: opened after the first paint, and asked for everything in tasks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.tasks import Progress
from widgets.tasks import Tasks

if TYPE_CHECKING:
    from studio.store.store import Store  # SQLModel is loaded after the first paint

Opener = Callable[[], "Store"]


class Workspace(QObject):
    """Opens the Store in a task and says how that went; `store` is for use inside tasks."""

    opened = Signal()
    troubled = Signal(object)
    """A StudioError: the workspace could not be opened."""
    shelf_changed = Signal()
    """Projects came, went, or were filed elsewhere."""

    def __init__(self, opener: Opener, tasks: Tasks, parent: QObject | None = None) -> None:
        """Take the function that opens the store; nothing is opened yet."""
        super().__init__(parent)
        self._opener = opener
        self._tasks = tasks
        self._store: Store | None = None
        self._openings = 0

    @property
    def is_open(self) -> bool:
        """Tell whether the store can be used."""
        return self._store is not None

    @property
    def store(self) -> Store:
        """Return the store; raise StudioError before it is open."""
        if self._store is None:
            raise StudioError("The workspace is not open yet.")
        return self._store

    def use(self, opener: Opener) -> None:
        """Let go of this workspace and open another one."""
        self.close()
        self._opener = opener
        self.open()

    def open(self) -> None:
        """Open the workspace in a task; `opened` or `troubled` follows. Only the last of several openings counts."""

        def work(_progress: Progress) -> Store:
            return self._opener()

        self._openings += 1
        number = self._openings
        self._tasks.start(work, partial(self._take, number), partial(self._refuse, number))

    def _take(self, number: int, store: Store) -> None:
        if number != self._openings:
            store.close()
            return
        self.close()
        self._store = store
        self.opened.emit()

    def _refuse(self, number: int, refusal: StudioError) -> None:
        if number == self._openings:
            self.troubled.emit(refusal)

    def close(self) -> None:
        """Let go of the database."""
        if self._store is not None:
            self._store.close()
        self._store = None
