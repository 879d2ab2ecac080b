"""The `pictures` command: a window that nobody sees, in both themes, with the sample workspace and with none."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import StudioError
from studio.i18n import Translator
from studio.model.sequence import message_ids

BUG = 70

if TYPE_CHECKING:
    from types import TracebackType

    from widgets.pictures.stops import Stop
    from widgets.program import House, Program


def draw(house: Callable[..., House], folder: Path, only: str, themes: tuple[str, ...], words: Translator) -> int:
    """Draw the stops whose names begin with `only` into `folder`, in each of the themes; return the exit code.

    `house` is called with the folder of the person's data and `demo`. Raise StudioError for a folder that cannot be
    written or a name that no stop has.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from widgets.pictures.stops import STOPS
    from widgets.preview.offscreen import draw_in_software
    from widgets.theme.fonts import load_fonts

    stops = [stop for stop in STOPS if stop.name.startswith(only)]
    if not stops:
        raise StudioError("There is no screen “{name}”; there are {known}.", name=only, known=_names(STOPS))
    _prepare(folder)
    draw_in_software()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    sys.excepthook = partial(_stop, application)
    load_fonts()
    for theme in themes:
        for bare in (False, True):
            wanted = [stop for stop in stops if stop.bare is bare]
            if wanted and (code := _round(application, partial(house, words=words), folder, theme, wanted)):
                return code
    return 0


def _stop(application: object, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """End the tour at the first fault: a picture of a broken screen is worse than none."""
    sys.__excepthook__(kind, fault, trace)
    application.exit(BUG)  # type: ignore[attr-defined]


def _names(stops: tuple[Stop, ...]) -> str:
    return ", ".join(stop.name for stop in stops)


def _prepare(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StudioError("“{folder}” cannot be written: {reason}.", folder=str(folder), reason=reason) from error


def _round(application: object, house: Callable[..., House], folder: Path, theme: str, stops: list[Stop]) -> int:
    """Take one window through its stops and return 0, or the exit code of a bug on the way."""
    from widgets.pictures.stops import plain_settings
    from widgets.pictures.tour import SIZE, Tour
    from widgets.program import Program

    bare = stops[0].bare
    with tempfile.TemporaryDirectory() as home:
        made = replace(house(Path(home), demo=not bare), settings=plain_settings(theme), keep=_forget)
        program = Program(made, inline=True)
        program.window.setMinimumSize(*SIZE)
        program.window.resize(*SIZE)
        program.show()
        program.begin()
        if not bare:
            open_first(program)
        tour = Tour(program.window, folder, theme, application.quit)  # type: ignore[attr-defined]
        tour.go(stops)
        code: int = application.exec()  # type: ignore[attr-defined]
        program.close()
        return code


def open_first(program: Program) -> None:
    """Open the workspace's first project at the first message of its first sequence."""
    desk = program.desk
    store = desk.workspace.store
    project = store.load(store.projects()[0].id)
    desk.session.open(project)
    flow = project.sequences[project.sequence_order[0]]
    desk.here.go(sequence=flow.id, message=message_ids(flow)[0], language=flow.source_language)


def _forget(_settings: object) -> None:
    """Keep no preferences: nobody chose them."""
