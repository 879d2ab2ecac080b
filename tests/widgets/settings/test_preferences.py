"""Preferences work at once, and bad ones are refused in one sentence."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from studio.delivery.accounts import Account
from studio.store.store import open_store
from widgets.notices import Tone
from widgets.parts.segments import Segments
from widgets.settings.folders import Folders
from widgets.settings.keys import Keys
from widgets.settings.place import WorkspaceChoice
from widgets.settings.screen import PreferencesScreen


@pytest.fixture
def screen(empty_desk, qtbot):
    screen = PreferencesScreen(empty_desk)
    qtbot.addWidget(screen)
    screen.resize(1364, 844)
    screen.show()
    screen.entered()
    return screen


@pytest.fixture
def notices(empty_desk):
    said = []
    empty_desk.notices.said.connect(said.append)
    return said


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("preference", "choice"), [("language", "nb"), ("theme", "dark")])
def test_a_choice_is_kept_at_once(screen, empty_desk, qtbot, preference, choice):
    (segments,) = [each for each in screen.findChildren(Segments) if each.property("preference") == preference]
    press(qtbot, segments.pill(choice))
    assert getattr(empty_desk.preferences.settings, preference) == choice


def test_a_workspace_is_tested_before_it_is_used(screen, notices, tmp_path, qtbot):
    open_store(tmp_path / "team.sqlite").close()
    screen.place.address.set_value(str(tmp_path / "team.sqlite"))
    press(qtbot, screen.place.test)
    assert [(notice.tone, "0 projects" in notice.text) for notice in notices] == [(Tone.GOOD, True)]


def test_a_workspace_that_is_not_there_yet_is_no_fault(screen, notices, qtbot):
    screen.place.address.set_value("/nowhere/at/all.sqlite")
    press(qtbot, screen.place.test)
    assert not screen.place._field.is_wrong
    assert "it is made when you use it" in notices[0].text


@pytest.mark.parametrize("address", ["postgresql://nobody@127.0.0.1:1/none", "what://ever"])
def test_a_workspace_that_does_not_answer_is_told_under_the_field(screen, address, qtbot):
    screen.place.address.set_value(address)
    press(qtbot, screen.place.test)
    assert screen.place._field.is_wrong


def test_using_a_workspace_keeps_its_address(screen, empty_desk, qtbot):
    screen.place.address.set_value(" /tmp/other.sqlite ")
    press(qtbot, screen.place.use)
    assert empty_desk.preferences.settings.workspace == "/tmp/other.sqlite"


@pytest.mark.parametrize("typed", ["team.sqlite", "~/team.sqlite"])
def test_a_path_means_the_same_wherever_the_program_is_started(screen, empty_desk, qtbot, typed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    screen.place.address.set_value(typed)
    press(qtbot, screen.place.use)
    assert empty_desk.preferences.settings.workspace == str(tmp_path / "team.sqlite")


def test_a_password_goes_to_the_keychain_and_not_to_the_preferences(screen, empty_desk, qtbot, notices):
    screen.place.address.set_value("postgresql://kari:hemmelig@db.example/fabel")
    press(qtbot, screen.place.use)
    assert empty_desk.preferences.settings.workspace == "postgresql://kari@db.example/fabel"
    kept = Account("workspace", "postgresql://kari@db.example/fabel")
    assert empty_desk.keys().find(kept).reveal() == "hemmelig"
    assert "for this run only" in notices[-1].text


def test_a_folder_is_no_workspace(screen, qtbot, tmp_path):
    screen.place.address.set_value(str(tmp_path))
    press(qtbot, screen.place.test)
    assert "is a folder" in screen.place.address.accessibleDescription()


def test_a_file_is_chosen_with_the_dialog(empty_desk, qtbot):
    choice = WorkspaceChoice(empty_desk, choose=lambda take: take("/tmp/chosen.sqlite"))
    qtbot.addWidget(choice.section)
    press(qtbot, choice.browse)
    assert choice.address.value == "/tmp/chosen.sqlite"


def test_folders_are_added_once_and_removed(empty_desk, qtbot):
    folders = Folders(empty_desk, "preset_folders", "Presets", lambda _parent, take: take("/tmp/presets"))
    qtbot.addWidget(folders)
    press(qtbot, folders.add)
    press(qtbot, folders.add)
    assert empty_desk.preferences.settings.preset_folders == ("/tmp/presets",)
    folders._remove("/tmp/presets")
    assert empty_desk.preferences.settings.preset_folders == ()


@pytest.fixture
def keys(empty_desk, qtbot):
    for name, text, own in (("a", "First", "Ctrl+1"), ("b", "Second", "Ctrl+2")):
        empty_desk.actions.add(name, text, print, group="Group", keys=own)
    empty_desk.preferences.changed.connect(lambda _before, after: empty_desk.actions.rebind(after.shortcuts))
    page = Keys(empty_desk)
    qtbot.addWidget(page)
    page.refresh()
    return page


def bound(keys, name, sequence):
    keys._fields[name].setKeySequence(QKeySequence(sequence))
    keys._fields[name].editingFinished.emit()


def test_keys_are_pressed_anew(keys, empty_desk):
    bound(keys, "a", "Ctrl+J")
    assert empty_desk.actions["a"].shortcut().toString() == "Ctrl+J"
    assert dict(empty_desk.preferences.settings.shortcuts) == {"a": "Ctrl+J"}


def test_keys_that_are_taken_are_refused_and_named(keys, empty_desk, notices):
    bound(keys, "a", "Ctrl+2")
    assert empty_desk.actions["a"].shortcut().toString() == "Ctrl+1"
    assert "Second" in notices[0].text


def test_an_action_gets_its_own_keys_back(keys, empty_desk):
    bound(keys, "a", "Ctrl+J")
    keys._reset(empty_desk.actions["a"], keys._fields["a"])
    assert empty_desk.actions["a"].shortcut().toString() == "Ctrl+1"
