"""The verbs of the manuscript at the caret, for keys, menus and the palette alike; each is one step of the history."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from studio.model.message import Setting
from studio.model.project import Project
from studio.model.spans import Span
from widgets.write.engine import moving
from widgets.write.engine.clipboard import copied, paste
from widgets.write.engine.hand import Hand
from widgets.write.engine.inserting import insert_block, insert_snippet, insert_spans, insert_tag, insert_words
from widgets.write.engine.ranges import cut
from widgets.write.engine.styling import link_at, set_link, toggle


class Edits:
    """What can be done at the caret, or with the block that is chosen as a whole."""

    def __init__(self, hand: Hand) -> None:
        """Work with a hand."""
        self._hand = hand

    def insert_words(self, words: str) -> None:
        """Put words in as if they were typed (also the "/" or "{{" of a menu that was dismissed)."""
        insert_words(self._hand, words)

    def insert_spans(self, spans: list[Span]) -> None:
        """Put styled words and merge tags in, in place of what is selected."""
        insert_spans(self._hand, spans)

    def insert_tag(self, source: str, project: Project | None = None) -> None:
        """Put a merge tag in; it takes the place of what is selected, so of the chip that was clicked.

        `project` is the open one with the snippet in it that the tag names: both come in by one step.
        """
        if project is None:
            insert_tag(self._hand, source)
        else:
            insert_snippet(self._hand, source, project)

    def insert_block(self, kind: str, **settings: Setting) -> str:
        """Put a block of a kind after the caret's, or in its place where it is empty, and return its id."""
        return insert_block(self._hand, kind, settings)

    def bold(self) -> None:
        """Make what is selected bold, or no longer; without a selection what is typed next."""
        toggle(self._hand, "bold")

    def italic(self) -> None:
        """Make what is selected italic, or no longer; without a selection what is typed next."""
        toggle(self._hand, "italic")

    def link(self) -> str:
        """Return the address of the link at the caret or in the selection, or the empty string."""
        return link_at(self._hand)[0]

    def set_link(self, address: str, words: str = "") -> None:
        """Link what is selected, or the link at the caret anew, or `words` put in there; no address unlinks."""
        set_link(self._hand, address, words)

    def move(self, by: int) -> None:
        """Move the block up (-1) or down (+1), past the ends of its message into the next one."""
        moving.move(self._hand, by)

    def duplicate(self) -> None:
        """Put a copy of the block after it, and go there."""
        moving.duplicate(self._hand)

    def remove(self) -> None:
        """Remove the block, and go on in the next one or the one before."""
        moving.remove(self._hand)

    def copy(self) -> None:
        """Put what is selected, or the block that is chosen, on the clipboard."""
        if self._hand.chosen or self._hand.caret.cursor.hasSelection():
            QGuiApplication.clipboard().setMimeData(copied(self._hand))

    def cut(self) -> None:
        """Put what is selected, or the block that is chosen, on the clipboard and take it out."""
        self.copy()
        if self._hand.chosen:
            self.remove()
        elif self._hand.caret.cursor.hasSelection():
            self._hand.do(self._hand.desk.words("Cut"), *cut(self._hand, self._hand.stretch()))

    def paste(self) -> None:
        """Put in what the clipboard holds."""
        paste(self._hand, QGuiApplication.clipboard().mimeData())
