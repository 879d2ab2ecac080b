"""Remarks beside the manuscript are mended, explained, left and gone through, by click and by key."""

import pytest
from PySide6.QtCore import Qt

from studio.edits.texts import block_text
from studio.edits.texts import write as say
from studio.i18n import sentence
from studio.model.findings import Finding, Place, Severity
from studio.model.remedies import Drop, Reword, Turn
from studio.model.trade import Angle
from widgets.write.remarkcard import RemarkCard
from widgets.write.remarks import Remarks

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def row(write):
    return next(row for row in write.view.rows if row.block_kind == "paragraph")


@pytest.fixture
def finding(desk, row):
    """Return a function that makes a finding about the paragraph."""
    place = Place(desk.here.spot.sequence, row.message, row.block, "nb")

    def make(*remedies, said="Twice the same.", severity=Severity.WARNING, place=place, rule="words.x"):
        fix, reason = sentence("Say it once."), sentence("Readers skip what they know.")
        return Finding(rule, severity, place, sentence(said), "004", fix, reason=reason, remedies=remedies)

    return make


@pytest.fixture
def show(write):
    """Return a function that shows findings beside the manuscript."""

    def show(*findings):
        write.shop.layer.show_remarks(Remarks(findings, write.view.rows))
        write.view.setFocus()
        write.grab()
        return write.shop.layer.beside.remarks

    return show


def go(desk, row, offset=0):
    desk.here.go(message=row.message, block=row.block, field=row.field, variant=row.variant, offset=offset)


def reword(row, was, words):
    return Reword("blocks", row.block, "text", "", "nb", row.words.index(was), was, words)


def test_a_click_on_the_fix_mends_in_one_step(write, desk, row, finding, show, click):
    show(finding(reword(row, "disk", "bod")))
    click("fix", row)
    assert "butikk med bod" in desk.session.project.blocks[row.block].words("text", "nb")
    assert desk.session.stack.undoText() == "Write “bod”"
    desk.session.stack.undo()
    assert desk.session.project.blocks[row.block].words("text", "nb") == row.words


def test_a_remedy_that_no_longer_fits_is_refused_in_a_sentence(write, desk, row, finding, show, click):
    said = []
    desk.notices.said.connect(said.append)
    remarks = show(finding(reword(row, "disk", "bod")))
    write.shop.watching.stop()
    desk.session.do("Say", say(desk.session.project, block_text(row.block), "nb", "Noe annet."))
    write.shop.mending.mend(remarks.all[0].finding.place, remarks.all[0].finding.remedies[0])
    assert [each.text for each in said] == ["The text was changed meanwhile: “disk” no longer stands there."]


def test_the_letters_that_are_meant_are_marked(write, row, finding, show):
    show(finding(reword(row, "disk", "bod")))
    (stroke,) = write.shop.layer.strokes.of(row)
    assert row.words[stroke.start : stroke.end] == "disk"


def test_the_card_says_reason_and_source_and_holds_every_remedy(write, row, finding, show, click, popup):
    show(finding(reword(row, "disk", "bod"), Drop(row.block)))
    click("why", row)
    card = popup()
    assert isinstance(card, RemarkCard)
    assert [button.text() for button in card.remedies] == ["Write “bod”", "Take the block out"]


def test_a_key_opens_the_remark_where_the_caret_is_and_enter_mends(write, desk, row, finding, show, popup, qtbot):
    show(finding(Turn(row.message, Angle.STORY)))
    go(desk, row)
    qtbot.keyClick(write.view, Key.Key_Period, CTRL)
    qtbot.keyClick(popup().focusWidget(), Key.Key_Return)
    assert desk.session.project.messages[row.message].angle is Angle.STORY


def test_of_several_remarks_one_is_chosen_first(write, desk, row, finding, show, popup, pick, qtbot):
    show(finding(), finding(said="Too long."))
    go(desk, row)
    qtbot.keyClick(write.view, Key.Key_Period, CTRL)
    pick("Too")
    assert isinstance(popup(), RemarkCard)


def test_where_there_is_no_remark_a_sentence_says_so(write, desk, row, show, qtbot):
    said = []
    desk.notices.said.connect(said.append)
    show()
    qtbot.keyClick(write.view, Key.Key_Period, CTRL)
    qtbot.keyClick(write.view, Key.Key_F8)
    assert len(said) == 2


def test_what_is_left_with_a_reason_is_not_said_again(write, desk, row, finding, show, click, popup, qtbot):
    show(finding(rule="coach.x"))
    click("why", row)
    card = popup()
    qtbot.mouseClick(card.leave, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(card.reason, "The client wants it")
    qtbot.keyClick(card.reason, Key.Key_Return)
    (waiver,) = desk.session.project.sequences[desk.here.spot.sequence].waivers
    assert (waiver.rule, waiver.message, waiver.reason) == ("coach.x", row.message, "The client wants it")


def test_nothing_is_left_without_a_reason(write, desk, row, finding, show, click, popup, qtbot):
    show(finding())
    click("why", row)
    card = popup()
    qtbot.mouseClick(card.leave, Qt.MouseButton.LeftButton)
    qtbot.keyClick(card.reason, Key.Key_Return)
    assert card.isVisible()
    assert not desk.session.project.sequences[desk.here.spot.sequence].waivers


def test_three_remarks_stand_beside_a_block_and_the_rest_is_counted(write, row, finding, show, click, popup):
    errors = [finding(said=f"No. {number}", severity=Severity.ERROR) for number in range(2)]
    advice = [finding(said=f"Perhaps {number}", severity=Severity.ADVICE) for number in range(3)]
    remarks = show(*advice, *errors)
    beside = [str(remarks.all[number].finding.message) for number in remarks.beside(row)]
    assert (beside, remarks.more(row)) == (["No. 0", "No. 1", "Perhaps 0"], 2)
    click("remarks", row)
    assert popup().model.rowCount() == 5


def test_waived_findings_are_not_shown(write, finding, show):
    from dataclasses import replace

    assert show(replace(finding(), waived=True)).all == ()


def test_f8_goes_from_remark_to_remark_and_around(write, desk, row, finding, show, qtbot):
    other = next(each for each in write.view.rows if each.block_kind == "paragraph" and each.block != row.block)
    place = Place(desk.here.spot.sequence, other.message, other.block, "nb")
    show(finding(reword(row, "disk", "bod")), finding(place=place))
    seen = []
    for _ in range(3):
        qtbot.keyClick(write.view, Key.Key_F8)
        seen.append((desk.here.spot.block, desk.here.spot.offset > 0))
    assert seen == [(row.block, True), (other.block, False), (row.block, True)]


def test_shift_f8_goes_back_past_remarks_about_a_whole_message(write, desk, row, finding, show, qtbot):
    place = Place(desk.here.spot.sequence, row.message, "", "nb")
    show(finding(place=place), finding())
    go(desk, row, 3)
    seen = []
    for _ in range(3):
        qtbot.keyClick(write.view, Key.Key_F8, SHIFT)
        seen.append(desk.here.spot.field)
    assert seen == ["text", "subject", "text"]


def test_the_checks_look_again_after_a_mending(write, desk, row, show, finding):
    found = []
    remarks = show(finding(Turn(row.message, Angle.STORY)))
    write.shop.watching.found.connect(found.append)
    write.shop.mending.mend(remarks.all[0].finding.place, remarks.all[0].finding.remedies[0])
    assert found


def test_a_remark_about_a_snippet_stands_where_the_snippet_does(write, desk, row, finding, show):
    desk.session.do("Say", say(desk.session.project, block_text(row.block), "nb", "Hei. {{ snippet.returns }}"))
    about = Place(desk.here.spot.sequence, language="nb")
    remedy = Reword("snippets", "returns", "text", "", "nb", 0, "Du", "De")
    remarks = show(finding(remedy, place=about))
    assert remarks.all[0].row.block == row.block
