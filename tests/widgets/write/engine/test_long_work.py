"""Whatever is pressed where, document and project say the same, and undo leads all the way back."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from studio.edits.texts import block_text, write
from studio.model.validity import problems

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NONE, CTRL, SHIFT, ALT = (
    Modifier.NoModifier,
    Modifier.ControlModifier,
    Modifier.ShiftModifier,
    Modifier.AltModifier,
)
ERASING = ("Return", "Backspace", "Backspace", "Delete", "Delete")
PLAIN = (*ERASING, "Up", "Down", "Left", "Right", "Home", "End", "PageDown", "Tab")
CHORDS = [(getattr(Key, f"Key_{name}"), NONE) for name in PLAIN] + [
    *((key, CTRL) for key in (Key.Key_B, Key.Key_D, Key.Key_C, Key.Key_X, Key.Key_V, Key.Key_V, Key.Key_Backspace)),
    *((key, ALT) for key in (Key.Key_Up, Key.Key_Down)),
    *((key, SHIFT) for key in (Key.Key_Return, Key.Key_Down, Key.Key_PageUp)),
    (Key.Key_Backspace, CTRL | SHIFT),
]


def wander(writer, chance):
    view = writer.view
    cursor, count = view.textCursor(), view.document().characterCount()
    start = chance.randrange(count)
    cursor.setPosition(start)
    if chance.random() < 0.4:
        end = min(count - 1, max(0, start + chance.choice([-200, -20, 4, 30, 300])))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    if not cursor.hasSelection():
        view.caret.settle(forward=True)


def work(writer, chance):
    deed = chance.choice(["wander", "type", "press", "press", "press", "tag", "undo", "redo", "block", "language"])
    if deed == "wander":
        wander(writer, chance)
    elif deed == "type":
        writer.type(chance.choice(["abc", "x *y* ", "{", "a_b_"]))
    elif deed == "press":
        writer.press(*chance.choice(CHORDS))
    elif deed == "tag":
        writer.view.edits.insert_tag("person.first_name")
    elif deed in ("undo", "redo"):
        getattr(writer, deed)()
    elif deed == "block":
        writer.view.edits.insert_block(chance.choice(["cart", "button", "list", "heading", "divider", "faq"]))
    elif chance.random() < 0.3:
        writer.desk.here.go(language=chance.choice(["nb", "sv", "nl"]))


@pytest.mark.parametrize("seed", range(6))
def test_document_and_project_always_agree_and_undo_leads_back(writer, seed):
    chance, before = random.Random(seed), writer.project
    for _ in range(40):
        work(writer, chance)
        assert writer.agrees()
        assert not problems(writer.project)
    while writer.desk.session.stack.canUndo():
        writer.undo()
    assert writer.project == before
    assert writer.agrees()


@pytest.mark.parametrize("seed", range(6, 10))
def test_they_agree_while_a_colleague_works_too(writer, seed):
    chance = random.Random(seed)
    for _ in range(40):
        work(writer, chance)
        spoken = [id_ for id_, block in writer.project.blocks.items() if "text" in block.texts]
        if spoken and chance.random() < 0.3:
            address = block_text(chance.choice(spoken))
            writer.desk.session.receive(write(writer.project, address, "nb", f"Fra Kari {chance.random()}"))
        assert writer.agrees()
