"""A writer in a process of their own, for tests that kill it: types letter by letter with real keys, and saves.

Called with a workspace's address and a project's id. It says what it has typed, a line for each letter, with the time.
"""

import itertools
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from studio.delivery.keys import KeyStore
from studio.edits.brand import rename_project
from studio.i18n import NullTranslator
from studio.settings import Settings
from studio.store.store import open_store
from widgets.actions import Actions
from widgets.autosave import Autosave
from widgets.desk import Desk
from widgets.here import Here
from widgets.notices import Notices
from widgets.preferences import Preferences
from widgets.session import Session
from widgets.spelling import Spelling
from widgets.tasks import Tasks
from widgets.theme.look import Look
from widgets.workspace import Workspace

BETWEEN = 20
"""Milliseconds between two letters."""


class Typist(QLineEdit):
    """A field whose words are the project's name."""

    def __init__(self, address, project_id):
        super().__init__()
        tasks, here, look, words = Tasks(), Here(), Look("light"), NullTranslator()
        preferences = Preferences(Settings(spelling=False))
        self.desk = Desk(
            words=words,
            look=look,
            here=here,
            session=Session(here),
            tasks=tasks,
            notices=Notices(words),
            actions=Actions(look, {}),
            workspace=Workspace(lambda: open_store(address), tasks),
            preferences=preferences,
            spelling=Spelling(preferences),
            keys=lambda: KeyStore(None, {}),
        )
        self.project_id = project_id
        self.autosave = Autosave(self.desk)
        self.letters = itertools.cycle("abcdefghijklmnopqrstuvwxyz")
        self.textEdited.connect(self.write)
        self.rhythm = QTimer(self, interval=BETWEEN)
        self.rhythm.timeout.connect(self.type)
        self.desk.workspace.opened.connect(self.begin)
        self.desk.workspace.open()

    def begin(self):
        self.desk.session.open(self.desk.workspace.store.load(self.project_id))
        self.rhythm.start()

    def type(self):
        QTest.keyClick(self, next(self.letters))

    def write(self, text):
        session = self.desk.session
        session.do("Typing", rename_project(session.project, text), "name")
        print(f"{time.time():.3f} {text}", flush=True)


def main():
    application = QApplication([])
    typist = Typist(*sys.argv[1:])
    typist.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
