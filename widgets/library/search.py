"""The page of the library that a search fills: how much was found, and the places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.library.finding import MOST, Found, FoundModel, by_name, in_copy
from widgets.library.foundlist import FoundList
from widgets.library.places import BESIDE
from widgets.library.shelf import ShelfOfWorkspace
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row

if TYPE_CHECKING:
    from studio.store.search import Hit  # SQLModel is loaded after the first paint


class SearchPage(QWidget):
    """Searches names at once and all copy in a task, and shows both."""

    opened = Signal(object)
    """A Found."""

    def __init__(self, desk: Desk, shelf: ShelfOfWorkspace) -> None:
        """Begin without a search."""
        super().__init__()
        self._desk, self._shelf = desk, shelf
        self._typed = ""
        self._names: tuple[Found, ...] = ()
        self.model = FoundModel(self)
        self.list = FoundList(desk.look, self.model, desk.words("What was found"))
        self.list.opened.connect(self.opened)
        self.said = Label(desk.look, "", "small", "ink3")
        self.setLayout(column(row(BESIDE, self.said), self.list, spacing=8))

    def look_for(self, typed: str) -> None:
        """Search for what the person typed; what was found before stays until there is an answer."""
        self._typed = typed.strip()
        if not self._typed or not self._desk.workspace.is_open:
            self._show(())
            return
        store, wanted = self._desk.workspace.store, self._typed

        def work(_progress: Progress) -> tuple[Hit, ...]:
            return store.search(wanted, MOST)

        self._names = by_name(self._shelf.projects, wanted)
        self._desk.tasks.start(work, self._take, self._refused, key="library.search")

    def enter(self) -> None:
        """Put the focus on the current place, or the first."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, hits: tuple[Hit, ...]) -> None:
        copy = in_copy(self._desk.words, self._shelf.projects, hits)
        self._show((*self._names, *copy), is_more=len(hits) == MOST)

    def _show(self, found: tuple[Found, ...], *, is_more: bool = False) -> None:
        words, count = self._desk.words, len(found)
        self.model.show(found)
        self.list.setVisible(bool(found))
        if not self._typed:
            self.said.set_text("")
        elif not found:
            said = words("Nothing says “{words}” – in no project, and in no language.", words=self._typed)
            self.said.set_text(said)
        elif count == 1:
            self.said.set_text(words("1 place"))
        else:
            shown = words("The best {count} places", count=count) if is_more else words("{count} places", count=count)
            self.said.set_text(shown)

    def _refused(self, refusal: StudioError) -> None:
        self._show(())
        self.said.set_text(self._desk.words.say(refusal))
