"""The library as the window shows it, with two projects in the workspace and the cart flow open."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from studio.edits.adopt import adopt
from studio.edits.brand import rename_project
from studio.edits.duplicate import copy_project
from tests.journeys.desk import planted
from widgets.library.screen import LibraryScreen


class Ears:
    """Hears what the window would show."""

    def __init__(self, desk):
        self.notices, self.questions = [], []
        desk.notices.said.connect(self.notices.append)
        desk.notices.asked.connect(lambda question, answer: self.questions.append((question, answer)))

    @property
    def said(self):
        return self.notices[-1].text if self.notices else ""

    def undo(self):
        self.notices[-1].act()

    def answer(self, name):
        self.questions.pop()[1](name)


@pytest.fixture
def ears(desk):
    return Ears(desk)


@pytest.fixture(scope="session")
def welcome():
    """A project with the welcome flow, of another client."""
    project, _ = planted("welcome-story", "nb", "sv")
    return replace(rename_project(project, "Ull og Saum"), id="ull-og-saum", assets=project.assets)


@pytest.fixture
def stocked(desk, welcome):
    """The desk whose workspace also holds `welcome`, whose project is not open."""
    desk.workspace.store.create(welcome)
    return desk


@pytest.fixture
def show(qtbot):
    """Return a function that shows a library, and keeps what it asks the window for in `asked_for`."""

    def show(desk, size=(1100, 664)):
        screen = LibraryScreen(desk)
        qtbot.addWidget(screen)
        screen.asked_for = []
        screen.go_requested.connect(screen.asked_for.append)
        screen.resize(*size)
        screen.entered()
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        screen.focus_first()
        return screen

    return show


@pytest.fixture
def library(show, stocked):
    return show(stocked)


class Rows:
    """Finds rows of a library by name and works on them as a person does."""

    def __init__(self, qtbot, screen):
        self.qtbot, self.screen, self.grid = qtbot, screen, screen.page.grid

    def names(self):
        return [row.name for row in self.screen.page.model.rows]

    def go(self, name):
        row = next(row for row in self.screen.page.model.rows if row.name == name)
        self.grid.go_to(row.key)
        self.grid.setFocus()
        return row

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.grid, key, modifiers)

    def center(self, name):
        self.go(name)
        return self.grid.visualRect(self.grid.currentIndex()).center()


@pytest.fixture
def rows(qtbot, library):
    return Rows(qtbot, library)


@pytest.fixture
def make_rows(qtbot):
    return lambda screen: Rows(qtbot, screen)


@pytest.fixture
def third(welcome):
    """One more project, with two sequences."""
    return copy_project(adopt(welcome, welcome, "welcome-story"), "Kaffe og brød")
