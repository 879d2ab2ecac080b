"""The brand's other places: links in the order in which footers show them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from studio.edits.brand import apply_brand
from studio.edits.things import moved
from studio.model.brand import Social
from studio.model.project import Project
from widgets.brand.bonds import tidy_web, web_fault
from widgets.brand.simple import ASIDE
from widgets.brand.table import Table
from widgets.desk import Desk
from widgets.parts.buttons import Button, IconButton
from widgets.parts.cells import Cell, Complaint
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row
from widgets.parts.section import Section
from widgets.takingback import taking_back
from widgets.tied import Bond, Ties


class Socials(QWidget):
    """A table of links, and the button that adds one."""

    def __init__(self, desk: Desk) -> None:
        """Build an empty table."""
        super().__init__()
        words, look = desk.words, desk.look
        self._desk = desk
        self._ties = Ties(desk)
        self._count = -1
        self.cells: list[tuple[Cell, Cell]] = []
        self.buttons: list[list[IconButton]] = []
        about = words("Links to the shop’s other places, in the order of the footer.")
        self.section = Section(look, words("Elsewhere"), about, ASIDE)
        self.table = Table(look, words("Links"))
        self.none = Label(look, words("None yet."), color="ink3")
        self.wrong = Complaint(look)
        self.add = Button(look, words("Add a link"), icon="ph.plus")
        self.add.clicked.connect(self._add)
        for widget in (self.table, self.wrong, self.none):
            self.section.body.addWidget(widget)
        self.section.body.addLayout(row(self.add, None))
        self.setLayout(column(self.section))
        self.setMaximumWidth(self.section.maximumWidth())

    def refresh(self) -> None:
        """Show the links as they are now."""
        count = len(self._desk.session.project.brand.socials)
        if count != self._count:
            self._build(count)
        self._ties.refresh()

    def _build(self, count: int) -> None:
        self._ties.release()
        self._count, self._ties = count, Ties(self._desk)
        self.cells, self.buttons = [], []
        words = self._desk.words
        rows = [self._row(index, count) for index in range(count)]
        self.table.show_rows((words("Name"), words("Address"), "", "", ""), rows, (2, 5, 0, 0, 0))
        self.wrong.watch([url for _, url in self.cells])
        self.table.setVisible(count > 0)
        self.none.setVisible(count == 0)

    def _row(self, index: int, count: int) -> list[QWidget]:
        words, look = self._desk.words, self._desk.look
        label = Cell(look, words("Name of link {number}", number=index + 1), words("Instagram"))
        url = Cell(look, words("Address of link {number}", number=index + 1), "https://")
        self._ties.tie(label, self._bond(index, "label"), label)
        self._ties.tie(url, self._bond(index, "url"), url)
        self.cells.append((label, url))
        buttons = []
        for icon, name, step, possible in (
            ("ph.arrow-up", words("Move link {number} up", number=index + 1), -1, index > 0),
            ("ph.arrow-down", words("Move link {number} down", number=index + 1), 1, index < count - 1),
            ("ph.x", words("Remove link {number}", number=index + 1), 0, True),
        ):
            button = IconButton(look, icon, name)
            button.setEnabled(possible)
            button.clicked.connect(partial(self._move, index, step) if step else partial(self._remove, index))
            buttons.append(button)
        self.buttons.append(buttons)
        return [label, url, *buttons]

    def _bond(self, index: int, field: str) -> Bond:
        def shown(project: Project) -> str:
            return str(getattr(project.brand.socials[index], field))

        def written(project: Project, words: str) -> Project:
            links = project.brand.socials
            link = replace(links[index], **{field: words})
            return with_links(project, (*links[:index], link, *links[index + 1 :]))

        is_url = field == "url"
        step = self._desk.words("Change a link")
        judge, tidy = (web_fault, tidy_web) if is_url else (None, None)
        return Bond(shown, written, step, ("social", index, field), judge, tidy)

    def _add(self) -> None:
        session = self._desk.session
        links = (*session.project.brand.socials, Social("", ""))
        session.do(self._desk.words("Add a link"), with_links(session.project, links))
        self.cells[-1][0].setFocus()

    def _remove(self, index: int, *_: object) -> None:
        words, session = self._desk.words, self._desk.session
        links = session.project.brand.socials
        session.do(words("Remove a link"), with_links(session.project, (*links[:index], *links[index + 1 :])))
        said = words("The link to {place} is removed.", place=links[index].label or links[index].url or "–")
        self._desk.notices.say(said, offer=words("Undo"), act=taking_back(self._desk))

    def _move(self, index: int, step: int, *_: object) -> None:
        session = self._desk.session
        links = moved(session.project.brand.socials, index, step)
        session.do(self._desk.words("Move a link"), with_links(session.project, links))
        self.buttons[index + step][0 if step < 0 else 1].setFocus()


def with_links(project: Project, links: tuple[Social, ...]) -> Project:
    """Return a project whose brand has these links."""
    return apply_brand(project, replace(project.brand, socials=links))
