from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import event

from studio.errors import StudioError
from studio.store.store import open_store
from tests.studio.store.nouns import projects
from tests.studio.store.shop import called, said, shop, without_message, words, write


def test_what_was_created_is_loaded(project, colleague):
    assert colleague.load(project.id) == project == shop()


def test_a_written_change_is_there_for_everyone(store, project, colleague):
    write(store, project, said(project, "b1", "Kurven står her"))
    assert words(colleague.load(project.id), "b1") == "Kurven står her"


def test_whatever_words_say_they_come_back(store, project, colleague):
    write(store, project, said(project, "b1", "æøå 🫐 \0 \ud800 '; DROP TABLE"))
    assert words(colleague.load(project.id), "b1") == "æøå 🫐 \0 \ud800 '; DROP TABLE"


def test_a_removed_message_is_gone_and_can_come_back(store, project, colleague):
    smaller = write(store, project, without_message(project, "s1", "m1")).project
    assert "b1" not in colleague.load(project.id).blocks
    write(store, smaller, project)
    assert colleague.load(project.id) == project


def test_a_project_is_listed_by_name_with_what_is_in_it(store, project):
    store.create(shop("b" * 12, "Andre Sko"))
    assert [(each.name, each.client, each.sequences) for each in store.projects()] == [
        ("Andre Sko", "Marit Saum", 2),
        ("Ull og Saum", "Marit Saum", 2),
    ]


def test_a_project_renamed_is_listed_under_its_new_name(store, project):
    write(store, project, replace(project, name="Saum"))
    assert [each.name for each in store.projects()] == ["Saum"]


def test_a_project_cannot_be_created_twice(store, project):
    with pytest.raises(StudioError, match="in this workspace already"):
        store.create(project)


def test_a_removed_project_is_neither_listed_nor_loaded_nor_found(store, project):
    store.remove(project.id)
    assert (store.projects(), store.search("handlekurven")) == ((), ())
    with pytest.raises(StudioError, match="not in the workspace"):
        store.load(project.id)


def test_writing_to_a_removed_project_is_refused(store, project, colleague):
    colleague.remove(project.id)
    with pytest.raises(StudioError, match="somebody has removed it"):
        write(store, project, said(project, "b1", "For sent"))


def test_a_project_made_again_is_not_taken_for_the_old_one(store, project, colleague):
    colleague.remove(project.id)
    colleague.create(replace(project, name="Den nye"))
    assert store.load(project.id).name == "Den nye"


def test_only_touched_rows_are_written(store, project, statements):
    write(store, project, said(project, "b1", "Nytt"))
    writes = [each for each in statements if each.split()[0] in ("INSERT", "UPDATE", "DELETE")]
    assert sorted({each.split("fabel_")[1].split()[0] for each in writes}) == ["project", "search", "text"]


@pytest.fixture
def statements(store):
    """The SQL that `store` sends."""
    seen = []
    event.listen(store._database.engine, "before_cursor_execute", lambda *call: seen.append(call[2]))
    return seen


def test_a_change_that_changes_nothing_is_no_new_revision(store, project):
    before = store.revision(project.id)
    assert write(store, project, project).revision == before == store.revision(project.id)


def test_every_write_is_a_higher_revision(store, project, colleague):
    written = write(store, project, called(project, "s1", "Kurv"))
    assert colleague.revision(project.id) == written.revision == colleague.projects()[0].revision


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(projects(), projects())
def test_any_project_survives_the_way_through_the_database(tmp_path_factory, before, after):
    with open_store(tmp_path_factory.mktemp("any") / "workspace.sqlite") as store:
        store.create(before)
        write(store, before, after)
        store._latest.clear()
        assert store.load(after.id) == after
