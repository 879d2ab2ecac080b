"""New projects and sequences, other names, copies, and sequences that move."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from studio.model.validity import problems
from studio.paths import shipped
from widgets.library.making import EMPTY, FILE, NewProject, founded, free_name

CART, WELCOME = "Forlatt handlekurv, klassikeren", "Velkommen, fortalt som en historie"
Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


def names(desk):
    return [listed.name for listed in desk.workspace.store.projects()]


def sheet_of(library):
    library.new_project()
    from widgets.library.newproject import NewProjectSheet

    return library.window().findChild(NewProjectSheet)


def rename(qtbot, rows, name, new):
    """Press F2, write another name and press Enter; the view takes it in its next turn."""
    rows.go(name)
    rows.press(Key.Key_F2)
    field = rows.grid.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, new)
    qtbot.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: rows.grid.state() == rows.grid.State.NoState)


def test_f2_renames_a_sequence_in_place(qtbot, rows, stocked):
    rename(qtbot, rows, WELCOME, "Velkommen inn")
    assert stocked.workspace.store.load("ull-og-saum").sequences["welcome-story"].name == "Velkommen inn"
    assert "Velkommen inn" in rows.names()


def test_renaming_the_open_project_is_a_step_of_its_history(qtbot, rows, stocked):
    rename(qtbot, rows, "Fjellvik Sko", "Sko")
    assert (stocked.session.project.name, stocked.session.stack.undoText()) == ("Sko", "Rename")


def test_an_empty_name_is_no_name(qtbot, rows):
    rename(qtbot, rows, WELCOME, " ")
    assert WELCOME in rows.names()


def test_control_d_duplicates_a_sequence(rows, stocked):
    rows.go(WELCOME)
    rows.press(Key.Key_D, Control)
    rows.press(Key.Key_D, Control)
    project = stocked.workspace.store.load("ull-og-saum")
    assert [project.sequences[id_].name for id_ in project.sequence_order] == [
        WELCOME,
        f"{WELCOME} copy 2",
        f"{WELCOME} copy",
    ]
    assert problems(project) == ()


def test_control_d_duplicates_a_project(rows, stocked, ears):
    rows.go("Ull og Saum")
    rows.press(Key.Key_D, Control)
    assert names(stocked) == ["Fjellvik Sko", "Ull og Saum", "Ull og Saum copy"]
    ears.undo()
    assert stocked.session.project.name == "Ull og Saum copy"


def test_a_copy_of_the_open_project_has_what_is_not_saved_yet(rows, stocked):
    from studio.edits.brand import rename_project

    stocked.session.do("Rename", rename_project(stocked.session.project, "Bare her"))
    rows.go("Bare her")
    rows.press(Key.Key_D, Control)
    assert "Bare her copy" in names(stocked)


def test_a_sequence_moves_to_another_project_and_back(rows, library, stocked, ears):
    library.deeds._making.move(rows.go(WELCOME), stocked.session.project.id)
    assert "welcome-story" in stocked.session.project.sequences
    assert not stocked.workspace.store.load("ull-og-saum").sequences
    ears.undo()
    assert "welcome-story" not in stocked.session.project.sequences
    assert "welcome-story" in stocked.workspace.store.load("ull-og-saum").sequences


def test_the_other_projects_are_offered_to_move_to(rows, library, stocked):
    rows.go(WELCOME)
    stocked.actions["library.move"].trigger()
    assert [choice.text for choice in library.asking.picker.model._shown] == ["Fjellvik Sko"]
    library.asking.picker.hide()


def test_a_new_project_opens_with_an_empty_sequence_in_its_languages(qtbot, library, stocked):
    sheet = sheet_of(library)
    qtbot.keyClicks(sheet.name, "Fjordglass")
    sheet.source.set_value("nb")
    qtbot.mouseClick(sheet.further["sv"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    project = stocked.session.project
    assert (project.name, project.client.name, project.brand.sample) == ("Fjordglass", "Fjordglass", True)
    assert project.sequences[project.sequence_order[0]].languages == ("nb", "sv")
    assert library.asked_for == ["library", "write"]


def test_a_project_without_a_name_is_asked_for_one(qtbot, library):
    sheet = sheet_of(library)
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert sheet._name.is_wrong
    sheet.reject()


def test_a_brand_comes_from_a_file(qtbot, library, stocked):
    library.doors.choose_file = partial(answer, shipped("resources", "sample", "brand.toml"))
    sheet = sheet_of(library)
    qtbot.keyClicks(sheet.name, "Fjordglass")
    sheet.brand.pill(FILE).click()
    qtbot.mouseClick(sheet.pick, Qt.MouseButton.LeftButton)
    assert sheet.file.text() == "brand.toml"
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    assert stocked.session.project.brand.name == "Fjellvik Sko"


def answer(file, _parent, _wish, take):
    take(file)


def test_a_broken_brand_file_makes_no_project(library, stocked, tmp_path):
    refusals = []
    stocked.tasks.failed.connect(refusals.append)
    (tmp_path / "brand.toml").write_text("schema = 1\ncolor = ")
    library.doors._found(print, NewProject("X", "X", ("nb",), FILE, tmp_path / "brand.toml"))
    assert len(refusals) == 1
    assert "X" not in names(stocked)


def test_an_empty_brand_has_nothing_but_the_name():
    project, content = founded(NewProject("X", "Client", ("nb",), EMPTY), "New sequence")
    assert (project.brand.name, project.personas, content) == ("Client", project.assets, {})
    assert problems(project) == ()


def test_a_new_sequence_speaks_the_project_s_languages(rows, library, stocked):
    rows.go("Ull og Saum")
    stocked.actions["library.new_sequence"].trigger()
    project = stocked.session.project
    assert project.sequences[project.sequence_order[-1]].languages == ("nb", "sv")
    assert stocked.here.spot.sequence == project.sequence_order[-1]
    assert library.asked_for == ["write"]


def test_a_free_name_is_found_among_the_taken_ones():
    assert free_name("A copy", ["a COPY", "A copy 2"]) == "A copy 3"
