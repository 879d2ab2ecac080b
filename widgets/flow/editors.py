"""Editors that open in a row of the outline: a wait's length and end, a name, a note's words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from studio.model.steps import Wait
from widgets.flow.changes import change_wait, rename
from widgets.flow.model import FlowModel
from widgets.flow.painting import TEXT
from widgets.flow.places import LINE
from widgets.flow.told import WAYS, Kind
from widgets.flow.verbs import Verbs
from widgets.flow.waiting import WaitFields, delivers
from widgets.parts.fields import AreaField, LineField
from widgets.parts.inputs import is_undoing
from widgets.parts.layouts import column
from widgets.theme.look import Look
from widgets.theme.paint import BLEED, paint_surface

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowEditor(QWidget):
    """What all editors share: Enter or leaving it takes what was written, Escape takes it back."""

    done = Signal()
    """What was written is to be taken."""

    def __init__(self, parent: QWidget) -> None:
        """Watch where the focus goes."""
        super().__init__(parent)
        self._over = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)

    def finish(self) -> None:
        """Take what was written, once."""
        if not self._over:
            self._over = True
            self.done.emit()

    def drop(self) -> None:
        """Leave what was written, also when the focus goes away with the editor."""
        self._over = True

    def commit(self) -> None:
        """Do what was written."""

    def place(self, body: QRectF) -> QRect:
        """Return where the editor stands over the body of its row."""
        return body.toRect()

    def _focus_went(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and now is not None and self._holds(before) and not self._holds(now):
            self.finish()

    def _holds(self, widget: QWidget | None) -> bool:
        while widget is not None and widget is not self:
            widget = widget.parentWidget()
        return widget is self

    def event(self, event: QEvent) -> bool:
        """Keep the outline's own keys (Enter, Delete) away while somebody writes; undo stays the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and not is_undoing(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take Enter; let nothing through to the outline's own keys."""
        if event.key() in ENTER:
            self.finish()
        event.accept()


class WaitEditor(RowEditor):
    """A wait: how long, and until when."""

    def __init__(self, look: Look, verbs: Verbs, wait: Wait, parent: QWidget) -> None:
        """Show a wait."""
        super().__init__(parent)
        self._look, self._verbs, self._wait = look, verbs, wait
        self.fields = WaitFields(look, verbs.words)
        self.fields.show_wait(wait, after_order=delivers(verbs.sequence))
        self.setLayout(column(self.fields, margins=(16, 12, 16, 12 + BLEED)))
        self.setFocusProxy(self.fields)

    def place(self, body: QRectF) -> QRect:
        """Stand around the chip, over the neighbours where there is no room."""
        size = self.sizeHint()
        wide = round(min(max(size.width(), 340), body.width()))
        top = round(body.center().y() - (size.height() - BLEED) / 2)
        return QRect(round(body.left() + LINE - 16), max(top, 4), wide, size.height())

    def commit(self) -> None:
        """Change the wait where it is another one now."""
        changed = self.fields.wait(self._wait)
        if changed != self._wait:
            change_wait(self._verbs, self._wait.id, changed)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a small card."""
        paint_surface(QPainter(self), self._look, QRectF(self.rect()).adjusted(0, 0, 0, -BLEED), current=True)


class NameEditor(RowEditor):
    """One line: the name of a message, split, experiment, arm or path."""

    def __init__(self, look: Look, verbs: Verbs, id_: str, name: str, parent: QWidget) -> None:
        """Show a name, all of it selected."""
        super().__init__(parent)
        self._verbs, self._id, self._name = verbs, id_, name
        self.field = LineField(look, verbs.words("Name"))
        self.field.set_value(name)
        self.field.selectAll()
        self.setLayout(column(self.field))
        self.setFocusProxy(self.field)
        self.setAutoFillBackground(False)

    def place(self, body: QRectF) -> QRect:
        """Stand over the title."""
        left = body.left() + TEXT - 12
        return QRect(round(left), round(body.top()) + 5, round(body.right() - left - 36), 36)

    def commit(self) -> None:
        """Rename where the name is another one now."""
        if self.field.value != self._name:
            rename(self._verbs, self._id, self.field.value)


class NoteEditor(RowEditor):
    """The words of a note; Enter begins a line, Ctrl+Enter or leaving takes them."""

    def __init__(self, look: Look, verbs: Verbs, id_: str, words: str, parent: QWidget) -> None:
        """Show a note's words."""
        super().__init__(parent)
        self._verbs, self._id, self._words = verbs, id_, words
        self.field = AreaField(look, verbs.words("Note"), lines=3)
        self.field.set_value(words)
        self.setLayout(column(self.field))
        self.setFocusProxy(self.field)

    def place(self, body: QRectF) -> QRect:
        """Stand over the words, three lines high at least."""
        left = body.left() + TEXT - 14
        tall = max(round(body.height()), self.sizeHint().height())
        return QRect(round(left), round(body.top()), round(body.right() - left), tall)

    def commit(self) -> None:
        """Write the note where its words are others now."""
        if self.field.value != self._words:
            rename(self._verbs, self._id, self.field.value)


def row_editor(look: Look, verbs: Verbs, model: FlowModel, index: QModelIndex, parent: QWidget) -> RowEditor:
    """Return the editor of a row."""
    id_ = model.id_at(index)
    node, told = verbs.node(id_), model.told(id_)
    if isinstance(node, Wait):
        return WaitEditor(look, verbs, node, parent)
    if told.kind is Kind.NOTE:
        return NoteEditor(look, verbs, id_, getattr(node, "words", ""), parent)
    name = getattr(node, "name", told.title if told.kind not in WAYS else "")
    return NameEditor(look, verbs, id_, name, parent)
