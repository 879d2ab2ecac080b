"""Rows of cards, the four states of a panel, the arc and the sheet."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

from studio.model.trade import Channel
from widgets.parts.arc import Arc, ArcPoint, channel_color, channel_icon
from widgets.parts.buttons import Button
from widgets.parts.rows import FindingRow, LossRow, PlanRow, Rows
from widgets.parts.sheet import Sheet
from widgets.parts.states import States
from widgets.theme.icons import outline


@pytest.fixture
def states(look, shown):
    return shown(States(look, QLabel("the content")))


def words_of(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget) and label.text()]


def test_a_fix_is_asked_for(look, shown, qtbot, heard):
    finding = shown(FindingRow(look, "The subject is long.", "62 letters", "warn", "Shorten"))
    told = heard(finding.fix_requested)
    qtbot.mouseClick(finding.fix, Qt.MouseButton.LeftButton)
    assert len(told) == 1


def test_a_finding_without_a_fix_has_no_button(look):
    assert FindingRow(look, "All is well.", "", "good").fix is None


@pytest.mark.parametrize("tone", ["plain", "good", "warn", "bad"])
def test_a_finding_says_its_sentence_and_reason(look, tone):
    finding = FindingRow(look, "The subject is long.", "62 letters", tone)
    assert words_of(finding) == ["The subject is long.", "62 letters"]


def test_the_outcome_of_a_plan_can_change(look, shown):
    plan = shown(PlanRow(look, "ph.bell", "Push 1", "nb", "will be made", "good"))
    plan.set_outcome("made", "accent")
    assert "made" in words_of(plan)


def test_a_loss_says_what_was_wanted_and_what_becomes_of_it(look):
    assert words_of(LossRow(look, "Quiet hours", "wait until 10:00")) == ["Quiet hours", "wait until 10:00"]


def test_other_rows_take_the_place_of_the_first(look, shown):
    card = shown(Rows(look))
    kept, gone = (LossRow(look, name, "") for name in ("kept", "gone"))
    card.set_rows([kept, gone])
    card.set_rows([LossRow(look, "new", ""), kept])
    assert set(words_of(card)) == {"new", "kept"}
    assert card.body.count() == 3


def test_a_row_grows_with_its_words(look):
    card = Rows(look)
    card.set_rows([FindingRow(look, "many words in one sentence " * 6, "and a reason", "bad", "Fix")])
    assert card.heightForWidth(260) > card.heightForWidth(900)


def test_the_content_is_shown_first(states):
    assert states.state == "content"


def test_an_empty_panel_offers_its_action(states, qtbot, heard):
    action = QAction("New project", states)
    runs = heard(action.triggered)
    states.show_empty("No projects yet", "Begin with a story.", action, "ph.books")
    qtbot.mouseClick(states.message.button, Qt.MouseButton.LeftButton)
    assert (states.state, len(runs), words_of(states.message)) == (
        "empty",
        1,
        ["No projects yet", "Begin with a story."],
    )


def test_an_empty_panel_needs_no_action(states):
    states.show_empty("Nothing", "Nothing at all.", None, "ph.books")
    assert not states.message.button.isVisible()


def test_busy_work_can_be_given_up(states, qtbot):
    given_up = []
    states.show_busy("Fetching templates …", lambda: given_up.append(True))
    assert states.message.bar.isVisible()
    qtbot.mouseClick(states.message.button, Qt.MouseButton.LeftButton)
    assert (states.state, given_up) == ("busy", [True])


def test_nothing_moves_for_who_wants_no_motion(look, states):
    look.reduced_motion = True
    states.show_busy("Fetching templates …", None)
    assert (states.message.bar.isVisible(), states.message.glyph.isVisible()) == (False, True)


def test_trouble_can_be_tried_again(states, qtbot):
    tried = []
    states.show_trouble("The service does not answer.", lambda: tried.append(True))
    qtbot.mouseClick(states.message.button, Qt.MouseButton.LeftButton)
    assert (states.state, tried, states.message.bar.isVisible()) == ("trouble", [True], False)


def test_content_comes_back(states):
    states.show_busy("Fetching …", None)
    states.show_content()
    assert states.state == "content"


@pytest.mark.parametrize("channel", list(Channel))
def test_each_channel_has_icon_and_colour(look, channel):
    assert not outline(channel_icon(channel)).isEmpty()
    assert look.color(channel_color(channel)).isValid()


def test_the_arc_shows_each_message_in_its_channel_s_colour(look, shown):
    arc = shown(Arc(look), 300)
    arc.set_points([ArcPoint("email"), ArcPoint("voice")], "1 h · 2 h")
    image = arc.grab().toImage()
    hues = {image.pixelColor(x, y).hsvHue() // 12 for x in range(300) for y in range(30)}
    assert {look.color("email").hsvHue() // 12, look.color("voice").hsvHue() // 12} <= hues


def test_the_arc_tells_the_message_under_the_pointer(look, shown):
    arc = shown(Arc(look), 300)
    arc.set_points([ArcPoint("email", "Reminder"), ArcPoint("sms", "Question")], "1 h")
    place = arc.centers()[1].toPoint()
    QApplication.sendEvent(arc, QHelpEvent(QEvent.Type.ToolTip, place, arc.mapToGlobal(place)))
    assert QToolTip.text() == "Question"
    assert arc.tip_at(QPointF(150, 13)) == ""
    QToolTip.hideText()


def test_many_messages_share_little_room(look, shown):
    arc = shown(Arc(look), 160)
    arc.set_points([ArcPoint("email")] * 12, "day 0 … 30")
    centers = arc.centers()
    assert centers[0].x() > 0
    assert centers[-1].x() < 160
    assert not arc.grab().isNull()


def test_escape_closes_a_sheet(look, shown, qtbot):
    parent = shown(QWidget())
    sheet = Sheet(look, "Delete the flow?", parent)
    with qtbot.waitSignal(sheet.finished):
        sheet.open()
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)


def test_enter_presses_the_primary_button_of_a_sheet(look, shown, qtbot, heard):
    sheet = Sheet(look, "Name", shown(QWidget()))
    sheet.add_button(Button(look, "Cancel"))
    told = heard(sheet.add_button(Button(look, "Save", "primary")).clicked)
    sheet.open()
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    sheet.close()
    assert len(told) == 1


def test_a_sheet_has_its_title(look, shown):
    sheet = Sheet(look, "Delete the flow?", shown(QWidget()))
    assert (sheet.accessibleName(), sheet.title.text()) == ("Delete the flow?", "Delete the flow?")


def test_what_is_said_fits_a_narrow_panel(states):
    states.show_empty("Nothing to show yet", "Put the caret into a message, and you see what its reader gets.", None)
    states.resize(330, 500)
    states.grab()
    assert states.message.minimumSizeHint().width() <= 330
    assert all(label.width() <= 330 for label in states.message.findChildren(QLabel))
