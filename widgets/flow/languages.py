"""The languages of a flow: chips to take one out after a question, and a picker to add one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from studio.model.called import LANGUAGE_NAMES
from studio.model.sequence import Sequence
from widgets.desk import Desk
from widgets.flow.changes import add_language, remove_language
from widgets.flow.verbs import Verbs
from widgets.notices import Question
from widgets.parts.buttons import Button
from widgets.parts.chips import ChipButton
from widgets.parts.labels import Label
from widgets.parts.layouts import Flow as Wrapping
from widgets.parts.layouts import column, row
from widgets.parts.popup import Choice, Picker

KEEP, REMOVE = "keep", "remove"


class Languages(QWidget):
    """One chip per language; the one that the flow is written in stays."""

    def __init__(self, desk: Desk, verbs: Verbs) -> None:
        """Begin without languages."""
        super().__init__()
        self._desk, self._verbs = desk, verbs
        self._shown: tuple[str, ...] = ()
        self.chips: dict[str, ChipButton] = {}
        self._line = Wrapping(spacing=6)
        words = verbs.words
        self.hint = Label(desk.look, "", "small", "ink3", wrap=True)
        self.more = Button(desk.look, words("Add a language"), "quiet", "ph.plus")
        self.more.clicked.connect(self.offer)
        self.picker = Picker(desk.look, self)
        self.picker.picked.connect(partial(add_language, verbs))
        self.setLayout(column(self._line, self.hint, row(self.more, None), spacing=8))

    def show_sequence(self, sequence: Sequence) -> None:
        """Show a flow's languages."""
        words = self._verbs.words
        source = self._named(sequence.source_language)
        self.hint.set_text(words("Written first in {language}.", language=source))
        if sequence.languages == self._shown:
            return
        self._shown = sequence.languages
        for chip in self.chips.values():
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {code: self._chip(code, code == sequence.source_language) for code in sequence.languages}
        for chip in self.chips.values():
            self._line.addWidget(chip)
            chip.show()

    def _chip(self, code: str, is_source: bool) -> ChipButton:
        words = self._verbs.words
        chip = ChipButton(self._desk.look, code, "accent" if is_source else "plain", "" if is_source else "ph.x")
        chip.setEnabled(not is_source)
        chip.setAccessibleName(words("Remove {language}", language=self._named(code)))
        chip.setToolTip(self._named(code))
        chip.clicked.connect(partial(self.ask, code))
        return chip

    def _named(self, code: str) -> str:
        return self._verbs.words(LANGUAGE_NAMES[code]) if code in LANGUAGE_NAMES else code

    def ask(self, code: str, *_: object) -> None:
        """Ask whether a language shall go."""
        words = self._verbs.words
        title = words("Remove {language} from this flow?", language=self._named(code))
        said = words("The flow is then not delivered in it. What is written stays, for when it comes back.")
        answers = ((REMOVE, words("Remove")), (KEEP, words("Keep")))
        self._desk.notices.ask(Question(title, said, answers, danger=True), partial(self._answer, code))

    def _answer(self, code: str, answer: str) -> None:
        if answer == REMOVE:
            remove_language(self._verbs, code)

    def offer(self) -> None:
        """Offer the languages that the flow does not have."""
        new = [code for code in LANGUAGE_NAMES if code not in self._shown]
        choices = [Choice(code, self._named(code), code) for code in new]
        self.picker.offer(choices, self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))
