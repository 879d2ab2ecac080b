"""What is selected over several rows is deleted, typed over, copied and pasted as one step."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from widgets.write.engine.carried import MIME
from widgets.write.engine.rows import RowKind

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_deleting_over_two_paragraphs_joins_what_is_left(writer):
    writer.select("one", 3, "two", 2)
    writer.press(Key.Key_Delete)
    assert writer.blocks()[0] == "Hei det"
    assert writer.desk.session.stack.count() == 1
    assert writer.place == ("one", 3)
    assert writer.agrees()


def test_undoing_a_deletion_brings_everything_back(writer):
    before = writer.project
    writer.select("one", 3, "two", 2)
    writer.press(Key.Key_Backspace)
    writer.undo()
    assert writer.project == before
    assert writer.agrees()


def test_typing_over_a_selection_is_one_step(writer):
    writer.select("one", 3, "two", 2)
    writer.type("X")
    writer.type("Y")
    assert writer.blocks()[0] == "HeiXY det"
    assert writer.desk.session.stack.count() == 1


def test_blocks_wholly_selected_go(writer):
    blocks = writer.project.messages["reminder"].blocks
    writer.select("one", 3, blocks[5], 3)
    writer.press(Key.Key_Delete)
    left = writer.project.messages["reminder"].blocks
    assert left == ("one", *blocks[6:])
    assert writer.words("one").startswith("Hei")
    assert writer.agrees()


def test_deleting_into_the_next_message_keeps_its_head_and_subjects(writer):
    first = writer.project.messages["questions"].blocks[0]
    subjects = [variant.subject for variant in writer.project.variants.values()]
    writer.select("two", 2, first, 5)
    tail = writer.words(first)
    writer.press(Key.Key_Backspace)
    assert {"reminder", "questions"} <= set(writer.project.messages)
    assert [variant.subject for variant in writer.project.variants.values()] == subjects
    assert writer.words("two") == "Ha"
    assert writer.words(first) != tail
    assert writer.agrees()


def test_deleting_everything_leaves_a_place_to_write(writer):
    writer.press(Key.Key_A, CTRL)
    writer.press(Key.Key_Delete)
    writer.into("hint")
    writer.type("Nytt")
    assert "Nytt" in writer.blocks()
    assert writer.agrees()


def test_enter_over_a_selection_deletes_and_leaves_two_paragraphs(writer):
    writer.select("one", 3, "two", 2)
    writer.press(Key.Key_Return)
    assert writer.blocks()[:2] == ["Hei", " det"]
    assert writer.place == ("two", 0)


def test_copied_blocks_are_pasted_into_another_message_with_their_languages(writer):
    writer.select("one", 0, "two", 6)
    writer.press(Key.Key_C, CTRL)
    writer.into("hint", "questions")
    writer.press(Key.Key_V, CTRL)
    pasted = writer.project.messages["questions"].blocks[-2:]
    assert [writer.words(id_) for id_ in pasted] == ["Hei du", "Ha det"]
    assert [writer.words(id_, "sv") for id_ in pasted] == ["Hej du", "Hejdå"]
    assert writer.desk.session.stack.count() == 1
    assert writer.agrees()


def test_the_clipboard_also_holds_html_and_plain_text(writer):
    writer.select("one", 4, "one", 6)
    writer.press(Key.Key_B, CTRL)
    writer.press(Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasFormat(MIME)
    assert mime.html() == "<p><strong>du</strong></p>"
    assert mime.text() == "du"


def test_cut_words_come_back_where_they_are_pasted(writer):
    writer.select("one", 0, "one", 4)
    writer.press(Key.Key_X, CTRL)
    assert writer.words("one") == "du"
    writer.at("two", 6)
    writer.press(Key.Key_V, CTRL)
    assert writer.words("two") == "Ha detHei "


def paste_text(writer, words):
    mime = QMimeData()
    mime.setText(words)
    QGuiApplication.clipboard().setMimeData(mime)
    writer.press(Key.Key_V, CTRL)


def test_plain_text_is_pasted_by_paragraphs(writer):
    writer.at("one", 3)
    paste_text(writer, "A\n\nB\nb\n\nC 2*3*4")
    assert writer.blocks()[:4] == ["HeiA", "B\nb", "C 2\\*3\\*4 du", "Ha det"]
    assert writer.desk.session.stack.count() == 1
    assert writer.agrees()


def test_a_subject_takes_one_line(writer):
    writer.into("subject")
    paste_text(writer, "To\nlinjer")
    assert writer.project.variants["reminder-a"].subject.words("nb").startswith("To linjer")
    assert writer.agrees()


def test_pasting_over_a_selection_of_several_rows_is_one_step(writer):
    writer.select("one", 3, "two", 2)
    paste_text(writer, "A\n\nB")
    assert writer.blocks()[:2] == ["HeiA", "B det"]
    writer.undo()
    assert writer.blocks()[:2] == ["Hei du", "Ha det"]


def test_a_chosen_card_is_copied_whole(writer):
    card = next(row for row in writer.view.rows if row.kind is RowKind.CARD)
    writer.view.choose(card)
    writer.press(Key.Key_C, CTRL)
    writer.into("hint", "questions")
    writer.press(Key.Key_V, CTRL)
    last = writer.project.messages["questions"].blocks[-1]
    assert writer.project.blocks[last].texts == writer.project.blocks[card.block].texts


def paste_html(writer, html):
    mime = QMimeData()
    mime.setHtml(html)
    mime.setText("not this")
    QGuiApplication.clipboard().setMimeData(mime)
    writer.press(Key.Key_V, CTRL)


def test_a_web_page_comes_without_its_clothes(writer):
    writer.at("one", 6)
    writer.press(Key.Key_Return)
    paste_html(writer, "<h2>Tittel</h2><p style='font-family: Comic'>Et <b>fett</b> ord</p>")
    blocks = writer.project.messages["reminder"].blocks
    assert [writer.project.blocks[id_].kind for id_ in blocks[1:3]] == ["heading", "paragraph"]
    assert writer.project.blocks[blocks[1]].settings["level"] == 2
    assert writer.blocks()[1:3] == ["Tittel", "Et **fett** ord"]
    assert writer.agrees()


def test_one_pasted_paragraph_flows_into_the_words(writer):
    writer.at("one", 3)
    paste_html(writer, "<p><i>på</i></p>")
    assert writer.words("one") == "Hei*på* du"


def test_blocks_pasted_before_the_first_word_stand_above(writer):
    writer.select("one", 0, "two", 6)
    writer.press(Key.Key_C, CTRL)
    writer.at("one", 0)
    writer.press(Key.Key_V, CTRL)
    assert writer.blocks()[:4] == ["Hei du", "Ha det", "Hei du", "Ha det"]
    assert writer.project.messages["reminder"].blocks[2:4] == ("one", "two")
    assert writer.agrees()


def test_a_paste_that_is_refused_changes_nothing(writer):
    mime = QMimeData()
    mime.setData(MIME, b'{"items": [{"kind": "sms", "block": {"id": "x", "kind": "sms"}}]}')
    QGuiApplication.clipboard().setMimeData(mime)
    before = writer.project
    writer.select("one", 3, "two", 2)
    writer.press(Key.Key_V, CTRL)
    assert writer.project == before
    assert writer.agrees()
