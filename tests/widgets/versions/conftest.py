"""A window for sheets to stand over."""

import pytest
from PySide6.QtWidgets import QWidget


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window
