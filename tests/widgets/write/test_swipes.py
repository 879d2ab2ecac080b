"""The swipe file is sifted by typing and chips, and gives its lines to the message."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from studio.model.trade import Angle
from studio.presets.swipes import Swipe, SwipeKind
from studio.presets.swipes import read_swipes as really_read
from widgets.write import swiping
from widgets.write.engine.rows import RowKind
from widgets.write.swipecard import SwipeCard
from widgets.write.swipelist import SwipeModel

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SWIPES = (
    Swipe(SwipeKind.SUBJECT, Angle.STORY, "Det var en gang"),
    Swipe(SwipeKind.SUBJECT, Angle.REMINDER, "Kurven, {{ person.first_name }}?", "plain"),
    Swipe(SwipeKind.OPENING, Angle.REMINDER, "Vi **gjemte** den for deg."),
    Swipe(SwipeKind.PS, Angle.STORY, "PS: Ta deg tid.", "playful"),
)


@pytest.fixture
def swipes(monkeypatch):
    """Have a small swipe file in every language."""
    monkeypatch.setattr(swiping, "read_swipes", lambda *_: SWIPES)


@pytest.fixture
def card(write, swipes, popup, qtbot):
    """Return a function that opens the swipe file by its key."""

    def open_card():
        write.view.setFocus()
        qtbot.keyClick(write.view, Key.Key_P, CTRL | SHIFT)
        made = popup()
        assert isinstance(made, SwipeCard)
        return made

    return open_card


def go(write, row, offset=0):
    write.view.caret.put(write.view.page.number(row.key), offset)


def row_of(write, kind):
    return next(row for row in write.view.rows if row.kind is kind)


def lines(card):
    return [each.words for each in card.model.shown]


def test_the_message_s_own_angle_comes_first(write, card):
    go(write, row_of(write, RowKind.HINT))
    assert lines(card()) == [
        "Kurven, [first name]?", "Vi gjemte den for deg.", "Det var en gang", "PS: Ta deg tid."
    ]  # fmt: skip


def test_in_a_subject_only_subjects_are_offered_at_first(write, card):
    go(write, row_of(write, RowKind.SUBJECT))
    assert lines(card()) == ["Kurven, [first name]?", "Det var en gang"]


def test_typing_and_chips_sift(write, card, qtbot):
    go(write, row_of(write, RowKind.HINT))
    made = card()
    qtbot.mouseClick(made.chips["story"], Qt.MouseButton.LeftButton)
    assert lines(made) == ["Det var en gang", "PS: Ta deg tid."]
    qtbot.mouseClick(made.chips["playful"], Qt.MouseButton.LeftButton)
    assert lines(made) == ["PS: Ta deg tid."]
    qtbot.keyClicks(made.field, "kurven")
    assert lines(made) == []


def test_of_the_chips_of_a_line_at_most_one_is_chosen(write, card, qtbot):
    go(write, row_of(write, RowKind.HINT))
    made = card()
    for name in ("story", "reminder"):
        qtbot.mouseClick(made.chips[name], Qt.MouseButton.LeftButton)
    assert [name for name, chip in made.chips.items() if chip.isChecked()] == ["reminder"]


def test_enter_puts_a_subject_into_the_subject_line(write, desk, card, qtbot):
    row = row_of(write, RowKind.SUBJECT)
    before = desk.session.project
    go(write, row)
    made = card()
    qtbot.keyClick(made.field, Key.Key_Down)
    qtbot.keyClick(made.field, Key.Key_Return)
    assert desk.session.project.variants[row.variant].subject.words("nb") == "Det var en gang"
    desk.session.stack.undo()
    assert desk.session.project == before


def test_an_opening_goes_where_the_caret_is_as_one_step(write, desk, card, qtbot):
    row = next(row for row in write.view.rows if row.block_kind == "paragraph")
    go(write, row)
    before, made = desk.session.project, card()
    qtbot.keyClicks(made.field, "gjemte")
    qtbot.keyClick(made.field, Key.Key_Return)
    assert desk.session.project.blocks[row.block].words("text", "nb") == f"Vi **gjemte** den for deg.{row.words}"
    desk.session.stack.undo()
    assert desk.session.project == before


def test_from_the_subject_a_last_line_goes_to_the_end_of_the_letter(write, desk, swipes):
    go(write, row_of(write, RowKind.SUBJECT))
    write.shop.swiping.put(desk.here.spot.message, SWIPES[3])
    blocks = desk.session.project.messages[desk.here.spot.message].blocks
    kinds = [desk.session.project.blocks[id_].kind for id_ in blocks]
    assert desk.session.project.blocks[desk.here.spot.block].words("text", "nb") == "PS: Ta deg tid."
    assert kinds[blocks.index(desk.here.spot.block) + 1] == "footer"


def test_escape_changes_nothing(write, desk, card, qtbot):
    before = desk.session.project
    qtbot.keyClick(card().field, Key.Key_Escape)
    assert desk.session.project is before


def test_a_language_without_a_swipe_file_names_those_that_have_one(write, desk, monkeypatch, tmp_path):
    said = []
    desk.tasks.failed.connect(said.append)
    (tmp_path / "swipes").mkdir()
    (tmp_path / "swipes" / "de.toml").write_text('schema = 1\nlanguage = "de"\n')
    monkeypatch.setattr(swiping, "read_swipes", lambda _folder, *rest: really_read(tmp_path, *rest))
    desk.actions["write.swipes"].trigger()
    assert [str(each) for each in said] == ["There is no swipe file in “nb”; there is one in de."]


def test_the_slash_offers_the_swipe_file(write, swipes, popup, pick):
    write.shop.menus.offer_blocks(write.view.places.caret(), write.view.row)
    pick("swipe")
    assert isinstance(popup(), SwipeCard)


def test_the_model_is_a_good_model(qtmodeltester):
    model = SwipeModel()
    QAbstractItemModelTester(model)
    model.show([])
    qtmodeltester.check(model)
