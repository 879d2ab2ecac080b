"""The one window: rail, top bar, the screens, and the line that says what happened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.entries import Entry
from widgets.frame.actions import add_frame_actions, complete_keys
from widgets.frame.languages import LanguageTabs
from widgets.frame.noticeline import NoticeLine
from widgets.frame.questions import Asking
from widgets.frame.rail import Rail
from widgets.frame.topbar import TopBar
from widgets.here import Spot
from widgets.screen import Screen

SMALLEST = (1100, 720)
USUAL = (1440, 900)


class StudioWindow(QWidget):
    """Shows one screen at a time; screens are built when they are first shown."""

    painted = Signal()
    """The shell has been painted for the first time."""
    screen_shown = Signal(str)
    screen_built = Signal(object)
    """A Screen, before it is shown for the first time."""
    closing = Signal(object)
    """A QCloseEvent that whoever must finish first may ignore."""

    def __init__(self, desk: Desk, entries: Sequence[Entry]) -> None:
        """Build the frame; `show_screen` fills it."""
        super().__init__()
        self.desk = desk
        self._entries = {entry.name: entry for entry in entries}
        self._screens: dict[str, Screen] = {}
        self.screen_name = ""
        """The name of the screen that is shown."""
        self._was_painted = False
        self.setWindowTitle("Fabel")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.languages = LanguageTabs(desk.look, desk.session, desk.here, self)
        actions = add_frame_actions(self, desk, entries)
        self.rail = Rail(desk.look, [(entry, actions[entry.name]) for entry in entries], self)
        self.bar = TopBar(desk.look, self.languages.widget, desk.actions["edit.undo"], desk.actions["edit.redo"])
        self._stack = QStackedWidget()
        self._notices = NoticeLine(desk.look, desk.words, self)
        self._asking = Asking(desk.look, self)
        self._lay_out()
        self._connect()
        self.languages.refresh()

    @property
    def current(self) -> Screen | None:
        """Return the screen that is shown."""
        return self._screens.get(self.screen_name)

    @property
    def notice(self) -> str:
        """Return what the notice line says."""
        return self._notices.text

    def unbuilt(self) -> tuple[str, ...]:
        """Return the screens that could be shown now but nobody has seen yet: their actions are not known."""
        usable = (name for name, each in self._entries.items() if self.desk.session.is_open or not each.needs_project)
        return tuple(name for name in usable if name not in self._screens)

    def show_screen(self, name: str) -> None:
        """Show a screen by name; one that needs a project gives way to the library where none is open."""
        entry = self._entries.get(name)
        if entry is None or (entry.needs_project and not self.desk.session.is_open):
            name = "library"
        screen = self.build(name)
        self.screen_name = name
        screen.entered()
        self._stack.setCurrentWidget(screen)
        self._notices.float_over(screen.ground())
        self.rail.show_current(name)
        self.desk.preferences.set(screen=name)
        self.refresh_head()
        screen.focus_first()
        self.screen_shown.emit(name)
        complete_keys(self)

    def refresh_head(self) -> None:
        """Show in the top bar where we are."""
        screen, session, spot = self.current, self.desk.session, self.desk.here.spot
        if screen is None:
            return
        entry = self._entries[self.screen_name]
        project = session.project.name if session.is_open and entry.needs_project else ""
        tail = screen.crumbs() or (self.desk.words.say(entry.title),)
        self.bar.crumbs.show_way((project, *tail), 1 if project else 0)
        self.bar.show_primary(screen.primary(), screen.leave())
        self.bar.languages.setVisible(screen.shows_languages() and self.languages.any)
        for name, each in self._entries.items():
            self.rail.set_enabled(name, enabled=session.is_open or not each.needs_project)
        sequence = session.project.sequences.get(spot.sequence) if session.is_open else None
        shown = [sequence.name if sequence else "", session.project.name if session.is_open else "", "Fabel"]
        self.setWindowTitle(" – ".join(part for part in shown if part))

    def restore(self, geometry: str) -> None:
        """Take the size and place that the window had last (base64), where the screen still has room for it."""
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode("ascii"))))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint as usual, and tell of the first time once it is done."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def retire(self) -> None:
        """Go for good, without asking: another window stands in our place, or the program ends."""
        self.hide()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember the window's state and let whoever must finish first do so."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.desk.preferences.set(window=geometry)
        event.accept()
        self.closing.emit(event)

    def build(self, name: str) -> Screen:
        """Return a screen, which is built the first time."""
        if name not in self._screens:
            screen = self._entries[name].make(self.desk)
            screen.go_requested.connect(self.show_screen)
            screen.head_changed.connect(self.refresh_head)
            self._screens[name] = screen
            self._stack.addWidget(screen)
            self.screen_built.emit(screen)
        return self._screens[name]

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        room = QVBoxLayout()
        room.setSpacing(0)
        room.addWidget(self.bar)
        room.addWidget(self._stack, 1)
        grid.addWidget(self.rail, 0, 0)
        grid.addLayout(room, 0, 1)

    def _connect(self) -> None:
        desk = self.desk
        self.rail.chosen.connect(self.show_screen)
        self.languages.shown_changed.connect(self.refresh_head)
        desk.session.opened.connect(self._project_opened)
        desk.session.refused.connect(desk.notices.refuse)
        desk.tasks.failed.connect(desk.notices.refuse)
        desk.notices.said.connect(self._notices.say)
        desk.notices.asked.connect(self._asking.ask)
        desk.here.moved.connect(self._moved)

    def _moved(self, before: Spot, after: Spot) -> None:
        if (before.sequence, before.message) != (after.sequence, after.message):
            self.refresh_head()

    def _project_opened(self) -> None:
        entry = self._entries.get(self.screen_name)
        if entry is not None and entry.needs_project and not self.desk.session.is_open:
            self.show_screen("library")
        self.refresh_head()
