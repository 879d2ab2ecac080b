"""The heads of rows and columns of the boards: messages with their time marks, objections with their share."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from widgets.check.boards import BoardRow, DoubtHead
from widgets.check.heads import MessageHead
from widgets.check.painting import LEFT, RIGHT, write
from widgets.check.tables import BoardModel
from widgets.theme.icons import paint_icon
from widgets.theme.lines import set_lines
from widgets.theme.look import Look
from widgets.theme.paint import nothing, rounded

MARK = 76
"""Pixels of the column of time marks and shares."""
CHIP = 24
CENTER = Qt.AlignmentFlag.AlignCenter


class BoardHeader(QHeaderView):
    """Paints the heads of a board itself; a click on a message leads to it."""

    def __init__(self, look: Look, model: BoardModel, orientation: Qt.Orientation, side: int, parent: QWidget) -> None:
        """Take `side` pixels: the width beside rows, the height over columns."""
        super().__init__(orientation, parent)
        self._look, self._model, self._side = look, model, side
        self.setProperty("part", "board")
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        look.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the side that was asked for."""
        return QSize(self._side, self._side)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """Paint one head."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect)
        if self.orientation() is Qt.Orientation.Vertical:
            _paint_row_head(painter, self._look, box, self._model.row_at(logicalIndex))
        else:
            _paint_column_head(painter, self._look, box, self._model.column_at(logicalIndex))
        painter.restore()


def _paint_row_head(painter: QPainter, look: Look, box: QRectF, row: BoardRow) -> None:
    if row.head is not None:
        _paint_message(painter, look, box, row.head)
    elif row.doubt is not None:
        _paint_doubt(painter, look, box, row.doubt)


def _paint_mark(painter: QPainter, look: Look, box: QRectF, text: str, flags: Qt.AlignmentFlag = RIGHT) -> None:
    """Paint a time or a share in serif, smaller where it is long."""
    roles = ("panel", "subject", "smallstrong")
    fits = (role for role in roles if QFontMetricsF(look.font(role)).horizontalAdvance(text) <= box.width())
    write(painter, look.font(next(fits, roles[-1])), box, text, flags)


def _paint_message(painter: QPainter, look: Look, box: QRectF, head: MessageHead) -> None:
    top = box.top() + 16
    painter.setPen(look.color("accent"))
    _paint_mark(painter, look, QRectF(box.left(), top, MARK, 26), head.mark)
    painter.setPen(look.color("ink3"))
    write(painter, look.font("small"), QRectF(box.left(), top + 26, MARK, 18), head.beside, RIGHT)
    left = box.left() + MARK + 16
    paint_icon(painter, QRectF(left, top + 4, 18, 18), head.icon, look.color(head.token))
    words = QRectF(left + 26, top + 2, box.right() - left - 36, 44)
    painter.setPen(look.color("ink"))
    used = paint_clamped(painter, look, words, head.name, "bodystrong", 2)
    metrics = QFontMetricsF(look.font("small"))
    chip = QRectF(
        words.left() - 2, top + used + 8, min(metrics.horizontalAdvance(head.angle) + 21, words.width()), CHIP
    )
    rounded(painter, chip, CHIP / 2, look.color("sunken"), nothing(), 0)
    painter.setPen(look.color("ink2"))
    write(painter, look.font("small"), chip.adjusted(10, 0, -8, 0), head.angle)


def _paint_doubt(painter: QPainter, look: Look, box: QRectF, doubt: DoubtHead) -> None:
    paint_row_ground(painter, look, box, doubt, begins=True)
    middle = box.center().y()
    painter.setPen(look.color("accent" if not doubt.gap else "warn"))
    _paint_mark(painter, look, QRectF(box.left(), middle - 15, MARK, 30), doubt.share)
    words = QRectF(box.left() + MARK + 16, middle - 20, box.width() - MARK - 24, 20)
    painter.setPen(look.color("ink"))
    write(painter, look.font("bodystrong"), words, doubt.name)
    below = words.translated(0, 20)
    painter.setPen(look.color("ink2" if doubt.gap else "ink3"))
    used = write(painter, look.font("small"), below, doubt.source)
    if doubt.gap:
        painter.setPen(look.color("warn"))
        write(painter, look.font("smallstrong"), below.adjusted(used + 10, 0, 0, 0), doubt.gap)


def paint_row_ground(
    painter: QPainter, look: Look, box: QRectF, doubt: DoubtHead, *, begins: bool = False, ends: bool = False
) -> None:
    """Paint the part of a row's ground that lies in a cell: a hairline, or a soft band where nothing answers."""
    if not doubt.gap:
        left = box.left() + (MARK + 16 if begins else 0)
        painter.fillRect(QRectF(left, box.bottom() - 1, box.right() - left, 1), look.color("line"))
        return
    band = box.adjusted(0 if begins else -20, 4, 20 if not ends else 0, -4)
    painter.save()
    painter.setClipRect(box)
    rounded(painter, band, 8, look.color("warnSoft"), nothing(), 0)
    painter.restore()


def _paint_column_head(painter: QPainter, look: Look, box: QRectF, head: str | MessageHead) -> None:
    if isinstance(head, str):
        painter.setPen(look.color("ink3"))
        write(painter, look.font("smallmedium"), box.adjusted(8, 0, -8, 0), head[:1].upper() + head[1:], LEFT)
        return
    painter.setPen(look.color("accent"))
    _paint_mark(painter, look, QRectF(box.left() + 4, box.top() + 2, box.width() - 8, 26), head.mark, CENTER)
    paint_icon(painter, QRectF(box.center().x() - 8, box.top() + 32, 16, 16), head.icon, look.color(head.token))
    painter.setPen(look.color("ink"))
    words = QRectF(box.left() + 8, box.top() + 52, box.width() - 16, 36)
    paint_clamped(painter, look, words, head.name, "smallmedium", 2, Qt.AlignmentFlag.AlignHCenter)


def paint_clamped(
    painter: QPainter,
    look: Look,
    box: QRectF,
    text: str,
    role: str,
    most: int,
    across: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    pixels: int = 0,
) -> float:
    """Write words in at most so many lines, the last with an ellipsis; return the height of what was written."""
    font = look.font(role)
    if pixels:
        font.setPixelSize(pixels)
    lines, tall = set_lines(text, font, box.width(), across)
    if lines.lineCount() > most:
        begin = lines.lineAt(most - 1).textStart()
        rest = QFontMetricsF(font).elidedText(text[begin:], Qt.TextElideMode.ElideRight, box.width() - 4)
        lines, tall = set_lines(text[:begin] + rest, font, box.width() + 1, across)
    lines.draw(painter, QPointF(box.left(), box.top()))
    return tall
