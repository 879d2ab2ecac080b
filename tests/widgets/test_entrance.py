"""A machine without a display is told so in one sentence, and what to do instead."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QtMsgType

from widgets.entrance import display_missing, lacks_display


@pytest.mark.parametrize(
    ("platform", "environment", "missing"),
    [
        ("linux", {}, True),
        ("linux", {"DISPLAY": ":0"}, False),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, False),
        ("linux", {"QT_QPA_PLATFORM": "xcb"}, True),
        ("darwin", {}, False),
        ("win32", {}, False),
    ],
)
def test_only_linux_without_a_screen_lacks_a_display(platform, environment, missing):
    assert display_missing(platform, environment) is missing


def started(root, tmp_path, **environment):
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    environment = {**kept, "FABEL_HOME": str(tmp_path), "FABEL_LANGUAGE": "en", **environment}
    command = [sys.executable, str(root / "main.py")]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux runs without a display")
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "nowhere-1"}])
def test_without_a_display_there_is_one_sentence_and_the_command_line_way(root, tmp_path, environment):
    ended = started(root, tmp_path, **environment)
    assert ended.returncode == 1
    assert ended.stderr.endswith(
        "fabel: Fabel finds no display to open its window on. "
        "The same work goes by command line: fabel --help lists it.\n"
    )
    assert "Qt" not in ended.stderr


@pytest.mark.parametrize(
    ("kind", "last", "told"),
    [
        (QtMsgType.QtFatalMsg, "no Qt platform plugin could be initialized.", True),
        (QtMsgType.QtFatalMsg, "Failed to initialize graphics backend", False),
        (QtMsgType.QtWarningMsg, "Could not load the Qt platform plugin", False),
    ],
)
def test_only_a_missing_display_is_told_as_one(kind, last, told):
    assert lacks_display(kind, last) is told
