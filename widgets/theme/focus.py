"""Whether the focus came by keyboard: only then do parts that are clicked show its ring."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

BY_MOUSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)


class FocusRing(QObject):
    """Watches one widget: `shown` is true while it has the focus and the person is at the keyboard."""

    def __init__(self, widget: QWidget) -> None:
        """Watch a widget for as long as it lives."""
        super().__init__(widget)
        self.shown = False
        self._left_shown = False
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice how the focus comes and goes; no event is kept back."""
        kind = event.type()
        if isinstance(event, QFocusEvent):
            self._pass(event.reason(), came=kind == QEvent.Type.FocusIn)
        elif kind == QEvent.Type.KeyPress:
            self._show(shown=self._widget.hasFocus())
        return super().eventFilter(watched, event)

    def _pass(self, reason: Qt.FocusReason, *, came: bool) -> None:
        """Take or give the focus; a window that comes back finds the ring as it was left."""
        if reason != Qt.FocusReason.ActiveWindowFocusReason:
            self._show(shown=came and reason not in BY_MOUSE)
        elif came:
            self._show(shown=self._left_shown)
        else:
            self._left_shown = self.shown
            self._show(shown=False)

    def _show(self, *, shown: bool) -> None:
        if shown != self.shown:
            self.shown = shown
            self._widget.update()
