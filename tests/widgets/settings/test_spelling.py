"""Which dictionaries there are is shown, and spelling is switched on and off."""

import pytest
from PySide6.QtCore import Qt

from widgets.settings.spelling import Found, SpellingChoice, find_dictionaries


class Machine:
    """Finds Norwegian in a folder of the person's, English everywhere, and no Finnish."""

    def __init__(self):
        self.asked = []

    def __call__(self, folders):
        self.asked.append(folders)
        own = f"{folders[0]}/nb_NO.aff" if folders else ""
        return (Found("nb", own), Found("en", "/usr/share/hunspell/en_GB.aff"), Found("fi", ""))


@pytest.fixture
def machine():
    return Machine()


@pytest.fixture
def spelling(empty_desk, qtbot, machine):
    empty_desk.preferences.set(spelling=True)
    spelling = SpellingChoice(empty_desk, machine, lambda _parent, take: take("/own"))
    qtbot.addWidget(spelling)
    spelling.resize(900, 400)
    spelling.show()
    spelling.entered()
    return spelling


def test_spelling_is_on_until_it_is_switched_off(spelling, empty_desk, qtbot):
    assert spelling.check.value
    qtbot.keyClick(spelling.check, Qt.Key.Key_Space)
    assert not empty_desk.preferences.settings.spelling
    empty_desk.preferences.set(spelling=True)
    assert spelling.check.value


def test_each_language_shows_its_dictionary(spelling):
    lines = spelling.dictionaries.lines
    assert {code: line.text() for code, line in lines.items()} == {"en": "/usr/share/hunspell/en_GB.aff"}


def test_languages_without_a_dictionary_are_named_once(spelling):
    assert "No dictionary here for Norsk, Suomi." in spelling.dictionaries.said.text()


def test_a_folder_is_added_and_looked_through(spelling, empty_desk, qtbot, machine):
    qtbot.mouseClick(spelling.folders.add, Qt.MouseButton.LeftButton)
    assert empty_desk.preferences.settings.dictionary_folders == ("/own",)
    assert machine.asked == [(), ("/own",)]
    assert spelling.dictionaries.lines["nb"].text() == "/own/nb_NO.aff"


def test_another_preference_is_no_reason_to_look_again(spelling, empty_desk, machine):
    empty_desk.preferences.set(theme="dark")
    assert len(machine.asked) == 1


def test_a_dictionary_of_the_person_s_own_is_found(tmp_path, monkeypatch):
    monkeypatch.setenv("FABEL_DICTIONARIES", str(tmp_path / "none"))
    (tmp_path / "nb_NO.aff").write_text("SET UTF-8\n")
    (tmp_path / "nb_NO.dic").write_text("1\nhei\n")
    found = {each.language: each.path for each in find_dictionaries((str(tmp_path),))}
    assert found["nb"] == str(tmp_path / "nb_NO.aff")
    assert {path for code, path in found.items() if code != "nb"} == {""}
