"""The pickers of the Flow screen: what can be added, and what can be done with a row."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.flow import adding
from widgets.flow.tools import ROWS
from widgets.flow.verbs import Verbs
from widgets.flow.view import FlowView
from widgets.parts.popup import Choice, Picker


class Offers:
    """Two pickers over one outline."""

    def __init__(self, desk: Desk, verbs: Verbs, view: FlowView, screen: QWidget) -> None:
        """Belong to a screen."""
        self._desk, self._verbs, self._view = desk, verbs, view
        self._before = False
        self.picker, self.menu = Picker(desk.look, screen), Picker(desk.look, screen)
        self.picker.picked.connect(self._add)
        self.menu.picked.connect(self._run)

    def after(self) -> None:
        """Offer what can be added after the current row."""
        self._offer(before=False)

    def before(self) -> None:
        """Offer what can be added before the current row."""
        self._offer(before=True)

    def _offer(self, *, before: bool) -> None:
        self._before = before
        id_ = self._view.current_id()
        offered = adding.choices(self._desk.words, self._verbs.node(id_))
        self.picker.offer(offered, self._view.place_below())

    def _add(self, what: str) -> None:
        adding.add(self._verbs, what, self._view.current_id(), before=self._before)
        self._view.setFocus()

    def at(self, point: QPoint) -> None:
        """Offer what can be done with the row at a point of the view."""
        names = ["flow.add", "flow.add_before", *(row[0] for row in ROWS)]
        actions = [self._desk.actions[name] for name in names]
        choices = [
            Choice(
                action.objectName(),
                action.text(),
                icon=action.icon().name(),
                keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            )
            for action in actions
        ]
        self.menu.offer(choices, self._view.viewport().mapToGlobal(point), filtered=False)

    def _run(self, name: str) -> None:
        self._desk.actions[name].trigger()
