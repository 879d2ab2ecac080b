import pytest

from studio.errors import StudioError
from tests.studio.store.shop import said, shop, write


def test_a_snapshot_gives_the_project_as_it_was(store, project, colleague):
    taken = store.snapshots.take(project, "Før nyttår")
    write(store, project, said(project, "b1", "Nytt"))
    assert colleague.snapshots.restore(taken.id) == project


def test_snapshots_are_listed_latest_first(store, project):
    first = store.snapshots.take(project, "Første")
    second = store.snapshots.take(said(project, "b1", "Nytt"), "", automatic=True)
    assert store.snapshots.of(project.id) == (second, first)
    assert (second.automatic, first.automatic, first.name) == (True, False, "Første")


def test_an_automatic_snapshot_does_not_repeat_the_latest(store, project):
    first = store.snapshots.take(project, "", automatic=True)
    assert store.snapshots.take(project, "", automatic=True) == first
    assert store.snapshots.take(said(project, "b1", "Nytt"), "", automatic=True) != first


def test_a_removed_snapshot_is_gone(store, project):
    taken = store.snapshots.take(project, "Første")
    store.snapshots.remove(taken.id)
    assert store.snapshots.of(project.id) == ()
    with pytest.raises(StudioError, match="no longer"):
        store.snapshots.restore(taken.id)


def test_a_project_that_is_not_in_the_workspace_has_no_snapshots(store):
    with pytest.raises(StudioError, match="not in the workspace"):
        store.snapshots.take(shop(), "Første")


def test_a_removed_project_takes_its_snapshots_along(store, project):
    store.snapshots.take(project, "Første")
    store.remove(project.id)
    assert store.snapshots.of(project.id) == ()
