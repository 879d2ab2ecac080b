"""The shelf: every project with its sequences, arcs and filing, read from a few rows, the same on both databases."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from sqlalchemy import event, text

from studio.edits.completeness import completeness
from studio.edits.filing import archive, file_in, tag, trash
from studio.edits.sequences import add_language
from studio.model.filing import Filing, Shelf
from studio.model.journal import Entry, Flow, State
from studio.model.trade import Channel
from studio.store.listed import ListedSending, Progress, listed_now
from studio.store.store import open_store
from tests.studio.edits.strategies import projects
from tests.studio.store.shop import called, said, shop, waiting, write

AT = "2026-11-21T12:00:00+00:00"


def test_a_sequence_is_listed_with_the_arc_of_its_messages(store, project):
    flow = store.projects()[0].flows[0]
    assert (flow.id, flow.name, flow.languages) == ("s1", "Flow s1", ("nb", "sv"))
    assert flow.sendings == (
        ListedSending("m1", "Mail m1", Channel.EMAIL, 60),
        ListedSending("m2", "Mail m2", Channel.EMAIL, 120),
    )


def test_filing_is_listed_and_loaded_by_everyone(store, project, colleague):
    filed = trash(tag(file_in(project, "Winter"), "sale"), AT, "s2")
    write(store, project, filed)
    listed = colleague.projects()[0]
    assert listed.filing == Filing("Winter", ("sale",))
    assert [flow.filing.shelf for flow in listed.flows] == [Shelf.ACTIVE, Shelf.TRASHED]
    assert colleague.load(project.id) == filed


def test_filing_reaches_a_program_that_had_the_project_open(store, project, colleague):
    colleague.load(project.id)
    write(store, project, archive(project, AT))
    assert colleague.load(project.id).filing == Filing("", (), Shelf.ARCHIVED, AT)


def test_what_changed_is_listed_anew_and_the_rest_is_not_read(store, project):
    store.create(shop("b" * 12, "Andre Sko"))
    store.projects()
    write(store, project, waiting(called(project, "s1", "Kurv"), "s1", 1440))
    read = _read(store)
    assert store.projects()[1].flows[0].name == "Kurv"
    assert [each for each in read if "fabel_structure" in each and "b" * 12 in each] == []


def _read(store):
    seen = []
    event.listen(store._database.engine, "before_cursor_execute", lambda *call: seen.append(f"{call[2]} {call[3]}"))
    return seen


def test_a_sequence_tells_when_it_was_last_written(store, project):
    before = {flow.id: flow.changed_at for flow in store.projects()[0].flows}
    write(store, project, said(project, "b1", "Nytt"))
    after = {flow.id: flow.changed_at for flow in store.projects()[0].flows}
    assert (after["s1"] > before["s1"], after["s2"] == before["s2"]) == (True, True)


def test_an_open_project_is_listed_as_the_workspace_would(store, project):
    stored = store.projects()[0]
    after = archive(called(project, "s1", "Kurv"), AT)
    now = listed_now(after, stored)
    write(store, project, after)
    listed = store.projects()[0]
    assert _undated(now) == _undated(listed)


def _undated(listed):
    flows = tuple(replace(flow, changed_at="") for flow in listed.flows)
    return replace(listed, revision=0, changed_at="", flows=flows)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(projects())
def test_any_project_is_listed_alike_from_rows_and_from_memory(tmp_path_factory, project):
    with open_store(tmp_path_factory.mktemp("any") / "workspace.sqlite") as store:
        store.create(project)
        stored = store.projects()[0]
        assert _undated(listed_now(project, stored)) == _undated(stored)


def test_progress_counts_what_waits_for_somebody(store, project):
    project = write(store, project, add_language(project, "s2", "nl")).project
    done = completeness(project, "s1", "sv")
    assert store.progress(project.id)["s1", "sv"] == Progress(len(done.wanted), len(done.missing), len(done.stale))
    assert store.progress(project.id)["s1", "nb"].missing == 0
    assert ("s2", "nl") in store.progress(project.id)


def test_a_workspace_from_before_there_was_filing_is_listed_as_active(store, project):
    with store._database.reading() as connection:
        bodies = connection.execute(text("SELECT body FROM fabel_structure WHERE kind IN ('project', 'sequence')"))
        assert not any("filing" in body for (body,) in bodies)
    assert store.projects()[0].filing == Filing()


def test_a_removed_project_leaves_the_shelf_and_the_push_journal_stays(store, project):
    flow = Flow("klaviyo:test", "p1", "s1", "nb")
    store.journal.write(flow, Entry("k", "template", State.DONE, "d", "n"))
    store.projects()
    store.remove(project.id)
    assert (store.projects(), len(store.journal.entries(flow))) == ((), 1)
