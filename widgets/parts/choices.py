"""Fields that are chosen rather than written: one of a list, a number, a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionButton,
    QWidget,
)

from widgets.parts.inputs import tell_cut
from widgets.theme.focus import FocusRing
from widgets.theme.icons import paint_icon
from widgets.theme.look import Look
from widgets.theme.paint import RADIUS_CONTROL, paint_ring, rounded
from widgets.theme.style import paint_tick


class ChoiceField(QComboBox):
    """One of a list; the value is the id of a choice."""

    edited = Signal(object)
    """The id the person chose."""
    settled = Signal()
    """The person chose, or left the field."""

    def __init__(self, look: Look, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Take the name told to whoever cannot see the field, and pairs of id and words."""
        super().__init__()
        self._look = look
        self._told: object = None
        self.setFont(look.font("body"))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)
        self._dress_list()
        self.set_choices(choices)
        self.activated.connect(self._tell)
        self.currentIndexChanged.connect(self._tell_cut)
        look.changed.connect(self.update)

    @property
    def value(self) -> str:
        """Return the id of the current choice, "" without any."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Show another choice, without a signal."""
        self.setCurrentIndex(self.findData(value))
        self._told = self.value

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; the current one stays if it is still there."""
        kept = self.value
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.setCurrentIndex(max(self.findData(kept), 0 if choices else -1))
        self._told = self.value
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell whole what is cut."""
        super().resizeEvent(event)
        self._tell_cut()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page: passing over a field must not change it."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the person left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settled.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the field with its words and caret."""
        painter, look = QPainter(self), self._look
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        edge, width = _edge(self)
        rounded(painter, self.rect(), RADIUS_CONTROL, look.color("surface"), look.color(edge), width)
        room = self.rect().adjusted(12, 0, -30, 0)
        shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(look.color("ink"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        caret = QRectF(self.width() - 26, self.height() / 2 - 6, 12, 12)
        paint_icon(painter, caret, "ph.caret-down", look.color("ink2"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the longest words."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=60)
        return QSize(min(longest, 360) + 46, 36)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few letters."""
        return QSize(min(self.sizeHint().width(), 96), 36)

    def _tell_cut(self) -> None:
        words = self.currentText()
        tell_cut(self, words, self.fontMetrics().horizontalAdvance(words) + 42)

    def _dress_list(self) -> None:
        view = self.view()
        # Without a delegate of its own the list ignores the style sheet's lines.
        view.setItemDelegate(QStyledItemDelegate(view))
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        frame = view.window()
        frame.setWindowFlags(
            Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        )
        frame.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def _tell(self) -> None:
        if self.value != self._told:
            self._told = self.value
            self.edited.emit(self.value)
            self.settled.emit()


def _edge(widget: QWidget) -> tuple[str, int]:
    """Return the token and width of a field's edge."""
    if widget.property("wrong"):
        return "bad", 2 if widget.hasFocus() else 1
    if widget.hasFocus():
        return "accent", 2
    return ("ink3" if widget.isEnabled() and widget.underMouse() else "line2"), 1


class NumberField(QDoubleSpinBox):
    """A number between two others; whole unless it has decimals."""

    edited = Signal(object)
    """The number after each keystroke or step of the person: int, or float where it has decimals."""
    settled = Signal()
    """The person left the field or pressed Enter."""

    def __init__(
        self,
        look: Look,
        name: str,
        least: float,
        most: float,
        step: float = 1,
        suffix: str = "",
        *,
        decimals: int = 0,
    ) -> None:
        """Take the name told to whoever cannot see the field, the bounds, the step of the arrows and the unit."""
        super().__init__()
        self._look, self._silent = look, False
        self.setFont(look.font("body"))
        self.setAccessibleName(name)
        self.setDecimals(decimals)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSuffix(suffix)
        self.lineEdit().setTextMargins(10, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._tell)
        self.editingFinished.connect(self.settled)

    @property
    def value(self) -> float:  # type: ignore[override]
        """Return the number."""
        number = QDoubleSpinBox.value(self)
        return number if self.decimals() else round(number)

    def set_value(self, value: float) -> None:
        """Show another number, without a signal."""
        self._silent = True
        self.setValue(value)
        self._silent = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the carets of the arrows, which the style sheet leaves out."""
        super().paintEvent(event)
        painter, middle = QPainter(self), self.height() / 2
        color = self._look.color("ink2")
        color.setAlphaF(1.0 if self.isEnabled() else 0.4)
        for name, top in (("ph.caret-up", middle - 12), ("ph.caret-down", middle + 2)):
            paint_icon(painter, QRectF(self.width() - 19, top, 10, 10), name, color)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page unless the person is in the field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _tell(self) -> None:
        if not self._silent:
            self.edited.emit(self.value)


class CheckField(QCheckBox):
    """A tick with its words."""

    edited = Signal(object)
    """Whether it is ticked, as the person set it."""
    settled = Signal()
    """The person set it."""

    def __init__(self, look: Look, text: str) -> None:
        """Take the words."""
        super().__init__(text)
        self._look = look
        self._ring = FocusRing(self)
        self.setFont(look.font("body"))
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell)
        look.changed.connect(self.update)

    @property
    def value(self) -> bool:
        """Tell whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Tick it or not, without a signal."""
        self.setChecked(value)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take clicks on box and words."""
        return QRectF(0, 0, self.sizeHint().width(), self.height()).contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for box and words."""
        return QSize(4 + 16 + 8 + self.fontMetrics().horizontalAdvance(self.text()) + 6, 28)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the box and a few letters."""
        return QSize(min(self.sizeHint().width(), 80), 28)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell whole what is cut."""
        super().resizeEvent(event)
        tell_cut(self, self.text(), self.sizeHint().width())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint box and words."""
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        paint_tick(painter, QRectF(4, (self.height() - 16) / 2, 16, 16), self._look.palette(), option.state)
        room = self.rect().adjusted(28, 0, 0, 0)
        painter.setPen(self._look.color("ink"))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.setOpacity(1.0)
        if self._ring.shown:
            wide = min(self.sizeHint().width(), self.width())
            paint_ring(painter, self._look, QRectF(0, 0, wide, self.height()), 6)

    def _tell(self) -> None:
        self.edited.emit(self.value)
        self.settled.emit()
