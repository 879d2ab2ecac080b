"""The shell is painted before anything heavy is loaded; each start here is a process of its own."""

import json
import os
import subprocess
import sys

import pytest

HEAVY = (
    *("PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtNetwork", "PySide6.QtPdf"),
    *("sqlmodel", "sqlalchemy", "pydantic", "psycopg"),
    *("babel", "lxml", "requests", "keyring", "docx", "jinja2", "mjml", "importlib.metadata"),
)
"""What a writer does not wait for; the workspace, the preview and deliveries bring it when they are first used."""
START = """
import json, os, sys
import main
from widgets.window import StudioWindow

def paint(window, event):
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

StudioWindow.paintEvent = paint
main.main()
"""


@pytest.fixture(scope="module")
def loaded(root, tmp_path_factory):
    """Return the names of the modules that are loaded when the shell is painted for the first time."""
    world = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "FABEL_HOME": str(tmp_path_factory.mktemp("home"))}
    done = subprocess.run(
        [sys.executable, "-c", START], cwd=root, env=world, capture_output=True, text=True, timeout=60, check=True
    )
    return set(json.loads(done.stdout))


def test_the_window_was_there_when_it_was_looked(loaded):
    assert {"widgets.program", "widgets.window", "PySide6.QtWidgets"} <= loaded


@pytest.mark.parametrize("module", HEAVY)
def test_the_first_paint_does_not_wait_for(module, loaded):
    assert module not in loaded


def test_no_screen_is_loaded_before_the_first_paint(loaded):
    rooms = (
        "library",
        "gallery",
        "flow",
        "write",
        "preview",
        "check",
        "deliver",
        "brand",
        "personas",
        "accounts",
        "settings",
    )
    assert [name for name in loaded if name.startswith(tuple(f"widgets.{room}" for room in rooms))] == []
