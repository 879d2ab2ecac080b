"""The sheet that asks why a finding is left as it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from widgets.check.told import Line
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.fields import Field, LineField
from widgets.parts.labels import Label
from widgets.parts.sheet import Sheet


class LeaveSheet(Sheet):
    """Takes one line of reason."""

    left = Signal(str)
    """The reason."""

    def __init__(self, desk: Desk, line: Line, message: str, parent: QWidget) -> None:
        """Ask about a finding; `message` is the name of the message it is in, empty for the whole flow."""
        words, look = desk.words, desk.look
        super().__init__(look, words("Leave it as it is?"), parent)
        self._words = words
        self.reason = LineField(look, words("Why it is left"), words("The client wants it so"))
        hint = words("For whoever reads the list next. What this rule says here is left in every language.")
        if message:
            hint = words("For whoever reads the list next. It holds for “{name}” in every language.", name=message)
        self._field = Field(look, words("Why it is left"), self.reason, hint)
        self.body.addWidget(Label(look, line.title, "body", "ink2", wrap=True))
        self.body.addWidget(self._field)
        self.cancel = self.add_button(Button(look, words("Cancel")))
        self.cancel.clicked.connect(self.reject)
        self.leave = self.add_button(Button(look, words("Leave it"), "primary"))
        self.leave.clicked.connect(self._go)
        self.resize(520, self.sizeHint().height())
        self.reason.setFocus()

    def _go(self) -> None:
        reason = self.reason.value.strip()
        if not reason:
            self._field.say_wrong(self._words("Say why, in a few words."))
            return
        self.accept()
        self.left.emit(reason)
