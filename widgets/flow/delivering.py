"""The fields of a wait for the day of delivery: on the day itself, or so many days before or after it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from widgets.parts.fields import ChoiceField, NumberField
from widgets.parts.layouts import row
from widgets.theme.look import Look

ON, BEFORE, AFTER = "on", "before", "after"
SIGNS = {ON: 0, BEFORE: -1, AFTER: 1}
MOST = 365


class DeliveryFields(QWidget):
    """A number of days, and on which side of the delivery they lie; on the day itself there is no number."""

    edited = Signal()
    """The person changed the number or the side."""

    def __init__(self, look: Look, words: Translator) -> None:
        """Take the words of the window."""
        super().__init__()
        self.count = NumberField(look, words("How many days"), 1, MOST)
        sides = ((ON, words("on the day itself")), (BEFORE, words("days before")), (AFTER, words("days after")))
        self.side = ChoiceField(look, words("Before or after the delivery"), sides)
        self.count.setFixedWidth(84)
        self.setLayout(row(self.count, self.side, None))
        self.count.edited.connect(self._told)
        self.side.edited.connect(self._told)
        self.set_days(0)

    @property
    def days(self) -> int:
        """Return the days after the delivery, less than 0 before it."""
        return SIGNS[self.side.value] * round(self.count.value)

    def set_days(self, days: int) -> None:
        """Show other days, without a signal; where the fields say the same already they are left alone."""
        if days != self.days:
            self.side.set_value(BEFORE if days < 0 else AFTER if days else ON)
            self.count.set_value(abs(days) or 1)
        self._fit()

    def _fit(self) -> None:
        self.count.setVisible(self.side.value != ON)

    def _told(self, _value: object) -> None:
        self._fit()
        self.edited.emit()
