"""The few marks Qt paints itself – ticks, dots and carets – in the palette's colours instead of a platform's."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QMenu, QProxyStyle, QStyle, QStyleOption, QWidget

from widgets.theme.icons import paint_icon

Element = QStyle.PrimitiveElement
MARKS = {
    Element.PE_IndicatorArrowDown: "ph.caret-down",
    Element.PE_IndicatorArrowUp: "ph.caret-up",
    Element.PE_IndicatorArrowLeft: "ph.caret-left",
    Element.PE_IndicatorArrowRight: "ph.caret-right",
    Element.PE_IndicatorSpinDown: "ph.caret-down",
    Element.PE_IndicatorSpinUp: "ph.caret-up",
    Element.PE_IndicatorMenuCheckMark: "ph.check",
}
BOXES = (Element.PE_IndicatorCheckBox, Element.PE_IndicatorItemViewItemCheck)
OURS = {*MARKS, *BOXES, Element.PE_IndicatorRadioButton, Element.PE_IndicatorBranch}


def paint_tick(painter: QPainter, where: QRectF, palette: QPalette, state: QStyle.StateFlag) -> None:
    """Paint a tick box: empty, ticked, or with the line of "some of them"."""
    on = bool(state & QStyle.StateFlag.State_On)
    some = bool(state & QStyle.StateFlag.State_NoChange)
    box = _paint_frame(painter, where, palette, state, 4.0, filled=on or some)
    if on or some:
        paint_icon(
            painter, box, "ph.check-bold" if on else "ph.minus-bold", palette.color(QPalette.ColorRole.BrightText)
        )


def paint_choice(painter: QPainter, where: QRectF, palette: QPalette, state: QStyle.StateFlag) -> None:
    """Paint a radio button."""
    on = bool(state & QStyle.StateFlag.State_On)
    box = _paint_frame(painter, where, palette, state, 8.0, filled=on)
    if on:
        painter.setBrush(palette.color(QPalette.ColorRole.BrightText))
        painter.drawEllipse(box.center(), 3.0, 3.0)


def _paint_frame(
    painter: QPainter, where: QRectF, palette: QPalette, state: QStyle.StateFlag, radius: float, *, filled: bool
) -> QRectF:
    """Paint the box of a tick or choice, 16 pixels wide at most, and return it; the pen is off afterwards."""
    side = min(where.width(), where.height(), 16.0)
    box = QRectF(0, 0, side, side)
    box.moveCenter(where.center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    enabled = bool(state & QStyle.StateFlag.State_Enabled)
    painter.setOpacity(1.0 if enabled else 0.5)
    hover = enabled and bool(state & QStyle.StateFlag.State_MouseOver)
    accent = palette.color(QPalette.ColorRole.Accent)
    edge = accent if filled or hover else palette.color(QPalette.ColorRole.PlaceholderText)
    painter.setPen(QPen(edge, 1.2))
    painter.setBrush(accent if filled else palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius)
    painter.setPen(QColor(0, 0, 0, 0))
    return box.adjusted(2, 2, -2, -2)


class PaperStyle(QProxyStyle):
    """Fusion with our ticks, dots and carets, and without its dotted focus frame; the style sheet does the rest."""

    def __init__(self) -> None:
        """Stand on Fusion, which looks the same on every platform."""
        super().__init__("Fusion")

    def polish(self, dressed: QWidget | QPalette | QApplication) -> None:  # type: ignore[override]
        """Let the round corners of menus show what lies behind them."""
        super().polish(dressed)
        if isinstance(dressed, QMenu):
            dressed.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
            dressed.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
            dressed.setWindowFlag(Qt.WindowType.FramelessWindowHint)

    def drawPrimitive(  # noqa: N802 - Qt's name
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Paint a mark of ours, or leave it to Fusion."""
        if element == Element.PE_FrameFocusRect:
            return
        if element not in OURS:
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.save()
        self._mark(element, QRectF(option.rect), option, painter)
        painter.restore()

    def _mark(self, element: QStyle.PrimitiveElement, where: QRectF, option: QStyleOption, painter: QPainter) -> None:
        if element in BOXES:
            paint_tick(painter, where, option.palette, option.state)
        elif element == Element.PE_IndicatorRadioButton:
            paint_choice(painter, where, option.palette, option.state)
        elif element == Element.PE_IndicatorBranch:
            if option.state & QStyle.StateFlag.State_Children:
                is_open = bool(option.state & QStyle.StateFlag.State_Open)
                self._icon("ph.caret-down" if is_open else "ph.caret-right", where, option, painter)
        elif element != Element.PE_IndicatorMenuCheckMark or option.state & QStyle.StateFlag.State_On:
            self._icon(MARKS[element], where, option, painter)

    def _icon(self, name: str, where: QRectF, option: QStyleOption, painter: QPainter) -> None:
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        role = QPalette.ColorRole.WindowText if enabled else QPalette.ColorRole.PlaceholderText
        side = min(where.width(), where.height(), 12.0)
        box = QRectF(0, 0, side, side)
        box.moveCenter(where.center())
        paint_icon(painter, box, name, option.palette.color(role))
