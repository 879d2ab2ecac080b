"""Our own dialog: paper, a serif title, a body and a foot of buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from widgets.parts.buttons import Button
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row
from widgets.theme.look import Look


class Sheet(QDialog):
    """A dialog over its window; show it with `open()`, Escape closes it. It ends itself when it is closed."""

    def __init__(self, look: Look, title: str, parent: QWidget | None) -> None:
        """Take the title and the widget over whose window it stands."""
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        self.title = Label(look, title, "panel", "ink", wrap=True)
        self.body: QVBoxLayout = column(spacing=12)
        self._foot: QHBoxLayout = row(None, spacing=8)
        whole = column(self.title, self.body, self._foot, spacing=16, margins=(28, 24, 28, 20))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def add_button(self, button: Button) -> Button:
        """Put a button at the foot's right end; a primary one answers Enter too."""
        self._foot.addWidget(button)
        if button.kind == "primary":
            button.setDefault(True)
        return button


class GrowingSheet(Sheet):
    """A sheet without anything that scrolls: it gets higher with its words, so that none of them are squeezed."""

    def event(self, event: QEvent) -> bool:
        """Take more height once the parts have said that they need it."""
        if event.type() != QEvent.Type.LayoutRequest:
            return super().event(event)  # which may have been its last: nothing is asked of it any more
        answered, layout = super().event(event), self.layout()
        if self.isVisible() and layout is not None:
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))
        return answered
