"""What is painted around the words can be clicked, and says what it does."""

import pytest
from PySide6.QtCore import QPoint, Qt

from studio.i18n import sentence
from studio.model.findings import Finding, Place, Severity
from studio.model.trade import Angle, Beat, Objection
from widgets.write.asking import AskLine, AskNumber
from widgets.write.engine.rows import RowKind
from widgets.write.remarks import Remarks


def message(desk):
    return desk.session.project.messages[desk.here.spot.message]


def block_row(write, kind="paragraph"):
    return next(row for row in write.view.rows if row.block_kind == kind)


def test_a_click_on_the_beat_offers_all_beats(write, desk, click, pick):
    row = block_row(write)
    click("beat", row)
    pick("turn")
    assert desk.session.project.blocks[row.block].beat is Beat.TURN


def test_a_click_on_the_angle_changes_it(write, desk, click, pick):
    click("angle")
    pick("story")
    assert message(desk).angle is Angle.STORY
    desk.session.stack.undo()
    assert message(desk).angle is Angle.REMINDER


def test_a_click_on_the_objection_changes_it(write, desk, click, pick):
    click("objection")
    pick("returns")
    assert message(desk).objection is Objection.RETURNS


def test_the_name_is_asked_for_where_it_stands(write, desk, click, popup, qtbot):
    click("name")
    asked = popup()
    assert isinstance(asked, AskLine)
    qtbot.keyClicks(asked.line, "Lappen på døra")
    qtbot.keyClick(asked.line, Qt.Key.Key_Return)
    assert message(desk).name == "Lappen på døra"


def test_an_empty_name_changes_nothing(write, desk, click, popup, qtbot):
    before = message(desk).name
    click("name")
    asked = popup()
    asked.line.set_value("")
    qtbot.mouseClick(asked.done, Qt.MouseButton.LeftButton)
    assert message(desk).name == before


def test_the_idea_of_the_test_is_named(write, desk, click, popup, qtbot):
    click("idea")
    asked = popup()
    qtbot.keyClicks(asked.line, "Kort mot lang")
    qtbot.keyClick(asked.line, Qt.Key.Key_Return)
    assert message(desk).idea == "Kort mot lang"


def test_a_share_is_set_and_the_other_gets_the_rest(write, desk, click, popup, qtbot):
    click("weight")
    asked = popup()
    assert isinstance(asked, AskNumber)
    asked.number.setValue(70)
    qtbot.mouseClick(asked.done, Qt.MouseButton.LeftButton)
    variants = desk.session.project.variants
    assert [variants[id_].weight for id_ in message(desk).variants] == [70, 30]


def test_a_new_variant_has_its_fair_share_and_the_caret(write, desk, click):
    click("add-variant")
    fresh = desk.session.project.variants[message(desk).variants[-1]]
    assert (fresh.name, fresh.weight) == ("C", 50)
    assert (desk.here.spot.variant, desk.here.spot.field) == (fresh.id, "subject")


def test_a_variant_is_removed_from_its_letter(write, desk, click, pick):
    gone = message(desk).variants[0]
    click("variant")
    pick("remove")
    assert gone not in message(desk).variants


def test_the_last_variant_offers_no_removal(write, desk, click, popup):
    write.shop.versions.remove(next(row for row in write.view.rows if row.kind is RowKind.SUBJECT))
    click("variant")
    model = popup().model
    assert "remove" not in [
        model.index(number, 0).data(Qt.ItemDataRole.UserRole).id for number in range(model.rowCount())
    ]


def test_a_remark_stands_beside_its_block_and_leads_there(write, desk, click):
    row = next(row for row in write.view.rows if row.block_kind == "paragraph")
    place = Place(desk.here.spot.sequence, row.message, row.block, "nb")
    fix = sentence("Say it once.")
    found = Finding("x", Severity.WARNING, place, sentence("Twice the same."), "Fabel", fix)
    write.shop.layer.show_remarks(Remarks([found], write.view.rows))
    control = click("go", row)
    assert control.tip == "Twice the same.\nSay it once.\nFabel"
    assert desk.here.spot.block == row.block


def test_remarks_of_other_messages_stay_away(write, desk):
    place = Place(desk.here.spot.sequence, "another", "", "nb")
    found = Finding("x", Severity.ERROR, place, sentence("No."), fix=sentence("Mend."))
    write.shop.layer.show_remarks(Remarks([found], write.view.rows))
    write.grab()
    assert write.shop.layer.spots.control("go") is None


def test_a_press_on_a_control_does_not_move_the_caret(write, desk, click, popup):
    before = desk.here.spot
    click("angle")
    assert desk.here.spot == before
    popup().close()


def test_every_control_says_what_it_does(write):
    write.grab()
    assert all(control.tip for control in write.shop.layer.spots.controls)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everything_is_painted_in_both_themes(write, desk, theme):
    desk.look.choose(theme)
    for value in (0, 600, 1200, 99999):
        write.view.verticalScrollBar().setValue(value)
        assert not write.grab().isNull()


def test_a_block_is_dragged_by_its_handle(write, desk, qtbot):
    blocks = message(desk).blocks
    row = block_row(write, "heading")
    view, box = write.view.viewport(), write.view.places.rect(row).center().toPoint()
    qtbot.mouseMove(view, box)
    write.grab()
    handle = write.shop.layer.spots.control("handle", row).rect.center().toPoint()
    below = write.view.places.rect(block_row(write)).bottomLeft().toPoint()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=handle)
    qtbot.mouseMove(view, QPoint(handle.x(), below.y() - 2))
    assert write.shop.layer._drop_line is not None
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(handle.x(), below.y() - 2))
    assert message(desk).blocks == (blocks[1], blocks[0], *blocks[2:])
    assert write.shop.layer._drop_line is None
