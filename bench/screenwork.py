"""A real window of the studio over a workspace of its own, in this process, to measure what a person does in it."""

import gc
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

import main
from studio.i18n import NullTranslator
from studio.model.project import Project
from studio.model.sequence import message_ids
from studio.settings import Settings
from studio.store.store import open_store
from widgets.program import Program
from widgets.theme.fonts import load_fonts

PATIENCE = 30_000
"""Milliseconds after which what does not come is given up."""


def application() -> QApplication:
    """Return the application with its fonts, made the first time."""
    made = QApplication.instance()
    if not isinstance(made, QApplication):
        made = QApplication(sys.argv[:1])
        load_fonts()
    return made


@contextmanager
def opened(*projects: Project, content: Mapping[str, bytes]) -> Iterator[Program]:
    """Give a window with these projects in its workspace; the first one is open at its first message."""
    application()
    gc.collect()  # what is left of an earlier window must not be found by a thread
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with open_store(home / "workspace.sqlite") as store:
            for project in projects:
                for asset in project.assets.values():
                    store.assets.put(content[asset.id], asset.media_type)
                store.create(project)
        settings = Settings(theme="light", language="en", reduced_motion=True)
        house = main.house(home, NullTranslator(), demo=False)
        program = Program(replace(house, settings=settings, keep=_forget))
        program.show()
        until(lambda: program.desk.workspace.is_open)
        open_first(program, projects[0])
        yield program
        program.close()


def open_first(program: Program, project: Project) -> None:
    """Open a project at the first message of its first sequence."""
    flow = project.sequences[project.sequence_order[0]]
    program.desk.session.open(project)
    program.desk.here.go(sequence=flow.id, message=message_ids(flow)[0], language=flow.source_language)
    settle()


def until(is_so: Callable[[], bool], patience: int = PATIENCE) -> None:
    """Let the window work until something is so."""
    clock = QElapsedTimer()
    clock.start()
    while not is_so() and clock.elapsed() < patience:
        settle(1)


def settle(milliseconds: int = 50) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def shown(program: Program, name: str) -> None:
    """Show a screen and paint the window."""
    program.window.show_screen(name)
    program.window.repaint()


def showing(program: Program, name: str) -> Callable[[], None]:
    """Return the deed of showing a screen."""
    return partial(shown, program, name)


def _forget(_settings: object) -> None:
    """Keep no preferences."""
