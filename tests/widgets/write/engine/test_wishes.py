"""What the manuscript asks of others, and what clicks and marks do."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QApplication

from studio.i18n import NullTranslator
from widgets.write.engine.chips import chip_words
from widgets.write.engine.places import margins
from widgets.write.engine.rows import RowKind

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def test_a_slash_in_an_empty_row_asks_for_blocks(writer):
    writer.at("one", 6)
    writer.press(Key.Key_Return)
    with writer.qtbot.waitSignal(writer.view.slash_requested) as asked:
        writer.type("/")
    assert asked.args[1].block == writer.place[0]
    assert writer.words(writer.place[0]) == ""
    writer.view.edits.insert_words("/")
    assert writer.words(writer.place[0]) == "/"


def test_a_slash_among_words_is_a_slash(writer):
    writer.at("one", 6)
    writer.type("/")
    assert writer.words("one") == "Hei du/"


def test_two_braces_ask_for_a_merge_tag(writer):
    writer.at("one", 4)
    with writer.qtbot.waitSignal(writer.view.tag_requested) as asked:
        writer.type("{{")
    assert asked.args[2] == ""
    writer.view.edits.insert_tag("person.first_name")
    assert writer.words("one") == "Hei {{ person.first_name }}du"
    assert writer.agrees()


def test_ctrl_space_asks_for_a_merge_tag_in_a_subject_too(writer):
    writer.into("subject")
    with writer.qtbot.waitSignal(writer.view.tag_requested):
        writer.press(Key.Key_Space, CTRL)


def test_a_chip_is_deleted_whole(writer):
    writer.at("one", 4)
    writer.view.edits.insert_tag("person.first_name")
    assert writer.place == ("one", 5)
    writer.press(Key.Key_Backspace)
    assert writer.words("one") == "Hei du"


def test_a_clicked_chip_asks_to_be_changed_and_gives_way(writer):
    writer.at("one", 4)
    writer.view.edits.insert_tag("person.first_name")
    box = next(writer.view.places.spans(writer.view.row, 4, 5))
    with writer.qtbot.waitSignal(writer.view.tag_requested) as asked:
        writer.qtbot.mouseClick(writer.view.viewport(), LEFT, pos=box.center().toPoint())
    assert asked.args[2] == "person.first_name"
    writer.view.edits.insert_tag("person.last_name")
    assert writer.words("one") == "Hei {{ person.last_name }}du"


def test_a_link_is_asked_for_with_its_address(writer):
    writer.select("one", 4, "one", 6)
    writer.view.edits.set_link("https://a.no")
    with writer.qtbot.waitSignal(writer.view.link_requested) as asked:
        writer.press(Key.Key_K, CTRL | SHIFT)
    assert asked.args[2] == "https://a.no"
    writer.view.edits.set_link("")
    assert writer.words("one") == "Hei du"


def test_a_clicked_card_is_chosen_and_opened(writer):
    card = next(row for row in writer.view.rows if row.block_kind == "cart")
    count = len(writer.view.rows)
    box = writer.view.places.rect(card)
    writer.qtbot.mouseClick(writer.view.viewport(), LEFT, pos=box.center().toPoint())
    assert writer.view.chosen.key == card.key
    assert len(writer.view.rows) == count + 3
    writer.press(Key.Key_Escape)
    assert len(writer.view.rows) == count


def test_a_click_in_the_margin_is_told_and_moves_no_caret(writer):
    row = next(row for row in writer.view.rows if row.block == "two")
    at = QPoint(40, round(writer.view.places.rect(row).center().y()))
    with writer.qtbot.waitSignal(writer.view.pressed) as told:
        writer.qtbot.mouseClick(writer.view.viewport(), LEFT, pos=at)
    assert told.args[1].key == row.key
    assert writer.place[0] == "one"


def test_a_click_in_words_puts_the_caret_there(writer):
    row = next(row for row in writer.view.rows if row.block == "two")
    box = next(writer.view.places.spans(row, 3, 4))
    writer.qtbot.mouseClick(writer.view.viewport(), LEFT, pos=box.center().toPoint())
    assert writer.place[0] == "two"
    assert writer.place[1] in (3, 4)


def test_a_right_click_asks_for_a_menu(writer):
    row = next(row for row in writer.view.rows if row.block == "two")
    at = writer.view.places.rect(row).center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, writer.view.viewport().mapToGlobal(at))
    with writer.qtbot.waitSignal(writer.view.menu_requested) as asked:
        QApplication.sendEvent(writer.view.viewport(), event)
    assert asked.args[1].key == row.key


def test_pasted_files_are_handed_on(writer):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/a.png")])
    with writer.qtbot.waitSignal(writer.view.dropped) as told:
        writer.view.insertFromMimeData(mime)
    assert told.args[1].block == "one"


def test_selecting_a_tucked_text_opens_its_card(writer):
    cart = next(row.block for row in writer.view.rows if row.block_kind == "cart")
    writer.at(cart, field="total")
    assert (writer.view.row.block, writer.view.row.field) == (cart, "total")
    writer.at("one")
    assert not any(row.field == "total" for row in writer.view.rows)


def test_marks_lie_on_their_words(writer):
    row = next(row for row in writer.view.rows if row.block == "two")
    writer.view.mark([(row.key, 0, 2, "mark"), (("text", "", "", "", ""), 0, 1, "mark")])
    made = writer.view.extraSelections()
    assert [each.cursor.selectedText() for each in made] == ["Ha"]


def test_painters_see_the_visible_rows_in_order(writer):
    seen = []
    writer.view.over.append(lambda painter: seen.append((isinstance(painter, QPainter), writer.view.places.visible())))
    writer.view.grab()
    rows = [row for row, _ in seen[-1][1]]
    assert rows[0].kind is RowKind.HEAD
    tops = [box.top() for _, box in seen[-1][1]]
    assert tops == sorted(tops)
    assert len(rows) < len(writer.view.rows)


@pytest.mark.parametrize(("width", "expected"), [(924, (130, 184)), (1024, (180, 234)), (640, (104, 24))])
def test_margins_give_way_before_words(width, expected):
    assert margins(width) == expected


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('person.first_name | default: "du"', "first name | du"),
        ("if person.first_name", "if first name"),
        ("else", "otherwise"),
        ("end", "end"),
        ("shop.free_shipping_over", "free shipping over"),
        ("no such", "no such"),
    ],
)
def test_chips_say_plain_words(source, words):
    assert chip_words(NullTranslator(), source) == words


def test_a_switch_of_theme_keeps_words_and_caret(writer):
    writer.at("two", 3)
    writer.desk.look.choose("dark")
    assert writer.view.caret.spot().offset == 3
    assert writer.agrees()


def test_undo_reaches_the_windows_action(writer):
    action = QAction(writer.view)
    action.setShortcut(QKeySequence(CTRL | Key.Key_Z))
    writer.view.addAction(action)
    writer.view.activateWindow()
    with writer.qtbot.waitSignal(action.triggered):
        writer.press(Key.Key_Z, CTRL)


def test_a_double_click_on_a_painted_row_leaves_the_caret(writer):
    head = next(row for row in writer.view.rows if row.kind is RowKind.HEAD)
    at = writer.view.places.rect(head).center().toPoint()
    writer.qtbot.mouseDClick(writer.view.viewport(), LEFT, pos=at)
    assert writer.place[0] == "one"


def test_a_chosen_card_moves_by_keys(writer):
    card = next(row for row in writer.view.rows if row.block_kind == "cart")
    before = writer.project.messages["reminder"].blocks.index(card.block)
    writer.view.choose(card)
    writer.press(Key.Key_Up, Modifier.AltModifier)
    assert writer.project.messages["reminder"].blocks.index(card.block) == before - 1
    assert writer.view.chosen.block == card.block
    assert writer.agrees()


def test_an_empty_paragraph_becomes_the_block_that_was_picked(writer):
    writer.at("one", 6)
    writer.press(Key.Key_Return)
    empty = writer.place[0]
    made = writer.view.edits.insert_block("button")
    assert empty not in writer.project.blocks
    assert writer.place == (made, 0)
    writer.type("Kjøp")
    assert writer.words(made, field="label") == "Kjøp"


def test_a_block_that_does_not_fit_is_refused_with_a_sentence(writer):
    before = writer.project
    with writer.qtbot.waitSignal(writer.desk.notices.said):
        assert writer.view.edits.insert_block("sms") == ""
    assert writer.project == before


def test_without_a_project_there_is_nothing_to_write_in(writer):
    writer.desk.session.open(None)
    assert writer.view.rows == ()
    assert writer.view.isReadOnly()
    writer.type("x")
    writer.press(Key.Key_Return)
    assert writer.view.row is None


@pytest.mark.parametrize("kind", ["divider", "spacer"])
def test_after_a_block_without_words_the_writer_goes_on_below(writer, kind):
    writer.into("hint")
    writer.view.edits.insert_block(kind)
    assert (writer.view.row.kind, writer.view.row.message) == (RowKind.HINT, "reminder")


def test_a_block_without_words_in_the_middle_is_passed(writer):
    writer.at("one", 2)
    writer.view.edits.insert_block("divider")
    assert writer.view.row.block == "two"


def test_without_a_message_the_manuscript_begins_at_the_top(writer):
    writer.desk.here.go(sequence="", message="", block="", field="", variant="")
    writer.desk.here.go(sequence=writer.project.sequence_order[0])
    assert writer.view.row is next(row for row in writer.view.rows if not row.is_protected)


def test_words_over_two_lines_have_a_box_on_each(writer):
    writer.type("ord " * 60)
    row, length = writer.view.row, len(writer.view.row.words)
    boxes = list(writer.view.places.spans(row, 2, length))
    assert len(boxes) >= 2
    assert boxes[0].left() > boxes[1].left()
    assert [box.top() for box in boxes] == sorted({box.top() for box in boxes})
    assert len(list(writer.view.places.spans(row, 2, 5))) == 1
