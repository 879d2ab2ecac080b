"""Wrapped words of which some are marked, as with a felt pen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy

from widgets.deliver.differing import Version
from widgets.parts.labels import Label
from widgets.theme.lines import set_lines
from widgets.theme.look import Look


class MarkedLabel(Label):
    """A version of a text; the words that differ lie on the marker's ground and are a little heavier."""

    def __init__(self, look: Look, version: Version, role: str = "body", color: str = "ink") -> None:
        """Take the version."""
        self._version = version
        super().__init__(look, version.text, role, color, wrap=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        said = "; ".join(self.marked_words())
        self.setAccessibleDescription(look.words("Changed: {words}", words=said) if said else "")

    def marked_words(self) -> tuple[str, ...]:
        """Return the words that are marked."""
        return tuple(self._version.text[start : start + length] for start, length in self._version.marks)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the words, the marked ones on their ground."""
        painter, room = QPainter(self), self.contentsRect()
        painter.setPen(self._ink())
        lines, _ = set_lines(self.text(), self.font(), room.width())
        lines.draw(painter, QPointF(room.left(), room.top()), self._ranges())

    def _ranges(self) -> list[QTextLayout.FormatRange]:
        found = []
        for start, length in self._version.marks:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = start, length
            style = QTextCharFormat()
            style.setBackground(self._look.color("mark"))
            style.setFontUnderline(True)
            style.setFontWeight(QFont.Weight.DemiBold)
            mark.format = style
            found.append(mark)
        return found
