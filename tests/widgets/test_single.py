"""One program per data folder: a second start hands over and ends."""

import json
import subprocess
import sys
import threading

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QWidget

from studio.running import take
from widgets.single import LONGEST, FirstWindow, hand_over, listen, name_for

SECOND = """
import sys
from PySide6.QtCore import QCoreApplication
from widgets.single import hand_over
application = QCoreApplication([])
sys.exit(0 if hand_over(sys.argv[1], sys.argv[2:]) else 3)
"""


@pytest.fixture
def name(tmp_path, qapp):
    return name_for(tmp_path)


@pytest.fixture
def first(name, tmp_path):
    first = FirstWindow(name, take(tmp_path / "first.lock"))
    assert first.is_listening
    yield first
    first.close()


def second_start(name, *files):
    """Start a second program; its end is told from a thread, so that the first one's loop goes on."""
    codes = []
    command = [sys.executable, "-c", SECOND, name, *files]
    thread = threading.Thread(target=lambda: codes.append(subprocess.run(command, check=False).returncode))
    thread.start()
    return thread, codes


def test_a_second_start_hands_its_files_to_the_first_and_ends(first, name, qtbot):
    with qtbot.waitSignal(first.files_handed, timeout=20_000) as handed:
        thread, codes = second_start(name, "/tmp/Høst.fabel", "/tmp/b.fabel")
    thread.join()
    assert (handed.args[0], codes) == (("/tmp/Høst.fabel", "/tmp/b.fabel"), [0])


def test_the_first_raises_its_window_and_opens_the_files(first, qtbot):
    window, opened = QWidget(), []
    qtbot.addWidget(window)
    window.showMinimized()
    listen(first, window, opened.append)
    first.files_handed.emit(("/tmp/a.fabel",))
    first.files_handed.emit(())
    assert (window.isMinimized(), window.isVisible(), opened) == (False, True, [("/tmp/a.fabel",)])


def test_without_a_first_program_nothing_is_handed_over(name):
    assert not hand_over(name, ["/tmp/a.fabel"], patience=0)


def test_what_a_killed_program_left_does_not_stand_in_the_way(name, tmp_path, qtbot):
    killed = f"""
import os, signal
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalServer
application = QCoreApplication([])
server = QLocalServer()
assert server.listen({name!r})
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", killed], check=False)
    first = FirstWindow(name, take(tmp_path / "first.lock"))
    with qtbot.waitSignal(first.files_handed, timeout=20_000):
        thread, codes = second_start(name)
    thread.join()
    assert codes == [0]
    first.close()


def test_the_name_is_the_folder_s_own(tmp_path):
    assert name_for(tmp_path) == name_for(tmp_path) != name_for(tmp_path / "other")


@pytest.mark.parametrize("message", [b"hello\n", b"[]\n", b'{"schema": 1, "open": [1]}\n', b"x" * (LONGEST + 1)])
def test_what_no_fabel_sent_is_not_heard(first, name, message, qtbot):
    handed = []
    first.files_handed.connect(handed.append)
    socket = QLocalSocket()
    socket.connectToServer(name)
    assert socket.waitForConnected()
    socket.write(message)
    socket.write(json.dumps({"schema": 2, "open": []}).encode() + b"\n")
    socket.flush()
    thread, _ = second_start(name, "/tmp/a.fabel")
    qtbot.waitUntil(lambda: bool(handed), timeout=20_000)
    thread.join()
    socket.abort()
    assert handed == [("/tmp/a.fabel",)]


def test_a_first_program_that_ended_lets_another_be_first(name, tmp_path):
    first = FirstWindow(name, take(tmp_path / "first.lock"))
    assert take(tmp_path / "first.lock") is None
    first.close()
    second = FirstWindow(name, take(tmp_path / "first.lock"))
    assert second.is_listening
    second.close()
