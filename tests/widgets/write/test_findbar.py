"""The find bar finds words in the whole sequence, and replaces them."""

import pytest
from PySide6.QtCore import Qt

from studio.edits.find import Query, hits


@pytest.fixture
def bar(write, desk):
    desk.actions["write.replace"].trigger()
    return write.shop.bar


def count(desk, words):
    return len(hits(desk.session.project, desk.here.spot.sequence, "nb", Query(words)))


def test_the_keys_open_the_bar(write, qtbot):
    qtbot.keyClick(write.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert write.shop.bar.isVisible()
    assert not write.shop.bar.new.isVisible()


def test_typing_counts_the_hits(bar, desk, qtbot):
    qtbot.keyClicks(bar.field, "kurv")
    assert bar.count.text() == f"1 of {count(desk, 'kurv')}"


def test_nothing_found_is_said(bar, qtbot):
    qtbot.keyClicks(bar.field, "zebra")
    assert bar.count.text() == "Not found"
    assert not bar.one.isEnabled()


def test_whole_words_are_fewer(bar, desk, qtbot):
    qtbot.keyClicks(bar.field, "kurv")
    qtbot.mouseClick(bar.whole, Qt.MouseButton.LeftButton)
    found = hits(desk.session.project, desk.here.spot.sequence, "nb", Query("kurv", whole=True))
    assert bar.count.text() in (f"1 of {len(found)}", "Not found")


def test_enter_goes_on_and_around(bar, desk, write, qtbot):
    qtbot.keyClicks(bar.field, "lapp")
    total = count(desk, "lapp")
    for _ in range(total):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == f"1 of {total}"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == f"{total} of {total}"


def test_a_hit_is_selected_where_it_stands(bar, write, qtbot):
    qtbot.keyClicks(bar.field, "lapp på kurven")
    assert write.view.textCursor().selectedText() == "lapp på kurven"


def test_replacing_one_leaves_the_others(bar, desk, qtbot):
    before = count(desk, "lapp")
    qtbot.keyClicks(bar.field, "lapp")
    qtbot.keyClicks(bar.new, "seddel")
    qtbot.mouseClick(bar.one, Qt.MouseButton.LeftButton)
    assert (count(desk, "lapp"), count(desk, "seddel")) == (before - 1, 1)


def test_replacing_all_is_one_step_and_tells_how_many(bar, desk, qtbot):
    said = []
    desk.notices.said.connect(said.append)
    before = count(desk, "lapp")
    qtbot.keyClicks(bar.field, "lapp")
    qtbot.keyClicks(bar.new, "seddel")
    qtbot.mouseClick(bar.all, Qt.MouseButton.LeftButton)
    assert said[0].text == f"Replaced in {before} places."
    said[0].act()
    assert (count(desk, "lapp"), count(desk, "seddel")) == (before, 0)


@pytest.mark.parametrize("typed", ["", "lapp"])
def test_escape_goes_back_to_the_words(bar, write, qtbot, typed):
    qtbot.keyClicks(bar.field, typed)
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert write.view.hasFocus()


def test_another_language_is_searched_when_the_tab_is_switched(bar, desk, qtbot):
    qtbot.keyClicks(bar.field, "varukorg")
    assert bar.count.text() == "Not found"
    desk.here.go(language="sv")
    assert bar.count.text().endswith(f"of {len(bar._finder.hits)}")
