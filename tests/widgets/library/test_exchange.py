"""Files in and out: whole, asked about where they are here already, and refused in one sentence."""

import json
import zipfile
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from studio.edits.brand import rename_project
from studio.store.archive.reading import read_fabel
from studio.store.archive.writing import write_fabel
from widgets.library.exchange import slug
from widgets.library.sheets import NameSheet

CART, WELCOME = "Forlatt handlekurv, klassikeren", "Velkommen, fortalt som en historie"


@pytest.fixture
def file(tmp_path, cart_project):
    """The cart project, renamed, as a file."""
    project, content = cart_project
    write_fabel(tmp_path / "cart.fabel", rename_project(project, "Fra fil"), content.__getitem__)
    return tmp_path / "cart.fabel"


def answer(file, _parent, _wish, take):
    take(file)


def names(desk):
    return [listed.name for listed in desk.workspace.store.projects()]


def bring(library, file):
    library.doors.choose_file = partial(answer, file)
    library.bring()


def test_a_new_project_comes_in_whole_with_its_pictures(show, empty_desk, file):
    library = show(empty_desk)
    bring(library, file)
    project = empty_desk.workspace.store.projects()[0]
    assert project.name == "Fra fil"
    assert all(id_ in empty_desk.workspace.store.assets for id_ in read_fabel(file).content)
    assert library.pages.shown == "cards"


def test_a_project_that_is_here_already_is_asked_about(library, stocked, ears, file):
    bring(library, file)
    assert ears.questions[0][0].title == "This project is here already"
    ears.answer("cancel")
    assert names(stocked) == ["Fjellvik Sko", "Ull og Saum"]


def test_keeping_both_gives_the_newcomer_ids_of_its_own(library, stocked, ears, file):
    bring(library, file)
    ears.answer("both")
    listed = {each.name: each for each in stocked.workspace.store.projects()}
    assert set(listed) == {"Fjellvik Sko", "Ull og Saum", "Fra fil copy"}
    copy = stocked.workspace.store.load(listed["Fra fil copy"].id)
    assert not set(copy.messages) & set(stocked.session.project.messages)


def test_replacing_the_open_project_can_be_undone_and_leaves_a_snapshot(library, stocked, ears, file):
    bring(library, file)
    ears.answer("replace")
    assert stocked.session.project.name == "Fra fil"
    assert stocked.workspace.store.snapshots.of(stocked.session.project.id)[0].name == "Before it was replaced"
    ears.undo()
    assert stocked.session.project.name == "Fjellvik Sko"


def test_files_dropped_on_the_library_come_in(show, empty_desk, file):
    library = show(empty_desk)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl.fromLocalFile("/tmp/letter.docx")])
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    library.pages.dropEvent(event)
    assert names(empty_desk) == ["Fra fil"]


def test_what_is_no_fabel_file_is_one_sentence(library, stocked, ears, tmp_path):
    (tmp_path / "letter.fabel").write_bytes(b"Dear reader")
    stocked.tasks.failed.connect(pytest.fail)
    bring(library, tmp_path / "letter.fabel")
    assert ears.said == "“letter.fabel” is no Fabel file, or it is damaged."
    assert names(stocked) == ["Fjellvik Sko", "Ull og Saum"]


def test_of_many_faults_the_first_is_told_and_how_many_more(library, ears, tmp_path):
    with zipfile.ZipFile(tmp_path / "bad.fabel", "w") as archive:
        archive.writestr("manifest.json", json.dumps({"schema": 1}))
        archive.writestr("project.json", json.dumps({"id": 3, "name": 4}))
    bring(library, tmp_path / "bad.fabel")
    assert ears.said.startswith("“bad.fabel” cannot be opened: project.json: ")
    assert ears.said.endswith("(1 more)")


def test_a_project_is_exported_with_pictures(rows, library, stocked, tmp_path, ears):
    library.doors.choose_file = partial(answer, tmp_path / "ut.fabel")
    rows.go("Fjellvik Sko")
    stocked.actions["library.export"].trigger()
    opened = read_fabel(tmp_path / "ut.fabel")
    assert opened.project == stocked.session.project
    assert set(opened.content) == set(stocked.session.project.assets)
    assert ears.said == "“ut.fabel” is written."


def test_a_chosen_sequence_is_exported_alone(show, stocked, third, make_rows, tmp_path):
    stocked.workspace.store.create(third)
    for asset in third.assets.values():
        assert asset.id in stocked.workspace.store.assets
    library = show(stocked)
    library.doors.choose_file = partial(answer, tmp_path / "en.fabel")
    rows = make_rows(library)
    rows.grid.setCurrentIndex(rows.grid.model().index(rows.names().index("Kaffe og brød") + 1, 0))
    stocked.actions["library.export"].trigger()
    assert read_fabel(tmp_path / "en.fabel").project.sequence_order == third.sequence_order[:1]


def test_a_full_disk_is_said(rows, library, stocked, tmp_path):
    refusals = []
    stocked.tasks.failed.connect(refusals.append)
    (tmp_path / "file").write_text("")
    library.doors.choose_file = partial(answer, tmp_path / "file" / "ut.fabel")
    rows.go("Fjellvik Sko")
    stocked.actions["library.export"].trigger()
    assert "cannot be written" in str(refusals[0])


def test_a_sequence_becomes_a_preset_and_a_taken_name_is_refused_in_the_sheet(qtbot, rows, library, stocked, ears):
    rows.go(CART)
    stocked.actions["library.save_preset"].trigger()
    sheet = library.window().findChild(NameSheet)
    assert sheet.field.value == "forlatt-handlekurv-klassikeren"
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert ears.said == "“forlatt-handlekurv-klassikeren” is among your presets."
    stocked.actions["library.save_preset"].trigger()
    again = next(each for each in library.window().findChildren(NameSheet) if each.isVisible())
    qtbot.keyClick(again.field, Qt.Key.Key_Return)
    assert again.frame.is_wrong
    again.reject()


@pytest.mark.parametrize(("name", "made"), [("Kurv på hjørnet!", "kurv-pa-hjornet"), ("ß & Æ", "ss-ae"), ("¡!", "")])
def test_a_name_becomes_that_of_a_folder(name, made):
    assert slug(name) == made
