"""Work off the GUI thread: results come back there, stale ones never, and nothing is left behind."""

import gc
import threading
import weakref
from functools import partial

import pytest
from PySide6.QtCore import QObject
from shiboken6 import isValid

from studio.errors import StudioError
from studio.i18n import sentence
from studio.tasks import Cancelled, stop_if_cancelled
from widgets.tasks import Broken, Task, Tasks


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    assert tasks.close()


@pytest.fixture
def gate():
    """Something that work can wait for."""
    gate = threading.Event()
    yield gate
    gate.set()


def wait(gate, result=None):
    def work(progress):
        assert gate.wait(10)
        stop_if_cancelled(progress)
        return result

    return work


def raising(failure):
    def work(_progress):
        raise failure

    return work


def test_work_is_done_elsewhere_and_its_result_heard_here(tasks, qtbot):
    heard = []
    tasks.start(lambda _: threading.get_ident(), lambda thread: heard.append((thread, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0][0] != threading.get_ident() == heard[0][1]


def test_progress_is_heard_here_too(tasks, qtbot):
    heard, ended = [], []
    tasks.start(
        lambda progress: progress.said(sentence("Half"), 1, 2),
        ended.append,
        progressed=lambda *said: heard.append((threading.get_ident(), *map(str, said))),
    )
    qtbot.waitUntil(lambda: bool(ended))
    assert heard == [(threading.get_ident(), "Half", "1", "2")]


def test_a_newer_task_makes_the_result_of_an_older_one_stale(tasks, gate, qtbot):
    heard = []
    tasks.start(wait(gate, "old"), heard.append, key="preview")
    tasks.start(lambda _: "new", heard.append, key="preview")
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy())
    assert heard == ["new"]


def test_tasks_without_a_key_are_all_heard(tasks, qtbot):
    heard = []
    for number in range(20):
        tasks.start(lambda _, number=number: number, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 20)
    assert sorted(heard) == list(range(20))


def test_work_that_is_called_off_ends_with_cancelled(tasks, gate, qtbot):
    heard = []
    task = tasks.start(wait(gate), heard.append, heard.append)
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], Cancelled)


def test_work_called_off_before_it_began_is_not_done():
    done, ends = [], []
    task = Task("", lambda *_: None)
    task.cancel()
    task.do(done.append, lambda _task, *end: ends.append(end))
    assert (done, [type(failure) for _, failure in ends]) == ([], [Cancelled])


def test_a_refusal_that_nobody_waits_for_is_told(tasks, qtbot):
    with qtbot.waitSignal(tasks.failed) as told:
        tasks.start(raising(StudioError("No.")), print)
    assert str(told.args[0]) == "No."


def test_a_bug_reaches_the_crash_hook_and_whoever_waits(tasks, qtbot):
    heard = []
    with qtbot.waitSignal(tasks.crashed) as told:
        tasks.start(raising(KeyError("b1")), print, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(told.args[0], KeyError)
    assert isinstance(heard[0], Broken)


def test_a_bug_in_stale_work_is_told_all_the_same(tasks, gate, qtbot):
    def work(_progress):
        gate.wait(10)
        raise KeyError

    with qtbot.waitSignal(tasks.crashed):
        tasks.start(work, print, key="preview")
        tasks.start(lambda _: None, lambda _: None, key="preview")
        gate.set()


def test_urgent_work_does_not_queue_behind_other_work(tasks, gate, qtbot):
    heard = []
    for _ in range(50):
        tasks.start(wait(gate), lambda _: None)
    tasks.start(lambda _: "saved", heard.append, urgent=True)
    qtbot.waitUntil(lambda: heard == ["saved"])
    gate.set()


def test_closing_leaves_no_thread_and_hears_nothing_more(qapp, gate, qtbot):
    tasks, heard, before = Tasks(), [], threading.active_count()
    task = tasks.start(wait(gate), heard.append, heard.append)
    gate.set()
    assert tasks.close()
    qtbot.wait(0)
    assert (task.cancelled(), heard, threading.active_count()) == (True, [], before)


def test_nothing_starts_after_closing(qapp, qtbot):
    tasks, done = Tasks(), []
    tasks.close()
    tasks.start(done.append, done.append)
    assert (done, tasks.busy()) == ([], False)


def test_five_thousand_tasks_leave_nothing_behind(tasks, qtbot):
    heard = []
    started = [
        weakref.ref(tasks.start(lambda progress: progress.said(sentence("Working"), 1, 2), heard.append))
        for _ in range(5000)
    ]
    qtbot.waitUntil(lambda: len(heard) == 5000)
    assert tasks.close()
    gc.collect()
    assert [task for task in started if task() is not None] == []
    assert len(tasks.children()) == 2


def test_a_widget_that_is_gone_is_told_nothing(tasks, gate, qtbot):
    class Sheet(QObject):
        def hear(self, *_):
            self.setObjectName("heard")

    sheet = Sheet()
    tasks.start(wait(gate), partial(sheet.hear, 1), sheet.hear, progressed=sheet.hear)
    sheet.deleteLater()
    qtbot.waitUntil(lambda: not isValid(sheet))
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy())


def test_inline_tasks_are_done_on_return(qapp):
    tasks, heard = Tasks(inline=True), []
    tasks.start(lambda _: "done", heard.append)
    assert (heard, tasks.busy()) == (["done"], False)
