"""The client's own words in one language, which spelling takes as they are: a chip for each, and a line that adds."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtWidgets import QWidget

from studio.edits.style import forget, learn
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.chips import ChipButton
from widgets.parts.fields import LineField
from widgets.parts.labels import Label
from widgets.parts.layouts import Flow, column, row

FIELD = 300
_BETWEEN = re.compile(r"[,;\n]+")


class Lexicon(QWidget):
    """Chips that go when they are pressed; names of the brand, its people and goods need none."""

    def __init__(self, desk: Desk) -> None:
        """Begin in no language."""
        super().__init__()
        words, look = desk.words, desk.look
        self._desk, self._language = desk, ""
        self.chips: dict[str, ChipButton] = {}
        self._lines = Flow(spacing=6)
        self._holder = QWidget()
        self._holder.setLayout(self._lines)
        self.none = Label(look, words("None yet."), color="ink3")
        placeholder = words("Another word; several with commas")
        self.word = LineField(look, words("Another word for spelling"), placeholder)
        self.word.setFixedWidth(FIELD)
        self.add = Button(look, words("Add the words"), icon="ph.plus")
        self.add.clicked.connect(self._add)
        self.word.returnPressed.connect(self._add)
        title = Label(look, words("Words that spelling knows"), "smallmedium", "ink2")
        about = words("Names of the shop, its people and its goods are known already.")
        hint = Label(look, about, "small", "ink3", wrap=True)
        self.setLayout(column(title, hint, self._holder, self.none, row(self.word, self.add, None), spacing=6))

    def show_language(self, language: str) -> None:
        """Show the words of another language."""
        if language != self._language:
            self._language = language
            self.refresh()

    def refresh(self) -> None:
        """Show the words as they are now; chips that are there already stay."""
        known = self._desk.session.project.brand.style.lexicon.get(self._language, ())
        if tuple(self.chips) == known:
            return
        chips = {word: self.chips[word] if word in self.chips else self._made(word) for word in known}
        for word, gone in self.chips.items():
            if word not in chips:
                gone.hide()
                gone.deleteLater()
        while self._lines.count():
            self._lines.takeAt(0)
        for chip in chips.values():
            self._lines.addWidget(chip)
            chip.show()
        self.chips = chips
        self._holder.setVisible(bool(chips))
        self.none.setVisible(not chips)
        self._holder.updateGeometry()

    def _made(self, word: str) -> ChipButton:
        chip = ChipButton(self._desk.look, word, icon="ph.x")
        chip.setCheckable(False)
        chip.setAccessibleName(self._desk.words("Remove “{word}”", word=word))
        chip.setToolTip(chip.accessibleName())
        chip.clicked.connect(partial(self._forget, word))
        return chip

    def _add(self) -> None:
        session, new = self._desk.session, _BETWEEN.split(str(self.word.value))
        self.word.set_value("")
        session.do(self._desk.words("Add words for spelling"), learn(session.project, self._language, new))
        self.word.setFocus()

    def _forget(self, word: str, *_: object) -> None:
        session, place = self._desk.session, list(self.chips).index(word)
        session.do(self._desk.words("Remove a word for spelling"), forget(session.project, self._language, word))
        left = list(self.chips.values())
        (left[min(place, len(left) - 1)] if left else self.word).setFocus()
