"""Chromium comes late and goes without a trace."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication

from widgets.preview.offscreen import NOISE, grab_when_still
from widgets.preview.view import Page


def test_a_view_goes_without_a_warning(qtbot, qtlog, shelf, heard):
    from widgets.preview.chromium import chromium_view

    view = chromium_view(heard.ears(), shelf)
    view.widget.show()
    view.show_page(Page("<html><body>words</body></html>"))
    qtbot.waitUntil(lambda: heard.shown == 1, timeout=15_000)
    with qtbot.waitSignal(view.widget.destroyed):
        view.widget.deleteLater()
    assert [record.message for record in qtlog.records if not record.message.startswith(NOISE)] == []
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == []


def test_a_picture_of_the_widget_shows_the_page(qtbot, chromium, heard):
    chromium.show_page(Page("<html><body style='margin:0;background:#0000ff'></body></html>"))
    qtbot.waitUntil(lambda: heard.shown == 1, timeout=15_000)
    taken = []
    grab_when_still(chromium.widget, taken.append)
    qtbot.waitUntil(lambda: bool(taken), timeout=15_000)
    assert taken[0].toImage().pixelColor(100, 100).name() == "#0000ff"


@pytest.mark.parametrize("module", ["panel", "glance", "chromium", "offscreen"])
def test_chromium_s_library_is_not_loaded_with_the_panel(module):
    code = f"import sys, widgets.preview.{module}; sys.exit('PySide6.QtWebEngineCore' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
