"""Segments: one of a few, as raised pills on a sunken track."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from widgets.parts.inputs import tell_cut
from widgets.parts.layouts import row
from widgets.theme.focus import FocusRing
from widgets.theme.icons import paint_icon
from widgets.theme.look import Look
from widgets.theme.paint import RADIUS_CONTROL, nothing, paint_ring, paint_shadow, rounded

ICON, DOT, GAP, TRACK = 16, 7, 6, 3
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice: word, Phosphor name or both; `tip` names it where there is no word; `dot` is a token."""

    id: str
    text: str = ""
    icon: str = ""
    tip: str = ""
    dot: str = ""


class Pill(QRadioButton):
    """One segment."""

    def __init__(self, look: Look, segment: Segment) -> None:
        """Take what it shows."""
        super().__init__(segment.text)
        self._look, self.segment = look, segment
        self._ring = FocusRing(self)
        self.setFont(look.font("smallmedium"))
        self.setAccessibleName(segment.text or segment.tip)
        self.setToolTip(segment.tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take clicks everywhere, not only where a radio button would be."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for what it shows."""
        side = 12 if self.segment.text else 10
        return QSize(self._content() + 2 * side, 26)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for an icon or a few letters; the words end in an ellipsis there."""
        return QSize(min(self.sizeHint().width(), 44), 26)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell whole what is cut."""
        super().resizeEvent(event)
        tell_cut(self, self.segment.tip or self.segment.text, self.sizeHint().width(), self.segment.tip)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the pill: raised where it is the current one."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        look, on = self._look, self.isChecked()
        if on:
            paint_shadow(painter, look, box.adjusted(0, 0, 0, -1), 6, reach=3)
            rounded(painter, box.adjusted(0, 0, 0, -1), 6, look.color("surface"), nothing())
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        self._paint_content(painter, "ink" if on or self.underMouse() else "ink2")
        painter.setOpacity(1.0)
        if self._ring.shown:
            paint_ring(painter, look, box, 6)

    def _content(self) -> int:
        parts = [
            ICON if self.segment.icon else 0,
            self.fontMetrics().horizontalAdvance(self.segment.text) if self.segment.text else 0,
            DOT if self.segment.dot else 0,
        ]
        return sum(parts) + GAP * (sum(part > 0 for part in parts) - 1)

    def _paint_content(self, painter: QPainter, token: str) -> None:
        segment, color, middle = self.segment, self._look.color(token), self.height() / 2
        left = max((self.width() - self._content()) / 2, 4.0)
        if segment.icon:
            paint_icon(painter, QRectF(left, middle - ICON / 2, ICON, ICON), segment.icon, color)
            left += ICON + GAP
        if segment.text:
            tail = DOT + GAP if segment.dot else 0
            room = QRectF(left, 0, self.width() - left - tail - 2, self.height())
            shown = self.fontMetrics().elidedText(segment.text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
            painter.setPen(color)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
            left += self.fontMetrics().horizontalAdvance(shown) + GAP
        if segment.dot:
            rounded(
                painter, QRectF(left, middle - DOT / 2, DOT, DOT), DOT / 2, self._look.color(segment.dot), nothing()
            )


class Segments(QWidget):
    """A switch between a few; the arrow keys move, Tab leaves it."""

    chosen = Signal(str)
    """The id the person chose."""

    def __init__(self, look: Look, choices: Sequence[Segment], name: str = "") -> None:
        """Take the choices; the first is current. `name` tells what is chosen here."""
        super().__init__()
        self._look = look
        self._pills: dict[str, Pill] = {}
        self._group = QButtonGroup(self)
        self._told = ""
        self._row = row(spacing=2, margins=(TRACK, TRACK, TRACK, TRACK))
        self.setLayout(self._row)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)
        look.changed.connect(self.update)

    @property
    def current(self) -> str:
        """Return the id of the current choice, "" without any."""
        return next((key for key, pill in self._pills.items() if pill.isChecked()), "")

    def pill(self, id: str) -> Pill:  # noqa: A002 - the word of Segment
        """Return the button of a choice."""
        return self._pills[id]

    def choose(self, id: str) -> None:  # noqa: A002 - the word of Segment
        """Make a choice current, without a signal."""
        if id in self._pills:
            self._pills[id].setChecked(True)
            self._told = id

    def set_choices(self, choices: Sequence[Segment]) -> None:
        """Offer other choices; the current one stays if it is still there, else the first is current."""
        if choices and [pill.segment for pill in self._pills.values()] == list(choices):
            return
        kept, focused = self.current, any(pill.hasFocus() for pill in self._pills.values())
        self._clear()
        for segment in choices:
            self._add(segment)
        now = kept if kept in self._pills else next(iter(self._pills), "")
        self.choose(now)
        if focused and now:
            self._pills[now].setFocus()
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move to the neighbour on an arrow key."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._move(step)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the track."""
        rounded(QPainter(self), self.rect(), RADIUS_CONTROL, self._look.color("sunken"), nothing())

    def _clear(self) -> None:
        for pill in self._pills.values():
            self._group.removeButton(pill)
            self._row.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._pills = {}

    def _add(self, segment: Segment) -> None:
        pill = Pill(self._look, segment)
        self._pills[segment.id] = pill
        self._group.addButton(pill)
        self._row.addWidget(pill)
        pill.setVisible(True)
        pill.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        if self.current != self._told:
            self._told = self.current
            self.chosen.emit(self.current)

    def _move(self, step: int) -> None:
        ids = list(self._pills)
        if ids:
            pill = self._pills[ids[(ids.index(self.current) + step) % len(ids)]]
            pill.setFocus(Qt.FocusReason.TabFocusReason)
            pill.click()
