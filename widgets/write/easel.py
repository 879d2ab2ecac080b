"""What painters of the manuscript share: words, icons and chips in the roles of the look, and what can be clicked."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from studio.i18n import Translator
from studio.model.project import Project
from widgets.here import Spot
from widgets.theme.icons import paint_icon
from widgets.theme.look import Look
from widgets.theme.paint import nothing, rounded
from widgets.write.engine.rows import Row
from widgets.write.engine.view import Places

GUTTER = 18
"""Pixels between the text column and what stands in the margins."""
CHIP = 22


@dataclass(frozen=True, slots=True)
class Control:
    """Something painted that can be clicked: `what` names it, `row` is whose it is, `tip` says what a click does."""

    rect: QRectF
    what: str
    row: Row
    tip: str = ""
    key: str = ""


@dataclass
class Easel:
    """One painting of the viewport; `controls` gathers what can be clicked in it, `pointer` is where the mouse is."""

    painter: QPainter
    look: Look
    words: Translator
    places: Places
    project: Project
    spot: Spot
    width: float
    first: str = ""
    """Id of the message that the manuscript begins with."""
    pointer: QPointF | None = None
    controls: list[Control] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Return where the text column begins."""
        return self.places.column().left()

    @property
    def right(self) -> float:
        """Return where the text column ends."""
        return self.places.column().right()

    def metrics(self, role: str) -> QFontMetricsF:
        """Return the measures of a role's font."""
        return QFontMetricsF(self.look.font(role))

    def say(self, x: float, baseline: float, words: str, role: str, color: str, *, room: float = 0) -> QRectF:
        """Paint one line from `x` and return its box; `room` cuts it with an ellipsis."""
        metrics = self.metrics(role)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room) if room else words
        self.painter.setFont(self.look.font(role))
        self.painter.setPen(self.look.color(color))
        self.painter.drawText(QPointF(x, baseline), shown)
        return QRectF(x, baseline - metrics.ascent(), metrics.horizontalAdvance(shown), metrics.height())

    def say_before(self, x: float, baseline: float, words: str, role: str, color: str, *, room: float = 0) -> QRectF:
        """Paint one line that ends at `x` and return its box."""
        metrics = self.metrics(role)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room) if room else words
        return self.say(x - metrics.horizontalAdvance(shown), baseline, shown, role, color)

    def say_wrapped(self, box: QRectF, words: str, font: QFont, color: str, most: int = 5) -> QRectF:
        """Paint lines within the width of a box, at most so many, and return the box they took."""
        lines = wrapped(words, font, box.width(), most)
        metrics = QFontMetricsF(font)
        step = metrics.height() + 2
        self.painter.setFont(font)
        self.painter.setPen(self.look.color(color))
        for number, line in enumerate(lines):
            self.painter.drawText(QPointF(box.left(), box.top() + metrics.ascent() + number * step), line)
        return QRectF(box.left(), box.top(), box.width(), len(lines) * step)

    def icon(self, box: QRectF, name: str, color: str) -> None:
        """Paint a Phosphor icon."""
        paint_icon(self.painter, box, name, self.look.color(color))

    def chip(self, x: float, middle: float, words: str, *, warm: bool = False) -> QRectF:
        """Paint a round chip whose left edge is at `x` and return its box."""
        metrics = self.metrics("small")
        box = QRectF(x, middle - CHIP / 2, metrics.horizontalAdvance(words) + 18, CHIP)
        ground = "accentSoft" if warm else "sunken"
        rounded(self.painter, box, CHIP / 2, self.look.color(ground), nothing())
        self.say(x + 9, middle + metrics.capHeight() / 2, words, "small", "accent" if warm else "ink2")
        return box

    def line(self, x: float, end: float, y: float, color: str = "line", *, dashed: bool = False) -> None:
        """Draw a hairline across."""
        pen = QPen(self.look.color(color), 1)
        if dashed:
            pen.setDashPattern([3, 3])
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self.painter.setPen(pen)
        self.painter.drawLine(QPointF(x, round(y)), QPointF(end, round(y)))
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def fill(self, box: QRectF, color: str, radius: float = 0) -> None:
        """Fill a box, with round corners where `radius` is given."""
        if radius:
            rounded(self.painter, box, radius, self.look.color(color), nothing())
        else:
            self.painter.fillRect(box, self.look.color(color))

    def color(self, name: str) -> QColor:
        """Return a token's colour."""
        return self.look.color(name)

    def control(self, box: QRectF, what: str, row: Row, tip: str = "", key: str = "") -> bool:
        """Note that a box can be clicked and return whether the mouse is on it."""
        self.controls.append(Control(box, what, row, tip, key))
        return self.is_over(box)

    def is_over(self, box: QRectF) -> bool:
        """Tell whether the mouse is in a box."""
        return self.pointer is not None and box.contains(self.pointer)


def wrapped(words: str, font: QFont, width: float, most: int) -> list[str]:
    """Return words broken into lines of a width, the last with an ellipsis where more than `most` were needed."""
    words = words.replace("\n", "\u2028")
    units = words.encode("utf-16-le", "surrogatepass")  # Qt counts UTF-16 units
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(units) // 2]
    if len(starts) > most:
        ends[most - 1] = len(units) // 2
    said = [_part(units, start, end).rstrip() for start, end in list(zip(starts, ends, strict=True))[:most]]
    if len(starts) > most:
        said[-1] = QFontMetricsF(font).elidedText(said[-1], Qt.TextElideMode.ElideRight, width)
    return said


def _part(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "replace")
