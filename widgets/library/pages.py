"""The pages of the library: cards, search, the invitation to begin, and what is said while nothing can be shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from studio.errors import StudioError
from widgets.desk import Desk
from widgets.library.exchange import ENDING
from widgets.library.invitation import Invitation
from widgets.library.listpage import ListPage
from widgets.library.shelf import ShelfOfWorkspace
from widgets.parts.layouts import column
from widgets.parts.states import States

PATIENCE = 250
"""Milliseconds before a project that is being read is said to be: most are there sooner."""


class DropPlace(QWidget):
    """Takes Fabel's files that are dropped on it."""

    dropped = Signal(object)
    """A list of Paths."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Welcome files that may be Fabel's."""
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take the files that were dropped."""
        if files := _files(event):
            event.acceptProposedAction()
            self.dropped.emit(files)


class Pages(DropPlace):
    """Shows one page at a time, as the workspace and the shelf are; files can be dropped on any of them."""

    elsewhere_requested = Signal(str)
    """The name of another screen."""
    cancelled = Signal()
    """The person no longer waits for a project."""

    def __init__(self, desk: Desk, shelf: ShelfOfWorkspace, page: ListPage) -> None:
        """Take the page of cards; `furnish` adds what needs the library's actions."""
        super().__init__()
        self._desk, self._shelf, self._page = desk, shelf, page
        self._trouble: StudioError | None = None
        self._wants_focus = False
        """Whether the focus comes here as soon as there is something to focus."""
        self._stack = QStackedWidget()
        self._stack.addWidget(page)
        self.states = States(desk.look, self._stack)
        self.setLayout(column(self.states))
        self.setAcceptDrops(True)
        self._wait = QTimer(self, singleShot=True, interval=PATIENCE)
        self._wait.timeout.connect(self._show_wait)
        workspace = desk.workspace
        workspace.opened.connect(self._opened)
        workspace.troubled.connect(self._troubled)
        shelf.changed.connect(self._changed)
        shelf.failed.connect(self._troubled)

    def furnish(self) -> None:
        """Build the invitation and the page of troubles, and show what there is to show."""
        words, look, actions = self._desk.words, self._desk.look, self._desk.actions
        names = ("new_from_preset", "new_project", "import", "import_klaviyo", "demo")
        begin = [actions[f"library.{name}"] for name in names]
        sentence = words("Choose a proven sequence and make it your client’s own, or begin with an empty page.")
        self.welcome = Invitation(look, "ph.books", words("Begin with a story"), sentence, begin)
        retry = QAction(words("Try again"), self)
        retry.triggered.connect(self._retry)
        other = QAction(words("Choose another workspace"), self)
        other.triggered.connect(self._go_to_preferences)
        title = words("The workspace cannot be opened")
        self.trouble = Invitation(look, "ph.warning-circle", title, "", [retry, other])
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.trouble)
        self.show_shelf()

    @property
    def shown(self) -> str:
        """Return what is shown: "busy", "trouble", "empty" or "cards"."""
        if self.states.state != "content":
            return self.states.state
        page = self._stack.currentWidget()
        return "cards" if page is self._page else "empty" if page is self.welcome else "trouble"

    def show_shelf(self) -> None:
        """Show the page that fits, with what is on the shelf now."""
        if self._trouble is not None:
            self.trouble.sentence.set_text(self._desk.words.say(self._trouble))
            self._show(self.trouble)
        elif not self._shelf.is_read:
            self.states.show_busy(self._desk.words("Opening the workspace…"))
        elif self._shelf.projects:
            self._page.show_shelf()
            self._show(self._page)
        else:
            self._show(self.welcome)
        if self._wants_focus and self.shown != "busy" and self.isVisible():
            self.focus_first()

    def wait_for(self, _project_id: str) -> None:
        """Say soon that a project is being opened, if it takes its time."""
        self._wait.start()

    def wait_no_more(self) -> None:
        """Show the library again."""
        self._wait.stop()
        self.show_shelf()

    def focus_first(self) -> None:
        """Put the focus where the person begins, at once or when there is something to see."""
        self._wants_focus = self.shown == "busy"
        if self.shown == "cards":
            self._page.focus_first()
        elif self.shown in ("empty", "trouble"):
            (self.welcome if self.shown == "empty" else self.trouble).buttons[0].setFocus()

    def _show(self, page: QWidget) -> None:
        if not self._wait.isActive() or page is not self._page:
            self.states.show_content()
        self._stack.setCurrentWidget(page)

    def _show_wait(self) -> None:
        focus = QApplication.focusWidget()
        self._wants_focus = focus is not None and self.isAncestorOf(focus)
        self.states.show_busy(self._desk.words("Opening the project…"), self.cancelled.emit)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show what has changed while nobody looked."""
        super().showEvent(event)
        self.show_shelf()
        self._page.stand_where_the_writer_is()

    def _changed(self) -> None:
        if self.isVisible():
            self.show_shelf()

    def _opened(self) -> None:
        self._trouble = None
        self._shelf.forget()
        self._shelf.refresh()

    def _troubled(self, refusal: StudioError) -> None:
        self._trouble = refusal
        self.show_shelf()

    def _retry(self) -> None:
        self._trouble = None
        self.show_shelf()
        self._desk.workspace.open()

    def _go_to_preferences(self) -> None:
        self.elsewhere_requested.emit("preferences")


def _files(event: QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix == ENDING]
