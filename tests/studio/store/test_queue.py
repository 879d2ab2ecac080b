"""Pushes that wait in the workspace, and the way there from workspaces that had no place for them."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.errors import StudioError
from studio.model.queue import Queue, Reason, Waiting
from studio.store.store import open_store
from tests.studio.store.older import shape, take_back

FIRST = Waiting("q1", "p1", "s1", ("nb", "sv"), "klaviyo", "klaviyo:Hansen", Map({"list": "Nyhetsbrev"}), "2026-03-01")
SECOND = replace(FIRST, id="q2", options=Map(), not_before="2026-03-02", reason=Reason.CAP, trouble="Full.")


def test_the_workspace_is_a_queue(store):
    queue: Queue = store.queue
    assert queue.waiting() == ()


def test_what_waits_is_seen_by_colleagues_in_its_order(store, colleague):
    store.queue.put(SECOND)
    store.queue.put(FIRST)
    assert colleague.queue.waiting() == (SECOND, FIRST)


def test_a_push_keeps_its_place_when_it_is_put_again(store):
    for waiting in (FIRST, SECOND, replace(FIRST, trouble="Nobody there.")):
        store.queue.put(waiting)
    assert store.queue.waiting() == (replace(FIRST, trouble="Nobody there."), SECOND)


def test_what_a_newer_program_put_there_is_told_in_a_sentence(store, colleague):
    store.queue.put(replace(FIRST, reason="weather"))
    with pytest.raises(StudioError, match="newer Fabel"):
        colleague.queue.waiting()


def test_a_dropped_push_is_gone_and_may_be_dropped_twice(store):
    store.queue.put(FIRST)
    for _ in range(2):
        store.queue.drop(FIRST.id)
    assert store.queue.waiting() == ()


def test_what_waits_outlives_the_project(store, project):
    store.queue.put(replace(FIRST, project=project.id))
    store.remove(project.id)
    assert [waiting.project for waiting in store.queue.waiting()] == [project.id]


@pytest.fixture
def older(address, store, raw):
    """The workspace as the first release left it."""
    store.close()
    with raw(address).rebuilding() as connection:
        take_back(connection, 1)
    return address


def test_an_older_workspace_keeps_everything_and_gets_a_queue(store, project, older):
    with open_store(older) as opened:
        opened.queue.put(FIRST)
        assert (opened.load(project.id), opened.queue.waiting()) == (project, (FIRST,))


def test_an_upgraded_workspace_has_the_same_table_as_a_new_one(address, older, raw, request, tmp_path):
    new = request.getfixturevalue("postgres").new_workspace() if "://" in address else str(tmp_path / "new.sqlite")
    for each in (older, new):
        open_store(each).close()
    assert shape(raw(older), "fabel_queue") == shape(raw(new), "fabel_queue")
