"""A window with three plain screens in it."""

import pytest
from PySide6.QtGui import QAction
from shiboken6 import isValid

from studio.i18n import sentence
from widgets.entries import Entry
from widgets.screen import Screen
from widgets.window import StudioWindow


class Plain(Screen):
    """A screen that remembers how often it was entered."""

    def __init__(self, desk):
        super().__init__()
        self.entered_times = 0
        self.action = QAction("Deliver …", self)

    def entered(self):
        self.entered_times += 1

    def primary(self):
        return self.action

    def shows_languages(self):
        return True


@pytest.fixture
def window(desk, qtbot):
    entries = (
        Entry("library", sentence("Library"), "ph.books", Plain, needs_project=False),
        Entry("write", sentence("Write"), "ph.article", Plain),
        Entry("preferences", sentence("Preferences"), "ph.gear-six", Plain, needs_project=False, at_foot=True),
    )
    window = StudioWindow(desk, entries)
    qtbot.addWidget(window)
    window.show_screen("write")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    qtbot.waitUntil(lambda: not isValid(window) or not window.languages._rest.isActive())
