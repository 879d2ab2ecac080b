"""The lists that pop up in the manuscript, and what picking from them does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal

from studio.model.trade import Channel
from studio.tags.catalogue import SNIPPET
from widgets.desk import Desk
from widgets.parts.popup import Choice, Picker
from widgets.write.engine.rows import Row
from widgets.write.engine.view import ManuscriptView
from widgets.write.offers import CONDITION, block_choices, snippet_choices, tag_choices
from widgets.write.snippeteditor import SnippetEditor, snippet_of
from widgets.write.snippets import SnippetShelf
from widgets.write.tageditor import TagEditor

RECENT = 4
SWIPES = "swipes"
"""The id under which the list of blocks offers the swipe file."""


class Menus(QObject):
    """Answers the engine's wishes for a list: "/" for blocks, "{{" for merge tags, a click on a chip."""

    swipes_requested = Signal()

    def __init__(self, desk: Desk, view: ManuscriptView) -> None:
        """Listen to the view."""
        super().__init__(view)
        self._desk, self._view = desk, view
        self._recent: list[str] = []
        self.shelf = SnippetShelf(desk, self)
        self._take: Callable[[str], object] | None = None
        self._leave: Callable[[], object] | None = None
        self.picker: Picker | None = None
        view.slash_requested.connect(self.offer_blocks)
        view.tag_requested.connect(self.offer_tags)

    def offer(
        self,
        choices: Sequence[Choice],
        at: QPoint,
        take: Callable[[str], object],
        leave: Callable[[], object] | None = None,
        *,
        filtered: bool = True,
        current: str = "",
    ) -> None:
        """Show a list at a place of the screen; `take` is called with what is picked, `leave` where nothing is.

        `current` is the id of what holds now: the list begins there.
        """
        self._take, self._leave = take, leave
        if self.picker is not None:
            self.picker.deleteLater()
        self.picker = Picker(self._desk.look, self._view)
        self.picker.picked.connect(self._picked)
        self.picker.dismissed.connect(self._dismissed)
        self.picker.offer(choices, at, filtered, current)

    def offer_blocks(self, at: QPoint, row: Row | None = None, *, typed: bool = True) -> None:
        """Offer the kinds of block that the message at the caret may have; `typed` means that "/" asked for it."""
        spot = self._desk.here.spot
        message = self._desk.session.project.messages.get(row.message if row else spot.message)
        channel = message.channel if message else Channel.EMAIL
        choices = block_choices(self._desk.words, channel, self._recent)
        if channel is Channel.EMAIL:
            choices.append(Choice(SWIPES, self._desk.words("Swipe file …"), "", "ph.quotes"))
        choices += snippet_choices(self._desk.words, self.shelf.offered(), spot.language)
        self.offer(choices, at, self._insert_block, self._type_slash if typed else None)

    def offer_tags(self, at: QPoint, _row: Row | None = None, source: str = "", *, typed: bool = True) -> None:
        """Offer the merge tags, or the editor of the one with this source."""
        if snippet := snippet_of(self._desk, source):
            written = SnippetEditor(self._desk, snippet, self._view)
            written.other_requested.connect(self._offer_other)
            written.open_at(at, written.area)
            return
        if source:
            editor = TagEditor(self._desk, source, self._view)
            editor.changed.connect(self._view.edits.insert_tag)
            editor.other_requested.connect(self._offer_other)
            editor.open_at(at, editor.first())
            return
        project, language = self._desk.session.project, self._desk.here.spot.language
        choices = tag_choices(self._desk.words, project, language)
        self.offer(choices, at, self._insert_tag, self._type_braces if typed else None)

    def _offer_other(self) -> None:
        self.offer_tags(self._view.places.caret(), typed=False)

    def _insert_block(self, kind: str) -> None:
        if kind == SWIPES:
            self.swipes_requested.emit()
            return
        if kind.startswith(SNIPPET):
            self._view.edits.insert_tag(kind, self.shelf.project_with(kind.removeprefix(SNIPPET)))
            return
        self._recent = [kind, *(each for each in self._recent if each != kind)][:RECENT]
        self._view.edits.insert_block(kind)

    def _insert_tag(self, source: str) -> None:
        self._view.edits.insert_tag(source)
        if source.startswith(CONDITION):
            self._view.edits.insert_tag("end")
            self._desk.here.go(offset=max(self._desk.here.spot.offset - 1, 0))

    def _type_slash(self) -> None:
        self._view.edits.insert_words("/")

    def _type_braces(self) -> None:
        self._view.edits.insert_words("{{")

    def _picked(self, choice: str) -> None:
        take, self._take, self._leave = self._take, None, None
        self._view.setFocus()
        if take is not None:
            take(choice)

    def _dismissed(self) -> None:
        leave, self._take, self._leave = self._leave, None, None
        self._view.setFocus()
        if leave is not None:
            leave()
