"""A manuscript on a desk with the cart flow, seen and with the caret in it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer

from studio.edits.blocks import add_block
from studio.edits.texts import block_text, write
from studio.model.message import Block
from widgets.write.engine.rows import RowKind
from widgets.write.engine.view import ManuscriptView


class Writer:
    """Types in a manuscript and says what is where; rows are named by block id."""

    def __init__(self, qtbot, desk, view):
        self.qtbot, self.desk, self.view = qtbot, desk, view

    @property
    def turn(self):
        """Return the timer of the turn in which a step was made: a person is slower than that."""
        return self.desk.session.findChild(QTimer)

    @property
    def project(self):
        return self.desk.session.project

    def words(self, block, language="nb", field="text"):
        return self.project.blocks[block].words(field, language)

    def blocks(self, message="reminder"):
        return [self.words(id_) for id_ in self.project.messages[message].blocks]

    def at(self, block, offset=0, field="text", message=None):
        self.qtbot.waitUntil(lambda: not self.turn.isActive())
        message = message or next(each.id for each in self.project.messages.values() if block in each.blocks)
        assert self.view.go(replace(self.desk.here.spot, message=message, block=block, field=field, offset=offset))

    def into(self, kind, message="reminder", index=0):
        rows = [row for row in self.view.rows if row.kind is RowKind(kind) and row.message == message]
        self.view.caret.put(self.view.page.number(rows[index].key), 0)

    def select(self, first, start, last, end):
        caret = self.view.caret
        cursor = caret.cursor
        cursor.setPosition(caret.position(self.number(first), start))
        cursor.setPosition(caret.position(self.number(last), end), cursor.MoveMode.KeepAnchor)
        self.view.setTextCursor(cursor)

    def number(self, block, field="text"):
        return next(
            number
            for number, row in enumerate(self.view.rows)
            if (row.block, row.field, row.variant) == (block, field, "")
        )

    def type(self, words):
        self.qtbot.keyClicks(self.view.viewport(), words)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.view.viewport(), key, modifiers)

    def undo(self):
        self.desk.session.stack.undo()

    def redo(self):
        self.desk.session.stack.redo()

    @property
    def place(self):
        spot = self.desk.here.spot
        return spot.block, spot.offset

    def agrees(self):
        """Tell whether the document says what the project says, row by row."""
        from widgets.write.engine.reading import read_text

        page = self.view.page
        assert page.document.blockCount() == len(page.rows)
        told = [read_text(page.block(n), row.rich, row.words) for n, row in enumerate(page.rows)]
        return told == [row.words for row in page.rows] == page.said


@pytest.fixture
def project(cart_project):
    """Return the cart flow with two plain paragraphs, "one" and "two", at the start of its first message."""
    project, _ = cart_project
    first = project.messages["reminder"].blocks[0]
    for id_, nb, sv in (("one", "Hei du", "Hej du"), ("two", "Ha det", "Hejdå")):
        project = add_block(project, "reminder", Block(id_, "paragraph"), first)
        project = write(write(project, block_text(id_), "nb", nb), block_text(id_), "sv", sv)
    return project


@pytest.fixture
def writer(qtbot, desk, project):
    """Return a writer whose caret stands at the start of paragraph "one"."""
    desk.session.open(project)
    desk.here.go(message="reminder")
    view = ManuscriptView(desk)
    qtbot.addWidget(view)
    view.resize(934, 788)
    view.show()
    view.setFocus()
    made = Writer(qtbot, desk, view)
    made.at("one")
    return made
