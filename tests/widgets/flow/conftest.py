"""The Flow screen over a flow with a split, an experiment, a note and a stop."""

import pytest
from PySide6.QtCore import Qt

from studio.edits import messages, steps
from studio.edits.tree import Spot, nodes_of
from studio.i18n import NullTranslator
from studio.model.conditions import Condition, Fact, Operator
from studio.model.steps import Arm, Experiment, Note, Path, Split, Stop, Wait
from studio.model.trade import Channel
from studio.settings import Settings
from widgets.actions import Actions
from widgets.desk import Desk
from widgets.flow.screen import FlowScreen
from widgets.here import Here
from widgets.notices import Notices
from widgets.preferences import Preferences
from widgets.session import Session
from widgets.spelling import Spelling
from widgets.tasks import Tasks

KEYS = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
LOYAL = Condition(Fact.ORDERS, Operator.AT_LEAST, 3)


def branched(project):
    """The classic cart flow with a split (loyal: gift, w / rest), an experiment, a note and a stop after it."""
    flow = project.sequence_order[0]
    split = Split("split", "Loyal?", (Arm("loyal", "Loyal", (LOYAL,), (Wait("w", 120),)), Arm("rest", "Rest")))
    draw = Experiment("draw", "Tone", (Path("a", "A", 3.0, (Note("n2", "Try"),)), Path("b", "B")))
    for step in (split, draw, Note("note", "Ask Kari"), Stop("stop")):
        project = steps.add_step(project, flow, step)
    return messages.blank_message(project, flow, Channel.SMS, "Gift", Spot("loyal", "w"))


class Studio:
    """The screen, and short ways to ask and to press."""

    def __init__(self, qtbot, desk):
        self.bot, self.desk = qtbot, desk
        self.screen = FlowScreen(desk)
        qtbot.addWidget(self.screen)
        self.screen.resize(1200, 900)
        self.screen.show()
        qtbot.waitExposed(self.screen)
        self.screen.activateWindow()
        self.view, self.model = self.screen.view, self.screen.model
        self.said = []
        desk.notices.said.connect(self.said.append)

    @property
    def sequence(self):
        return self.desk.session.project.sequences[self.desk.here.spot.sequence]

    def ids(self):
        return [node.id for node in nodes_of(self.sequence.steps)]

    def node(self, id_):
        return next((node for node in nodes_of(self.sequence.steps) if node.id == id_), None)

    def shown(self, parent=""):
        """The ids that the model shows in a row, in order."""
        index = self.model.index_of(parent)
        return [self.model.id_at(self.model.index(row, 0, index)) for row in range(self.model.rowCount(index))]

    def at(self, id_):
        self.view.pick(id_)
        self.view.setFocus()
        return self

    def press(self, key, *modifiers):
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        self.bot.keyClick(self.view, key, held)

    def undo(self):
        self.desk.session.stack.undo()

    @property
    def label(self):
        return self.desk.session.stack.undoText()


def light_desk(look, project):
    """A desk without a workspace, which this screen never asks; quicker to make."""
    here, words = Here(), NullTranslator()
    preferences = Preferences(Settings(language="en", theme="light", spelling=False))
    desk = Desk(
        words=words,
        look=look,
        here=here,
        session=Session(here),
        tasks=Tasks(inline=True),
        notices=Notices(words),
        actions=Actions(look, {}),
        workspace=None,
        preferences=preferences,
        spelling=Spelling(preferences),
        keys=dict,
    )
    if project is not None:
        desk.session.open(project)
        here.go(sequence=project.sequence_order[0], language="nb")
    return desk


@pytest.fixture(scope="session")
def branched_project(cart_project):
    """The branched flow."""
    return branched(cart_project[0])


@pytest.fixture
def studio(qtbot, look, branched_project):
    """The screen over the branched flow; the history is empty."""
    return Studio(qtbot, light_desk(look, branched_project))
