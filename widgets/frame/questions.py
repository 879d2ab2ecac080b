"""Questions of the program as a sheet of our own; the answer comes by callback."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from widgets.notices import Question
from widgets.parts.buttons import Button
from widgets.parts.labels import Label
from widgets.parts.sheet import Sheet
from widgets.theme.look import Look


class Asking:
    """Opens one sheet per question over its window."""

    def __init__(self, look: Look, window: QWidget) -> None:
        """Ask over `window`."""
        self._look = look
        self._window = window

    def ask(self, question: Question, answered: Callable[[str], None]) -> None:
        """Show a question; leaving it by Escape gives its last choice."""
        sheet = Sheet(self._look, question.title, self._window)
        sheet.body.addWidget(Label(self._look, question.text, color="ink2", wrap=True))
        given: list[str] = []
        last = len(question.choices) - 1
        for index, (name, word) in enumerate(question.choices):
            first = "danger" if question.danger else "primary"
            button = Button(self._look, word, kind=first if index == 0 else "plain")
            button.clicked.connect(partial(self._close, sheet, given, name))
            sheet.add_button(button)
        sheet.finished.connect(partial(self._answer, question.choices[last][0], given, answered))
        sheet.open()

    @staticmethod
    def _close(sheet: Sheet, given: list[str], name: str, *_: object) -> None:
        given.append(name)
        sheet.accept()

    @staticmethod
    def _answer(last: str, given: list[str], answered: Callable[[str], None], *_: object) -> None:
        answered(given[0] if given else last)
