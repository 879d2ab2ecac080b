"""The sheet “Two versions of the same words”: each place with both sides, and a button under each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.errors import StudioError
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.labels import Label
from widgets.parts.layouts import Scroll, column, row
from widgets.parts.rows import Rows
from widgets.parts.sheet import Sheet
from widgets.parts.states import States
from widgets.versions.choosing import Choosing, Doubt, said
from widgets.versions.differing import readable
from widgets.versions.pair import Pair

SIZE = (820, 560)


class ChoosingSheet(Sheet):
    """Shows what waits for a choice; each choice is an edit that can be undone."""

    def __init__(self, desk: Desk, choosing: Choosing, parent: QWidget | None) -> None:
        """Read what waits."""
        self._words = words = desk.notices.words
        super().__init__(desk.look, words("Two versions of the same words"), parent)
        self._desk, self._choosing = desk, choosing
        self.resize(*SIZE)
        sentence = words("You and somebody else wrote here at the same time. The project says theirs until you choose.")
        self.body.addWidget(Label(desk.look, sentence, "body", "ink2", wrap=True))
        self.rows = Rows(desk.look)
        self.rows.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        room = QWidget()
        room.setLayout(column(self.rows, None, margins=(2, 2, 2, 2)))
        self.shown = States(desk.look, Scroll(desk.look, room))
        self.body.addWidget(self.shown, 1)
        self.leave = self.add_button(Button(desk.look, words("Decide later")))
        self.leave.clicked.connect(self.reject)
        self.choices: list[tuple[Button, Button]] = []
        choosing.doubts_read.connect(self._show)
        self._read()

    def _read(self) -> None:
        self.shown.show_busy(self._words("Reading both versions…"), None)
        self._choosing.look(self._show, self._say_trouble)

    def _say_trouble(self, refusal: StudioError) -> None:
        self.shown.show_trouble(self._words.say(refusal), self._read)

    def _show(self, waiting: tuple[Doubt, ...]) -> None:
        self.choices = []
        if waiting:
            self.rows.set_rows([self._row(doubt) for doubt in waiting])
            self.shown.show_content()
            return
        words = self._words
        self.leave.set_text(words("Close"))
        self.shown.show_empty(words("Everything is decided"), words("There is only one version of each word."), None)

    def _row(self, doubt: Doubt) -> QWidget:
        words, look = self._words, self._desk.look
        mine, theirs = Button(look, words("Keep mine")), Button(look, words("Keep theirs"))
        mine.clicked.connect(partial(self._choose, self._choosing.keep_mine, doubt))
        theirs.clicked.connect(partial(self._choose, self._choosing.keep_theirs, doubt))
        self.choices.append((mine, theirs))
        place = words.say(doubt.place)
        for button in (mine, theirs):
            button.setAccessibleName(f"{button.text()}: {place}")
        sides = ((words("Yours"), self._text(doubt.mine)), (words("Theirs"), self._text(doubt.now)))
        feet = row(row(mine, None), row(theirs, None), spacing=24, margins=(16, 0, 16, 14))
        feet.setStretch(0, 1)
        feet.setStretch(1, 1)
        held = QWidget()
        held.setLayout(column(Pair(look, place, *sides), feet, spacing=0))
        return held

    def _text(self, plain: object) -> str:
        words = self._words
        if plain is None:
            return words("(removed)")
        return readable(words, said(plain)) or words("(a setting or an order, not words)")

    def _choose(self, keep: Callable[[Doubt], object], doubt: Doubt, *_: object) -> None:
        keep(doubt)
