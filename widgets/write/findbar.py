"""The bar on top of the manuscript that finds words and replaces them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from studio.edits.find import Query
from widgets.desk import Desk
from widgets.parts.buttons import Button, IconButton
from widgets.parts.chips import ChipButton
from widgets.parts.fields import LineField, SearchField
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row
from widgets.write.finding import Finder

WIDE = 260


class FindField(SearchField):
    """The line for the words; Escape is the bar's, which closes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave Escape to the bar, also while there are words to clear."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """A line for the words, their count, next and previous, options; a second line replaces."""

    def __init__(self, desk: Desk, finder: Finder, home: QWidget) -> None:
        """Work on a Finder; the focus returns to `home` when the bar closes."""
        super().__init__()
        self._desk, self._finder, self._home = desk, finder, home
        look, words = desk.look, desk.words
        self.field = FindField(look, words("Find in this sequence"))
        self.count = Label(look, "", "small", "ink3")
        self.case, self.whole = ChipButton(look, words("Match case")), ChipButton(look, words("Whole words"))
        self.back = IconButton(look, "ph.caret-up", words("Previous hit"))
        self.on = IconButton(look, "ph.caret-down", words("Next hit"))
        self.away = IconButton(look, "ph.x", words("Close"))
        self.new = LineField(look, words("Replace with"), words("Replace with"))
        self.one, self.all = Button(look, words("Replace"), "quiet"), Button(look, words("Replace all"), "quiet")
        self._arrange()
        self._connect()
        self.hide()

    def _arrange(self) -> None:
        self.field.setFixedWidth(WIDE)
        self.new.setFixedWidth(WIDE)
        self.count.setMinimumWidth(72)
        top = row(self.field, self.count, self.back, self.on, self.case, self.whole, None, self.away, spacing=8)
        self._below = QWidget()
        self._below.setLayout(row(self.new, self.one, self.all, None, spacing=8))
        self.setLayout(column(top, self._below, spacing=6, margins=(20, 8, 20, 9)))

    def _connect(self) -> None:
        self._finder.found.connect(self._tell)
        self.field.edited.connect(self._search)
        self.case.toggled.connect(self._search)
        self.whole.toggled.connect(self._search)
        self.back.clicked.connect(self._previous)
        self.on.clicked.connect(self._next)
        self.away.clicked.connect(self.leave)
        self.one.clicked.connect(self._replace)
        self.all.clicked.connect(self._replace_all)
        self.new.returnPressed.connect(self._replace)

    def open(self, selected: str = "", *, replacing: bool = False) -> None:
        """Show the bar, with the line that replaces or without it; selected words are looked for at once."""
        self._below.setVisible(replacing)
        self.show()
        if selected and "\n" not in selected:
            self.field.set_value(selected)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    def leave(self) -> None:
        """Close the bar and go back to writing."""
        self.hide()
        self._finder.stop()
        self._home.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on at Enter, back at Shift+Enter, and close at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self._finder.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._desk.look.color("paper"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._desk.look.color("line"))

    def _search(self, *_edited: object) -> None:
        self._finder.start(Query(self.field.value, self.case.isChecked(), self.whole.isChecked()))

    def _next(self) -> None:
        self._finder.step(1)

    def _previous(self) -> None:
        self._finder.step(-1)

    def _replace(self) -> None:
        self._finder.replace(self.new.value)

    def _replace_all(self) -> None:
        self._finder.replace_all(self.new.value)

    def _tell(self, current: int, count: int) -> None:
        words = self._desk.words
        said = words("{current} of {count}", current=current, count=count) if count else words("Not found")
        self.count.set_text(said if self.field.value else "")
        for button in (self.back, self.on, self.one, self.all):
            button.setEnabled(count > 0)
