"""The palette finds every action and every message by typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from widgets.frame.commandlist import CommandList
from widgets.frame.commands import Command, found
from widgets.frame.palette import Palette
from widgets.frame.shortcuts import by_group


@pytest.fixture
def palette(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    qtbot.waitUntil(palette.isVisible)
    yield palette
    palette.close()


def typed(palette, qtbot, words):
    palette._search(words)
    return [palette._model.index(row).data(Qt.ItemDataRole.UserRole).text for row in range(palette._model.rowCount())]


def test_it_offers_actions_and_messages(palette, qtbot):
    assert typed(palette, qtbot, "prefer")[0] == "Preferences"
    assert "Forlatt handlekurv, klassikeren" in typed(palette, qtbot, "forlatt")


def test_enter_runs_what_is_marked_and_closes(palette, window, qtbot):
    palette._search("library")
    qtbot.keyClick(palette.focusWidget(), Qt.Key.Key_Return)
    assert window.screen_name == "library"
    assert not palette.isVisible()


def test_the_arrows_walk_the_list(palette, qtbot):
    field = palette.focusWidget()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert palette._list.currentIndex().row() == 1
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert palette._list.currentIndex().row() == 0


def test_what_is_not_there_is_said(palette, qtbot):
    assert typed(palette, qtbot, "qqqq") == []
    assert palette._none.isVisible()


def test_a_message_is_visited(palette, window):
    palette._search("send")
    project = window.desk.session.project
    message = project.messages[list(project.messages)[1]]
    palette._search(message.name)
    palette._run(palette._model.index(0))
    assert window.desk.here.spot.message == message.id


def test_words_that_begin_with_what_was_typed_come_first():
    commands = [Command(str(n), text, "", print) for n, text in enumerate(("Add a step", "Step back", "Footstep"))]
    assert [command.text for command in found(commands, "step")] == ["Step back", "Add a step", "Footstep"]


def test_the_list_is_a_sound_model(qtmodeltester):
    model = CommandList()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_commands((Command("a", "A", "G", print),))
    model.show_commands(())
    qtmodeltester.check(model)


def test_every_action_has_words_and_a_group(window):
    assert all(action.text() and action.property("fabel_group") for action in window.desk.actions)


def test_no_keys_are_given_twice_in_the_frame(window):
    keys = [action.shortcut().toString() for actions in by_group(window.desk.actions).values() for action in actions]
    assert len(keys) == len(set(keys))


def test_the_sheet_of_keys_opens_and_closes(window, qtbot):
    from widgets.parts.sheet import Sheet

    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.findChild(Sheet) is not None)
    sheet = window.findChild(Sheet)
    assert sheet.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_what_is_at_home_on_another_screen_is_done_there(palette, window, qtbot):
    seen, write = [], window.current
    write.name = "write"
    window.desk.actions.add("write.do", "Do it", lambda: seen.append(write.isVisible()), group="Write", home=write)
    window.show_screen("library")
    palette.popup()
    palette._search("do it")
    qtbot.keyClick(palette.focusWidget(), Qt.Key.Key_Return)
    assert seen == [True]
    assert window.screen_name == "write"


def test_the_palette_knows_screens_that_nobody_has_seen(palette, qtbot, window):
    qtbot.waitUntil(lambda: window.unbuilt() == ())
    assert {"library", "preferences"} <= set(window._screens)


def test_the_sheet_of_keys_waits_for_all_screens(window, qtbot):
    from widgets.parts.sheet import Sheet

    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.findChild(Sheet) is not None and window.findChild(Sheet).isVisible())
    assert window.unbuilt() == ()
    window.findChild(Sheet).close()
