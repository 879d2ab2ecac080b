"""What is painted around the words of the manuscript, every visible row: heads, cards, margins, remarks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent

from widgets.desk import Desk
from widgets.here import Spot
from widgets.write.beside import Beside, Seen
from widgets.write.cards import paint_card, paint_marks_of_list, paint_pill, paint_small
from widgets.write.easel import Easel
from widgets.write.engine.rows import Row, RowKind
from widgets.write.engine.view import ManuscriptView
from widgets.write.heads import paint_head, paint_variant, paint_variants
from widgets.write.margins import RightMargin, paint_beat
from widgets.write.remarks import Remarks
from widgets.write.spots import Spots
from widgets.write.strokes import Strokes, paint_strokes
from widgets.write.waiting import paint_waiting

PAUSE, REACH = 120, 12
"""Milliseconds after which figures follow the words, and pixels by which boxes reach beyond their row."""
VARIANT_ROWS = (RowKind.SUBJECT, RowKind.PREHEADER)


@dataclass(frozen=True, slots=True)
class DropLine:
    """Where something that is dragged would be let down: a line across the column at this height."""

    y: float


class Layer(QObject):
    """Paints around the words; `spots` knows what can be clicked there.

    A keystroke repaints the strip it changed and no more; figures that follow from the words wait for a pause.
    """

    def __init__(self, desk: Desk, view: ManuscriptView) -> None:
        """Paint in this view from now on."""
        super().__init__(view)
        self._desk, self._view = desk, view
        self.beside, self.strokes, self.spots = Beside(), Strokes(), Spots()
        self._drop_line: DropLine | None = None
        self._pointer: QPointF | None = None
        self._dirty = QRectF()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.redraw)
        view.under.append(self._paint_under)
        view.over.append(self._paint_over)
        view.viewport().installEventFilter(self)
        view.rows_changed.connect(self._wait)
        # Scrolling moves what is painted; notes beside rows that are half seen stand elsewhere then.
        view.verticalScrollBar().valueChanged.connect(self.redraw)
        desk.look.changed.connect(self.redraw)
        desk.here.moved.connect(self._moved)

    def show_remarks(self, remarks: Remarks) -> None:
        """Show other remarks, and the letters they mean."""
        self.beside.remarks = remarks
        self.strokes.show(remarks.strokes, wavy=False)
        self.redraw()

    def show_sources(self, shown: bool) -> None:
        """Show, or stop showing, the source beside every translated text."""
        self.beside.shows_sources = shown
        self.redraw()

    def show_drop(self, line: DropLine | None) -> None:
        """Show where a drop would go, or nowhere."""
        self._drop_line = line
        self.redraw()

    def point(self, place: QPointF | None) -> None:
        """Let the mouse be at a place of the viewport, or away."""
        before, self._pointer = self._hovered(), place
        over = place is not None and self.spots.at(place) is not None
        if over or before != self._hovered() or self.spots.was_over:
            self.redraw()
        self.spots.was_over = over

    def rest(self) -> None:
        """Paint no more by oneself: the view is out of sight."""
        self._pause.stop()

    def _wait(self) -> None:
        if self._view.isVisible():
            self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note which part of the viewport is about to be painted."""
        if isinstance(event, QPaintEvent):
            self._dirty = QRectF(event.rect())
        return super().eventFilter(watched, event)

    def _moved(self, before: Spot, after: Spot) -> None:
        if replace(before, offset=0) != replace(after, offset=0):
            self.redraw()

    def redraw(self, *_value: object) -> None:
        """Paint all that is seen anew."""
        self._view.viewport().update()

    def _easel(self, painter: QPainter) -> Easel:
        rows, desk = self._view.rows, self._desk
        return Easel(
            painter,
            desk.look,
            desk.words,
            self._view.places,
            desk.session.project,
            desk.here.spot,
            self._view.viewport().width(),
            rows[0].message if rows else "",
            self._pointer,
            self.spots.controls,
        )

    def _touched(self) -> list[Seen]:
        """Return the rows that the strip to be painted touches, with their boxes."""
        strip = self._dirty.adjusted(0, -REACH, 0, REACH)
        return [
            (row, box) for row, box in self._view.places.visible() if strip.intersects(box.adjusted(-9e4, 0, 9e4, 0))
        ]

    def _paint_under(self, painter: QPainter) -> None:
        """Paint what lies behind the words; what can be clicked in the strip is gathered anew from here on."""
        if not self._desk.session.is_open:
            self.spots.clear()
            return
        rows, right = self._touched(), self._view.places.column().right()
        seen = {row.key for row, _ in self._view.places.visible()}
        self.spots.begin(seen, {row.key for row, _ in rows}, right, margin=self._dirty.right() > right)
        easel, chosen = self._easel(painter), self._view.chosen
        for row, box in rows:
            if row.kind is RowKind.CARD:
                paint_card(easel, row, box, chosen=chosen is not None and chosen.key == row.key)
            elif row.kind is RowKind.LABEL:
                paint_pill(easel, row)
            paint_strokes(easel, row, (each for each in self.strokes.of(row) if not each.wavy))

    def _paint_over(self, painter: QPainter) -> None:
        if not self._desk.session.is_open:
            return
        easel, hovered, spot = self._easel(painter), self._hovered(), self._desk.here.spot
        visible = self._view.places.visible()
        leads = {(row.block, row.variant): row.key for row, _ in reversed(visible) if row.block}
        for row, box in self._touched():
            _paint_row(easel, row, box)
            paint_strokes(easel, row, (each for each in self.strokes.of(row) if each.wavy))
            if leads.get((row.block, row.variant)) == row.key:
                current = spot.block == row.block and row.variant in ("", spot.variant)
                paint_beat(easel, row, current=current, hovered=hovered == row.block)
        if self._dirty.right() > easel.right:
            self.beside.paint(RightMargin(easel), visible)
        if self._drop_line is not None:
            easel.fill(QRectF(easel.left - 8, self._drop_line.y - 1, easel.right - easel.left + 16, 2), "accent", 1)

    def _hovered(self) -> str:
        row = self._view.places.row_at(self._pointer) if self._pointer is not None else None
        return row.block if row is not None else ""


def _reaches(strip: QRectF, box: QRectF) -> bool:
    return strip.top() <= box.bottom() and box.top() <= strip.bottom()


def _paint_row(easel: Easel, row: Row, box: QRectF) -> None:
    if row.kind is RowKind.HEAD:
        paint_head(easel, row, box)
    elif row.kind in VARIANT_ROWS:
        paint_variant(easel, row, box)
    elif row.kind is RowKind.VARIANTS:
        paint_variants(easel, row, box)
    elif row.kind is RowKind.SMALL:
        paint_small(easel, row)
    elif row.kind is RowKind.TEXT and row.look == "list" and row.words:
        paint_marks_of_list(easel, row)
    if not row.words and not row.is_protected:
        paint_waiting(easel, row)
