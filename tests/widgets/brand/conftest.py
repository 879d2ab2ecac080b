"""A brand screen beside which a glance only remembers what it was shown."""

import pytest
from PySide6.QtWidgets import QLabel

from widgets.brand.doors import Doors
from widgets.brand.screen import BrandScreen


class Remembering(QLabel):
    """Remembers every message it was asked to show."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def show_message(self, project, sequence, message, language, pictures, *, dark=False):
        self.shown.append((project, message, language, dark))


class Answers:
    """Answers every question about files with `path`."""

    def __init__(self):
        self.path = ""

    def __call__(self, _parent, _title, _names, take):
        take(str(self.path))


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def screen(desk, qtbot, answers):
    screen = BrandScreen(desk, Remembering(), Doors(answers, answers))
    qtbot.addWidget(screen)
    screen.resize(1364, 844)
    screen.show()
    screen.entered()
    return screen


@pytest.fixture
def brand(desk):
    """Return a function that gives the brand as it is now."""
    return lambda: desk.session.project.brand


@pytest.fixture
def notices(desk):
    said = []
    desk.notices.said.connect(said.append)
    return said
