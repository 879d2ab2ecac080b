"""The library's actions with their keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from widgets.desk import Desk
from widgets.library.grid import CardGrid
from widgets.library.reach import Reach

if TYPE_CHECKING:
    from widgets.library.screen import LibraryScreen


def add_library_actions(screen: LibraryScreen, desk: Desk, grid: CardGrid) -> None:
    """Add what works anywhere in the window, in the library, and on the rows of its grid."""
    _anywhere(screen, desk)
    words, deeds, asking, doors = desk.words, screen.deeds, screen.asking, screen.doors
    find = desk.actions.add(
        "library.find", words("Search the library"), screen.search, group=words("Library"), keys="Ctrl+F", home=screen
    )
    find.setIcon(desk.look.icon("ph.magnifying-glass"))
    empty = partial(desk.actions.add, "library.empty_trash", words("Empty the trash"), deeds.empty)
    empty(group=words("Library"), home=screen)
    made = []
    for name, text, run, keys in (
        ("open", words("Open"), screen.open_current, ""),
        ("rename", words("Rename"), deeds.rename, "F2"),
        ("duplicate", words("Duplicate"), deeds.duplicate, "Ctrl+D"),
        ("new_sequence", words("New empty sequence"), screen.new_sequence, "Ctrl+Alt+N"),
        ("folder", words("Move to a folder…"), asking.file, "Ctrl+M"),
        ("tags", words("Tags…"), asking.tag, "Ctrl+T"),
        ("move", words("Move to another project…"), asking.move, "Ctrl+Shift+M"),
        ("save_preset", words("Save as preset…"), doors.save_preset, "Ctrl+Shift+S"),
        ("export", words("Export…"), doors.export, "Ctrl+E"),
        ("archive", words("Archive"), deeds.archive, "Ctrl+Shift+A"),
        ("restore", words("Restore"), deeds.restore, "Ctrl+R"),
        ("trash", words("Move to the trash"), screen.trash_chosen, "Del"),
        ("remove", words("Remove for good…"), deeds.remove, "Shift+Del"),
    ):
        action = desk.actions.add(f"library.{name}", text, run, group=words("Library"), keys=keys, home=grid)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made.append(action)
    Reach(grid, made)


def _anywhere(screen: LibraryScreen, desk: Desk) -> None:
    """Add what the palette offers on every screen; its keys work here."""
    words = desk.words
    for name, text, run, keys, icon in (
        ("new_from_preset", words("New from preset"), screen.go_to_gallery, "Ctrl+N", "ph.plus"),
        ("new_project", words("New project"), screen.new_project, "Ctrl+Shift+N", ""),
        ("import", words("Import…"), screen.bring, "Ctrl+O", ""),
        ("import_klaviyo", words("From Klaviyo…"), screen.doors.bring_flow, "Ctrl+Shift+I", ""),
        ("demo", words("Look at the sample shop"), screen.demo_requested.emit, "", ""),
    ):
        action = desk.actions.add(f"library.{name}", text, run, group=words("Library"), keys=keys, icon=icon)
        screen.addAction(action)
