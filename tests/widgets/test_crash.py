"""Whatever is a bug is written down without a word of copy, is told calmly, and the program goes on."""

import subprocess
import sys
import threading
from datetime import datetime

import pytest
from PySide6.QtCore import QObject, Qt, QtMsgType, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.reports import write_report
from studio.running import begin
from widgets.crash import CrashHook, keep_in
from widgets.crashes import CrashTelling
from widgets.recovery import Recovery
from widgets.trail import Trail


@pytest.fixture
def trail(empty_desk):
    trail = Trail()
    trail.follow(empty_desk.actions)
    return trail


@pytest.fixture
def hook(tmp_path, trail):
    hook = CrashHook(keep_in(tmp_path / "reports"), lambda: trail.steps, "1.0")
    yield hook
    hook.uninstall()


@pytest.fixture
def window(empty_desk, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def telling(hook, empty_desk, window):
    return CrashTelling(hook, empty_desk, lambda: window)


@pytest.fixture
def crashes(hook):
    told = []
    hook.crashed.connect(told.append)
    return told


def fail(key="kari@example.com"):
    try:
        {}[key]
    except KeyError as error:
        return error


def test_a_bug_in_a_slot_is_written_down_and_the_program_goes_on(hook, crashes, tmp_path):
    hook.install()
    sys.excepthook(KeyError, fail(), None)
    (crash,) = crashes
    assert crash.file.parent == tmp_path / "reports"
    assert crash.file.read_text("utf-8") == crash.text
    assert "kari@example.com" not in crash.text


def test_a_bug_in_a_slot_that_qt_calls_reaches_the_hook(hook, crashes, qtbot):
    class Source(QObject):
        fired = Signal()

        def fail(self):
            {}["b1"]

    source = Source()
    source.fired.connect(source.fail, Qt.ConnectionType.QueuedConnection)
    with qtbot.captureExceptions() as caught:
        source.fired.emit()
        qtbot.waitUntil(lambda: bool(caught))
    hook._from_python(*caught[0])
    assert len(crashes) == 1


def test_a_bug_in_a_thread_is_told_on_the_gui_thread(hook, qtbot):
    heard = []
    hook.crashed.connect(lambda crash: heard.append(threading.get_ident()))
    hook.install()
    thread = threading.Thread(target=lambda: {}["b1"])
    thread.start()
    qtbot.waitUntil(lambda: bool(heard))
    thread.join()
    assert heard == [threading.get_ident()]


def test_the_same_bug_again_is_told_once(hook, crashes, tmp_path):
    for _ in range(3):
        hook.hear(fail())
    assert (len(crashes), len(list((tmp_path / "reports").iterdir()))) == (1, 1)


def test_a_refusal_that_nobody_caught_is_a_sentence_and_no_crash(hook, crashes, telling, empty_desk):
    said = []
    empty_desk.notices.said.connect(said.append)
    hook.hear(StudioError("Open a project first."))
    assert (crashes, [notice.text for notice in said]) == ([], ["Open a project first."])


def test_the_report_tells_the_last_actions_by_id(hook, crashes, empty_desk):
    action = empty_desk.actions.add("write.bold", "Fet", lambda: None, group="Skriv")
    action.trigger()
    hook.hear(fail())
    assert "write.bold" in crashes[0].text
    assert "Fet" not in crashes[0].text


def test_a_report_that_cannot_be_written_can_still_be_copied(hook, crashes, tmp_path):
    (tmp_path / "reports").write_text("no folder")
    hook.hear(fail())
    assert crashes[0].file is None
    assert "could not be written" in str(crashes[0].refusal)


def test_the_sheet_shows_the_report_and_copies_it(telling, hook, crashes, qtbot):
    hook.hear(fail())
    sheet = telling.sheet
    qtbot.mouseClick(sheet.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == crashes[0].text == sheet.report.value
    qtbot.mouseClick(sheet.go_on, Qt.MouseButton.LeftButton)
    assert telling.sheet is None


def test_faults_while_a_sheet_is_open_are_counted_and_told_in_a_line(telling, hook, empty_desk, qtbot):
    said = []
    empty_desk.notices.said.connect(said.append)
    hook.hear(fail())
    hook.hear(ValueError("another"))
    qtbot.keyClick(telling.sheet, Qt.Key.Key_Escape)
    assert ["More errors followed" in notice.text for notice in said] == [True]


def test_a_bug_in_a_task_is_told(telling, empty_desk, crashes):
    empty_desk.tasks.start(lambda _: {}["b1"], print)
    assert len(crashes) == 1
    telling.sheet.close()


def test_a_fatal_word_of_qt_is_written_down_before_the_end(hook, tmp_path, monkeypatch):
    hook._before = lambda *_: None
    hook._from_qt(QtMsgType.QtFatalMsg, None, "the end")
    hook._before = None
    (file,) = (tmp_path / "reports").iterdir()
    assert "Qt: the end" in file.read_text("utf-8")


CRASHING = """
import ctypes, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from studio.running import begin
from widgets.crash import CrashHook, keep_in
home = Path(sys.argv[1])
application = QCoreApplication([])
running = begin(home / "running")
hook = CrashHook(keep_in(home / "reports"), tuple, "1.0")
hook.install(running.fault)
ctypes.string_at(0)
"""


def recovered(desk, window, home):
    said = []
    desk.notices.said.connect(said.append)
    recovery = Recovery(desk, lambda: window, "1.0")
    recovery.look(home / "running", home / "reports")
    return recovery, said


def test_a_fault_of_the_machine_is_told_at_the_next_start_with_a_report(empty_desk, window, tmp_path):
    ended = subprocess.run([sys.executable, "-c", CRASHING, str(tmp_path)], capture_output=True, check=False)
    assert ended.returncode != 0
    recovery, said = recovered(empty_desk, window, tmp_path)
    assert "did not close properly" in said[0].text
    said[0].act()
    assert "Segmentation fault" in recovery.sheet.report.value
    recovery.sheet.close()


def test_a_run_that_was_killed_is_told_without_a_report(empty_desk, window, tmp_path):
    running = begin(tmp_path / "running")
    running._lock._file.close()
    _, said = recovered(empty_desk, window, tmp_path)
    assert [(("at most the last second" in notice.text), notice.offer) for notice in said] == [(True, "")]


def test_a_report_of_the_last_run_is_offered(empty_desk, window, tmp_path):
    running = begin(tmp_path / "running")
    write_report(tmp_path / "reports", "what happened", datetime.now().astimezone())
    running._lock._file.close()
    _, said = recovered(empty_desk, window, tmp_path)
    assert said[0].offer == "Show report"


def test_a_run_that_ended_well_is_not_mentioned(empty_desk, window, tmp_path):
    begin(tmp_path / "running").end_well()
    _, said = recovered(empty_desk, window, tmp_path)
    assert said == []
