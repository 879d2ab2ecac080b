"""The way into the window: display, one window per person, application, fonts, crash hook, and the loop."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from studio.i18n import Translator
from widgets.entrance import NO_DISPLAY, display_missing, no_display_sentence, tell_when_qt_finds_no_display

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from studio.running import Lock
    from widgets.program import House


def start(house: Callable[[], House], files: tuple[Path, ...], words: Translator, *, beside: bool) -> int:
    """Open the window with these files and return the exit code when it is closed.

    `beside` opens a window of its own where one is open already; without it the files go to the window there is.
    """
    if display_missing(sys.platform, os.environ):
        sys.stderr.write(f"fabel: {no_display_sentence(words)}\n")
        return NO_DISPLAY
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QApplication

    from widgets.theme.fonts import load_fonts

    tell_when_qt_finds_no_display(words)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)  # the preview's Chromium needs it
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Fabel")
    application.setDesktopFileName("fabel")
    made = house()
    lock = _first_place(made.home)
    if lock is None and not beside and _handed_over(made.home, files):
        return 0
    load_fonts()
    return _run(application, made, files, lock)


def _first_place(home: Path) -> Lock | None:
    """Return the lock that makes this the first window of the person's data, None where another holds it."""
    from studio.running import take

    return take(home / "first.lock")


def _handed_over(home: Path, files: tuple[Path, ...]) -> bool:
    from widgets.single import hand_over, name_for

    return hand_over(name_for(home), [str(file.resolve()) for file in files])


def _run(application: QApplication, house: House, files: tuple[Path, ...], lock: Lock | None) -> int:
    from studio.running import begin
    from widgets.program import Program
    from widgets.sweeping import Sweeping
    from widgets.watch import Watch

    program = Program(house, files)
    running = begin(house.home / "running")
    watch = Watch(program, house, running.fault, lock)
    sweeping = Sweeping(program)
    program.begun.connect(watch.begin)
    program.show()
    code = application.exec()
    watch.end()
    sweeping.end()
    program.close()
    running.end_well()
    return code
