"""What a person types is the brand at once, and what others do shows in the fields."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studio.edits.brand import apply_brand
from studio.model.trade import MailTheme
from widgets.brand.bonds import languages_of


def line(screen, path):
    part = screen.identity if path in screen.identity.frames else screen.mailing
    return part.frames[path]


def rewrite(qtbot, field, words):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)


@pytest.mark.parametrize("path", ["name", "url", "sender.name", "sender.email", "sender.reply_to"])
def test_a_keystroke_is_the_brand_at_once(screen, qtbot, brand, path):
    rewrite(qtbot, line(screen, path).field, "a")
    held = brand()
    for name in path.split("."):
        held = getattr(held, name)
    assert held == "a"


def test_a_run_of_typing_is_one_step_and_undo_shows_what_was(screen, qtbot, desk, brand):
    field = line(screen, "name").field
    rewrite(qtbot, field, "Nordlys")
    assert desk.session.stack.count() == 1
    desk.session.stack.undo()
    assert (brand().name, field.value) == ("Fjellvik Sko", "Fjellvik Sko")


def test_two_fields_are_two_steps(screen, qtbot, desk):
    rewrite(qtbot, line(screen, "name").field, "N")
    rewrite(qtbot, line(screen, "sender.name").field, "S")
    assert desk.session.stack.count() == 2


def test_a_colleague_s_work_shows_without_moving_the_caret(screen, desk):
    field = line(screen, "name").field
    field.setFocus()
    field.setCursorPosition(4)
    project = desk.session.project
    desk.session.receive(apply_brand(project, replace(project.brand, name="Fjellvik & co")))
    assert (field.value, field.cursorPosition()) == ("Fjellvik & co", 4)


def test_a_web_address_gets_its_scheme_when_the_person_leaves(screen, qtbot, brand):
    field = line(screen, "url").field
    rewrite(qtbot, field, "nordlys.no")
    assert brand().url == "nordlys.no"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (brand().url, field.value) == ("https://nordlys.no", "https://nordlys.no")


@pytest.mark.parametrize(
    ("path", "words"), [("sender.email", "solveig"), ("url", "no way"), ("sender.reply_to", "a@b")]
)
def test_an_address_that_is_none_is_told_under_its_field_and_kept(screen, qtbot, path, words):
    frame = line(screen, path)
    rewrite(qtbot, frame.field, words)
    assert not frame.is_wrong
    qtbot.keyClick(frame.field, Qt.Key.Key_Return)
    assert frame.is_wrong
    rewrite(qtbot, frame.field, "a@nordlys.no")
    qtbot.keyClick(frame.field, Qt.Key.Key_Return)
    assert not frame.is_wrong or path == "url"


def test_a_currency_is_found_by_its_name(screen, qtbot, brand):
    field = line(screen, "currency").field
    field.showPopup()
    qtbot.keyClicks(field.picker.field, "swedish")
    qtbot.keyClick(field.picker.field, Qt.Key.Key_Return)
    assert (brand().currency, field.value) == ("SEK", "SEK")


def test_a_currency_that_is_no_longer_used_is_shown_all_the_same(screen, desk):
    project = desk.session.project
    desk.session.do("", apply_brand(project, replace(project.brand, currency="DEM")))
    assert line(screen, "currency").field.value == "DEM"


def test_voice_notes_and_postal_address_take_several_lines(screen, qtbot, brand):
    field = screen.mailing.frames["address"].field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Torget 1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "Oslo")
    assert brand().address == "Torget 1\nOslo"


def test_the_theme_is_chosen_and_undone(screen, qtbot, desk, brand):
    qtbot.mouseClick(screen.faces.theme.pill("shop"), Qt.MouseButton.LeftButton)
    assert brand().theme is MailTheme.SHOP
    desk.session.stack.undo()
    assert screen.faces.theme.current == "letter"


def test_each_face_is_offered_in_itself(screen, qtbot, brand):
    field = screen.faces.body
    fonts = [field.itemData(index, Qt.ItemDataRole.FontRole).families()[0] for index in range(field.count())]
    assert len(set(fonts)) == len(fonts) == 9
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert brand().fonts.body == field.value == "palatino"


def test_half_characters_never_reach_the_brand(screen, brand):
    line(screen, "name").field.setText("a\ud83db")
    line(screen, "name").field.textEdited.emit("")
    assert brand().name == "ab"


def test_another_project_shows_its_own_brand(screen, desk):
    project = desk.session.project
    desk.session.open(replace(project, brand=replace(project.brand, name="Other")))
    assert line(screen, "name").field.value == "Other"


def test_without_a_project_the_screen_stays_calm(screen, desk, qtbot):
    desk.session.open(None)
    qtbot.keyClicks(line(screen, "name").field, "x")
    assert not desk.session.is_open


def test_the_languages_are_those_of_the_sequences(desk):
    assert languages_of(desk.session.project) == ("nb", "sv", "nl", "en")
