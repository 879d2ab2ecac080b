"""Popovers that ask for one line or one number: the name of a message, the idea of a test, the share of a variant."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.fields import Field, LineField, NumberField
from widgets.parts.labels import Label
from widgets.parts.layouts import row
from widgets.write.popover import Popover


class AskLine(Popover):
    """Asks for one line of words; `answered` tells it."""

    answered = Signal(str)

    def __init__(self, desk: Desk, title: str, now: str, parent: QWidget, hint: str = "") -> None:
        """Begin with what is said now."""
        super().__init__(desk.look, title, parent)
        self.line = LineField(desk.look, title)
        self.line.set_value(now)
        self.line.selectAll()
        self.done = Button(desk.look, desk.words("Done"), "primary")
        self.body.addWidget(self.line)
        if hint:
            self.body.addWidget(Label(desk.look, hint, "small", "ink3", wrap=True))
        self.body.addLayout(row(None, self.done))
        self.done.clicked.connect(self._answer)
        self.line.returnPressed.connect(self._answer)

    def _answer(self) -> None:
        said = self.line.value.strip()
        self.close()
        self.answered.emit(said)


class AskNumber(Popover):
    """Asks for a percentage; `answered` tells it."""

    answered = Signal(float)

    def __init__(self, desk: Desk, title: str, now: float, parent: QWidget, hint: str = "") -> None:
        """Begin with what holds now."""
        super().__init__(desk.look, title, parent)
        self.number = NumberField(desk.look, title, 1, 99, 5, " %")
        self.number.set_value(now)
        self.done = Button(desk.look, desk.words("Done"), "primary")
        self.body.addWidget(Field(desk.look, desk.words("Share of the readers"), self.number, hint))
        self.body.addLayout(row(None, self.done))
        self.done.clicked.connect(self._answer)
        self.number.lineEdit().returnPressed.connect(self._answer)

    def _answer(self) -> None:
        number = self.number.value
        self.close()
        self.answered.emit(number)
