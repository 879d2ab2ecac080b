"""The frame leads from screen to screen and says where we are."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from studio.edits.brand import rename_project
from studio.edits.texts import preheader, write
from widgets.notices import Tone


def items(window):
    return {button.text(): button for button in window.rail.findChildren(QAbstractButton)}


def dots(window):
    return {segment.id: segment.dot for segment in window.languages._shown}


def test_a_screen_is_built_once_and_entered_each_time(window):
    first = window.current
    window.show_screen("library")
    window.show_screen("write")
    assert window.current is first
    assert first.entered_times == 2


def test_the_rail_leads_to_a_screen_and_marks_it(window, qtbot):
    qtbot.mouseClick(items(window)["Library"], Qt.MouseButton.LeftButton)
    assert window.screen_name == "library"
    assert [name for name, item in items(window).items() if item.isChecked()] == ["Library"]


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_1, "library"), (Qt.Key.Key_3, "preferences")])
def test_ctrl_and_a_number_lead_to_a_screen(window, qtbot, key, name):
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.screen_name == name


def test_without_a_project_the_library_is_shown_and_the_rest_waits(window):
    window.desk.session.open(None)
    assert window.screen_name == "library"
    assert not items(window)["Write"].isEnabled()
    assert items(window)["Preferences"].isEnabled()


def test_the_bar_tells_project_and_sequence(window):
    assert window.bar.crumbs.accessibleName() == "Fjellvik Sko / Write"
    assert window.windowTitle().startswith("Forlatt handlekurv")
    assert window.bar.primary.text() == "Deliver …"


def test_undo_and_redo_are_offered_when_there_is_something(window, qtbot):
    desk = window.desk
    assert not desk.actions["edit.undo"].isEnabled()
    desk.session.do("Rename", rename_project(desk.session.project, "Fjellsko"))
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.project.name == "Fjellvik Sko"
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.project.name == "Fjellsko"


def test_undo_and_redo_say_which_step_they_mean(window):
    desk = window.desk
    desk.session.do("Rename", rename_project(desk.session.project, "Fjellsko"))
    assert desk.actions["edit.undo"].toolTip() == "Undo: Rename (Ctrl+Z)"
    desk.session.stack.undo()
    assert desk.actions["edit.undo"].toolTip() == "Undo (Ctrl+Z)"
    desk.actions.rebind({"edit.redo": "F9"})
    assert desk.actions["edit.redo"].toolTip() == "Redo: Rename (F9)"


def test_language_tabs_move_the_spot_and_follow_it(window, qtbot):
    pill = window.languages.widget.pill("sv")
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert window.desk.here.spot.language == "sv"
    qtbot.keyClick(window, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.here.spot.language == window.languages.widget.current == "nl"


def test_a_missing_text_turns_a_language_s_dot(window, qtbot):
    session = window.desk.session
    variant = next(iter(session.project.variants))
    session.do("Clear", write(session.project, preheader(variant), "sv", ""))
    qtbot.waitUntil(lambda: dots(window)["sv"] == "warn")
    assert dots(window)["nb"] == "good"


def test_a_notice_floats_over_the_ground_that_a_screen_names(window, qtbot):
    window.desk.notices.say("The message went to the trash.")
    line, plain = window._notices, window.current
    assert line.geometry().center().x() == pytest.approx(plain.mapTo(window, plain.rect().center()).x(), abs=1)
    aside = QWidget(plain)
    aside.setGeometry(20, 30, 300, 400)
    aside.show()
    plain.ground = lambda: aside
    window.show_screen("write")
    room = QRect(aside.mapTo(window, QPoint()), aside.size())
    assert room.contains(line.geometry())
    aside.move(200, 30)
    qtbot.waitUntil(lambda: line.x() > room.right() - 200)


def test_a_notice_is_shown_and_can_be_acted_on(window, qtbot):
    done = []
    window.desk.notices.say("The message went to the trash.", Tone.PLAIN, "Undo", lambda: done.append(1))
    assert window.notice == "The message went to the trash."
    (offer,) = [b for b in window._notices.findChildren(QAbstractButton) if b.text() == "Undo"]
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert (done, window.notice) == ([1], "")


def test_the_window_remembers_its_size(window, desk):
    window.resize(1200, 800)
    window.close()
    assert desk.preferences.settings.window
    window.restore(desk.preferences.settings.window)
    assert window.width() >= 1100


def test_the_window_never_gets_too_small(window):
    assert (window.minimumWidth(), window.minimumHeight()) == (1100, 720)


def test_the_tabs_say_in_words_what_the_dots_say_in_colours(window):
    assert window.languages.widget.pill("nb").accessibleName() == "nb: complete"
