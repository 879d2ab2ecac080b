"""The command palette (Ctrl+K): every action and every message of the project, found by typing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from studio.i18n import Translator
from widgets.frame.commandlist import CommandList
from widgets.frame.commands import Command, found
from widgets.parts.fields import SearchField
from widgets.parts.labels import Label
from widgets.theme.look import Look

WIDTH, ROW, SHOWN = 620, 44, 9
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: SHOWN, Qt.Key.Key_PageUp: -SHOWN}


class CommandRow(QStyledItemDelegate):
    """Paints a command: its words, where it belongs, and its keys."""

    def __init__(self, look: Look, parent: QObject) -> None:
        """Paint in the current look."""
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Return one row of the list."""
        return QSize(WIDTH - 40, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one command."""
        command: Command = index.data(Qt.ItemDataRole.UserRole)
        box: QRect = option.rect.adjusted(8, 2, -8, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("accentSoft"))
            painter.drawRoundedRect(box, 8, 8)
        if command.icon:
            self._look.icon(command.icon).paint(painter, QRect(box.x() + 12, box.center().y() - 8, 17, 17))
        right = self._word(painter, box.adjusted(0, 0, -12, 0), command.keys, "small", "ink3", right=True)
        words = box.adjusted(42, 0, -right - 24, 0)
        used = self._word(painter, words, command.text, "body", "ink")
        self._word(painter, words.adjusted(used + 12, 0, 0, 0), command.group, "small", "ink3")
        painter.restore()

    def _word(self, painter: QPainter, box: QRect, word: str, role: str, color: str, *, right: bool = False) -> int:
        painter.setFont(self._look.font(role))
        painter.setPen(self._look.color(color))
        shown = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, max(0, box.width()))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return painter.fontMetrics().horizontalAdvance(shown)


class Palette(QDialog):
    """A field and a list over the window; Enter runs what is marked."""

    ran = Signal(str)
    """The id of the command that was run."""

    def __init__(
        self, look: Look, words: Translator, commands: Callable[[], Iterable[Command]], parent: QWidget
    ) -> None:
        """Ask `commands` anew each time the palette opens."""
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Popup)
        self.setProperty("part", "palette")
        self.setAccessibleName(words("Commands"))
        self._commands = commands
        self._all: tuple[Command, ...] = ()
        self._field = SearchField(look, words("Search commands, sequences and messages"))
        self._model = CommandList(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(CommandRow(look, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(words("Commands found"))
        self._list.setMouseTracking(True)
        self._none = Label(look, words("No command is called that."), color="ink3")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        for widget in (self._field, self._list, self._none):
            column.addWidget(widget)
        self._field.edited.connect(self._search)
        self._field.installEventFilter(self)
        for child in self._field.findChildren(QWidget):
            child.installEventFilter(self)
        self._list.clicked.connect(self._run)

    def popup(self) -> None:
        """Open over the upper part of the window, with the field empty."""
        parent = self.parentWidget()
        self._all = tuple(self._commands())
        self._field.set_value("")
        self._search("")
        if parent is not None:
            corner = parent.mapToGlobal(parent.rect().topLeft())
            height = min(ROW * SHOWN + 70, parent.height() - 100)
            self.setGeometry(corner.x() + (parent.width() - WIDTH) // 2, corner.y() + 72, WIDTH, height)
        self.show()
        self._field.setFocus()

    def renew(self) -> None:
        """Take in commands that came since; what was typed stays."""
        if self.isVisible():
            self._all = tuple(self._commands())
            self._search(self._field.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrows and Enter of the field work on the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._steer(event):
            return True
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.currentIndex())
            return True
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            return False
        row = max(0, min(self._model.rowCount() - 1, self._list.currentIndex().row() + step))
        self._list.setCurrentIndex(self._model.index(row))
        return True

    def _search(self, wanted: object) -> None:
        self._model.show_commands(found(self._all, str(wanted)))
        self._list.setCurrentIndex(self._model.index(0))
        self._list.setVisible(self._model.rowCount() > 0)
        self._none.setVisible(self._model.rowCount() == 0)

    def _run(self, index: QModelIndex) -> None:
        command = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        if isinstance(command, Command):
            self.close()
            command.run()
            self.ran.emit(command.id)
