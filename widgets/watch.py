"""What watches over a run: faults are caught and told, the last run's end is told, later starts are heard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from studio.running import Lock
    from widgets.crash import CrashHook
    from widgets.program import House, Program
    from widgets.single import FirstWindow


class Watch(QObject):
    """Begins once the shell stands, and ends with the run."""

    def __init__(self, program: Program, house: House, fault: Path, lock: Lock | None) -> None:
        """Watch over a program; `fault` takes faults of the machine, `lock` is held by the first window only."""
        super().__init__(program)
        self._program, self._house, self._fault, self._lock = program, house, fault, lock
        self._hook: CrashHook | None = None
        self._first: FirstWindow | None = None

    def begin(self) -> None:
        """Catch what is a bug, say how the last run ended, and hear what later starts hand over."""
        from widgets.crash import CrashHook, keep_in
        from widgets.crashes import CrashTelling
        from widgets.recovery import Recovery

        home, program, version = self._house.home, self._program, self._house.version()
        self._hook = CrashHook(keep_in(home / "reports"), self._steps, version)
        self._hook.install(self._fault)
        CrashTelling(self._hook, program.desk, program.over, self)
        Recovery(program.desk, program.over, version, self).look(home / "running", home / "reports")
        if self._lock is not None:
            self._listen(self._lock)

    def end(self) -> None:
        """Let go of all of it."""
        if self._first is not None:
            self._first.close()
        if self._hook is not None:
            self._hook.uninstall()

    def _listen(self, lock: Lock) -> None:
        from widgets.single import FirstWindow, name_for

        self._first = FirstWindow(name_for(self._house.home), lock, self)
        self._first.files_handed.connect(self._take)

    def _take(self, files: tuple[str, ...]) -> None:
        from widgets.single import raise_window

        raise_window(self._program.window)
        if files:
            self._program.open_files(files)

    def _steps(self) -> tuple[str, ...]:
        return self._program.backstage.trail.steps if self._program.backstage else ()
