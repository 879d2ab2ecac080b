import pytest

from studio.delivery.by_hand import tasks, tick
from studio.exporters.base import Sheet, SheetStep
from studio.i18n import sentence
from studio.model.journal import Flow
from tests.studio.delivery.memory import MemoryJournal

FLOW = Flow("klaviyo:", "p1", "cart", "nb")


def sheet(*copied):
    steps = tuple(SheetStep("add", sentence("Add it"), copies=((sentence("Text"), text),)) for text in copied)
    return Sheet(sentence("At Klaviyo"), sentence("By hand"), steps)


@pytest.fixture
def journal():
    return MemoryJournal()


def done(journal, *copied):
    return [task.done for task in tasks(sheet(*copied), journal, FLOW)]


def test_a_tick_is_remembered_for_its_own_step(journal):
    tick(journal, FLOW, tasks(sheet("Hei", "Hallo"), journal, FLOW)[1], done=True)
    assert done(journal, "Hei", "Hallo") == [False, True]


def test_a_tick_can_be_taken_away(journal):
    (task,) = tasks(sheet("Hei"), journal, FLOW)
    tick(journal, FLOW, task, done=True)
    tick(journal, FLOW, task, done=False)
    assert done(journal, "Hei") == [False]


def test_a_step_with_other_words_is_open_again_and_says_so(journal):
    tick(journal, FLOW, tasks(sheet("Hei"), journal, FLOW)[0], done=True)
    (task,) = tasks(sheet("Hei du"), journal, FLOW)
    assert (task.done, task.changed) == (False, True)
