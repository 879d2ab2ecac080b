"""What is typed in the manuscript is in the project at once, and undo brings words and caret back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from studio.edits.texts import block_text, write

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def compose(writer, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(writer.view, event)


def test_typed_words_are_in_the_project(writer):
    writer.at("one", 6)
    writer.type(" der")
    assert writer.words("one") == "Hei du der"
    assert writer.agrees()


def test_a_run_of_typing_is_one_step(writer):
    writer.type("Abc ")
    assert writer.desk.session.stack.count() == 1
    writer.undo()
    assert writer.words("one") == "Hei du"
    assert writer.agrees()


def test_undo_and_redo_bring_the_caret_back(writer):
    writer.at("one", 3)
    writer.type("!!")
    writer.at("two", 1)
    writer.undo()
    assert writer.place == ("one", 3)
    writer.redo()
    assert writer.place == ("one", 5)
    assert writer.view.caret.spot().offset == 5


def test_moving_the_caret_begins_a_new_step(writer):
    writer.type("A")
    writer.press(Key.Key_End)
    writer.type("B")
    assert writer.desk.session.stack.count() == 2


def test_backspace_within_a_row_takes_a_character(writer):
    writer.at("one", 6)
    writer.press(Key.Key_Backspace)
    assert writer.words("one") == "Hei d"


def test_an_input_method_makes_one_step_when_it_commits(writer):
    compose(writer, preedit="ni")
    assert writer.desk.session.stack.count() == 0
    compose(writer, preedit="nih")
    compose(writer, commit="你好")
    assert writer.words("one") == "你好Hei du"
    assert writer.desk.session.stack.count() == 1


def test_emoji_and_joined_ones_stay_whole(writer):
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    compose(writer, commit=f"😀{family}")
    writer.press(Key.Key_Left)
    assert writer.words("one") == f"😀{family}Hei du"
    writer.press(Key.Key_Right)
    writer.press(Key.Key_Backspace)
    assert "\ud83d" not in writer.words("one")
    assert writer.agrees()


def test_offsets_count_characters_beyond_the_first_plane_as_one(writer):
    compose(writer, commit="😀😀")
    assert writer.place == ("one", 2)
    writer.at("one", 1)
    writer.type("x")
    assert writer.words("one") == "😀x😀Hei du"


def test_an_input_method_writes_in_the_very_last_row(writer):
    writer.into("hint", "offer")
    compose(writer, preedit="n")
    compose(writer, commit="你")
    assert writer.blocks("offer")[-1] == "你"


def test_half_a_character_never_reaches_the_project(writer):
    compose(writer, commit="a\ud83db")
    assert writer.words("one").encode("utf-8").decode() == writer.words("one")


def test_typing_in_the_last_row_begins_a_paragraph(writer):
    writer.into("hint")
    writer.type("Nytt")
    assert writer.blocks()[-1] == "Nytt"
    assert writer.desk.session.stack.count() == 1
    assert writer.view.row.words == "Nytt"
    assert writer.agrees()


def test_typing_in_the_very_last_row_goes_on_in_one_paragraph(writer):
    count = len(writer.blocks("offer"))
    writer.into("hint", "offer")
    writer.type("Hei du")
    assert writer.blocks("offer")[count:] == ["Hei du"]
    assert writer.place == (writer.project.messages["offer"].blocks[-1], 6)
    assert writer.agrees()


def test_undoing_what_was_begun_leaves_the_caret_where_it_was(writer):
    writer.into("hint")
    writer.type("Nytt")
    writer.undo()
    assert writer.view.row.kind == "hint"


def test_undoing_a_begun_paragraph_takes_it_out(writer):
    count = len(writer.blocks())
    writer.into("hint")
    writer.type("Nytt")
    writer.undo()
    assert len(writer.blocks()) == count
    assert writer.agrees()


def test_a_subject_is_typed_where_it_stands(writer):
    writer.into("subject")
    writer.type("Nå: ")
    assert writer.project.variants["reminder-a"].subject.words("nb").startswith("Nå: ")


def test_a_colleagues_words_arrive_while_we_type(writer):
    writer.at("one", 6)
    writer.type("!")
    writer.desk.session.receive(write(writer.project, block_text("two"), "nb", "Fra Kari"))
    writer.type("!")
    assert (writer.words("one"), writer.words("two")) == ("Hei du!!", "Fra Kari")
    assert writer.agrees()


def test_a_colleagues_words_in_our_row_leave_the_caret_at_its_words(writer):
    writer.at("one", 6)
    writer.type("!")
    writer.desk.session.receive(write(writer.project, block_text("one"), "nb", "Nei, hei du!"))
    writer.type("?")
    assert writer.words("one") == "Nei, hei du!?"


def test_what_arrives_during_composition_waits_for_it(writer):
    compose(writer, preedit="n")
    writer.desk.session.receive(write(writer.project, block_text("one"), "nb", "Annet"))
    compose(writer, preedit="")
    assert writer.agrees()
    assert writer.view.row.words == "Annet"


def test_undo_is_left_to_the_window(writer):
    writer.type("a")
    writer.press(Key.Key_Z, CTRL)
    assert writer.words("one") == "aHei du"


def test_another_language_keeps_the_place(writer):
    writer.at("two", 2)
    writer.desk.here.go(language="sv")
    assert writer.view.row.words == "Hejdå"
    assert writer.place == ("two", 2)
    assert writer.agrees()


def test_what_is_first_written_in_another_language_is_a_translation(writer):
    writer.desk.here.go(language="nl")
    writer.at("one")
    writer.type("Hoi")
    assert writer.project.blocks["one"].texts["text"].texts["nl"].source != ""


def test_a_paragraph_that_slipped_in_is_put_right(writer):
    view = writer.view
    view.textCursor().insertBlock()
    writer.qtbot.waitUntil(lambda: view.document().blockCount() == len(view.rows))
    assert writer.agrees()
