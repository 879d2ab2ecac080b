"""The crash hook: whatever is a bug ends here, is written down without a word of copy, and is told."""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from studio.errors import StudioError
from studio.reports import digest_of_fault, report, report_of_fault, write_report

Keep = Callable[[str, datetime], Path]
"""Writes a report and returns its file; raises StudioError where the disk refuses."""


@dataclass(frozen=True, slots=True)
class Crash:
    """A fault that was caught: its report, the file it lies in (None where the disk refused) and why there is none."""

    text: str
    file: Path | None = None
    refusal: StudioError | None = None


def keep_in(folder: Path) -> Keep:
    """Return what writes reports to a folder."""

    def keep(text: str, at: datetime) -> Path:
        return write_report(folder, text, at)

    return keep


class CrashHook(QObject):
    """Catches what nobody else does, in any thread. The program goes on; only Qt's own fatal faults end it."""

    crashed = Signal(object)
    """A Crash, once for each fault however often it comes again."""
    refused = Signal(object)
    """A StudioError that nobody caught: it is a sentence for the person, and no crash."""
    _caught = Signal(object)

    def __init__(self, keep: Keep, steps: Callable[[], tuple[str, ...]], version: str) -> None:
        """Take what writes reports, what tells the person's last actions, and the program's version."""
        super().__init__()
        self._keep, self._steps = keep, steps
        self._program = (f"Fabel {version}, Qt {qVersion()}",)
        self._seen: Counter[tuple[object, ...]] = Counter()
        self._before: Callable[..., object] | None = None
        self._fault_file: IO[bytes] | None = None
        self._caught.connect(self.hear)

    def install(self, fault_file: Path | None = None) -> None:
        """Hook into Python, its threads and Qt; faults of the machine itself leave a trace in `fault_file`."""
        sys.excepthook = self._from_python
        threading.excepthook = self._from_thread
        self._before = qInstallMessageHandler(self._from_qt)
        if fault_file is not None and fault_file.parent.is_dir():
            self._fault_file = fault_file.open("wb")
            faulthandler.enable(self._fault_file)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(self._before)
        if self._fault_file is not None:
            faulthandler.disable()
            self._fault_file.close()
            self._fault_file = None

    def hear(self, error: BaseException) -> None:
        """Write down and tell a fault; called on the GUI thread, and connected to `Tasks.crashed`."""
        if isinstance(error, StudioError):
            self.refused.emit(error)
            return
        fault = digest_of_fault(error)
        self._seen[fault] += 1
        if self._seen[fault] == 1:
            at = datetime.now().astimezone()
            self.crashed.emit(self._kept(report(error, self._program, self._steps(), at), at))

    def _kept(self, text: str, at: datetime) -> Crash:
        try:
            return Crash(text, self._keep(text, at))
        except StudioError as refusal:
            return Crash(text, refusal=refusal)

    def _from_python(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)  # Ctrl+C in a terminal is no fault
        else:
            self._caught.emit(error)

    def _from_thread(self, end: threading.ExceptHookArgs) -> None:
        if isinstance(end.exc_value, Exception):
            self._caught.emit(end.exc_value)

    def _from_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:  # Qt ends the program when this returns
            at = datetime.now().astimezone()
            self._kept(report_of_fault(f"Qt: {message}", self._program, self._steps(), at), at)
        if self._before is not None:
            self._before(kind, context, message)
        elif sys.stderr is not None:
            sys.stderr.write(f"{message}\n")
