"""The actions of the frame itself: screens, history, languages, palette, keys, theme, leaving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.entries import Entry
from widgets.frame.history import History

if TYPE_CHECKING:
    from widgets.frame.commands import Command
    from widgets.window import StudioWindow


def add_frame_actions(window: StudioWindow, desk: Desk, entries: Sequence[Entry]) -> dict[str, QAction]:
    """Add the frame's actions to the desk and the window; return those that lead to screens, by screen."""
    made = {}
    number = 0
    for entry in entries:
        number += not entry.hidden
        made[entry.name] = _screen(window, desk, entry, 0 if entry.hidden else number)
    History(window, desk)
    _frame(window, desk)
    return made


def _screen(window: StudioWindow, desk: Desk, entry: Entry, number: int) -> QAction:
    keys = f"Ctrl+{number}" if number else ""
    text, group = desk.words.say(entry.title), desk.words("Screens")
    run = partial(window.show_screen, entry.name)
    return _add(window, desk, f"go.{entry.name}", text, run, group, keys, entry.icon)


def _add(
    window: QWidget,
    desk: Desk,
    name: str,
    text: str,
    run: Callable[[], object],
    group: str,
    keys: str = "",
    icon: str = "",
) -> QAction:
    return desk.actions.add(name, text, run, group=group, keys=keys, icon=icon, home=window)


def _frame(window: StudioWindow, desk: Desk) -> None:
    words, group = desk.words, desk.words("Everywhere")
    palette = partial(_open_palette, window, desk)
    sheet = partial(_show_keys, window, desk)
    back, forth = (partial(window.languages.step, by) for by in (-1, 1))
    for name, text, run, keys, icon in (
        ("app.palette", words("Commands…"), palette, "Ctrl+K", "ph.command"),
        ("app.keys", words("Keys…"), sheet, "F1; Ctrl+/", "ph.keyboard"),
        ("app.theme", words("Light or dark"), partial(_switch_theme, desk), "Ctrl+Shift+L", "ph.circle-half"),
        ("language.next", words("Next language"), forth, "Ctrl+Tab", "ph.translate"),
        ("language.previous", words("Previous language"), back, "Ctrl+Shift+Tab", "ph.translate"),
        ("app.quit", words("Quit"), window.close, "Ctrl+Q", "ph.sign-out"),
    ):
        _add(window, desk, name, text, run, group, keys, icon)


def _open_palette(window: StudioWindow, desk: Desk) -> None:
    """Open the palette, which is built when it is first wanted."""
    from widgets.frame.palette import Palette

    palette = window.findChild(Palette) or Palette(desk.look, desk.words, partial(commands, window, desk), window)
    palette.popup()
    build_rest(window, palette.renew)


def commands(window: StudioWindow, desk: Desk) -> Sequence[Command]:
    """Return what the palette offers now: the actions, then the places of the open project."""
    from widgets.frame.commands import of_actions, of_places

    places = of_places(desk.session.project, desk.here, desk.words, window.show_screen) if desk.session.is_open else ()
    return (*of_actions(desk.actions, window.show_screen), *places)


def _show_keys(window: StudioWindow, desk: Desk) -> None:
    build_rest(window, partial(_open_sheet, window, desk))


def _open_sheet(window: QWidget, desk: Desk) -> None:
    from widgets.frame.shortcuts import shortcut_sheet

    shortcut_sheet(desk.look, desk.words, desk.actions, window).open()


def build_rest(window: StudioWindow, then: Callable[[], object]) -> None:
    """Build the screens nobody has seen yet, one in each turn of the loop, then call `then`: all actions exist then."""
    waiting = window.unbuilt()
    if not waiting:
        then()
        return
    window.build(waiting[0])
    QTimer.singleShot(0, window, partial(build_rest, window, then))


def complete_keys(window: StudioWindow) -> None:
    """Let the list of keys, where the preferences are shown, hold the actions of all screens."""
    if window.screen_name == "preferences" and window.unbuilt() and window.current is not None:
        build_rest(window, window.current.entered)


def _switch_theme(desk: Desk) -> None:
    theme = "light" if desk.look.is_dark else "dark"
    desk.preferences.set(theme=theme)
