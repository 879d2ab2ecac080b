"""How the client speaks: form of address, words to avoid, budgets, and the words that spelling knows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from studio.edits.sequences import add_language
from studio.edits.style import avoid, learn
from studio.edits.texts import block_text, write
from studio.model.style import Formality

LEFT = Qt.MouseButton.LeftButton


def press(qtbot, button):
    qtbot.mouseClick(button, LEFT)


def write_in(qtbot, field, words, end=Qt.Key.Key_Return):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, end)


@pytest.fixture
def speaking(screen):
    return screen.speaking


@pytest.fixture
def avoiding(screen, desk):
    """The words to avoid in Norwegian: gratis (uten kostnad) and kunde."""
    project = avoid(avoid(desk.session.project, "nb", "gratis", "uten kostnad"), "nb", "kunde")
    desk.session.receive(project)
    return screen.speaking.avoided


def held(brand, language="nb"):
    return dict(brand().style.avoid.get(language, {}))


def test_only_languages_with_two_forms_are_asked(speaking, desk):
    assert list(speaking.forms.choices) == ["nl"]
    project = desk.session.project
    desk.session.receive(add_language(project, project.sequence_order[0], "de"))
    assert [speaking.forms.choices["de"].pill(form).text() for form in Formality] == ["du", "Sie"]


def test_the_form_of_address_is_chosen_and_undone(speaking, qtbot, desk, brand):
    choice = speaking.forms.choices["nl"]
    assert choice.current == "informal"
    press(qtbot, choice.pill("formal"))
    assert brand().style.form("nl") is Formality.FORMAL
    desk.session.stack.undo()
    assert choice.current == "informal"


def test_copy_in_the_other_form_is_told_honestly(speaking, qtbot, desk):
    assert speaking.forms.otherwise.isHidden()
    press(qtbot, speaking.forms.choices["nl"].pill("formal"))
    assert "Nederlands" in speaking.forms.otherwise.text()
    assert "It is not rewritten; the checks show where." in speaking.forms.otherwise.text()
    desk.session.stack.undo()
    assert speaking.forms.otherwise.isHidden()


def test_without_such_a_language_nothing_is_asked(speaking, desk):
    project = desk.session.project
    flow = project.sequences[project.sequence_order[0]]
    desk.session.receive(
        replace(project, sequences=project.sequences.set(flow.id, replace(flow, languages=("nb", "sv"))))
    )
    assert speaking.forms.isHidden()


@pytest.mark.parametrize("name", ["exclamations", "emoji"])
def test_budgets_are_typed(speaking, qtbot, brand, name):
    field = getattr(speaking, name)
    field.selectAll()
    qtbot.keyClicks(field, "3")
    assert getattr(brand().style, name) == 3


def test_a_word_to_avoid_is_added_and_the_caret_waits_for_the_other(speaking, qtbot, brand):
    write_in(qtbot, speaking.avoided.word, "gratis")
    (_, instead) = speaking.avoided.cells[0]
    assert instead.hasFocus()
    qtbot.keyClicks(instead, "uten kostnad")
    assert held(brand) == {"gratis": "uten kostnad"}


def test_a_word_is_avoided_once(avoiding, qtbot, brand):
    before = brand()
    write_in(qtbot, avoiding.word, "Gratis")
    assert avoiding.frame.is_wrong
    assert brand() is before


def test_a_word_is_written_anew_where_it_stands(avoiding, qtbot, brand, desk):
    write_in(qtbot, avoiding.cells[0][0], "vederlagsfritt", Qt.Key.Key_Tab)
    assert held(brand) == {"vederlagsfritt": "uten kostnad", "kunde": ""}
    assert avoiding.cells[0][1].hasFocus()
    desk.session.stack.undo()
    assert [cell.value for cell, _ in avoiding.cells] == ["gratis", "kunde"]


def test_a_word_that_stands_there_already_is_refused_in_its_cell(avoiding, qtbot, brand):
    before = brand()
    write_in(qtbot, avoiding.cells[0][0], "kunde")
    assert avoiding.wrong.text() == "“kunde” stands in the list already."
    assert brand() is before
    avoiding.cells[0][0].selectAll()
    qtbot.keyClick(avoiding.cells[0][0], Qt.Key.Key_Delete)
    qtbot.keyClick(avoiding.cells[0][0], Qt.Key.Key_Return)
    assert (avoiding.cells[0][0].value, avoiding.wrong.isHidden()) == ("gratis", True)


def test_a_word_is_removed_by_key_and_brought_back(avoiding, qtbot, brand, notices):
    avoiding.removers[0].setFocus()
    qtbot.keyClick(avoiding.removers[0], Qt.Key.Key_Space)
    assert held(brand) == {"kunde": ""}
    assert avoiding.removers[0].hasFocus()
    notices[-1].act()
    assert held(brand)["gratis"] == "uten kostnad"


def test_each_language_has_its_own_words(avoiding, speaking, qtbot, brand):
    press(qtbot, speaking.languages.pill("sv"))
    assert avoiding.cells == []
    write_in(qtbot, avoiding.word, "gratis")
    assert held(brand, "sv") == {"gratis": ""}


def test_the_words_follow_the_language_of_the_window(avoiding, speaking, desk):
    desk.here.go(language="sv")
    assert (speaking.languages.current, avoiding.cells) == ("sv", [])


def test_spelling_learns_several_words_at_once(speaking, qtbot, brand):
    write_in(qtbot, speaking.lexicon.word, "sålebytte, Gore-Tex")
    assert brand().style.lexicon["nb"] == ("sålebytte", "Gore-Tex")
    assert speaking.lexicon.word.value == ""


def test_a_known_word_goes_by_key_and_comes_back(speaking, qtbot, brand, desk):
    desk.session.do("", learn(desk.session.project, "nb", ("a", "b")))
    chips = speaking.lexicon.chips
    chips["a"].setFocus()
    qtbot.keyClick(chips["a"], Qt.Key.Key_Space)
    assert brand().style.lexicon["nb"] == ("b",)
    assert speaking.lexicon.chips["b"].hasFocus()
    desk.session.stack.undo()
    assert list(speaking.lexicon.chips) == ["a", "b"]


def test_copy_that_is_rewritten_meanwhile_is_read_when_the_writer_comes_back(screen, speaking, desk, qtbot):
    screen.hide()
    project = desk.session.project
    desk.session.receive(write(project, block_text(first_paragraph(project)), "nl", "Wij helpen u graag, met uw maat."))
    screen.show()
    screen.entered()
    assert not speaking.forms.otherwise.isHidden()


def first_paragraph(project):
    kinds = ((id_, project.blocks[id_].kind) for message in project.messages.values() for id_ in message.blocks)
    return next(id_ for id_, kind in kinds if kind == "paragraph")
