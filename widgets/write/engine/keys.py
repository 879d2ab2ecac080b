"""Which key does what in the manuscript; everything that moves within a row is left to Qt."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from studio.model.spans import Break, Words
from widgets.write.engine.edits import Edits
from widgets.write.engine.flow import ahead, back, choose, enter, next_field
from widgets.write.engine.hand import Hand
from widgets.write.engine.inserting import insert_spans, typing_style
from widgets.write.engine.ranges import cut
from widgets.write.engine.reading import clean
from widgets.write.engine.rows import Row, RowKind
from widgets.write.engine.styling import leave_link

Key = Qt.Key
CTRL, SHIFT, ALT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
                    Qt.KeyboardModifier.AltModifier)  # fmt: skip
NONE = Qt.KeyboardModifier.NoModifier
ERASING = frozenset({Key.Key_Backspace, Key.Key_Delete})
BACKWARD = frozenset({Key.Key_Up, Key.Key_Left, Key.Key_PageUp})
MOVING = frozenset({*BACKWARD, Key.Key_Down, Key.Key_Right, Key.Key_PageDown, Key.Key_Home, Key.Key_End})
VERTICAL = frozenset({Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown})
StandardKey = QKeySequence.StandardKey
WINDOWS_KEYS = (StandardKey.Undo, StandardKey.Redo, StandardKey.DeleteEndOfLine, StandardKey.DeleteCompleteLine)
"""What Qt's editor would do by itself, and the window does instead (one history; Ctrl+K is the palette)."""


def is_the_windows(event: QKeyEvent) -> bool:
    """Tell whether a key belongs to the window and not to its editor."""
    return any(event.matches(key) for key in WINDOWS_KEYS)


class Wishes:
    """What keys ask of others: a list of blocks, of merge tags, a field for an address."""

    def __init__(
        self,
        slash: Callable[[QPoint, Row], None],
        tag: Callable[[QPoint, Row, str], None],
        link: Callable[[QPoint, Row, str], None],
    ) -> None:
        """Take the functions that ask."""
        self.slash, self.tag, self.link = slash, tag, link


class Keys:
    """Takes the keys that are more than typing."""

    def __init__(self, hand: Hand, edits: Edits, wishes: Wishes) -> None:
        """Do what keys say by `edits`; `wishes` are told where others have to help."""
        self._hand, self._edits, self._wishes = hand, edits, wishes
        self._table: dict[tuple[int, int], Callable[[], object]] = {
            (chord.value, modifiers.value): do
            for chord, modifiers, do in (
                (Key.Key_Return, NONE, self._enter),
                (Key.Key_Enter, NONE, self._enter),
                (Key.Key_Return, SHIFT, self._break),
                (Key.Key_Enter, SHIFT, self._break),
                (Key.Key_B, CTRL, edits.bold),
                (Key.Key_I, CTRL, edits.italic),
                (Key.Key_K, CTRL | SHIFT, self._ask_link),
                (Key.Key_Space, CTRL, self._ask_tag),
                (Key.Key_D, CTRL, edits.duplicate),
                (Key.Key_Backspace, CTRL | SHIFT, edits.remove),
            )
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says; tell whether it is done and Qt shall not see it."""
        if self._on_clipboard(event) or self._on_chosen(event) or self._on_fields(event):
            return True
        if do := self._table.get((event.key(), (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier).value)):
            do()
            return True
        if event.key() in ERASING:
            return self._erase(event)
        return self._type(event)

    def moved(self, event: QKeyEvent, x: float) -> None:
        """Tidy up after Qt has moved the caret: out of protected rows, out of links; `x` is where it came from."""
        if event.key() in MOVING and not event.modifiers() & SHIFT:
            forward = event.key() not in BACKWARD
            self._hand.caret.settle(forward=forward, x=x if event.key() in VERTICAL else None)
        leave_link(self._hand)

    def _on_clipboard(self, event: QKeyEvent) -> bool:
        if event.matches(StandardKey.Copy):
            self._edits.copy()
        elif event.matches(StandardKey.Cut):
            self._edits.cut()
        else:
            return False
        return True

    def _on_chosen(self, event: QKeyEvent) -> bool:
        """Let Backspace remove the block that is chosen; other keys take the choice back."""
        if self._hand.chosen is None or event.key() in (Key.Key_Control, Key.Key_Shift, Key.Key_Alt, Key.Key_Meta):
            return False
        if event.modifiers() & (CTRL | ALT):
            return False
        if event.key() in ERASING:
            self._edits.remove()
            return True
        choose(self._hand, None)
        return event.key() == Key.Key_Escape

    def _on_fields(self, event: QKeyEvent) -> bool:
        if event.key() in (Key.Key_Tab, Key.Key_Backtab):
            next_field(self._hand, forward=event.key() == Key.Key_Tab and not event.modifiers() & SHIFT)
            return True
        if event.modifiers() & ALT and event.key() in (Key.Key_Up, Key.Key_Down):
            self._edits.move(-1 if event.key() == Key.Key_Up else 1)
            return True
        return False

    def _enter(self) -> None:
        enter(self._hand)

    def _break(self) -> None:
        row = self._hand.caret.row
        if row is not None and not row.is_line and row.kind is not RowKind.HINT:
            insert_spans(self._hand, [Break()])

    def _erase(self, event: QKeyEvent) -> bool:
        hand, stretch = self._hand, self._hand.stretch()
        if stretch.crosses:
            hand.do(hand.desk.words("Delete"), *cut(hand, stretch))
            return True
        if stretch.start != stretch.end:
            return False
        cursor = hand.caret.cursor
        if event.key() == Key.Key_Backspace and cursor.atBlockStart():
            back(hand)
            return True
        if event.key() == Key.Key_Delete and cursor.atBlockEnd():
            ahead(hand)
            return True
        return False

    def _type(self, event: QKeyEvent) -> bool:
        text, row = event.text(), self._hand.caret.row
        if row is None or not text or not text[0].isprintable() or event.modifiers() & CTRL:
            return False
        if self._hand.stretch().crosses:
            self._type_over(clean(text))
            return True
        if row.is_protected:
            return True
        return self._asks(text, row)

    def _type_over(self, words: str) -> None:
        hand, stretch = self._hand, self._hand.stretch()
        said = [Words(words, typing_style(hand))] if words else []
        project, aim = cut(hand, stretch, said)
        ends = (hand.page.rows[stretch.first], hand.page.rows[stretch.last])
        spoken = next((row.spoken for row in ends if (row.block, row.field) == (aim.block, aim.field)), None)
        hand.desk.session.pause()
        hand.do(hand.desk.words("Typing"), project, aim, ("text", spoken, hand.language))

    def _asks(self, text: str, row: Row) -> bool:
        """Tell whether what is typed is a wish: "/" where a row begins, the second brace of a merge tag."""
        cursor = self._hand.caret.cursor
        before = cursor.block().text()[: self._hand.caret.offset(cursor)]
        empty = not cursor.block().text().strip()
        if text == "/" and not before.strip() and empty and (row.flows or row.kind is RowKind.HINT):
            self._wishes.slash(self._place(), row)
            return True
        if text == "{" and before.endswith("{") and not cursor.hasSelection():
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            self._ask_tag()
            return True
        return False

    def _ask_tag(self) -> None:
        row = self._hand.caret.row
        if row is not None and not row.is_protected:
            self._wishes.tag(self._place(), row, "")

    def _ask_link(self) -> None:
        row = self._hand.caret.row
        if row is not None and row.rich:
            self._wishes.link(self._place(), row, self._edits.link())

    def _place(self) -> QPoint:
        editor = self._hand.editor
        return editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft())
