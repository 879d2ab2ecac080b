"""A paragraph in a table: as tall as its words, without a box until somebody writes in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from widgets.parts.fields import AreaField
from widgets.parts.inputs import set_state
from widgets.theme.look import Look

MOST = 8
"""Lines that are seen at once."""
EDGE = 16


class Paragraph(AreaField):
    """Words of a snippet, set as readers have them."""

    grown = Signal()
    """It is taller or lower now."""

    def __init__(self, look: Look, name: str, placeholder: str = "") -> None:
        """Take the name told to whoever cannot see the field, and what stands in it while it is empty."""
        super().__init__(look, name, placeholder, lines=1)
        self.setFont(look.font("manuscript"))
        self.setProperty("part", "cell")
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def say_wrong(self, text: str) -> None:
        """Say in the tooltip what is wrong; the edge turns red."""
        self.setToolTip(text)
        self.setAccessibleDescription(text)
        set_state(self, "wrong", value=bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Be as tall as the words at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *_: object) -> None:
        # A plain document counts its height in lines, not in pixels.
        lines = min(max(round(self.document().size().height()), 1), MOST)
        tall = lines * self.fontMetrics().lineSpacing() + EDGE
        if tall != self.height():
            self.setFixedHeight(tall)
            self.grown.emit()
