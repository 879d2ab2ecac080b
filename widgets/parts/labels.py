"""Words on the window: plain labels, one-line labels that end in an ellipsis, headings and section labels."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from widgets.theme.lines import leading, set_lines
from widgets.theme.look import Look

REMEMBERED = 8
COLUMN = 420
"""Pixels a wrapped label asks for; it takes what it gets."""


class Label(QLabel):
    """Plain text in one of the roles of `fonts.ROLES` and the colour of a token; never rich text."""

    def __init__(self, look: Look, text: str = "", role: str = "body", color: str = "ink", wrap: bool = False) -> None:
        """Take the words, the font's role and the token of the colour; `wrap` breaks long words into lines."""
        super().__init__()
        self._look, self._color = look, color
        self._heights: dict[tuple[str, str, int], int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        # Within a button Qt would paint it in the button's colour.
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.setFont(look.font(role))
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.set_text(text)
        self._tint()
        look.changed.connect(self._tint)

    def set_text(self, text: str) -> None:
        """Show other words."""
        self.setText(text)

    def set_color(self, color: str) -> None:
        """Take the colour of another token."""
        self._color = color
        self._tint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of wrapped words."""
        if not self.wordWrap():
            return super().heightForWidth(width)
        around = self.contentsMargins()
        # A column offers its own width, also to a label that may not grow so wide.
        inner = min(width, self.maximumWidth()) - around.left() - around.right()
        return self._height(inner) + around.top() + around.bottom()

    def _height(self, width: int) -> int:
        """Return the height of the words in lines of a width; a layout asks for the same again and again."""
        asked = (self.text(), self.font().key(), width)
        if asked not in self._heights:
            if len(self._heights) >= REMEMBERED:
                self._heights.clear()
            self._heights[asked] = set_lines(asked[0], self.font(), width)[1]
        return self._heights[asked]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the words: in one line, or in a column where they wrap."""
        if not self.wordWrap():
            return super().sizeHint()
        natural = max((self.fontMetrics().horizontalAdvance(line) for line in self.text().split("\n")), default=0)
        around = self.contentsMargins()
        wide = min(natural + 2, COLUMN) + around.left() + around.right()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the words in one line, or for the longest word where they wrap."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        words = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(min(words + 2, COLUMN // 2), leading(self.font()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint wrapped words with air between the lines."""
        if not self.wordWrap():
            super().paintEvent(event)
            return
        painter, room = QPainter(self), self.contentsRect()
        painter.setPen(self._ink())
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        lines, height = set_lines(self.text(), self.font(), room.width(), across)
        spare = max(room.height() - height, 0)
        top = spare / 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0
        lines.draw(painter, QPointF(room.left(), room.top() + top))

    def _ink(self) -> QColor:
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        return self.palette().color(group, QPalette.ColorRole.WindowText)

    def _tint(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color(self._color))
        self.setPalette(palette)


class Elided(Label):
    """One line that gives way: what does not fit ends in an ellipsis and is told whole by the tooltip."""

    LEAST = 4
    """Letters that stay to be seen however little room there is."""

    def __init__(self, look: Look, text: str = "", role: str = "body", color: str = "ink") -> None:
        """Take the words, the font's role and the token of the colour."""
        super().__init__(look, text, role, color)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show other words; a line break counts as a blank."""
        super().set_text(" ".join(text.splitlines()))
        self._tell()

    def shown(self) -> str:
        """Return the words as they fit."""
        metrics = self.fontMetrics()
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few letters."""
        metrics = self.fontMetrics()
        return QSize(min(metrics.horizontalAdvance("n" * self.LEAST + "…"), self.sizeHint().width()), metrics.height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for all of the words."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give or take the tooltip with the room."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the words as they fit."""
        painter = QPainter(self)
        painter.setPen(self._ink())
        painter.drawText(self.contentsRect(), int(self.alignment()), self.shown())

    def _tell(self) -> None:
        cut = self.shown() != self.text()
        self.setToolTip(self.text() if cut else "")


class Heading(Label):
    """The serif title of a screen."""

    def __init__(self, look: Look, text: str = "") -> None:
        """Take the words."""
        super().__init__(look, text, "title", "ink")


class Overline(Label):
    """The small label above a group, in spaced capitals; whoever reads aloud is given the words as written."""

    def __init__(self, look: Look, text: str = "") -> None:
        """Take the words as written ("Outside the window")."""
        super().__init__(look, text, "smallmedium", "ink3")
        font = self.font()
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
        self.setFont(font)
