"""Fields without a box, for tables: the lines between the rows say enough until one is touched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDoubleSpinBox, QStyle, QStyleOptionFrame

from widgets.parts.choices import NumberField
from widgets.parts.inputs import set_state, tell_cut
from widgets.parts.labels import Label
from widgets.parts.texts import LineField
from widgets.theme.look import Look


class Cell(LineField):
    """One line of text in a table; words that are cut are told by the tooltip."""

    complained = Signal()
    """What is wrong here is something else now."""

    def __init__(self, look: Look, name: str, placeholder: str = "") -> None:
        """Take the name told to whoever cannot see the cell, and what stands in it while it is empty."""
        super().__init__(look, name, placeholder)
        self._wrong = ""
        self.setProperty("part", "cell")
        self.textChanged.connect(self._tell_cut)

    @property
    def wrong(self) -> str:
        """Return what is wrong here, "" for nothing."""
        return self._wrong

    def say_wrong(self, text: str) -> None:
        """Say in the tooltip, and to whoever cannot see it, what is wrong; the edge turns red."""
        told, self._wrong = text != self._wrong, text
        self.setAccessibleDescription(text)
        set_state(self, "wrong", value=bool(text))
        self._tell_cut()
        if told:
            self.complained.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the beginning again."""
        super().focusOutEvent(event)
        self.setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell whole what is cut."""
        super().resizeEvent(event)
        self._tell_cut()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the words; those that are cut end in an ellipsis until somebody writes here."""
        option, text = QStyleOptionFrame(), self.text()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).adjusted(2, 0, -2, 0)
        if self.hasFocus() or self.fontMetrics().horizontalAdvance(text) <= room.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self._look.color("ink"))
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _tell_cut(self) -> None:
        tell_cut(self, self.text(), self.fontMetrics().horizontalAdvance(self.text()) + 24)
        if self._wrong:
            self.setToolTip(self._wrong)


class NumberCell(NumberField):
    """A number in a table, set to the right; its carets are seen while somebody is there."""

    def __init__(self, look: Look, name: str, least: float, most: float, *, decimals: int = 0) -> None:
        """Take the name told to whoever cannot see the cell, and the bounds."""
        super().__init__(look, name, least, most, decimals=decimals)
        self.setProperty("part", "cell")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the carets out until they are needed."""
        if self.hasFocus() or self.underMouse():
            super().paintEvent(event)
        else:
            QDoubleSpinBox.paintEvent(self, event)


class Complaint(Label):
    """One sentence under some cells: the first of what is wrong in them."""

    def __init__(self, look: Look) -> None:
        """Begin content, and out of sight."""
        super().__init__(look, "", "small", "bad", wrap=True)
        self._cells: Sequence[Cell] = ()
        self.hide()

    def watch(self, cells: Sequence[Cell]) -> None:
        """Speak for other cells."""
        self._cells = cells
        for cell in cells:
            cell.complained.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        wrong = next((cell.wrong for cell in self._cells if cell.wrong), "")
        self.set_text(wrong)
        self.setVisible(bool(wrong))
