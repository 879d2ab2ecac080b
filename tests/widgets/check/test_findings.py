"""The list of findings: groups, filters, fixes, places, and what is left as it is."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from studio.edits.messages import remove_message
from studio.errors import StudioError
from studio.model.findings import Severity
from studio.model.remedies import AddExit, Drop, Turn
from studio.model.sequence import Event
from studio.model.trade import Angle
from tests.widgets.check.conftest import KEYS, Checked, finding
from widgets.check.model import FindingsModel
from widgets.check.told import Kind, Line

EXIT = AddExit(Event.UNSUBSCRIBED)


def test_nothing_to_mend_is_said_calmly_with_what_was_looked_at(checked):
    message = checked.state().message
    assert (checked.state().state, message.title.text()) == ("empty", "Nothing to mend.")
    assert message.sentence.text().startswith("Looked at 3 messages in nb, sv, nl, en")


def test_findings_stand_under_their_messages_in_sending_order(show):
    checked = show(finding(1, message="offer"), finding(2), finding(3, message=""))
    heads = [line.title for line in checked.lines if line.kind is Kind.HEAD]
    assert heads == ["The whole flow", "Lappen på kurven", "Takk med frist"]
    assert [line.mark for line in checked.lines if line.mark] == ["1 h", "day 2"]


def test_errors_come_first_in_a_group(show):
    checked = show(finding(1, Severity.ADVICE), finding(2, Severity.ERROR))
    assert checked.titles() == ["Finding 2 is odd.", "Finding 1 is odd."]


def test_a_row_tells_reason_source_and_place(show):
    checked = show(finding(1, language="nb", block="reminder-opening"))
    spoken = checked.lines[1].spoken
    assert spoken == "Warning · Finding 1 is odd. · It costs readers. (004) · nb · Paragraph"


def test_a_chip_lets_only_its_severity_through(show, qtbot):
    checked = show(finding(1, Severity.ERROR), finding(2))
    chip = checked.pane.filters.chips[Severity.ERROR]
    assert chip.text() == "1 error"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert checked.titles() == ["Finding 1 is odd."]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(checked.titles()) == 2


def test_one_language_can_be_looked_at(show):
    checked = show(finding(1, language="nb"), finding(2, language="sv"))
    field = checked.pane.filters.languages
    field.setCurrentIndex(field.findData("sv"))
    field.activated.emit(field.currentIndex())
    assert checked.titles() == ["Finding 2 is odd."]
    assert checked.pane.filters.chips[Severity.WARNING].text() == "1 warning"


def test_where_nothing_passes_all_can_be_shown_again(show):
    checked = show(finding(1, language="nb"))
    field = checked.pane.filters.languages
    field.setCurrentIndex(field.findData("sv"))
    field.activated.emit(field.currentIndex())
    assert checked.state().state == "empty"
    checked.state().message.button.click()
    assert checked.titles() == ["Finding 1 is odd."]


def test_f_mends_as_one_step_that_can_be_undone(show):
    checked = show(finding(1, remedies=[EXIT]))
    checked.at("Finding 1 is odd.").press(KEYS.Key_F)
    assert Event.UNSUBSCRIBED in checked.flow.exits
    assert checked.desk.session.stack.undoText() == "Add the exit"
    checked.undo()
    assert Event.UNSUBSCRIBED not in checked.flow.exits


def test_each_remedy_can_be_clicked(show):
    checked = show(finding(1, remedies=[EXIT, Turn("reminder", Angle.STORY)]))
    checked.click("1", 1)
    assert checked.project.messages["reminder"].angle is Angle.STORY


def test_the_other_ways_are_offered_by_key(show):
    checked = show(finding(1, remedies=[EXIT, Turn("reminder", Angle.STORY)]))
    checked.at("Finding 1 is odd.").press(KEYS.Key_F, Qt.KeyboardModifier.ShiftModifier)
    assert checked.screen.deeds.picker.isVisible()
    checked.screen.deeds.picker.picked.emit("1")
    checked.screen.deeds.picker.close()
    assert checked.project.messages["reminder"].angle is Angle.STORY


def test_a_remedy_that_came_too_late_is_refused_in_words(show):
    checked = show(finding(1, remedies=[Drop("gone")]))
    checked.at("Finding 1 is odd.").press(KEYS.Key_F)
    assert len(checked.said) == 1
    assert not checked.desk.session.stack.canUndo()


def test_enter_shows_the_place_in_write(show):
    checked = show(finding(1, message="offer", block="offer-opening", language="sv"))
    checked.at("Finding 1 is odd.").press(KEYS.Key_Return)
    spot = checked.desk.here.spot
    assert checked.gone == ["write"]
    assert (spot.message, spot.block, spot.language) == ("offer", "offer-opening", "sv")


def test_show_can_be_clicked_and_leads_to_the_flow_where_there_is_no_message(show):
    checked = show(finding(1, message=""))
    checked.click("show", 1)
    assert checked.gone == ["flow"]


def test_a_place_that_is_gone_is_said(show):
    checked = show(finding(1))
    session = checked.desk.session
    session.do("Remove", remove_message(session.project, "reminder"))
    checked.click("show", 1)
    assert (checked.gone, len(checked.said)) == ([], 1)


@pytest.fixture
def leaving(show, qtbot):
    """The screen with the sheet open that asks why."""
    checked = show(finding(1), finding(2))
    checked.at("Finding 1 is odd.").press(KEYS.Key_L)
    return checked


def test_a_finding_is_left_with_its_reason_and_taken_up_again(leaving, qtbot):
    sheet = leaving.screen.deeds.sheet
    qtbot.keyClicks(sheet.reason, "The client wants it so")
    qtbot.keyClick(sheet.reason, KEYS.Key_Return)
    assert leaving.titles() == ["Finding 2 is odd."]
    leaving.at("Left as they are (1)").press(KEYS.Key_Return)
    assert leaving.lines[-1].spoken.endswith("Left on purpose: The client wants it so · Lappen på kurven")
    leaving.at("Finding 1 is odd.").press(KEYS.Key_T)
    assert (leaving.flow.waivers, len(leaving.titles())) == ((), 2)


def test_leaving_without_a_reason_is_asked_again(leaving, qtbot):
    sheet = leaving.screen.deeds.sheet
    qtbot.mouseClick(sheet.leave, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert leaving.flow.waivers == ()
    sheet.close()


def test_leaving_can_be_undone(leaving, qtbot):
    leaving.screen.deeds.sheet.left.emit("So be it")
    leaving.screen.deeds.sheet.close()
    assert len(leaving.flow.waivers) == 1
    leaving.undo()
    assert leaving.flow.waivers == ()


def test_the_brand_s_findings_lead_to_the_brand_and_cannot_be_left(qtbot, desk):
    checked = Checked(qtbot, desk)
    brand = next(number for number, line in enumerate(checked.lines) if line.finding)
    assert (checked.lines[brand].finding.place.sequence, checked.lines[brand].deed("leave")) == ("", None)
    checked.click("show", brand)
    assert checked.gone == ["brand"]


def test_the_arrows_go_from_finding_to_finding_over_the_heads(show):
    checked = show(finding(1), finding(2, message="offer"))
    checked.at("Finding 1 is odd.").press(KEYS.Key_Down)
    assert checked.list.current_line().title == "Finding 2 is odd."


def test_the_line_stays_current_when_others_are_mended(show, found):
    checked = show(finding(1), finding(2), finding(3))
    checked.at("Finding 2 is odd.")
    del found[0]
    checked.screen.review.look()
    assert checked.list.current_line().title == "Finding 2 is odd."
    del found[0]
    checked.screen.review.look()
    assert checked.list.current_line().title == "Finding 3 is odd."


def test_keys_mend_only_what_is_seen(show):
    checked = show(finding(1, remedies=[EXIT]))
    checked.at("Finding 1 is odd.")
    assert checked.desk.actions["check.mend"].isEnabled()
    checked.screen.show_view("arc")
    assert not checked.desk.actions["check.mend"].isEnabled()


def test_three_hundred_findings_are_shown_and_scrolled_fast(show):
    checked = show(*(finding(n, message=("reminder", "questions", "offer")[n % 3]) for n in range(300)))
    assert len(checked.titles()) == 300
    began = time.process_time()
    for _ in range(20):
        checked.list.verticalScrollBar().setValue(checked.list.verticalScrollBar().value() + 200)
        checked.list.viewport().repaint()
    assert (time.process_time() - began) / 20 < 0.1


def test_the_list_is_a_sound_model(qtmodeltester):
    model = FindingsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_lines([Line(Kind.HEAD, "Head"), Line(Kind.FINDING, "Odd", first=True, last=True)])
    assert model.rowCount() == 2


def test_the_real_checks_can_be_shown(qtbot, desk):
    checked = Checked(qtbot, desk)
    assert "The brand" in [line.title for line in checked.lines]


def test_trouble_is_told_and_can_be_tried_again(qtbot, desk, monkeypatch):
    def fail(_project, _flows):
        raise StudioError("The dictionary is broken.")

    monkeypatch.setattr("studio.checks.course.check", fail)
    checked = Checked(qtbot, desk)
    checked.screen.show_view("arc")
    assert checked.state().state == checked.state("arc").state == "trouble"
    monkeypatch.setattr("studio.checks.course.check", lambda _project, _flows: ())
    checked.state("arc").message.button.click()
    assert checked.state("arc").state == "content"
