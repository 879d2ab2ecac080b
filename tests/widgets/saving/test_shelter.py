"""Words that the workspace refuses are kept on this computer, and find their way later."""

from tests.studio.store.shop import words
from tests.widgets.workspaces import FULL, SAVED


def kept(tmp_path):
    return [file.name for file in (tmp_path / "unsaved").glob("*.unsaved")]


def refused(writer, qtbot, text="Karis ord"):
    writer.desk.workspace.store.refusal = FULL
    writer.type("b1", text)
    writer.save(qtbot)
    qtbot.waitUntil(lambda: writer.autosave.is_sheltered)


def test_words_that_are_refused_are_kept_in_a_file_until_they_are_saved(make_writer, tmp_path, qtbot):
    writer = make_writer(sheltered=True)
    refused(writer, qtbot)
    assert len(kept(tmp_path)) == 1
    writer.desk.workspace.store.refusal = None
    assert writer.save(qtbot)
    assert kept(tmp_path) == []


def test_what_is_typed_on_in_trouble_is_kept_too(make_writer, project, tmp_path, qtbot):
    from studio.store.aside import kept_aside

    writer = make_writer(sheltered=True)
    refused(writer, qtbot)
    refused(writer, qtbot, "Karis ord, mer")
    (aside,) = kept_aside(tmp_path / "unsaved", writer.desk.workspace.store.name, project.id)
    assert (words(aside.base, "b1"), words(aside.mine, "b1")) == ("Handlekurven venter", "Karis ord, mer")


def test_the_next_run_brings_them_to_the_workspace_with_colleagues_work(
    make_writer, colleague, stored, tmp_path, qtbot
):
    writer = make_writer(sheltered=True)
    refused(writer, qtbot)
    writer.autosave.close()
    colleague.type("b2", "Olas ord")
    colleague.save(qtbot)
    later = make_writer(sheltered=True)
    assert (later.reads("b1"), later.reads("b2"), later.stage) == ("Karis ord", "Olas ord", SAVED)
    assert (stored("b1"), kept(tmp_path)) == ("Karis ord", [])


def test_words_kept_aside_that_clash_are_told(make_writer, colleague, project, qtbot):
    writer = make_writer(sheltered=True)
    refused(writer, qtbot)
    writer.autosave.close()
    colleague.type("b1", "Olas ord")
    colleague.save(qtbot)
    later = make_writer(sheltered=True)
    assert later.reads("b1") == "Olas ord"
    assert [each.mine["words"] for each in later.desk.workspace.store.conflicts.of(project.id)] == ["Karis ord"]


def test_a_file_stays_while_the_workspace_still_refuses(make_writer, project, stored, tmp_path, qtbot):
    writer = make_writer(sheltered=True)
    refused(writer, qtbot)
    writer.desk.session.open(None)
    writer.open(project)
    assert (writer.reads("b1"), len(kept(tmp_path))) == ("Karis ord", 1)
    writer.desk.workspace.store.refusal = None
    writer.save(qtbot)
    assert (stored("b1"), kept(tmp_path)) == ("Karis ord", [])


def test_a_computer_whose_own_disk_is_full_as_well_says_that_words_would_be_lost(make_writer, tmp_path, qtbot):
    (tmp_path / "unsaved").write_text("no folder")
    writer = make_writer(sheltered=True)
    writer.desk.workspace.store.refusal = FULL
    writer.type("b1", "Karis ord")
    assert not writer.save(qtbot)
    assert not writer.autosave.is_sheltered
