"""A few lines of words that end in an ellipsis where there are more, which the tooltip tells whole."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy

from widgets.parts.labels import Label
from widgets.theme.look import Look

LINE = 1.15
"""The height of a line, in heights of the font."""


class Clamped(Label):
    """Wrapped words of a fixed number of lines."""

    def __init__(self, look: Look, text: str, lines: int, role: str = "body", color: str = "ink2") -> None:
        """Take the words and how many lines they may have."""
        self._lines = lines
        super().__init__(look, text, role, color, wrap=True)
        self._line = round(self.fontMetrics().height() * LINE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._line * lines + 2)

    def shown(self) -> list[str]:
        """Return the lines as they fit."""
        layout = QTextLayout(self.text(), self.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        starts = self._starts(layout)
        text, width = self.text(), self.contentsRect().width()
        ends = [*starts[1:], len(text)]
        lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)][: self._lines]
        if len(starts) > self._lines:
            rest = text[starts[self._lines - 1] :]
            lines[-1] = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return lines

    def _starts(self, layout: QTextLayout) -> list[int]:
        layout.beginLayout()
        starts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, self.contentsRect().width()))
            starts.append(line.textStart())
        layout.endLayout()
        return starts

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a comfortable measure; the height is fixed."""
        return QSize(240, self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Give way in width."""
        return QSize(60, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give or take the tooltip with the room."""
        super().resizeEvent(event)
        cut = bool(self.text()) and self.shown()[-1].endswith("…") and not self.text().endswith("…")
        self.setToolTip(self.text() if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        metrics = self.fontMetrics()
        for number, line in enumerate(self.shown()):
            painter.drawText(QPointF(0, number * self._line + metrics.ascent()), line)
