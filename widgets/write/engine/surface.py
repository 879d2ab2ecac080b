"""The editor's surface: what Qt tells it, handed to those who know what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from widgets.desk import Desk
from widgets.write.engine.caret import Caret
from widgets.write.engine.carried import MIME
from widgets.write.engine.chips import Chips
from widgets.write.engine.clipboard import copied, paste
from widgets.write.engine.edits import Edits
from widgets.write.engine.faces import CHIP, Faces
from widgets.write.engine.flow import choose
from widgets.write.engine.hand import Hand
from widgets.write.engine.keys import Keys, Wishes, is_the_windows
from widgets.write.engine.mouse import Mouse
from widgets.write.engine.page import Page
from widgets.write.engine.places import FOOT, TOP, Places, margins
from widgets.write.engine.ranges import cut
from widgets.write.engine.rows import RowKind

Painting = Callable[[QPainter], None]


class Surface(QTextEdit):
    """A text editor whose paragraphs are rows; it asks and tells by signals."""

    caret_moved = Signal(object)
    """The Spot where the caret is now; `desk.here` knows it already."""
    slash_requested = Signal(QPoint, object)
    """A point of the screen and the Row where "/" was pressed; nothing has been put in."""
    tag_requested = Signal(QPoint, object, str)
    """A point of the screen, the Row, and the source of the merge tag to change, empty for a new one."""
    link_requested = Signal(QPoint, object, str)
    """A point of the screen, the Row, and the address that is there now."""
    menu_requested = Signal(QPoint, object)
    """A point of the screen and the Row (or None) whose menu is wanted."""
    card_chosen = Signal(object)
    """The Row whose block is chosen as a whole now, or None."""
    pressed = Signal(QPointF, object)
    """A click outside the words: a point of the viewport and the Row, or None."""
    dropped = Signal(object, object)
    """A QMimeData with pictures or files, and the Row (or None) where it was dropped or pasted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page and the hand that works on it."""
        super().__init__(parent)
        self.page = Page(self.document(), Faces(desk.look))
        self.caret = Caret(self, self.page, desk.here)
        self.hand = Hand(self, self.page, self.caret, desk, self.card_chosen.emit)
        self.edits, self.places = Edits(self.hand), Places(self, self.page)
        self.under: list[Painting] = []
        self.over: list[Painting] = []
        self._mouse = Mouse(self.hand, self.places)
        wishes = Wishes(self.slash_requested.emit, self.tag_requested.emit, self.link_requested.emit)
        self._keys = Keys(self.hand, self.edits, wishes)
        self._press: QPointF | None = None
        set_up(self, desk)
        self._set_margins()

    def _set_margins(self) -> None:
        left, right = margins(self.viewport().width())
        frame = self.document().rootFrame()
        made = frame.frameFormat()
        if (made.leftMargin(), made.rightMargin()) == (left, right):
            return
        made.setLeftMargin(left)
        made.setRightMargin(right)
        made.setTopMargin(TOP)
        made.setBottomMargin(FOOT)
        with self.page.writing():
            frame.setFrameFormat(made)

    def event(self, event: QEvent) -> bool:
        """Leave undo and the window's other keys to the window."""
        is_ours = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_ours and isinstance(event, QKeyEvent) and is_the_windows(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the keys that mean edits of the project; typing is Qt's."""
        if is_the_windows(event):
            event.ignore()
        elif not self.isReadOnly() and self._keys.press(event):
            event.accept()
        else:
            x = self.cursorRect().center().x() + self.horizontalScrollBar().value()
            super().keyPressEvent(event)
            self._keys.moved(event, x)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Let an input method compose within a row; what it replaces over several rows goes first."""
        says = bool(event.preeditString() or event.commitString())
        row = self.caret.row
        if says and self.hand.stretch().crosses:
            self.hand.do(self.hand.desk.words("Delete"), *cut(self.hand, self.hand.stretch()))
        elif says and (row is None or row.is_protected):
            return
        composing = bool(event.preeditString())
        if composing:
            self.page.hold(self.caret.number)
        super().inputMethodEvent(event)
        if not composing:
            self.page.hold(None)
        self.hand.desk.session.compose(under_way=composing)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Place the caret in words; elsewhere tell who painted there, and choose a card."""
        beside, row = self._mouse.beside(event.position())
        self._press = None
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if beside:
            choose(self.hand, row if row and row.kind is RowKind.CARD else None)
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.pressed.emit(event.position(), row)
            return
        choose(self.hand, None)
        self._press = event.position()
        self._mouse.drops_selection(event)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select a word; elsewhere the second press is a press like the first."""
        if self._mouse.beside(event.position())[0]:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask to change the merge tag that was clicked."""
        super().mouseReleaseEvent(event)
        if self._press is None or self.caret.cursor.hasSelection():
            self.caret.settle(forward=True)
            return
        chip = self._mouse.chip(event.position())
        if chip and (event.position() - self._press).manhattanLength() < 4:
            row, offset, source = chip
            self.caret.put(self.page.number(row.key) or 0, offset + 1, offset)
            self.tag_requested.emit(self.places.caret(), row, source)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for our own menu."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = QPointF(self.cursorRect().center()) if by_key else QPointF(event.pos())
        self.menu_requested.emit(self.viewport().mapToGlobal(at.toPoint()), self.places.row_at(at))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what others put under the words, the words, and what they put over them."""
        paint_all(self.under, self)
        super().paintEvent(event)
        paint_all(self.over, self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the margins what the width allows."""
        super().resizeEvent(event)
        self._set_margins()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Return what is selected for the clipboard."""
        return copied(self.hand)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Put in what the clipboard holds; pictures and files are others' work."""
        if is_others(source):
            self.dropped.emit(source, self.caret.row)
        else:
            paste(self.hand, source)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Take words and blocks, and pictures and files for those who know what to do with them."""
        return source.hasText() or source.hasHtml() or source.hasFormat(MIME) or is_others(source)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Put in what is dropped where it is dropped."""
        mime = event.mimeData()
        if is_others(mime):
            self.dropped.emit(mime, self.places.row_at(event.position()))
        else:
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
            self.caret.settle(forward=True)
            paste(self.hand, mime)
        event.acceptProposedAction()


def is_others(mime: QMimeData) -> bool:
    """Tell whether a clipboard holds a picture or files, which are not the engine's to put in."""
    if mime.hasFormat(MIME):
        return False
    return any(url.isLocalFile() for url in mime.urls()) or (mime.hasImage() and not mime.hasText())


def set_up(editor: QTextEdit, desk: Desk) -> None:
    """Make Qt's editor a calm sheet of paper without a history of its own."""
    document = editor.document()
    editor.setProperty("part", "manuscript")
    editor.setAccessibleName(desk.words("Manuscript"))
    editor.setFrameShape(QFrame.Shape.NoFrame)
    editor.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    editor.setTabChangesFocus(False)
    editor.setCursorWidth(2)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.documentLayout().registerHandler(CHIP, Chips(desk, editor))


def paint_all(paintings: list[Painting], editor: QTextEdit) -> None:
    """Let others paint on an editor's viewport."""
    if not paintings:
        return
    painter = QPainter(editor.viewport())
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for paint in paintings:
            paint(painter)
    finally:
        painter.end()
