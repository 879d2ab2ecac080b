"""People at one workspace: each with a session, an autosave and tasks of their own, as two windows have them."""

from dataclasses import dataclass

from studio.errors import StudioError
from tests.studio.store.shop import said, words
from widgets.autosave import Autosave
from widgets.desk import Desk
from widgets.savestate import Stage


@dataclass
class Writer:
    """Somebody with a window of their own."""

    desk: Desk
    autosave: Autosave

    def open(self, project):
        self.desk.session.open(self.desk.workspace.store.load(project.id))

    def type(self, block, text, language="nb"):
        session = self.desk.session
        session.do("Typing", said(session.project, block, text, language), (block, language))

    def reads(self, block, language="nb"):
        return words(self.desk.session.project, block, language)

    def save(self, qtbot):
        """Have everything written, however long the pauses would be."""
        answers = []
        self.autosave.flush(answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def look(self, qtbot, is_so):
        """Look for what colleagues wrote until it is so."""

        def looked():
            self.autosave.look()
            return is_so()

        qtbot.waitUntil(looked)

    @property
    def stage(self):
        return self.autosave.state.stage


class Away:
    """A store that refuses to be written while `refusal` is set, and can be made to wait; the rest is the real one."""

    def __init__(self, store):
        self.store = store
        self.refusal = None
        self.writes = 0

    def write(self, change, project):
        self.writes += 1
        if self.refusal:
            raise self.refusal
        return self.store.write(change, project)

    def __getattr__(self, name):
        return getattr(self.store, name)


FULL = StudioError("The disk is full.")
SAVED, SAVING, UNSAVED = Stage.SAVED, Stage.SAVING, Stage.UNSAVED
