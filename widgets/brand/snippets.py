"""The snippets of the project: words that are written once for each language and stand in many messages."""

from __future__ import annotations

from functools import partial

from immutables import Map
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studio.edits.shelf import add_snippet, remove_snippet, rename_snippet
from studio.edits.texts import snippet
from studio.errors import StudioError
from studio.model.project import Project
from studio.words.facts import fact_name
from studio.words.uses import snippet_uses
from widgets.brand.bonds import languages_of, of_text
from widgets.brand.paragraph import Paragraph
from widgets.brand.speaking import language_segments
from widgets.brand.table import Table, laid_out
from widgets.desk import Desk
from widgets.names import OWN_NAMES
from widgets.notices import Question
from widgets.parts.buttons import Button, IconButton
from widgets.parts.cells import Cell
from widgets.parts.fields import Field, LineField
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row
from widgets.parts.segments import Segments
from widgets.takingback import taking_back
from widgets.tied import Bond, Ties

NAMES = 190
Uses = Map[str, tuple[str, ...]]
Shape = tuple[tuple[str, ...], str]


class Snippets(QWidget):
    """A table with a row for each snippet, in one language at a time, and the line that adds one."""

    def __init__(self, desk: Desk) -> None:
        """Build an empty table."""
        super().__init__()
        words, look = desk.words, desk.look
        self._desk, self._ties, self._uses = desk, Ties(desk), Uses()
        self._shape: Shape = ((), "")
        self.names: dict[str, Cell] = {}
        self.texts: dict[str, Paragraph] = {}
        self.counts: dict[str, Label] = {}
        self.removers: dict[str, IconButton] = {}
        self.languages = Segments(look, [], words("Language of the snippets"))
        self.languages.chosen.connect(self.refresh)
        self.table = Table(look, words("Snippets"))
        self.none = Label(look, words("None yet."), color="ink3")
        self.name = LineField(look, words("A new snippet"), words("Another snippet, such as gift wrapping"))
        self.add = Button(look, words("Add the snippet"), icon="ph.plus")
        self.frame = Field(look, "", self.name)
        self._lay_out()
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)

    def _lay_out(self) -> None:
        words, look = self._desk.words, self._desk.look
        self.frame.label.hide()
        self.frame.setFixedWidth(340)
        foot = row(self.frame, self.add, None)
        foot.setAlignment(self.add, Qt.AlignmentFlag.AlignTop)
        about = words("Words that stand in many messages. Change them here, and every message says the new ones.")
        head = column(Label(look, words("Snippets"), "card"), Label(look, about, "small", "ink3", wrap=True))
        tabs = row(self.languages, None)
        self.setLayout(column(head, tabs, self.table, self.none, foot, spacing=10, margins=(0, 0, 0, 24)))
        self.setMaximumWidth(960)

    def entered(self) -> None:
        """Count anew in how many messages each stands."""
        self._uses = snippet_uses(self._desk.session.project)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the snippets as they are now; the table is built anew only where one came or went."""
        project = self._desk.session.project
        codes = languages_of(project)
        dots = {code: _dot(project, code) for code in codes} if project.snippets else {}
        self.languages.set_choices(language_segments(codes, dots))
        self.languages.setVisible(len(codes) > 1 and bool(project.snippets))
        order = sorted(project.snippets, key=lambda id_: (project.snippets[id_].name.casefold(), id_))
        if self._shape[1] != self.languages.current or set(order) != set(self._shape[0]):
            self._build((tuple(order), self.languages.current))
        self._ties.refresh()
        for id_, label in self.counts.items():
            label.set_text(self._count(id_))

    def show_language(self, language: str) -> None:
        """Show the words of a language."""
        self.languages.choose(language)
        self.refresh()

    def _count(self, id_: str) -> str:
        words, count = self._desk.words, len(self._uses.get(id_, ()))
        if not count:
            return words("In no message yet")
        return words("In one message") if count == 1 else words("In {count} messages", count=count)

    def _build(self, shape: Shape) -> None:
        self._ties.release()
        self._shape, self._ties = shape, Ties(self._desk)
        self.names, self.texts, self.counts, self.removers = {}, {}, {}, {}
        ids, language = shape
        said = OWN_NAMES.get(language, language)
        heads = (self._desk.words("Snippet"), said, "")
        self.table.show_rows(heads, [self._row(id_, language) for id_ in ids], (0, 1, 0))
        self.table.setVisible(bool(ids))
        self.none.setVisible(not ids)

    def _row(self, id_: str, language: str) -> list[QWidget]:
        words, look, held = self._desk.words, self._desk.look, self._desk.session.project.snippets[id_]
        name = Cell(look, words("Name of the snippet “{name}”", name=held.name))
        self._ties.tie(name, self._name_bond(id_), name)
        name.settled.connect(self._ties.refresh)
        count = Label(look, "", "small", "ink3")
        count.setContentsMargins(12, 0, 0, 0)
        head = QWidget()
        head.setFixedWidth(NAMES)
        head.setLayout(column(name, count, None, spacing=0, margins=(0, 2, 0, 6)))
        said = OWN_NAMES.get(language, language)
        title = words("“{name}” in {language}", name=held.name, language=said)
        text = Paragraph(look, title, words("Nothing in {language} yet", language=said))
        self._ties.tie(text, of_text(snippet(id_), language, words("Write a snippet")), text)
        text.grown.connect(self.table.sideways.settle)
        remove = IconButton(look, "ph.x", words("Remove “{name}”", name=held.name))
        remove.clicked.connect(partial(self._ask, id_))
        self.names[id_], self.texts[id_], self.counts[id_], self.removers[id_] = name, text, count, remove
        return [head, text, remove]

    def _name_bond(self, id_: str) -> Bond:
        def shown(project: Project) -> str:
            return project.snippets[id_].name

        def written(project: Project, words: str) -> Project:
            return rename_snippet(project, id_, words)

        return Bond(shown, written, self._desk.words("Rename a snippet"), ("snippet name", id_), tidy=_tidy)

    def _add(self) -> None:
        words, session, name = self._desk.words, self._desk.session, str(self.name.value).strip()
        if not name:
            self.name.setFocus()
            return
        try:
            project = add_snippet(session.project, id_ := fact_name(name), name)
        except StudioError as refusal:
            self.frame.say_wrong(words.say(refusal))
            return
        self.frame.say_wrong("")
        self.name.set_value("")
        session.do(words("Add a snippet"), project)
        laid_out(self.table)
        self.texts[id_].setFocus()

    def _ask(self, id_: str, *_: object) -> None:
        """Remove a snippet; ask first where messages hold it."""
        words, project = self._desk.words, self._desk.session.project
        self._uses = snippet_uses(project)
        used = [project.messages[each].name for each in self._uses.get(id_, ())]
        if not used:
            self._remove(id_, "remove")
            return
        text = words("It stands in {messages}. Its words are missing there then.", messages=", ".join(used))
        choices = (("remove", words("Remove")), ("keep", words("Keep it")))
        title = words("Remove “{name}”?", name=project.snippets[id_].name)
        self._desk.notices.ask(Question(title, text, choices, danger=True), partial(self._remove, id_))

    def _remove(self, id_: str, answer: str) -> None:
        words, session = self._desk.words, self._desk.session
        if answer != "remove" or not session.is_open or id_ not in session.project.snippets:
            return
        name = session.project.snippets[id_].name
        session.do(words("Remove a snippet"), remove_snippet(session.project, id_))
        said = words("“{name}” is removed.", name=name)
        self._desk.notices.say(said, offer=words("Undo"), act=taking_back(self._desk))


def _tidy(name: str) -> str:
    return name.strip() or name


def _dot(project: Project, language: str) -> str:
    """Return the colour of a language: all snippets have words in it, some, or none."""
    written = sum(bool(held.text.words(language)) for held in project.snippets.values())
    return "good" if written == len(project.snippets) else "warn" if written else "line2"
