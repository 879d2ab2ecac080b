"""Snippets are written once, and it is known where they stand."""

import pytest
from PySide6.QtCore import Qt

from studio.edits.shelf import keep
from studio.edits.texts import block_text, write
from studio.model.localized import localized
from studio.model.project import Snippet
from tests.widgets.brand.test_speaking import first_paragraph, press, write_in
from widgets.notices import Tone


@pytest.fixture
def snippets(screen, desk):
    """Guarantee stands nowhere, Returns in one message."""
    project = keep(desk.session.project, Snippet("returns", "Returns", localized(nb="Tretti dager.", sv="Trettio.")))
    project = keep(project, Snippet("guarantee", "Guarantee", localized(nb="To år.")))
    project = write(project, block_text(first_paragraph(project)), "nb", "Slik: {{ snippet.returns }}")
    desk.session.receive(project)
    return screen.snippets


@pytest.fixture
def asked(desk):
    questions = []
    desk.notices.asked.connect(lambda question, answer: questions.append((question, answer)))
    return questions


def kept(desk):
    return desk.session.project.snippets


def test_each_snippet_says_in_how_many_messages_it_stands(snippets):
    assert {id_: label.text() for id_, label in snippets.counts.items()} == {
        "guarantee": "In no message yet",
        "returns": "In one message",
    }


def test_the_words_are_written_in_the_language_shown(snippets, qtbot, desk):
    press(qtbot, snippets.languages.pill("sv"))
    field = snippets.texts["returns"]
    assert field.value == "Trettio."
    field.selectAll()
    qtbot.keyClicks(field, "Trettio dagar.")
    assert kept(desk)["returns"].text.words("sv") == "Trettio dagar."
    assert kept(desk)["returns"].text.words("nb") == "Tretti dager."


def test_a_run_of_typing_is_one_step(snippets, qtbot, desk):
    qtbot.keyClicks(snippets.texts["guarantee"], "Hele ")
    assert desk.session.stack.count() == 1
    desk.session.stack.undo()
    assert snippets.texts["guarantee"].value == "To år."


def test_a_language_tells_whether_all_its_snippets_are_written(snippets):
    dots = {code: snippets.languages.pill(code).segment.dot for code in ("nb", "sv", "nl")}
    assert dots == {"nb": "good", "sv": "warn", "nl": "line2"}


def test_a_snippet_is_added_and_the_caret_waits_in_its_words(snippets, qtbot, desk):
    write_in(qtbot, snippets.name, "Gift wrapping")
    assert kept(desk)["gift_wrapping"].name == "Gift wrapping"
    assert snippets.texts["gift_wrapping"].hasFocus()
    desk.session.stack.undo()
    assert "gift_wrapping" not in snippets.texts


@pytest.mark.parametrize("name", ["Returns", "!!!", "42"])
def test_a_snippet_that_cannot_be_is_refused_under_its_field(snippets, qtbot, desk, name):
    before = desk.session.project
    write_in(qtbot, snippets.name, name)
    assert snippets.frame.is_wrong
    assert desk.session.project is before


def test_a_snippet_is_renamed_and_copy_still_finds_it(snippets, qtbot, desk):
    write_in(qtbot, snippets.names["returns"], "Open purchase")
    assert kept(desk)["returns"].name == "Open purchase"
    assert snippets.counts["returns"].text() == "In one message"


def test_a_snippet_without_a_name_keeps_the_one_it_had(snippets, qtbot, desk):
    field = snippets.names["returns"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.wrong == "A snippet needs a name."
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.value, field.wrong, kept(desk)["returns"].name) == ("Returns", "", "Returns")


def test_a_snippet_that_stands_nowhere_goes_at_once_and_comes_back(snippets, qtbot, desk, notices, asked):
    press(qtbot, snippets.removers["guarantee"])
    assert ("guarantee" in kept(desk), asked, notices[-1].tone) == (False, [], Tone.PLAIN)
    notices[-1].act()
    assert snippets.texts["guarantee"].value == "To år."


@pytest.mark.parametrize(("answer", "stays"), [("keep", True), ("remove", False)])
def test_a_snippet_that_is_used_goes_only_after_a_question(snippets, qtbot, desk, asked, answer, stays):
    press(qtbot, snippets.removers["returns"])
    question, answered = asked[0]
    message = next(iter(desk.session.project.messages.values())).name
    assert message in question.text
    answered(answer)
    assert ("returns" in kept(desk)) is stays


def test_a_paragraph_is_as_tall_as_its_words(snippets, desk, qtbot):
    low = snippets.texts["guarantee"].height()
    project = desk.session.project
    desk.session.receive(keep(project, Snippet("guarantee", "Guarantee", localized(nb="To år. " * 80))))
    qtbot.waitUntil(lambda: snippets.texts["guarantee"].height() > 2 * low)


def test_a_colleague_s_words_show_without_moving_the_caret(snippets, desk):
    field = snippets.texts["returns"]
    field.setFocus()
    cursor = field.textCursor()
    cursor.setPosition(4)
    field.setTextCursor(cursor)
    project = desk.session.project
    desk.session.receive(keep(project, Snippet("returns", "Returns", localized(nb="Tretti lange dager."))))
    assert (field.value, field.textCursor().position()) == ("Tretti lange dager.", 4)


def test_without_snippets_the_page_stays_calm(screen):
    assert not screen.snippets.none.isHidden()
    assert screen.snippets.table.isHidden()
