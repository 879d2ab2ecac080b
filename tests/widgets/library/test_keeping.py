"""Folders, tags, archive and trash: on the open project through its history, on others in the workspace."""

import pytest
from PySide6.QtCore import Qt

from studio.model.filing import Shelf
from studio.model.journal import Entry, Flow, State
from widgets.library.sheets import NameSheet
from widgets.library.shelves import Kind, View

CART, WELCOME = "Forlatt handlekurv, klassikeren", "Velkommen, fortalt som en historie"
Key = Qt.Key


def stored(desk, project="ull-og-saum"):
    return desk.workspace.store.load(project)


def test_delete_trashes_a_sequence_of_another_project_and_undo_brings_it_back(rows, stocked, ears):
    rows.go(WELCOME)
    rows.press(Key.Key_Delete)
    assert stored(stocked).sequences["welcome-story"].filing.shelf is Shelf.TRASHED
    assert WELCOME not in rows.names()
    assert ears.said == f"“{WELCOME}” is in the trash."
    ears.undo()
    assert WELCOME in rows.names()


def test_delete_on_the_open_project_goes_through_its_history(rows, stocked, ears):
    rows.go(CART)
    rows.press(Key.Key_Delete)
    assert stocked.session.project.sequences["cart-classic"].filing.shelf is Shelf.TRASHED
    assert stocked.session.stack.undoText() == "Move to the trash"
    ears.undo()
    assert stocked.session.stack.canRedo()
    assert CART in rows.names()


def test_undo_after_other_edits_takes_only_the_trashing_back(rows, stocked, ears):
    from studio.edits.brand import rename_project

    rows.go(CART)
    rows.press(Key.Key_Delete)
    stocked.session.do("Rename", rename_project(stocked.session.project, "Nytt navn"))
    ears.notices[0].act()
    assert stocked.session.project.name == "Nytt navn"
    assert CART in rows.names()


def test_a_trashed_project_lies_in_the_trash_with_its_cards_and_is_restored(rows, library, stocked):
    rows.go("Ull og Saum")
    rows.press(Key.Key_Delete)
    library.page.filters.choose(View(Kind.TRASH))
    assert rows.names() == ["Ull og Saum", WELCOME]
    rows.go(WELCOME)
    stocked.actions["library.restore"].trigger()
    assert stored(stocked).filing.shelf is Shelf.ACTIVE


def test_several_rows_are_one_notice(rows, ears):
    rows.go(CART)
    rows.press(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    rows.press(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    rows.press(Key.Key_Delete)
    assert ears.said == "3 things are in the trash."
    ears.undo()
    assert len(rows.names()) == 4


def test_emptying_the_trash_is_asked_for(rows, library, stocked, ears):
    rows.go("Ull og Saum")
    rows.press(Key.Key_Delete)
    library.page.filters.choose(View(Kind.TRASH))
    stocked.actions["library.empty_trash"].trigger()
    ears.answer("keep")
    assert stored(stocked).name == "Ull og Saum"


def test_emptying_the_trash_removes_projects_and_the_push_journal_stays(rows, library, stocked, ears):
    flow = Flow("klaviyo:test", "p1", "welcome-story", "nb")
    stocked.workspace.store.journal.write(flow, Entry("k", "template", State.DONE, "d"))
    rows.go("Ull og Saum")
    rows.press(Key.Key_Delete)
    library.page.filters.choose(View(Kind.TRASH))
    stocked.actions["library.empty_trash"].trigger()
    ears.answer("empty")
    assert [each.name for each in stocked.workspace.store.projects()] == ["Fjellvik Sko"]
    assert len(stocked.workspace.store.journal.entries(flow)) == 1


def test_a_trashed_sequence_of_the_open_project_is_removed_as_a_step_of_its_history(rows, library, stocked, ears):
    rows.go(CART)
    rows.press(Key.Key_Delete)
    library.page.filters.choose(View(Kind.TRASH))
    stocked.actions["library.empty_trash"].trigger()
    ears.answer("empty")
    assert not stocked.session.project.sequences
    stocked.session.stack.undo()
    assert stocked.session.project.sequences


def test_removing_the_open_project_closes_it_first(rows, library, stocked, ears):
    rows.go("Fjellvik Sko")
    rows.press(Key.Key_Delete)
    stocked.workspace.store.write(*_saved(stocked))
    library.page.filters.choose(View(Kind.TRASH))
    rows.go("Fjellvik Sko")
    rows.press(Key.Key_Delete)
    ears.answer("empty")
    assert not stocked.session.is_open
    assert rows.names() == ["Ull og Saum", WELCOME]


def _saved(desk):
    from studio.edits.change import difference

    project = desk.session.project
    return difference(desk.workspace.store.load(project.id), project), project


def test_what_is_in_the_trash_is_not_opened(rows, library, stocked, ears):
    rows.go(WELCOME)
    rows.press(Key.Key_Delete)
    library.page.filters.choose(View(Kind.TRASH))
    rows.go(WELCOME)
    rows.press(Key.Key_Return)
    assert library.asked_for == []
    assert "Restore" in ears.said


def test_archived_sequences_have_a_chip_of_their_own(rows, library, stocked):
    rows.go(WELCOME)
    stocked.actions["library.archive"].trigger()
    assert WELCOME not in rows.names()
    library.page.filters.choose(View(Kind.ARCHIVE))
    assert rows.names() == ["Ull og Saum", WELCOME]


def test_a_folder_is_chosen_or_named_and_gets_a_chip(qtbot, rows, library, stocked):
    rows.go(WELCOME)
    stocked.actions["library.folder"].trigger()
    library.asking.picker.picked.emit("new")
    library.asking.picker.hide()
    sheet = library.window().findChild(NameSheet)
    qtbot.keyClicks(sheet.field, "Vinter")
    qtbot.keyClick(sheet.field, Key.Key_Return)
    assert stored(stocked).sequences["welcome-story"].filing.folder == "Vinter"
    qtbot.waitUntil(library.page.filters.chip(View(Kind.FOLDER, "Vinter")).isVisible)


def test_clicking_a_folder_s_chip_shows_what_is_in_it(qtbot, rows, library, stocked):
    library.deeds._keeping.file_in([rows.go(WELCOME)], "Vinter")
    chip = library.page.filters.chip(View(Kind.FOLDER, "Vinter"))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert rows.names() == ["Ull og Saum", WELCOME]
    library.deeds._keeping.file_in([rows.go(WELCOME)], "")
    assert library.page.filters.view == View()


def test_tags_are_written_with_commas(qtbot, rows, library, stocked):
    rows.go(WELCOME)
    stocked.actions["library.tags"].trigger()
    sheet = library.window().findChild(NameSheet)
    qtbot.keyClicks(sheet.field, "salg,  B-test ,salg")
    qtbot.keyClick(sheet.field, Key.Key_Return)
    assert stored(stocked).sequences["welcome-story"].filing.tags == ("salg", "B-test")


@pytest.mark.parametrize("name", ["library.trash", "library.rename", "library.export"])
def test_nothing_is_done_to_rows_that_nobody_sees(library, stocked, name):
    assert stocked.actions[name].isEnabled()
    library.hide()
    assert not stocked.actions[name].isEnabled()


def test_a_refusal_is_said_and_changes_nothing(rows, library, stocked, ears):
    refusals = []
    stocked.tasks.failed.connect(refusals.append)
    library.deeds._keeping.set_tags(rows.go(WELCOME), ["x" * 80])
    assert "too long" in str(refusals[0])
    library.deeds._keeping.set_tags(rows.go(CART), ["x" * 80])
    assert "too long" in ears.said


def test_what_takes_the_place_of_a_trashed_row_is_current(rows, stocked):
    rows.go(CART)
    rows.press(Key.Key_Delete)
    assert rows.grid.current().name == "Ull og Saum"
    assert [row.name for row in rows.grid.chosen()] == ["Ull og Saum"]
