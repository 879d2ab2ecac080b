"""Every alarm of the window's tests rings when it should, and rings for nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.widgets.quality import KNOWN, is_watched, unexpected

SAMPLES = """
import threading

import pytest
from PySide6.QtCore import QObject, Qt, QThread, QTimer, qWarning
from PySide6.QtWidgets import QWidget

from widgets.tasks import Tasks

kept = []
ended = threading.Event()


@pytest.fixture
def loud():
    yield
    qWarning("said while taken down")


def test_warning(qapp):
    qWarning("something is odd")


def test_warning_at_the_end(qapp, loud):
    pass


def test_window(qapp):
    kept.append(QWidget())
    kept[-1].show()


def test_thread(request):
    threading.Thread(target=ended.wait).start()
    request.session.config.add_cleanup(ended.set)


def test_qt_thread(qapp, request):
    kept.append(QThread())
    kept[-1].start()
    request.session.config.add_cleanup(lambda: (kept[3].quit(), kept[3].wait()))


def test_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(60_000)


def test_task(qapp, request):
    kept.append(Tasks())
    kept[-1].start(lambda progress: ended.wait(), print)


def test_virtual_method(qtbot):
    class Broken(QWidget):
        def paintEvent(self, event):
            raise ValueError("painting fails")

    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    widget.grab()


def test_calm(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    timer = QTimer(widget)
    timer.start(60_000)


@pytest.mark.qt_log_ignore("on purpose")
def test_on_purpose(qapp):
    qWarning("on purpose")


def test_known(qapp):
    qWarning("This plugin does not support raise()")
"""
RINGING = {
    "test_warning": "Qt warns: something is odd",
    "test_warning_at_the_end": "Qt warns: said while taken down",
    "test_window": "A window stays open: QWidget",
    "test_thread": "A thread runs on: Thread-1",
    "test_qt_thread": "QThread is at work still",
    "test_timer": "QTimer is at work still",
    "test_task": "Tasks is at work still",
    "test_virtual_method": "painting fails",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Return what pytest says of the samples, one text for each test."""
    home = tmp_path_factory.mktemp("alarms")
    file = home / "tests" / "widgets" / "test_samples.py"
    file.parent.mkdir(parents=True)
    file.write_text(SAMPLES)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.widgets.quality",
        "-p",
        "no:cacheprovider",
        "-rA",
        str(file),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [*command, f"--rootdir={home}"],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return ran.stdout


def summary(told, name):
    """Return the lines of the short summary on one test."""
    return [line.split()[0] for line in told.splitlines() if line.endswith(f"::{name}") or f"::{name} - " in line]


@pytest.mark.parametrize("name", RINGING)
def test_an_alarm_rings(told, name):
    assert {"FAILED", "ERROR"} & set(summary(told, name)), told
    assert RINGING[name] in told


@pytest.mark.parametrize("name", ["test_calm", "test_on_purpose", "test_known"])
def test_no_alarm_rings_for_nothing(told, name):
    assert summary(told, name) == ["PASSED"], told


def test_only_the_window_s_tests_are_watched():
    root = Path("/fabel")
    assert is_watched(root / "tests/widgets/write/test_screen.py", root)
    assert is_watched(root / "tests/journeys/window/test_main_job.py", root)
    assert not is_watched(root / "tests/journeys/test_push.py", root)


def test_what_is_known_has_a_reason():
    assert all(len(reason) > 20 for reason in KNOWN.values())
    assert unexpected([f"{beginning}!" for beginning in KNOWN]) == []
