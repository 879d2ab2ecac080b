"""The picker: offered, filtered, moved in, picked from and dismissed by keyboard and mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from widgets.parts.popup import CHOICE, Choice, Choices, Picker

BLOCKS = [
    Choice("text", "Paragraph", "plain words", "ph.text-align-left", "Ctrl+1"),
    Choice("button", "Button", "the call"),
    Choice("cart", "Cart", "picture, name, price"),
]


@pytest.fixture
def picker(look, shown):
    return Picker(look, shown(QWidget()))


@pytest.fixture
def offered(picker, qtbot):
    picker.offer(BLOCKS, QPoint(10, 10))
    yield picker
    picker.hide()


def lines_of(picker):
    return [picker.model.index(row, 0).data(CHOICE).id for row in range(picker.model.rowCount())]


def test_the_model_keeps_its_promises(qtbot):
    model = Choices()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.offer(BLOCKS)
    model.keep("ca")
    assert model.rowCount() == 2
    assert tester.model() is model


def test_enter_picks_the_first(offered, qtbot, heard):
    picked, dismissed = heard(offered.picked), heard(offered.dismissed)
    qtbot.keyClick(offered.field, Qt.Key.Key_Return)
    assert (picked, dismissed, offered.isVisible()) == (["text"], [], False)


def test_arrows_move_in_the_list_from_the_field(offered, qtbot, heard):
    picked = heard(offered.picked)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Enter):
        qtbot.keyClick(offered.field, key)
    assert picked == ["button"]


def test_typing_filters_and_what_begins_so_comes_first(offered, qtbot):
    qtbot.keyClicks(offered.field, "ca")
    assert lines_of(offered) == ["cart", "button"]


def test_every_word_must_fit(offered, qtbot):
    qtbot.keyClicks(offered.field, "name cart")
    assert lines_of(offered) == ["cart"]


def test_nothing_fits_and_enter_picks_nothing(offered, qtbot, heard):
    picked = heard(offered.picked)
    qtbot.keyClicks(offered.field, "zzz")
    qtbot.keyClick(offered.field, Qt.Key.Key_Return)
    assert (picked, lines_of(offered), offered.isVisible()) == ([], [], True)


def test_a_click_picks(offered, qtbot, heard):
    picked = heard(offered.picked)
    where = offered.view.visualRect(offered.model.index(2, 0)).center()
    qtbot.mouseClick(offered.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert picked == ["cart"]


def test_escape_dismisses_once(offered, qtbot, heard):
    dismissed = heard(offered.dismissed)
    qtbot.keyClick(offered.field, Qt.Key.Key_Escape)
    assert (len(dismissed), offered.isVisible()) == (1, False)


def test_escape_dismisses_even_after_typing(offered, qtbot):
    qtbot.keyClicks(offered.field, "ca")
    qtbot.keyClick(offered.field, Qt.Key.Key_Escape)
    assert not offered.isVisible()


def test_without_a_field_the_list_takes_the_keys(picker, qtbot, heard):
    picked = heard(picker.picked)
    picker.offer(BLOCKS, QPoint(10, 10), filtered=False)
    qtbot.keyClick(picker.view, Qt.Key.Key_Down)
    qtbot.keyClick(picker.view, Qt.Key.Key_Return)
    assert (picked, picker.field.isVisible()) == (["button"], False)


def test_the_next_offer_forgets_what_was_typed(offered, qtbot):
    qtbot.keyClicks(offered.field, "zzz")
    offered.offer(BLOCKS[:2], QPoint(10, 10))
    assert (offered.field.value, lines_of(offered)) == ("", ["text", "button"])


def test_the_popup_stays_on_the_screen(picker):
    corner = picker.screen().availableGeometry().bottomRight()
    picker.offer(BLOCKS, corner)
    assert picker.screen().availableGeometry().contains(picker.geometry())
    picker.hide()


def test_lines_are_painted_with_their_parts(offered):
    assert not offered.grab().isNull()


def test_a_shorter_list_makes_a_lower_popup(offered):
    tall = offered.height()
    offered.keep("cart")
    assert offered.height() < tall
    offered.hide()
    offered.offer(BLOCKS[:1], QPoint(10, 10))
    assert offered.height() < tall


def test_a_list_goes_on_from_what_holds_now(picker, qtbot, heard):
    told = heard(picker.picked)
    picker.offer(BLOCKS, QPoint(10, 10), current="cart")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert told == ["cart"]
