"""An empty workspace invites, a busy one says so, one that cannot be opened offers what can be done."""

import pytest
from PySide6.QtCore import Qt

from studio.errors import StudioError
from studio.store.store import open_store
from widgets.here import Spot
from widgets.library.opening import Opening, settled
from widgets.library.screen import LibraryScreen
from widgets.workspace import Workspace


def test_an_empty_workspace_invites_to_begin(show, empty_desk):
    library = show(empty_desk)
    assert library.pages.shown == "empty"
    assert [button.text() for button in library.pages.welcome.buttons] == [
        "New from preset",
        "New project",
        "Import…",
        "From Klaviyo…",
        "Look at the sample shop",
    ]


def test_each_invitation_leads_on(qtbot, show, empty_desk):
    library = show(empty_desk)
    qtbot.mouseClick(library.pages.welcome.buttons[0], Qt.MouseButton.LeftButton)
    assert library.asked_for == ["gallery"]
    with qtbot.waitSignal(library.demo_requested):
        qtbot.mouseClick(library.pages.welcome.buttons[-1], Qt.MouseButton.LeftButton)


def test_the_primary_action_leads_to_the_gallery(library):
    library.primary().trigger()
    assert library.asked_for == ["gallery"]


@pytest.fixture
def shut_desk(make_desk, tmp_path):
    """A desk whose workspace refuses to be opened until `mended` holds something."""
    from dataclasses import replace

    desk, mended = make_desk(address=tmp_path / "other.sqlite"), []

    def opener():
        if not mended:
            raise StudioError("The folder {folder} cannot be made: {reason}.", folder="x", reason="no")
        return open_store(tmp_path / "late.sqlite")

    workspace = Workspace(opener, desk.tasks)
    yield replace(desk, workspace=workspace), mended
    workspace.close()


def test_before_the_workspace_is_open_the_library_is_busy(show, shut_desk):
    assert show(shut_desk[0]).pages.shown == "busy"


def test_a_workspace_that_cannot_be_opened_is_said_and_tried_again(qtbot, show, shut_desk):
    desk, mended = shut_desk
    library = show(desk)
    desk.workspace.open()
    assert library.pages.shown == "trouble"
    assert library.pages.trouble.sentence.text() == "The folder x cannot be made: no."
    mended.append(True)
    qtbot.mouseClick(library.pages.trouble.buttons[0], Qt.MouseButton.LeftButton)
    assert library.pages.shown == "empty"


def test_another_workspace_is_chosen_in_the_preferences(qtbot, show, shut_desk):
    library = show(shut_desk[0])
    shut_desk[0].workspace.open()
    qtbot.mouseClick(library.pages.trouble.buttons[1], Qt.MouseButton.LeftButton)
    assert library.asked_for == ["preferences"]


def test_a_project_that_takes_its_time_is_waited_for_and_can_be_left(library):
    library.opening.started.emit("x")
    library.pages._wait.timeout.emit()
    assert library.pages.shown == "busy"
    library.opening.ended.emit()
    assert library.pages.shown == "cards"


def test_after_the_waiting_the_focus_is_where_it_was(library):
    library.page.grid.setFocus()
    library.opening.started.emit("x")
    library.pages._wait.timeout.emit()
    assert not library.page.grid.hasFocus()
    library.opening.ended.emit()
    assert library.page.grid.hasFocus()


def test_the_focus_waits_for_the_workspace(show, shut_desk):
    desk, mended = shut_desk
    library = show(desk)
    library.focus_first()
    mended.append(True)
    desk.workspace.open()
    assert library.pages.welcome.buttons[0].hasFocus()


def test_a_project_that_is_gone_is_said(library, rows, stocked, ears):
    stocked.workspace.store.remove("ull-og-saum")
    rows.go("Ull og Saum")
    rows.press(Qt.Key.Key_Return)
    assert "somebody has removed it" in ears.said
    assert (stocked.session.project.name, library.pages.shown) == ("Fjellvik Sko", "cards")


def test_unsaved_words_are_seen_to_before_another_project_is_opened(stocked):
    waiting = []
    open_project = Opening(stocked, lambda go, stay: waiting.append((go, stay)))
    open_project("ull-og-saum", None)
    assert stocked.session.project.name == "Fjellvik Sko"
    waiting[0][0]()
    assert stocked.session.project.name == "Ull og Saum"


def test_staying_keeps_the_open_project(qtbot, stocked):
    open_project = Opening(stocked, lambda _go, stay: stay())
    with qtbot.waitSignal(open_project.ended):
        open_project("ull-og-saum")
    assert stocked.session.project.name == "Fjellvik Sko"


def test_a_spot_that_is_gone_is_the_beginning(cart_project):
    project = cart_project[0]
    first = project.sequences["cart-classic"]
    spot = settled(project, Spot(sequence="gone", message="gone", language="xx"))
    assert (spot.sequence, spot.message, spot.language) == (first.id, next(iter(_sent(project))), "nb")


def _sent(project):
    from studio.model.sequence import message_ids

    return message_ids(project.sequences["cart-classic"])


def test_a_project_without_sequences_is_opened_nowhere(cart_project):
    from dataclasses import replace

    from immutables import Map

    assert settled(replace(cart_project[0], sequences=Map(), sequence_order=()), None) == Spot()


def test_everything_has_a_name_and_is_reached_by_tab(qtbot, library):
    reached = set()
    for _ in range(12):
        widget = library.focusWidget()
        reached.add(widget)
        assert widget.accessibleName()
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert {library.page.grid, library.page.filters.search, library.page.buttons["new_project"]} <= reached


def test_nothing_is_wider_than_the_smallest_window(qtbot, stocked):
    screen = LibraryScreen(stocked)
    qtbot.addWidget(screen)
    assert screen.minimumSizeHint().width() <= 1024
    assert screen.minimumSizeHint().height() <= 664


def test_with_real_threads_a_project_is_opened_and_its_dots_are_counted(qtbot, make_desk, cart_project, show):
    desk = make_desk(inline=False)
    qtbot.waitUntil(lambda: desk.workspace.is_open)
    desk.workspace.store.create(cart_project[0])
    library = show(desk)
    qtbot.waitUntil(lambda: library.pages.shown == "cards")
    qtbot.waitUntil(lambda: bool(library.shelf.done))
    library.open_row(library.page.model.rows[1])
    qtbot.waitUntil(lambda: library.asked_for == ["write"])
    assert desk.session.project == cart_project[0]


def test_what_changes_while_nobody_looks_is_shown_on_return(rows, library, stocked):
    from studio.edits.brand import rename_project

    library.hide()
    stocked.session.do("Rename", rename_project(stocked.session.project, "Sko AS"))
    assert "Sko AS" not in rows.names()
    library.show()
    assert "Sko AS" in rows.names()


@pytest.mark.parametrize("name", ["library.new_project", "library.import"])
def test_nothing_comes_in_before_the_workspace_is_open(show, shut_desk, name):
    desk, said = shut_desk[0], []
    library = show(desk)
    desk.notices.said.connect(said.append)
    desk.actions[name].trigger()
    library.pages.dropped.emit([])
    assert [notice.text for notice in said] == ["The workspace is not open yet."] * 2


def test_no_project_is_opened_before_the_workspace_is(qtbot, shut_desk):
    open_project = Opening(shut_desk[0])
    with qtbot.waitSignal(open_project.failed):
        open_project("anything")
