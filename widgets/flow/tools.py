"""The flow's actions: what can be done to the selected step, by keys, buttons and the palette."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from studio.i18n import N_
from studio.model.steps import Send
from widgets.desk import Desk
from widgets.flow import adding
from widgets.flow.loads import has_steps
from widgets.flow.told import END, START
from widgets.flow.verbs import Verbs


class Outline(Protocol):
    """What the actions ask of the view."""

    def current_id(self) -> str:
        """Return the id of the current row."""
        ...

    def edit_current(self) -> None:
        """Open the editor of the current row."""
        ...


ROWS = (
    ("flow.edit", N_("Edit in place"), "F2", "ph.pencil-simple", "edit"),
    ("flow.open", N_("Open the step"), "Return; Enter", "ph.arrow-right", "open"),
    ("flow.write", N_("Open in Write"), "Ctrl+Return", "ph.pencil-line", "write"),
    ("flow.up", N_("Move up"), "Alt+Up", "ph.arrow-up", "up"),
    ("flow.down", N_("Move down"), "Alt+Down", "ph.arrow-down", "down"),
    ("flow.out", N_("Move out of the arm"), "Alt+Left", "ph.arrow-left", "out"),
    ("flow.into", N_("Move into the arm beside it"), "Alt+Right", "ph.arrow-right", "into"),
    ("flow.copy", N_("Copy the step"), "Ctrl+C", "ph.copy", "copy"),
    ("flow.cut", N_("Cut the step"), "Ctrl+X", "ph.scissors", "cut"),
    ("flow.paste", N_("Paste after the step"), "Ctrl+V", "ph.clipboard", "paste"),
    ("flow.duplicate", N_("Duplicate"), "Ctrl+D", "ph.copy-simple", "duplicate"),
    ("flow.remove", N_("Remove"), "Del; Backspace", "ph.trash", "remove"),
    ("flow.add_way", N_("Add an arm or a path"), "Shift+A", "ph.git-branch", "add_way"),
)
"""Id, words, keys, icon, and the method of Tools."""
STEERED = frozenset({"up", "down", "out", "into"})


class Tools(QObject):
    """Runs the actions on the current row of the outline."""

    write_requested = Signal()
    """The message of the row is to be opened in Write."""

    def __init__(self, desk: Desk, verbs: Verbs, view: Outline, home: QWidget) -> None:
        """Register the actions; their keys work in `home`."""
        super().__init__(home)
        self._desk, self._verbs, self._view = desk, verbs, view
        words = desk.words
        for name, text, keys, icon, method in ROWS:
            run = partial(self.steer, method) if method in STEERED else getattr(self, method)
            desk.actions.add(name, words(text), run, group=words("Flow"), keys=keys, icon=icon, home=home)

    @property
    def _id(self) -> str:
        return self._view.current_id()

    def steer(self, way: str) -> None:
        """Move the step up, down, out of its arm or into one."""
        self._verbs.steer(self._id, way)

    def edit(self) -> None:
        """Edit the row in place."""
        self._view.edit_current()

    def open(self) -> None:
        """Open a message in Write; edit any other row in place."""
        if isinstance(self._verbs.node(self._id), Send):
            self.write()
        else:
            self._view.edit_current()

    def write(self) -> None:
        """Open the message that is sent in Write."""
        node = self._verbs.node(self._id)
        if isinstance(node, Send):
            self._desk.here.go(message=node.message)
            self.write_requested.emit()

    def copy(self) -> None:
        """Put the step on the clipboard."""
        data = self._verbs.taken(self._id)
        if has_steps(data):
            QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Put the step on the clipboard and take it out."""
        data = self._verbs.taken(self._id)
        if has_steps(data):
            QGuiApplication.clipboard().setMimeData(data)
            self._verbs.remove(self._id)

    def paste(self) -> None:
        """Put what is on the clipboard after the step, or first in the arm."""
        data = QGuiApplication.clipboard().mimeData()
        if has_steps(data):
            self._verbs.paste(data, adding.place_at(self._verbs, self._id))
        else:
            self._desk.notices.say(self._desk.words("There is no step on the clipboard."))

    def duplicate(self) -> None:
        """Put a copy beside the step."""
        if self._id not in ("", START, END):
            self._verbs.duplicate(self._id)

    def remove(self) -> None:
        """Take the step out."""
        self._verbs.remove(self._id)

    def add_way(self) -> None:
        """Add an arm or a path to the fork."""
        if not adding.add_way(self._verbs, self._id):
            self._desk.notices.say(self._desk.words("Select a split or an experiment first."))
