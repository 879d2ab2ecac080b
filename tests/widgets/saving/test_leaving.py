"""A window or a project is left only when its words are safe, or when the person says so."""

from functools import partial
from threading import Event

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from studio.i18n import sentence
from tests.widgets.workspaces import FULL
from widgets.leaving import Leaving


class Closing(QWidget):
    """A window that asks before it closes, as the studio's does."""

    def __init__(self):
        super().__init__()
        self.leaving = None
        self.closed = 0

    def closeEvent(self, event: QCloseEvent):  # noqa: N802 - Qt's name
        event.accept()
        self.leaving.hold(self.close, event)
        self.closed += event.isAccepted()


@pytest.fixture
def window(writer, qtbot):
    window = Closing()
    qtbot.addWidget(window)
    window.leaving = Leaving(writer.desk, writer.autosave)
    window.show()
    return window


@pytest.fixture
def questions(writer):
    """The questions that were asked, with the function that answers each."""
    asked = []
    writer.desk.notices.asked.connect(lambda question, answer: asked.append((question, answer)))
    return asked


def test_a_window_with_everything_saved_closes_at_once(window):
    assert window.close()
    assert window.closed == 1


def test_a_window_that_closes_saves_first(window, writer, stored, qtbot):
    writer.type("b1", "Siste ord")
    window.close()
    qtbot.waitUntil(lambda: window.closed == 1)
    assert (window.isVisible(), stored("b1")) == (False, "Siste ord")


def test_closing_waits_for_a_write_without_holding_up_the_window(make_writer, stored, qtbot):
    writer, window = make_writer(inline=False), Closing()
    qtbot.addWidget(window)
    window.leaving = Leaving(writer.desk, writer.autosave)
    window.show()
    writer.type("b1", "Siste ord")
    assert not window.close()
    qtbot.waitUntil(lambda: window.closed == 1)
    assert stored("b1") == "Siste ord"


def test_a_window_whose_words_cannot_be_saved_asks(window, writer, questions):
    writer.desk.workspace.store.refusal = FULL
    writer.type("b1", "Siste ord")
    assert not window.close()
    ((question, answer),) = questions
    assert "The disk is full." in question.text
    assert "is lost" in question.text
    answer("stay")
    assert (window.closed, window.isVisible()) == (0, True)


def test_the_person_may_leave_without_saving(window, writer, questions, qtbot):
    writer.desk.workspace.store.refusal = FULL
    writer.type("b1", "Siste ord")
    window.close()
    questions[0][1]("go")
    qtbot.waitUntil(lambda: window.closed == 1)


def test_the_person_may_try_again(window, writer, questions, stored, qtbot):
    writer.desk.workspace.store.refusal = FULL
    writer.type("b1", "Siste ord")
    window.close()
    writer.desk.workspace.store.refusal = None
    questions[0][1]("again")
    qtbot.waitUntil(lambda: window.closed == 1)
    assert stored("b1") == "Siste ord"


def test_staying_is_told_to_who_wanted_to_go(writer, questions):
    told = []
    writer.desk.workspace.store.refusal = FULL
    writer.type("b1", "Siste ord")
    Leaving(writer.desk, writer.autosave).leave(partial(told.append, "go"), partial(told.append, "stay"))
    questions[0][1]("stay")
    assert told == ["stay"]


def test_words_that_are_kept_here_are_not_called_lost(make_writer, qtbot):
    writer, asked = make_writer(sheltered=True), []
    writer.desk.notices.asked.connect(lambda question, _: asked.append(question.text))
    writer.desk.workspace.store.refusal = FULL
    writer.type("b1", "Siste ord")
    writer.save(qtbot)
    qtbot.waitUntil(lambda: writer.autosave.is_sheltered)
    Leaving(writer.desk, writer.autosave).leave(print)
    assert "They are kept on this computer" in asked[0]


@pytest.fixture
def pushing(make_writer, qtbot):
    """A window during a delivery that ends when it is told to, with the questions it asks."""
    writer, window = make_writer(inline=False), Closing()
    qtbot.addWidget(window)
    window.leaving, window.asked, window.tasks = Leaving(writer.desk, writer.autosave), [], writer.desk.tasks
    window.end = Event()
    writer.desk.notices.asked.connect(lambda *asked: window.asked.append(asked))
    task = window.tasks.start(lambda _progress: window.end.wait(20), print)
    window.tasks.mind(task, sentence("A delivery to {service} is under way.", service="Klaviyo"))
    window.show()
    yield window
    window.end.set()
    qtbot.waitUntil(lambda: not window.tasks.busy())


def test_closing_asks_before_it_stops_a_delivery(pushing, qtbot):
    pushing.close()
    (question, answer) = pushing.asked[0]
    assert pushing.isVisible()
    assert question.text.startswith("A delivery to Klaviyo is under way.")
    answer("go")
    qtbot.waitUntil(lambda: pushing.closed == 1)


def test_a_delivery_may_finish_first(pushing, qtbot):
    pushing.close()
    pushing.asked[0][1]("stay")
    pushing.end.set()
    qtbot.waitUntil(lambda: not pushing.tasks.busy())
    assert pushing.isVisible()
    assert pushing.close()
