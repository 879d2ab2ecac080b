"""The words a client avoids in one language, each with what it says instead."""

from __future__ import annotations

from functools import partial

from immutables import Map
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studio.edits.style import allow, avoid, rename_avoided
from studio.errors import StudioError
from studio.model.project import Project
from widgets.brand.table import Table
from widgets.desk import Desk
from widgets.parts.buttons import Button, IconButton
from widgets.parts.cells import Cell, Complaint
from widgets.parts.fields import Field, LineField
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row
from widgets.takingback import taking_back
from widgets.tied import Bond, Ties

FIELD = 300


class Avoided(QWidget):
    """A table of words, and the line that adds one."""

    def __init__(self, desk: Desk) -> None:
        """Begin in no language."""
        super().__init__()
        words, look = desk.words, desk.look
        self._desk, self._language = desk, ""
        self._ties = Ties(desk)
        self.words: list[str] = []
        self.cells: list[tuple[Cell, Cell]] = []
        self.removers: list[IconButton] = []
        self.table = Table(look, words("Words to avoid"))
        self.wrong = Complaint(look)
        self.none = Label(look, words("None yet."), color="ink3")
        self.word = LineField(look, words("Another word to avoid"), words("Another word to avoid"))
        self.frame = Field(look, "", self.word)
        self.frame.label.hide()
        self.frame.setFixedWidth(FIELD)
        self.add = Button(look, words("Add the word"), icon="ph.plus")
        self.add.clicked.connect(self._add)
        self.word.returnPressed.connect(self._add)
        foot = row(self.frame, self.add, None)
        foot.setAlignment(self.add, Qt.AlignmentFlag.AlignTop)
        title = Label(look, words("Words to avoid"), "smallmedium", "ink2")
        self.setLayout(column(title, self.table, self.wrong, self.none, foot, spacing=6))

    def show_language(self, language: str) -> None:
        """Show the words of another language."""
        if language != self._language:
            self._language = language
            self.frame.say_wrong("")
            self._build()

    def refresh(self) -> None:
        """Show the words as they are now; the table is built anew only where one came or went."""
        if set(self._held) != set(self.words):
            self._build()
        self._ties.refresh()
        for word, (cell, _) in zip(self.words, self.cells, strict=True):
            if not cell.hasFocus() and cell.value != word:
                cell.set_value(word)
                cell.say_wrong("")

    @property
    def _held(self) -> Map[str, str]:
        """Return what the brand avoids in the language shown."""
        return self._desk.session.project.brand.style.avoid.get(self._language, Map())

    def _build(self) -> None:
        self._ties.release()
        self._ties = Ties(self._desk)
        words, self.cells, self.removers = self._desk.words, [], []
        self.words = sorted(self._held, key=str.casefold)
        rows = [self._row(index) for index in range(len(self.words))]
        self.table.show_rows((words("Not"), words("But"), ""), rows, (1, 1, 0))
        self.wrong.watch([cell for cell, _ in self.cells])
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self._ties.refresh()

    def _row(self, index: int) -> list[QWidget]:
        words, look, word = self._desk.words, self._desk.look, self.words[index]
        cell = Cell(look, words("Word {number} to avoid", number=index + 1))
        cell.set_value(word)
        cell.settled.connect(partial(self._rename, index, cell))
        instead = Cell(look, words("What to say instead of “{word}”", word=word), words("Say it in other words"))
        self._ties.tie(instead, self._bond(index), instead)
        remove = IconButton(look, "ph.x", words("Remove “{word}”", word=word))
        remove.clicked.connect(partial(self._remove, index))
        self.cells.append((cell, instead))
        self.removers.append(remove)
        return [cell, instead, remove]

    def _bond(self, index: int) -> Bond:
        language = self._language

        def shown(project: Project) -> str:
            return project.brand.style.avoid.get(language, Map()).get(self.words[index], "")

        def written(project: Project, words: str) -> Project:
            return avoid(project, language, self.words[index], words)

        step = self._desk.words("What to say instead")
        return Bond(shown, written, step, ("avoid", language, index), tidy=str.strip)

    def _rename(self, index: int, cell: Cell) -> None:
        """Take another word in the place of one, when the person leaves it; an empty one is the one before."""
        session, word = self._desk.session, cell.value.strip()
        if not session.is_open or word in ("", self.words[index]):
            cell.set_value(self.words[index])
            cell.say_wrong("")
            return
        try:
            project = rename_avoided(session.project, self._language, self.words[index], word)
        except StudioError as refusal:
            cell.say_wrong(self._desk.words.say(refusal))
            return
        cell.say_wrong("")
        self.words[index] = word
        session.do(self._desk.words("Change a word to avoid"), project)

    def _add(self) -> None:
        words, session, word = self._desk.words, self._desk.session, str(self.word.value).strip()
        if not word:
            self.word.setFocus()
            return
        if any(word.casefold() == each.casefold() for each in self._held):
            self.frame.say_wrong(words("“{word}” stands in the list already.", word=word))
            return
        self.frame.say_wrong("")
        self.word.set_value("")
        session.do(words("Add a word to avoid"), avoid(session.project, self._language, word))
        self.cells[self.words.index(word)][1].setFocus()

    def _remove(self, index: int, *_: object) -> None:
        words, session, word = self._desk.words, self._desk.session, self.words[index]
        session.do(words("Remove a word to avoid"), allow(session.project, self._language, word))
        said = words("“{word}” is no longer avoided.", word=word)
        self._desk.notices.say(said, offer=words("Undo"), act=taking_back(self._desk))
        left = self.removers[min(index, len(self.removers) - 1)] if self.removers else self.word
        left.setFocus()
