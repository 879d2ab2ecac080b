"""What the actions of the Write screen do that are no verb of the engine: they open what asks or offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence

from widgets.desk import Desk
from widgets.here import Spot
from widgets.parts.popup import Choice
from widgets.write.addressing import LinkEditor
from widgets.write.correcting import Correcting
from widgets.write.deeds import Deeds, head_of
from widgets.write.engine.rows import Row, RowKind
from widgets.write.engine.view import ManuscriptView
from widgets.write.findbar import FindBar
from widgets.write.finding import Finder
from widgets.write.layer import Layer
from widgets.write.mending import Mending
from widgets.write.menus import Menus
from widgets.write.swiping import Swiping
from widgets.write.versions import Versions


@dataclass(frozen=True)
class Bench:
    """What the actions work on."""

    view: ManuscriptView
    layer: Layer
    menus: Menus
    deeds: Deeds
    versions: Versions
    finder: Finder
    bar: FindBar
    mending: Mending
    correcting: Correcting
    swiping: Swiping


class Errands(QObject):
    """Runs actions at the caret, or at the card that is chosen."""

    def __init__(self, desk: Desk, bench: Bench) -> None:
        """Work on a bench; the engine's wish for a link is one of the errands."""
        super().__init__(bench.view)
        self._desk, self._bench = desk, bench
        bench.view.link_requested.connect(self.open_link)
        bench.view.menu_requested.connect(self.offer_menu)

    def row(self) -> Row | None:
        """Return the row of the chosen card or of the caret."""
        return self._bench.view.chosen or self._bench.view.row

    def with_row(self, run: Callable[[Row], None]) -> None:
        """Do something with the row that the writer is at, if there is one."""
        if (row := self.row()) is not None:
            run(row)

    def with_head(self, run: Callable[[Row], None]) -> None:
        """Do something with the head of the message that the writer is in."""
        head = head_of(self._bench.view, self._desk.here.spot.message)
        if head is not None:
            run(head)

    def ask_link(self) -> None:
        """Ask for the address of a link at the caret."""
        row = self._bench.view.row
        if row is not None and row.rich:
            self.open_link(self._bench.view.places.caret(), row, self._bench.view.edits.link())

    def open_link(self, at: QPoint, _row: Row, address: str) -> None:
        """Open the editor of a link, as the engine wishes."""
        editor = LinkEditor(self._desk, address, self._bench.view)
        editor.chosen.connect(self._bench.view.edits.set_link)
        editor.open_at(at, editor.address.line)

    def ask_tag(self) -> None:
        """Offer the merge tags at the caret."""
        row = self._bench.view.row
        if row is not None and not row.is_protected:
            self._bench.menus.offer_tags(self._bench.view.places.caret(), row, typed=False)

    def ask_block(self) -> None:
        """Offer the kinds of block at the caret."""
        if self._bench.view.rows:
            self._bench.menus.offer_blocks(self._bench.view.places.caret(), self.row(), typed=False)

    def offer_menu(self, at: QPoint, row: Row | None) -> None:
        """Offer what can be done where the right button or the menu key was pressed."""
        come_to(self._bench, self._desk.here.spot, row)
        actions = [self._desk.actions[f"write.{name}"] for name in menu_of(row)]
        choices = [Choice(each.objectName(), each.text(), "", each.icon().name(), _keys(each)) for each in actions]
        found = self._bench.correcting.word_at(row, offset_at(self._bench.view, at))
        if found is not None:
            self._bench.correcting.open(found, at, choices)
        else:
            self._bench.menus.offer(choices, at, self._trigger, filtered=False)

    def _trigger(self, name: str) -> None:
        self._desk.actions[name].trigger()

    def step(self, by: int) -> None:
        """Go to the next message (1) or the one before (-1)."""
        heads = [row.message for row in self._bench.view.rows if row.kind is RowKind.HEAD]
        here = self._desk.here.spot.message
        at = heads.index(here) + by if here in heads else 0
        if heads and 0 <= at < len(heads):
            first = next(row for row in self._bench.view.rows if row.message == heads[at] and not row.is_protected)
            self._bench.deeds.go_to(first)
            show_head(self._bench.view, heads[at])

    def add_variant(self) -> None:
        """Add a variant to the message that the writer is in."""
        if (message := self._desk.here.spot.message) in self._desk.session.project.messages:
            self._bench.versions.add(message)

    def offer_variant(self) -> None:
        """Offer what can be done to the variant that the caret is in."""
        row = self._bench.view.row
        if row is not None and row.variant:
            self._bench.versions.offer(row)

    def find(self, *, replacing: bool = False) -> None:
        """Open the find bar, looking for what is selected."""
        selected = self._bench.view.textCursor().selectedText().replace("\u2029", "\n").replace("\ufffc", "")
        self._bench.bar.open(selected, replacing=replacing)

    def turn_sources(self) -> None:
        """Show, or stop showing, the source beside every translated text."""
        self._bench.layer.show_sources(not self._bench.layer.beside.shows_sources)


def show_head(view: ManuscriptView, message: str) -> None:
    """Scroll so that a message begins at the top."""
    head = head_of(view, message)
    if head is not None:
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + round(view.places.rect(head).top()))


def offset_at(view: ManuscriptView, at: QPoint) -> int:
    """Return how many characters of its row stand before a point of the screen."""
    return view.caret.offset(view.cursorForPosition(view.viewport().mapFromGlobal(at)))


def come_to(bench: Bench, here: Spot, row: Row | None) -> None:
    """Let the writer be where the menu is wanted: in the row, or with its card chosen; inside it nothing moves."""
    if row is None or not row.block or (row.block, row.field) == (here.block, here.field):
        return
    if row.kind is RowKind.CARD:
        bench.view.choose(row)
    else:
        bench.deeds.go_to(row)


def menu_of(row: Row | None) -> tuple[str, ...]:
    """Return the names of the actions that the menu of a row holds."""
    if row is None or row.kind is RowKind.HEAD:
        return ("name", "angle", "objection", "find", "replace")
    if not row.block:
        return ("tag", "variant-menu", "variant", "idea", "find")
    words = ("cut", "copy", "paste", "tag") if not row.is_protected else ()
    styles = ("bold", "italic", "link") if row.rich else ()
    return (*words, *styles, "beat", "settings", "up", "down", "duplicate", "remove")


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
