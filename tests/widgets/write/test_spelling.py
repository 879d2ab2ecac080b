"""Words that no dictionary has are waved, corrected and remembered; a language without one is told once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from studio.edits.texts import block_text
from studio.edits.texts import write as say
from studio.words.sentences import words_of
from tests.studio.spelling.conftest import dictionary

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
SAID = "Hei på deg. Kurven er stabel. Hei stabel igjen."
KNOWN = "hei på deg kurven er igjen stapel"


@pytest.fixture
def proof(write, desk, monkeypatch, tmp_path, qtbot):
    """Return the paragraph that says SAID, judged by a Norwegian dictionary that does not know “stabel”."""
    copy = {word for each in desk.session.project.blocks.values() for text in each.texts.values()
            for word in words_of(text.words("nb"))}  # fmt: skip
    known = sorted({*KNOWN.split(), *(word for word in copy if word.isalpha())})
    monkeypatch.setenv("FABEL_DICTIONARIES", str(dictionary(tmp_path, "nb_NO", "\n".join(known), "UTF-8")))
    row = next(row for row in write.view.rows if row.block_kind == "paragraph")
    desk.session.do("Say", say(desk.session.project, block_text(row.block), "nb", SAID))
    desk.preferences.set(spelling=True)
    desk.here.go(block=row.block, field="text", variant="", offset=0)
    write.view.setFocus()
    return next(each for each in write.view.rows if each.key == row.key)


def waved(write, row):
    return [each.said[each.start : each.end] for each in write.shop.layer.strokes.of(row) if each.wavy]


def said_by(desk, row):
    return desk.session.project.blocks[row.block].words("text", "nb")


def test_unknown_words_are_waved(write, proof):
    assert waved(write, proof) == ["stabel", "stabel"]


def test_a_key_goes_to_the_unknown_word_and_offers_what_was_meant(write, desk, proof, pick, qtbot):
    qtbot.keyClick(write.view, Key.Key_F7, ALT)
    assert desk.here.spot.offset == SAID.index("stabel")
    pick("")
    assert said_by(desk, proof) == SAID.replace("stabel", "stapel", 1)
    desk.session.stack.undo()
    assert said_by(desk, proof) == SAID


def test_a_word_is_remembered_and_forgotten_by_undo(write, desk, proof, popup, qtbot):
    qtbot.keyClick(write.view, Key.Key_F7, ALT)
    picker = popup()
    qtbot.keyClick(picker.view, Key.Key_End)
    qtbot.keyClick(picker.view, Key.Key_Return)
    assert desk.session.project.brand.style.lexicon["nb"] == ("stabel",)
    assert waved(write, proof) == []
    desk.session.stack.undo()
    qtbot.waitUntil(lambda: len(waved(write, proof)) == 2)


def test_the_right_button_offers_corrections_before_the_rest(write, desk, proof, popup):
    view, start = write.view, SAID.index("stabel")
    at = next(view.places.spans(proof, start + 2, start + 3)).center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    model = popup().model
    ids = [model.index(number, 0).data(Qt.ItemDataRole.UserRole).id for number in range(model.rowCount())]
    assert ids[:3] == ["0", "keep", "write.cut"]


def test_away_from_unknown_words_the_right_button_offers_the_usual(write, proof, popup):
    at = next(write.view.places.spans(proof, 0, 1)).center().toPoint()
    write.view.menu_requested.emit(write.view.viewport().mapToGlobal(at), proof)
    assert popup().model.index(0, 0).data(Qt.ItemDataRole.UserRole).id == "write.cut"


def test_a_word_is_judged_when_the_writer_pauses(write, proof, qtbot):
    qtbot.keyClicks(write.view, "Xyzzt ")
    assert len(waved(write, proof)) <= 2
    row = write.view.row
    qtbot.waitUntil(lambda: waved(write, row) == ["Xyzzt", "stabel", "stabel"])


def test_spelling_is_switched_off_in_the_palette(write, desk, proof):
    desk.actions["write.spelling"].trigger()
    assert desk.preferences.settings.spelling is False
    assert waved(write, proof) == []


def test_a_language_without_a_dictionary_is_told_once_and_where_to_name_one(write, desk, proof, click, qtbot):
    desk.here.go(language="sv")
    told = [each for each in write.shop.layer.beside.remarks.all if each.finding.id == "spelling.no_dictionary"]
    assert [str(each.finding.message) for each in told] == ["No Swedish dictionary here: spelling is not checked."]
    with qtbot.waitSignal(write.go_requested) as gone:
        write.view.verticalScrollBar().setValue(0)
        click("preferences")
    assert gone.args == ["preferences"]


def test_where_every_word_is_known_the_key_says_so(write, desk, qtbot):
    said = []
    desk.notices.said.connect(said.append)
    write.view.setFocus()
    qtbot.keyClick(write.view, Key.Key_F7, ALT)
    assert [each.text for each in said] == ["Every word here is known, or none has been looked at yet."]


def test_closing_ends_the_process(write, desk, proof):
    speller = desk.spelling.speller()
    assert speller._worker is not None
    desk.spelling.close()
    assert speller._worker is None
    assert not desk.spelling.is_on


def test_other_folders_make_another_speller(desk, tmp_path):
    before, told = desk.spelling.speller(), []
    desk.spelling.changed.connect(lambda: told.append(1))
    desk.preferences.set(dictionary_folders=(str(tmp_path),))
    assert desk.spelling.speller() is not before
    assert told == [1]
