"""The small sheets of the library: one that asks for a name, and one for the tags of a thing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.fields import Field, LineField
from widgets.parts.sheet import Sheet

Answer = Callable[[str], object]


class NameSheet(Sheet):
    """Asks for one line of words; an empty one is not taken unless it may be."""

    def __init__(self, desk: Desk, parent: QWidget, title: str, label: str, confirm: str) -> None:
        """Take the words of the sheet; `ask` opens it."""
        super().__init__(desk.look, title, parent)
        self._desk = desk
        self._answer: Answer | None = None
        self._may_be_empty = False
        self.field = LineField(desk.look, label)
        self.frame = Field(desk.look, label, self.field)
        self.body.addWidget(self.frame)
        cancel = self.add_button(Button(desk.look, desk.words("Cancel")))
        cancel.clicked.connect(self.reject)
        self.go = self.add_button(Button(desk.look, confirm, kind="primary"))
        self.go.clicked.connect(self._go)
        self.field.edited.connect(self._forgive)

    def ask(self, value: str, answer: Answer, *, hint: str = "", may_be_empty: bool = False) -> None:
        """Open with a value; `answer` gets what the person wrote and closes the sheet by `accept`, or says why not."""
        self._answer, self._may_be_empty = answer, may_be_empty
        self.field.set_value(value)
        self.frame.set_hint(hint)
        self.field.selectAll()
        self.open()
        self.field.setFocus()

    def refuse(self, refusal: StudioError) -> None:
        """Say why the name cannot be."""
        self.frame.say_wrong(self._desk.words.say(refusal))

    def _forgive(self, _value: object) -> None:
        self.frame.say_wrong("")

    def _go(self) -> None:
        name = " ".join(self.field.value.split())
        if not name and not self._may_be_empty:
            self.frame.say_wrong(self._desk.words("Write a name first."))
        elif self._answer is not None:
            self._answer(name)


def ask_for_folder(desk: Desk, parent: QWidget, answer: Answer) -> NameSheet:
    """Ask for the name of a new folder."""
    words = desk.words
    sheet = NameSheet(desk, parent, words("New folder"), words("Name of the folder"), words("Move there"))
    sheet.ask("", partial(_and_close, sheet, answer))
    return sheet


def ask_for_tags(desk: Desk, parent: QWidget, tags: tuple[str, ...], answer: Answer) -> NameSheet:
    """Ask for tags, separated by commas."""
    words = desk.words
    sheet = NameSheet(desk, parent, words("Tags"), words("Tags"), words("Keep the tags"))
    hint = words("Separate them with commas.")
    sheet.ask(", ".join(tags), partial(_and_close, sheet, answer), hint=hint, may_be_empty=True)
    return sheet


def _and_close(sheet: NameSheet, answer: Answer, name: str) -> None:
    sheet.accept()
    answer(name)
