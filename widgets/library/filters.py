"""The row over the cards: the search field, and chips for all, folders, tags, archive and trash."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from widgets.library.shelves import Kind, View
from widgets.parts.buttons import Button
from widgets.parts.fields import SearchField
from widgets.parts.layouts import Flow
from widgets.theme.look import Look

ICONS = {Kind.FOLDER: "ph.folder", Kind.TAG: "ph.tag", Kind.ARCHIVE: "ph.archive", Kind.TRASH: "ph.trash"}
WIDE = 280


class FilterRow(QWidget):
    """Chooses what is looked at."""

    chosen = Signal(object)
    """A View."""
    typed = Signal(object)
    """What the person searches for."""

    def __init__(self, look: Look, words: Translator) -> None:
        """Begin with everything; `offer` tells what else there is."""
        super().__init__()
        self._look, self._words = look, words
        self._view = View()
        self._chips: dict[View, Button] = {}
        self.search = SearchField(look, words("Search everything you have written"))
        self.search.setFixedWidth(WIDE)
        self.search.edited.connect(self.typed)
        self._line = Flow(self.search, spacing=8)
        self.setLayout(self._line)
        self.offer((View(),))

    @property
    def view(self) -> View:
        """Return what is looked at."""
        return self._view

    def chip(self, view: View) -> Button:
        """Return the chip of a view."""
        return self._chips[view]

    def offer(self, views: Sequence[View]) -> None:
        """Show a chip for each view; where the chosen one is gone, everything is looked at again."""
        if list(views) != list(self._chips):
            self._renew(views)
        if self._view not in self._chips:
            self.choose(View())

    def choose(self, view: View) -> None:
        """Look at something else."""
        self._view = view
        self._check()
        self.chosen.emit(view)

    def _renew(self, views: Sequence[View]) -> None:
        had_focus = next((view for view, chip in self._chips.items() if chip.hasFocus()), None)
        for chip in self._chips.values():
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {view: self._made(view) for view in views}
        if had_focus in self._chips:
            self._chips[had_focus].setFocus()
        self._check()

    def _made(self, view: View) -> Button:
        chip = Button(self._look, _word(view, self._words), icon=ICONS.get(view.kind, ""))
        chip.setCheckable(True)
        chip.clicked.connect(partial(self._clicked, view))
        self._line.addWidget(chip)
        return chip

    def _clicked(self, view: View, *_: object) -> None:
        self.choose(view)

    def _check(self) -> None:
        for view, chip in self._chips.items():
            chip.setChecked(view == self._view)


def _word(view: View, words: Translator) -> str:
    if view.kind is Kind.ARCHIVE:
        return words("Archived")
    if view.kind is Kind.TRASH:
        return words("Trash")
    return view.name or words("Everything")
