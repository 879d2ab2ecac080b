"""Fields of text: a line, several lines, a search and a secret."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from widgets.parts.inputs import clean, is_undoing, leave_to_window, without_undo
from widgets.theme.icons import paint_icon
from widgets.theme.look import Look

GLASS = 16
"""Pixels of the search field's icon."""


class LineField(QLineEdit):
    """One line of text."""

    edited = Signal(object)
    """The text after each keystroke of the person."""
    settled = Signal()
    """The person left the field or pressed Enter."""

    def __init__(self, look: Look, name: str, placeholder: str = "") -> None:
        """Take the name told to whoever cannot see the field, and what stands in it while it is empty."""
        super().__init__()
        self._look = look
        self.setFont(look.font("body"))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._tell)
        self.returnPressed.connect(self.settled)

    @property
    def value(self) -> str:
        """Return the text."""
        return clean(self.text())

    def set_value(self, value: str) -> None:
        """Show another text, without a signal; the cursor stays where it can."""
        if value != self.text():
            at = self.cursorPosition()
            self.setText(value)
            self.setCursorPosition(min(at, len(value)) if self.hasFocus() else 0)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        return leave_to_window(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Type, but never undo by oneself."""
        if is_undoing(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the person left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settled.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer copy and paste."""
        menu = without_undo(self.createStandardContextMenu())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _tell(self) -> None:
        self.edited.emit(self.value)


class AreaField(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next field."""

    edited = Signal(object)
    """The text after each keystroke of the person."""
    settled = Signal()
    """The person left the field."""

    def __init__(self, look: Look, name: str, placeholder: str = "", lines: int = 3) -> None:
        """Take the name told to whoever cannot see the field, the placeholder and the lines to be seen at once."""
        super().__init__()
        self._silent = False
        self.setFont(look.font("body"))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 22)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._tell)

    @property
    def value(self) -> str:
        """Return the text; lines end in one line feed."""
        return clean(self.toPlainText())

    def set_value(self, value: str) -> None:
        """Show another text, without a signal; the cursor stays where it can."""
        if value != self.toPlainText():
            at = self.textCursor().position()
            self._silent = True
            self.setPlainText(value)
            self._silent = False
            cursor = self.textCursor()
            cursor.setPosition(min(at, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        return leave_to_window(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Type, but never undo by oneself."""
        if is_undoing(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the person left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settled.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer copy and paste."""
        menu = without_undo(self.createStandardContextMenu())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _tell(self) -> None:
        if not self._silent:
            self.edited.emit(self.value)


class SearchField(LineField):
    """A line that searches: a glass before it, a cross to clear it; Escape clears too."""

    def __init__(self, look: Look, placeholder: str) -> None:
        """Take the placeholder, which is its name too."""
        super().__init__(look, placeholder, placeholder)
        self.setTextMargins(GLASS + 6, 0, 0, 0)
        self._clear = QAction(look.icon("ph.x", "ink3"), look.words("Clear"), self)
        self._clear.triggered.connect(self.forget)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.textChanged.connect(self._offer_clearing)

    def forget(self) -> None:
        """Empty the field for the person."""
        self.clear()
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Clear on Escape; an empty field leaves the key to whoever is around it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.forget()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the glass before the words."""
        super().paintEvent(event)
        box = QRectF(12, (self.height() - GLASS) / 2, GLASS, GLASS)
        paint_icon(QPainter(self), box, "ph.magnifying-glass", self._look.color("ink3"))

    def _offer_clearing(self) -> None:
        self._clear.setVisible(bool(self.text()))


class SecretField(LineField):
    """A line that shows dots until the person asks to see it."""

    def __init__(self, look: Look, name: str) -> None:
        """Take the name told to whoever cannot see the field."""
        super().__init__(look, name)
        self._eye = self.addAction(look.icon("ph.eye", "ink3"), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.triggered.connect(self._turn)
        self._show(hidden=True)

    @property
    def is_hidden(self) -> bool:
        """Tell whether dots stand for the letters."""
        return self.echoMode() == QLineEdit.EchoMode.Password

    def _turn(self) -> None:
        self._show(hidden=not self.is_hidden)

    def _show(self, *, hidden: bool) -> None:
        words = self._look.words
        self.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        self._eye.setIcon(self._look.icon("ph.eye" if hidden else "ph.eye-slash", "ink3"))
        self._eye.setText(words("Show") if hidden else words("Hide"))
