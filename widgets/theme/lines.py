"""Words in lines with air between them; Qt's own labels set them solid."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from widgets.theme.fonts import SERIF

AIRY, TIGHT = 1.4, 1.25
"""Line height in font sizes, of running words and of serif titles."""


def leading(font: QFont) -> int:
    """Return the height of a line in pixels."""
    is_title = font.family() == SERIF and font.pixelSize() > 17
    return round(font.pixelSize() * (TIGHT if is_title else AIRY))


def set_lines(
    text: str, font: QFont, width: float, alignment: Qt.AlignmentFlag | None = None
) -> tuple[QTextLayout, int]:
    """Break words into lines of a width; return the layout, ready to draw, and its height."""
    option = QTextOption(alignment or Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    return layout, _break(layout, max(width, 1.0), leading(font))


def _break(layout: QTextLayout, width: float, step: int) -> int:
    below = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, below + (step - line.height()) / 2))
        below += step
    layout.endLayout()
    return below
