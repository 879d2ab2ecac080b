"""The facts of the shop that copy may name: a row for each, a column for each language of the project."""

from __future__ import annotations

from functools import partial

from immutables import Map
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from studio.edits.brand import add_fact, remove_fact
from studio.edits.texts import fact
from studio.errors import StudioError
from studio.model.project import Project
from studio.words.facts import LABELS, fact_label, fact_name, fact_uses
from widgets.brand.bonds import languages_of, of_text
from widgets.brand.table import Table
from widgets.desk import Desk
from widgets.names import OWN_NAMES
from widgets.notices import Tone
from widgets.parts.buttons import Button, IconButton
from widgets.parts.cells import Cell
from widgets.parts.chips import Dot
from widgets.parts.fields import Field, LineField
from widgets.parts.labels import Elided, Label
from widgets.parts.layouts import column, row
from widgets.takingback import taking_back
from widgets.tied import Ties

LEAST = 92
"""Pixels that a language has at least."""
NAMES = 150
Shape = tuple[tuple[str, ...], tuple[str, ...]]


class Facts(QWidget):
    """The table, and the line that adds a fact."""

    def __init__(self, desk: Desk) -> None:
        """Build an empty table."""
        super().__init__()
        words, look = desk.words, desk.look
        self._desk = desk
        self._ties = Ties(desk)
        self._shape: Shape = ((), ())
        self._uses: Map[str, tuple[str, ...]] = Map()
        self.cells: dict[tuple[str, str], Cell] = {}
        self.dots: dict[str, Dot] = {}
        self.removers: dict[str, IconButton] = {}
        self.table = Table(look, words("Facts of the shop"))
        self.name = LineField(look, words("A new fact"), words("Another fact, such as opening day"))
        self.add = Button(look, words("Add the fact"), icon="ph.plus")
        self.frame = Field(look, "", self.name)
        self.frame.label.hide()
        about = words("What copy may say of the shop, in each language. A dot marks what a message names and lacks.")
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        foot = row(self.frame, self.add, None)
        foot.setAlignment(self.add, Qt.AlignmentFlag.AlignTop)
        self.frame.setFixedWidth(340)
        head = column(Label(look, words("Facts of the shop"), "card"), Label(look, about, "small", "ink3", wrap=True))
        self.setLayout(column(head, self.table, foot, spacing=10, margins=(0, 0, 0, 24)))
        self.setMaximumWidth(960)

    def entered(self) -> None:
        """Look anew which messages name which facts."""
        self._uses = fact_uses(self._desk.session.project)
        self.refresh()

    def refresh(self) -> None:
        """Show the facts as they are now; the table is built anew only where rows or languages came or went."""
        project = self._desk.session.project
        shape = (names_of(project, self._uses), languages_of(project))
        if shape != self._shape:
            self._build(shape)
        self._ties.refresh()
        for name, remove in self.removers.items():
            remove.setVisible(name in project.brand.facts)
        for name, dot in self.dots.items():
            dot.setVisible(name in self._uses and bool(self._lacking(project, name)))

    def _lacking(self, project: Project, name: str) -> list[str]:
        held = project.brand.facts.get(name)
        return [code for code in self._shape[1] if held is None or not held.words(code)]

    def _build(self, shape: Shape) -> None:
        focused = next((key for key, cell in self.cells.items() if cell is QApplication.focusWidget()), None)
        self._ties.release()
        self._shape, self._ties = shape, Ties(self._desk)
        self.cells, self.dots, self.removers = {}, {}, {}
        names, languages = shape
        heads = (self._desk.words("Fact"), *(OWN_NAMES.get(code, code) for code in languages), "")
        rows = [self._row(name, languages) for name in names]
        self.table.show_rows(heads, rows, (3, *(4 for _ in languages), 0))
        if focused in self.cells:
            self.cells[focused].setFocus()

    def _row(self, name: str, languages: tuple[str, ...]) -> list[QWidget]:
        words, look = self._desk.words, self._desk.look
        label = words.say(fact_label(name))
        dot = Dot(look, "warn")
        dot.setAccessibleName(words("A message names it, and a language has no words for it yet."))
        dot.setToolTip(dot.accessibleName())
        said = Elided(look, label)
        head = QWidget()
        head.setMinimumWidth(NAMES)
        head.setToolTip(f"shop.{name}")
        line = row(said, dot, spacing=8, margins=(10, 0, 4, 0))
        line.setStretch(0, 1)
        head.setLayout(line)
        self.dots[name] = dot
        remove = IconButton(look, "ph.x", words("Remove “{fact}”", fact=label))
        remove.clicked.connect(partial(self._remove, name))
        self.removers[name] = remove
        return [head, *(self._cell(name, label, code) for code in languages), remove]

    def _cell(self, name: str, label: str, language: str) -> Cell:
        words = self._desk.words
        title = words("{fact} in {language}", fact=label, language=OWN_NAMES.get(language, language))
        cell = Cell(self._desk.look, title)
        cell.setMinimumWidth(LEAST)
        self._ties.tie(cell, of_text(fact(name), language, words("Brand: {field}", field=label)), cell)
        self.cells[name, language] = cell
        return cell

    def _add(self) -> None:
        words, session, name = self._desk.words, self._desk.session, fact_name(str(self.name.value))
        if not str(self.name.value).strip():
            self.name.setFocus()
            return
        try:
            project = add_fact(session.project, name)
        except StudioError as refusal:
            self.frame.say_wrong(words.say(refusal))
            return
        self.frame.say_wrong("")
        self.name.set_value("")
        session.do(words("Add a fact"), project)
        first = next((cell for key, cell in self.cells.items() if key[0] == name), None)
        if first is not None:
            first.setFocus()

    def _remove(self, name: str, *_: object) -> None:
        words, session, label = self._desk.words, self._desk.session, self._desk.words.say(fact_label(name))
        self._uses = fact_uses(session.project)
        session.do(words("Remove a fact"), remove_fact(session.project, name))
        used = [session.project.messages[id_].name for id_ in self._uses.get(name, ())]
        if used:
            named = ", ".join(used)
            said = words("“{fact}” has no words any more, but copy names it: {messages}.", fact=label, messages=named)
        else:
            said = words("“{fact}” is removed.", fact=label)
        self._desk.notices.say(said, Tone.WARN if used else Tone.PLAIN, words("Undo"), taking_back(self._desk))


def names_of(project: Project, uses: Map[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the facts to be shown: the usual ones first, then others by name; what copy names is among them."""
    known = list(LABELS)
    there = {*project.brand.facts, *uses}
    return tuple(sorted(there, key=lambda name: (known.index(name) if name in LABELS else len(known), name)))
