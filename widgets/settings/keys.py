"""The person's own keys: every action with its keys, which can be pressed anew."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QKeySequenceEdit, QLineEdit, QVBoxLayout, QWidget

from widgets.actions import GROUP, KEYS
from widgets.desk import Desk
from widgets.notices import Tone
from widgets.parts.buttons import IconButton
from widgets.parts.fields import SearchField
from widgets.parts.labels import Label, Overline
from widgets.parts.section import Section


class Keys(QWidget):
    """A row for each action: its words, where it works, a field that takes keys, and the way back."""

    def __init__(self, desk: Desk) -> None:
        """Show the actions that exist now; `refresh` shows later ones too."""
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._search = SearchField(desk.look, desk.words("Search the actions"))
        self._search.edited.connect(self._filter)
        self._column.addWidget(self._search)
        self._page = QWidget()
        self._column.addWidget(self._page)
        self._fields: dict[str, QKeySequenceEdit] = {}
        self._rows: list[tuple[str, list[QWidget]]] = []
        self._shown: list[tuple[str, str, str]] = []

    def refresh(self) -> None:
        """Show all actions, by group; where they are the same as before, nothing is built anew."""
        shown = [(each.objectName(), each.text(), each.shortcut().toString()) for each in self._desk.actions]
        if shown == self._shown:
            return
        self._shown = shown
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setColumnStretch(0, 1)
        self._fields, self._rows = {}, []
        group = ""
        for action in sorted(self._desk.actions, key=lambda each: str(each.property(GROUP))):
            if action.property(GROUP) != group:
                group = str(action.property(GROUP))
                grid.addWidget(Overline(self._desk.look, group), grid.rowCount(), 0, 1, 3)
            self._add(grid, action)
        self._column.replaceWidget(self._page, fresh)
        self._page.deleteLater()
        self._page = fresh

    def _add(self, grid: QGridLayout, action: QAction) -> None:
        words, name = self._desk.words, action.objectName()
        label = Label(self._desk.look, action.text().rstrip("…"))
        field = QKeySequenceEdit(action.shortcut())
        field.setMaximumSequenceLength(1)
        field.setFixedWidth(180)
        field.setAccessibleName(words("Keys for {action}", action=label.text()))
        for inner in field.findChildren(QLineEdit):
            inner.setAccessibleName(field.accessibleName())  # the line within is what takes the focus
        field.editingFinished.connect(partial(self._bind, name, field))
        back = IconButton(self._desk.look, "ph.arrow-counter-clockwise", words("The keys it came with"))
        back.clicked.connect(partial(self._reset, action, field))
        line = grid.rowCount()
        for column, widget in enumerate((label, field, back)):
            grid.addWidget(widget, line, column)
        self._fields[name] = field
        self._rows.append((label.text().casefold(), [label, field, back]))

    def _filter(self, wanted: object) -> None:
        for text, widgets in self._rows:
            for widget in widgets:
                widget.setVisible(str(wanted).casefold() in text)

    def _bind(self, name: str, field: QKeySequenceEdit) -> None:
        keys = field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        action = self._desk.actions[name]
        if keys == action.shortcut().toString(QKeySequence.SequenceFormat.PortableText):
            return
        if taken := self._taken(name, keys):
            field.setKeySequence(action.shortcut())
            said = self._desk.words("{keys} is taken by “{action}”.", keys=keys, action=taken.text().rstrip("…"))
            self._desk.notices.say(said, Tone.WARN)
            return
        self._keep(name, keys)

    def _taken(self, name: str, keys: str) -> QAction | None:
        wanted = QKeySequence(keys)
        others = (action for action in self._desk.actions if action.objectName() != name)
        return next((action for action in others if keys and wanted in action.shortcuts()), None)

    def _keep(self, name: str, keys: str) -> None:
        own = self._desk.preferences.settings.shortcuts
        self._desk.preferences.set(shortcuts=own.set(name, keys))

    def _reset(self, action: QAction, field: QKeySequenceEdit, *_: object) -> None:
        own = self._desk.preferences.settings.shortcuts
        if action.objectName() in own:
            self._desk.preferences.set(shortcuts=own.delete(action.objectName()))
        field.setKeySequence(QKeySequence(str(action.property(KEYS)).split("; ", maxsplit=1)[0]))


def keys(desk: Desk) -> tuple[Section, Keys]:
    """Return the section of keys and its list."""
    section = Section(desk.look, desk.words("Keys"), desk.words("Click a field and press the keys you want."))
    page = Keys(desk)
    section.body.addWidget(page)
    return section, page
