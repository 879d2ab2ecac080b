"""Chips, segments and cards are chosen by mouse and keyboard, and only the person's choice is told."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from widgets.parts.cards import Card, CardButton
from widgets.parts.chips import Chip, ChipButton, Dot
from widgets.parts.labels import Label
from widgets.parts.segments import Segment, Segments

LANGUAGES = [Segment("nb", "nb", dot="good"), Segment("sv", "sv"), Segment("nl", icon="ph.globe", tip="Dutch")]


@pytest.fixture
def segments(look, shown):
    return shown(Segments(look, LANGUAGES))


def middle_of(widget):
    image = widget.grab().toImage()
    return image.pixelColor(image.width() // 2, 5).name().upper()


def test_the_first_segment_is_current(segments):
    assert segments.current == "nb"


def test_a_click_chooses(segments, qtbot, heard):
    told = heard(segments.chosen)
    qtbot.mouseClick(segments.pill("sv"), Qt.MouseButton.LeftButton)
    assert (segments.current, told) == ("sv", ["sv"])


def test_a_click_at_the_edge_chooses_too(segments, qtbot):
    pill = segments.pill("sv")
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton, pos=QPoint(pill.width() - 2, 2))
    assert segments.current == "sv"


def test_choosing_the_current_one_tells_nothing(segments, qtbot, heard):
    told = heard(segments.chosen)
    qtbot.mouseClick(segments.pill("nb"), Qt.MouseButton.LeftButton)
    assert told == []


@pytest.mark.parametrize(("keys", "there"), [("R", "sv"), ("RR", "nl"), ("RRL", "sv"), ("D", "sv")])
def test_arrows_move(segments, qtbot, heard, keys, there):
    segments.pill("nb").setFocus()
    arrows = {"R": Qt.Key.Key_Right, "L": Qt.Key.Key_Left, "D": Qt.Key.Key_Down}
    told = heard(segments.chosen)
    for key in keys:
        qtbot.keyClick(segments.pill(segments.current), arrows[key])
    assert (segments.current, told[-1], len(told)) == (there, there, len(keys))


def test_choosing_from_outside_is_silent(segments, heard):
    told = heard(segments.chosen)
    segments.choose("nl")
    assert (segments.current, told) == ("nl", [])


def test_other_choices_keep_the_current_one(segments):
    segments.choose("sv")
    segments.set_choices([Segment("sv", "Svenska"), Segment("da", "Dansk")])
    assert segments.current == "sv"
    segments.set_choices([Segment("da", "Dansk")])
    assert segments.current == "da"


def test_the_focus_survives_other_choices(segments, qtbot):
    segments.window().activateWindow()
    segments.pill("nb").setFocus()
    segments.set_choices([Segment("nb", "Norsk"), Segment("da", "Dansk")])
    assert QApplication.focusWidget() is segments.pill("nb")


def test_a_segment_without_words_has_a_name(segments):
    assert segments.pill("nl").accessibleName() == "Dutch"


def test_the_current_segment_is_raised(segments, look):
    image = segments.grab().toImage()
    where = segments.pill("nb").geometry()
    raised = image.pixelColor(where.left() + 5, where.center().y()).name().upper()
    flat = image.pixelColor(segments.pill("sv").geometry().left() + 5, where.center().y()).name().upper()
    assert (raised, flat) == (look.tokens.colors["surface"], look.tokens.colors["sunken"])


def test_a_chip_button_is_turned_by_click_and_space(look, shown, qtbot, heard):
    chip = shown(ChipButton(look, "12 items", icon="ph.user"))
    told = heard(chip.toggled)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert told == [True, False]


def test_chips_change_words_and_tone(look, shown):
    for chip in (shown(Chip(look, "fresh", "plain")), shown(ChipButton(look, "fresh"))):
        before = middle_of(chip)
        chip.set_text("stale")
        chip.set_tone("warn")
        assert chip.accessibleName() == "stale"
        assert middle_of(chip) != before


def test_a_chip_that_lacks_room_tells_its_words(look, shown):
    chip = shown(Chip(look, "an objection in many words"), 80)
    chip.grab()
    assert chip.toolTip() == "an objection in many words"


def test_a_dot_changes_colour(look, shown):
    dot = shown(Dot(look, "good"))
    dot.set_color("bad")
    assert dot.grab().toImage().pixelColor(4, 4).name().upper() == look.tokens.colors["bad"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_card_is_chosen_by_key(look, shown, qtbot, heard, key):
    card = shown(CardButton(look, "Classic cart"))
    told = heard(card.chosen)
    qtbot.keyClick(card, key)
    assert len(told) == 1


def test_a_click_on_a_card_s_words_chooses_it(look, shown, qtbot, heard):
    card, label = CardButton(look, "Classic cart"), Label(look, "Three mails", wrap=True)
    card.body.addWidget(label)
    told = heard(shown(card).chosen)
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    assert len(told) == 1


@pytest.mark.parametrize("kind", [Card, CardButton])
def test_the_current_card_wears_the_accent(look, shown, kind):
    card = shown(kind(look))
    card.resize(200, 100)
    edges = []
    for current in (False, True):
        card.set_current(current)
        edges.append(card.grab().toImage().pixelColor(0, 50).name().upper())
    accent = look.tokens.colors["accent"]
    assert [edge == accent for edge in edges] == [False, True]


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_a_card_asks_for_its_menu(look, shown, heard, reason):
    card = shown(CardButton(look, "Classic cart"))
    told = heard(card.menu_requested)
    place = card.mapToGlobal(card.rect().center())
    QApplication.sendEvent(card, QContextMenuEvent(reason, card.rect().center(), place))
    assert told == [place]


def test_a_card_has_the_height_of_its_wrapped_words(look, shown):
    card = CardButton(look, "Classic cart")
    card.body.addWidget(Label(look, "many words in a row " * 8, wrap=True))
    assert card.heightForWidth(200) > card.heightForWidth(500)


def test_segments_that_lack_room_tell_their_words(look, shown):
    switch = shown(Segments(look, [Segment("a", "A very long word indeed"), Segment("b", "Another long word")]), 130)
    assert switch.pill("a").toolTip() == "A very long word indeed"
    switch.resize(600, 32)
    assert switch.pill("a").toolTip() == ""
