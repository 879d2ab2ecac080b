"""The workspace is opened in a task, once, and says so or why not."""

import pytest

from studio.errors import StudioError
from widgets.tasks import Tasks
from widgets.workspace import Workspace


class FakeStore:
    """A store that knows whether it was closed."""

    closed = False

    def close(self):
        self.closed = True


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    assert tasks.close()


def test_a_workspace_is_opened_off_the_gui_thread(tasks, qtbot):
    workspace = Workspace(FakeStore, tasks)
    with pytest.raises(StudioError, match="not open yet"):
        _ = workspace.store
    with qtbot.waitSignal(workspace.opened):
        workspace.open()
    assert workspace.is_open


def test_a_workspace_that_cannot_be_opened_says_why(tasks, qtbot):
    def refuse():
        raise StudioError("No.")

    workspace = Workspace(refuse, tasks)
    with qtbot.waitSignal(workspace.troubled) as told:
        workspace.open()
    assert (str(told.args[0]), workspace.is_open) == ("No.", False)


def test_another_opening_makes_the_first_one_stale_and_closes_its_store(tasks, qtbot):
    made, opened = [], []

    def open_another():
        made.append(FakeStore())
        return made[-1]

    workspace = Workspace(open_another, tasks)
    workspace.opened.connect(lambda: opened.append(workspace.store))
    workspace.open()
    workspace.open()
    qtbot.waitUntil(lambda: not tasks.busy())
    assert opened == [workspace.store]
    assert [store.closed for store in made].count(True) == 1


def test_opening_again_lets_go_of_the_one_before(qapp):
    workspace = Workspace(FakeStore, Tasks(inline=True))
    workspace.open()
    before = workspace.store
    workspace.open()
    assert (before.closed, workspace.store is before) == (True, False)
