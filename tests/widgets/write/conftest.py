"""The Write screen with the cart flow, as it is seen, and a way to click on what is painted in it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from studio.model.sequence import message_ids
from widgets.write.screen import WriteScreen


@pytest.fixture
def write(desk, qtbot):
    """Return the screen at 1364 × 844, painted once."""
    screen = WriteScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1364, 844)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.entered()
    sequence = desk.session.project.sequences[desk.here.spot.sequence]
    desk.here.go(message=message_ids(sequence)[0], block="", field="subject")
    screen.view.verticalScrollBar().setValue(0)
    screen.grab()
    return screen


@pytest.fixture
def click(write, qtbot):
    """Return a function that clicks on the painted control of a name (of a row)."""

    def click(what, row=None):
        write.grab()
        control = write.shop.layer.spots.control(what, row)
        assert control is not None, what
        at = control.rect.center().toPoint()
        qtbot.mouseMove(write.view.viewport(), at)
        qtbot.mouseClick(write.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        return control

    return click


@pytest.fixture
def popup():
    """Return a function that gives the popup that is open now."""

    def popup():
        found = QApplication.activePopupWidget()
        assert found is not None
        return found

    yield popup
    while (left := QApplication.activePopupWidget()) is not None:
        left.close()


@pytest.fixture
def pick(popup, qtbot):
    """Return a function that types into the open list and picks what comes first."""

    def pick(typed):
        picker = popup()
        if picker.field.isVisible():
            qtbot.keyClicks(picker.field, typed)
        else:
            picker.keep(typed)
        qtbot.keyClick(picker.field if picker.field.isVisible() else picker.view, Qt.Key.Key_Return)

    return pick


@pytest.fixture
def point():
    """Return the corner of the screen, where popups may open."""
    return QPoint(10, 10)
