"""Search: names and all copy, with the place, the marked words and the language; Enter opens there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from widgets.library.finding import FOUND, Found, FoundModel, by_name
from widgets.library.shelves import Kind, View

CART, WELCOME = "Forlatt handlekurv, klassikeren", "Velkommen, fortalt som en historie"
Key = Qt.Key


def type_in(qtbot, library, words):
    library.page.filters.search.setFocus()
    qtbot.keyClicks(library.page.filters.search, words)


def found(library):
    model = library.page.search.model
    return [model.index(row).data(FOUND) for row in range(model.rowCount())]


def test_typing_shows_the_sentences_with_the_words_marked(qtbot, library):
    type_in(qtbot, library, "handlekurv")
    hit = found(library)[1]
    start, end = hit.marks[0]
    assert hit.text[start:end].casefold().startswith("handlekurv")
    assert hit.path[:2] == ("Fjellvik Sko", CART)
    assert len(hit.path) == 3
    assert library.page.search.isVisible()


def test_sequences_are_found_by_their_names_first(qtbot, library):
    type_in(qtbot, library, "historie")
    assert found(library)[0].text == WELCOME


def test_enter_in_the_field_and_enter_in_the_list_open_the_place(qtbot, library, stocked):
    type_in(qtbot, library, "velkommen")
    qtbot.keyClick(library.page.filters.search, Key.Key_Return)
    qtbot.keyClick(library.page.search.list, Key.Key_Down)
    hit = library.page.search.list.currentIndex().data(FOUND)
    qtbot.keyClick(library.page.search.list, Key.Key_Return)
    assert stocked.session.project.id == hit.project
    assert (stocked.here.spot.message, stocked.here.spot.block) == (hit.spot.message, hit.spot.block)
    assert stocked.here.spot.language == hit.language
    assert library.asked_for == ["write"]


def test_escape_leads_back_to_the_cards(qtbot, library):
    type_in(qtbot, library, "kurv")
    qtbot.keyClick(library.page.filters.search, Key.Key_Escape)
    assert library.page.grid.isVisible()
    qtbot.keyClick(library.page.filters.search, Key.Key_Down)
    assert library.page.grid.hasFocus()


def test_nothing_found_is_said(qtbot, library):
    type_in(qtbot, library, "xyzzy")
    assert library.page.search.said.text().startswith("Nothing says “xyzzy”")
    assert not library.page.search.list.isVisible()


def test_what_is_in_the_trash_is_not_found(qtbot, library, rows, stocked):
    rows.go(WELCOME)
    rows.press(Key.Key_Delete)
    type_in(qtbot, library, "historie")
    assert not [hit for hit in found(library) if hit.project == "ull-og-saum" and hit.spot.sequence]


def test_choosing_a_chip_ends_the_search(qtbot, library):
    type_in(qtbot, library, "kurv")
    qtbot.mouseClick(library.page.filters.chip(View()), Qt.MouseButton.LeftButton)
    assert library.page.filters.search.value == ""
    assert library.page.grid.isVisible()


def test_control_f_leads_to_the_search(qtbot, library):
    qtbot.keyClick(library.page.grid, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert library.page.filters.search.hasFocus()


def test_the_model_keeps_qt_s_rules(qtbot, library):
    model = FoundModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(by_name(library.shelf.projects, "historie"))
    assert model.rowCount() == 1
    model.show(())
    assert model.rowCount() == 0


def test_a_name_whose_letters_fold_longer_is_found_without_marks(library):
    project = library.shelf.projects[0]
    from dataclasses import replace

    odd = replace(project, flows=(replace(project.flows[0], name="Straßenschuhe"),))
    assert [each.marks for each in by_name([odd], "schuhe")] == [()]
    assert isinstance(by_name([odd], "schuhe")[0], Found)


def test_the_view_of_the_trash_is_left_for_the_search(qtbot, library):
    library.page.filters.choose(View(Kind.ALL))
    type_in(qtbot, library, "kurv")
    assert not library.page.buttons["empty_trash"].isVisible()
