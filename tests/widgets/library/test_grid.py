"""The cards: what they say, how the keyboard moves among them, and that Enter opens."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester

from studio.edits.texts import subject, write
from widgets.library.cards import TOLD, CardsModel
from widgets.library.shelves import arrange
from widgets.library.telling import Tongue

CART, WELCOME = "Forlatt handlekurv, klassikeren", "Velkommen, fortalt som en historie"
Key = Qt.Key


def test_projects_are_sections_and_their_sequences_cards(rows):
    assert rows.names() == ["Fjellvik Sko", CART, "Ull og Saum", WELCOME]


def test_the_model_keeps_qt_s_rules(qtbot, library, stocked):
    model = CardsModel(stocked.words)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for projects in (library.shelf.projects, library.shelf.projects[:1], ()):
        model.show(arrange(projects, library.page.filters.view), library.shelf.done)
    assert model.rowCount() == 0


def test_a_card_tells_purpose_arc_and_how_far_each_language_is(rows):
    rows.go(CART)
    said = rows.grid.currentIndex().data(TOLD)
    assert said.line.startswith("Three e-mails")
    assert (said.channels, said.times) == (("email",) * 3, "1 h · 24 h · 60 h")
    assert said.tongues == tuple(Tongue(code, "good") for code in ("nb", "sv", "nl", "en"))
    assert said.since == "today"


def test_a_card_is_told_to_whoever_cannot_see_it(rows):
    rows.go(CART)
    aloud = rows.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud.startswith(f"{CART}, Three e-mails")


def test_a_dot_turns_while_the_open_project_is_edited(rows, library, stocked):
    project = stocked.session.project
    changed = write(project, subject(next(iter(project.variants))), "nb", "Noe helt annet")
    stocked.session.do("Write", changed)
    library.entered()
    rows.go(CART)
    assert rows.grid.currentIndex().data(TOLD).tongues[1] == Tongue("sv", "warn")


def test_a_renamed_open_project_is_shown_before_it_is_saved(rows, stocked):
    from studio.edits.brand import rename_project

    stocked.session.do("Rename", rename_project(stocked.session.project, "Ålesund Sko"))
    assert "Ålesund Sko" in rows.names()


def test_the_writer_s_own_sequence_is_current_at_first(rows):
    assert rows.grid.current().name == CART


def test_arrows_go_through_sections_and_cards(rows):
    rows.go(CART)
    rows.press(Key.Key_Down)
    assert rows.grid.current().name == "Ull og Saum"
    rows.press(Key.Key_Right)
    assert rows.grid.current().name == WELCOME
    rows.press(Key.Key_Up)
    rows.press(Key.Key_Up)
    assert rows.grid.current().name == CART


def test_up_and_down_stay_in_their_column(show, stocked, third, make_rows):
    stocked.workspace.store.create(third)
    rows = make_rows(show(stocked))
    names = rows.names()
    rows.grid.setCurrentIndex(rows.grid.model().index(names.index("Kaffe og brød") + 2, 0))
    rows.press(Key.Key_Up)
    rows.press(Key.Key_Down)
    assert rows.grid.current().project.name == "Kaffe og brød"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_opens_a_sequence_and_leads_to_writing(rows, library, stocked, key):
    rows.go(WELCOME)
    rows.press(key)
    assert stocked.session.project.name == "Ull og Saum"
    assert (stocked.here.spot.sequence, stocked.here.spot.language) == ("welcome-story", "nb")
    assert stocked.here.spot.message
    assert library.asked_for == ["write"]


def test_a_double_click_opens(qtbot, rows, library, stocked):
    at = rows.center(WELCOME)
    qtbot.mouseClick(rows.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(rows.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert stocked.session.project.name == "Ull og Saum"


def test_the_open_project_is_not_read_again(rows, library, stocked):
    before = stocked.session.project
    rows.go(CART)
    rows.press(Key.Key_Return)
    assert stocked.session.project is before
    assert library.asked_for == ["write"]


def test_the_last_project_is_remembered(rows, stocked):
    rows.go(WELCOME)
    rows.press(Key.Key_Return)
    assert stocked.preferences.settings.last_project == "ull-og-saum"


def test_a_right_click_offers_all_verbs(rows, library):
    at = rows.center(CART)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, rows.grid.viewport().mapToGlobal(at))
    rows.grid.contextMenuEvent(event)
    offered = [choice.id for choice in library.menu.picker.model._shown]
    assert {"library.open", "library.rename", "library.export", "library.trash"} <= set(offered)
    library.menu.picker.hide()


def test_the_menu_key_offers_the_verbs_of_a_project(rows, library, qtbot):
    rows.go("Ull og Saum")
    rows.grid.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    offered = [choice.id for choice in library.menu.picker.model._shown]
    assert "library.new_sequence" in offered
    assert "library.save_preset" not in offered
    qtbot.keyClick(library.menu.picker, Key.Key_Escape)


def test_the_three_dots_open_the_menu(qtbot, rows, library):
    rows.go("Ull og Saum")
    at = rows.grid._dots(rows.grid.currentIndex()).center()
    qtbot.mouseClick(rows.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert library.menu.picker.isVisible()
    library.menu.picker.hide()


def test_what_is_picked_from_the_menu_is_done(qtbot, rows, library):
    row = rows.go("Ull og Saum")
    library.menu.offer(row, QPoint())
    qtbot.keyClick(library.menu.picker.view, Key.Key_Down)
    qtbot.keyClick(library.menu.picker.view, Key.Key_Return)
    assert library.asked_for == ["write"]


def test_letters_do_not_search_in_the_grid(rows):
    rows.go(CART)
    rows.press(Key.Key_U)
    assert rows.grid.current().name == CART


@pytest.mark.parametrize("width", [700, 1024, 1364])
def test_no_card_reaches_over_the_edge(show, stocked, width):
    screen = show(stocked, (width, 664))
    grid = screen.page.grid
    rights = [grid.visualRect(grid.model().index(row, 0)).right() for row in range(grid.model().rowCount())]
    assert max(rights) < grid.viewport().width()
    assert screen.width() == width


def test_the_theme_changes_live(qtbot, rows, stocked):
    before = rows.grid.grab().toImage()
    stocked.look.choose("dark")
    assert rows.grid.grab().toImage() != before
    stocked.look.choose("light")
