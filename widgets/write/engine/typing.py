"""Typing: what the person changes in the document is read back and becomes an edit of the project."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTextEdit

from studio.edits.blocks import add_block
from studio.edits.texts import block_text, write
from studio.edits.things import home_of_message
from studio.edits.translate import translate
from studio.model.ids import new_id
from studio.model.message import Block
from studio.model.project import Project
from studio.model.trade import Channel
from widgets.desk import Desk
from widgets.write.engine.caret import Caret
from widgets.write.engine.page import Page
from widgets.write.engine.reading import read_text
from widgets.write.engine.rows import Row, RowKind, State

FIRST_BLOCK = {
    Channel.EMAIL: "paragraph",
    Channel.SMS: "sms",
    Channel.PUSH: "push",
    Channel.WHATSAPP: "whatsapp",
    Channel.VOICE: "call",
}
"""What typing in the last, empty row of a message makes."""


def said_in(project: Project, row: Row, language: str, words: str) -> Project:
    """Return a project in which a row says `words`; the first words in another language are a translation."""
    if row.spoken is None:
        return project
    source = row.state is State.MISSING and source_of(project, row.message)
    if source and source != language:
        return translate(project, row.spoken, language, words, source)
    return write(project, row.spoken, language, words)


def source_of(project: Project, message_id: str) -> str:
    """Return the language that a message is written in first, or the empty string where nothing sends it."""
    home = home_of_message(project, message_id)
    return home.source_language if home else ""


class Typing(QObject):
    """Listens to the document and tells the session."""

    def __init__(self, editor: QTextEdit, page: Page, caret: Caret, desk: Desk, reload: Callable[[], None]) -> None:
        """Read back what changes on `page`; `reload` shows the project anew where the document ran away from us."""
        super().__init__(editor)
        self._page, self._caret, self._desk, self._reload = page, caret, desk, reload
        self._dirty: set[int] = set()
        page.document.contentsChange.connect(self._note)
        page.document.contentsChanged.connect(self._read_back)

    @property
    def is_pending(self) -> bool:
        """Tell whether something has been typed that the project does not know yet."""
        return bool(self._dirty)

    def _note(self, position: int, removed: int, added: int) -> None:  # noqa: ARG002 - Qt's signal
        if self._page.is_writing:
            return
        document = self._page.document
        # At the very end of the document Qt counts one character more than there is.
        last = min(position + added, document.characterCount() - 1)
        self._dirty.update(
            range(document.findBlock(position).blockNumber(), document.findBlock(last).blockNumber() + 1)
        )

    def _read_back(self) -> None:
        if not self._dirty or self._page.is_writing:
            return
        dirty, self._dirty = sorted(self._dirty), set()
        page = self._page
        if page.document.blockCount() != max(1, len(page.rows)) or not page.rows:
            # Qt still works on the document that it tells about: it is put right when it has finished.
            QTimer.singleShot(0, self, self._reload)
            return
        project = self._desk.session.project
        typed: Row | None = None
        for number in dirty:
            row = page.rows[number]
            words = read_text(page.block(number), row.rich, page.said[number])
            if words != page.said[number] and not row.is_protected:
                project, typed = self._told(project, number, row, words)
        if typed is not None:
            self._do(project, typed)

    def _told(self, project: Project, number: int, row: Row, words: str) -> tuple[Project, Row]:
        language = self._desk.here.spot.language
        self._page.said[number] = words
        if row.kind is not RowKind.HINT:
            return said_in(project, row, language, words), row
        kind = FIRST_BLOCK[project.messages[row.message].channel]
        block = Block(new_id(), kind)
        project = write(add_block(project, row.message, block), block_text(block.id), language, words)
        look = "paragraph" if kind == "paragraph" else "inset"
        new = Row(RowKind.TEXT, row.message, block.id, "text", "", kind, look, block_text(block.id), words, row.rich)
        self._page.adopt(number, new, words)
        return project, new

    def _do(self, project: Project, row: Row) -> None:
        before = self._desk.here.spot
        self._caret.tell()
        words, language = self._desk.words, before.language
        self._desk.session.do(words("Typing"), project, ("text", row.spoken, language), before)
