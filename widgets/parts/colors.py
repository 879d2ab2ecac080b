"""The field of a colour: a swatch to click and the hexadecimal digits to write."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from widgets.parts.hues import Hues
from widgets.parts.inputs import set_state
from widgets.parts.layouts import row
from widgets.parts.texts import LineField
from widgets.theme.focus import FocusRing
from widgets.theme.look import Look
from widgets.theme.paint import RADIUS_CONTROL, paint_ring, rounded


class _Swatch(QPushButton):
    """The colour, to click."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self.shown = look, QColor()
        self._ring = FocusRing(self)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAutoDefault(False)
        self.setFixedSize(36, 36)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        rounded(painter, self.rect(), RADIUS_CONTROL, self.shown, self._look.color("line2"))
        if self._ring.shown:
            paint_ring(painter, self._look, self.rect(), RADIUS_CONTROL)


class ColorField(QWidget):
    """A colour as a swatch and as `#RRGGBB`; only a whole colour is told."""

    edited = Signal(object)
    """The colour as `#RRGGBB`."""
    settled = Signal()
    """The person left the field or pressed Enter."""

    def __init__(self, look: Look, name: str) -> None:
        """Take the name told to whoever cannot see the field."""
        super().__init__()
        self._value = ""
        self.setAccessibleName(name)
        self.swatch = _Swatch(look, look.words("Choose a colour"))
        self.line = LineField(look, name)
        self.line.setMaxLength(7)
        self.line.setFixedWidth(104)
        self.setLayout(row(self.swatch, self.line, spacing=8))
        self.setFocusProxy(self.swatch)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.line.edited.connect(self._typed)
        self.line.settled.connect(self._left)
        self.hues = Hues(look, self)
        self.hues.moved.connect(self._picked)
        self.swatch.clicked.connect(self.offer)

    @property
    def value(self) -> str:
        """Return the colour as `#RRGGBB`, "" before there is one."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show another colour, without a signal."""
        self._value = value
        self.line.set_value(value)
        self._show()

    def offer(self) -> None:
        """Open the choice of colours."""
        below = self.swatch.rect().bottomLeft() + QPoint(0, 6)
        self.hues.offer(QColor(self._value), self.swatch.mapToGlobal(below))

    def _picked(self, color: QColor) -> None:
        self.set_value(color.name().upper())
        self.edited.emit(self._value)

    def _typed(self, text: str) -> None:
        whole = as_color(text)
        set_state(self.line, "wrong", value=not whole)
        if whole and whole != self._value:
            self._value = whole
            self._show()
            self.edited.emit(whole)

    def _left(self) -> None:
        self.line.set_value(self._value)
        set_state(self.line, "wrong", value=False)
        self.settled.emit()

    def _show(self) -> None:
        self.swatch.shown = QColor(self._value)
        self.swatch.update()


def as_color(text: str) -> str:
    """Return what was typed as `#RRGGBB`, "" where it is no whole colour; the hash may lack."""
    digits = text.strip().removeprefix("#")
    whole = len(digits) == 6 and all(letter in "0123456789abcdefABCDEF" for letter in digits)
    return f"#{digits.upper()}" if whole else ""
