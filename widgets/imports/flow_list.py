"""The flows of an account, narrowed by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from studio.i18n import N_
from studio.imports.klaviyo.remote import RemoteFlow
from widgets.parts.labels import Label
from widgets.parts.layouts import column
from widgets.parts.popup import CHOICE, MOVES, Choice, ChoiceLines, Choices
from widgets.parts.texts import SearchField
from widgets.theme.look import Look

STATES = {"draft": N_("draft"), "live": N_("live"), "manual": N_("manual")}


class FlowList(QWidget):
    """A search above a list; the arrows move in the list from the search, Enter activates."""

    def __init__(self, look: Look) -> None:
        """Begin empty."""
        super().__init__()
        self._words = look.words
        self.search = SearchField(look, look.words("Find a flow"))
        self.model = Choices(self)
        self.view = QListView()
        self.view.setProperty("part", "choices")
        self.view.setAccessibleName(look.words("Flows"))
        self.view.setModel(self.model)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setItemDelegate(ChoiceLines(look, self.view))
        self.none = Label(look, look.words("Nothing fits."), "body", "ink3")
        self.setLayout(column(self.search, self.none, self.view, spacing=8))
        self.search.edited.connect(self._keep)
        self.search.installEventFilter(self)
        self.search.returnPressed.connect(self._activate)

    @property
    def chosen(self) -> str:
        """Return the id of the current flow, "" without one."""
        choice = self.view.currentIndex().data(CHOICE)
        return choice.id if choice else ""

    @property
    def has_flows(self) -> bool:
        """Tell whether there is any flow, fitting or not."""
        return self._count > 0

    _count = 0

    def offer(self, flows: Sequence[RemoteFlow]) -> None:
        """Show other flows."""
        self._count = len(flows)
        choices = [
            Choice(flow.id, flow.name.partition(" [fabel")[0], self._state(flow), "ph.tree-structure") for flow in flows
        ]
        self.model.offer(choices)
        self.search.set_value("")
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the search's arrows work on the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in MOVES:
            self.view.event(event)
            return True
        return super().eventFilter(watched, event)

    def _state(self, flow: RemoteFlow) -> str:
        return self._words(STATES[flow.status]) if flow.status in STATES else flow.status

    def _keep(self, typed: object) -> None:
        self.model.keep(str(typed))
        self._settle()

    def _settle(self) -> None:
        self.view.setCurrentIndex(self.model.index(0, 0))
        self.none.setVisible(self.model.rowCount() == 0)

    def _activate(self) -> None:
        index: QModelIndex = self.view.currentIndex()
        if index.isValid():
            self.view.activated.emit(index)
