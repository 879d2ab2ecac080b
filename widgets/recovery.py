"""At the start: saying plainly that the last run ended badly, what that means, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.reports import report_of_fault, report_since, write_report
from studio.running import Run, ended_badly
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.notices import Tone
from widgets.reportsheet import ReportSheet, lies_at, show_report

Found = tuple[Sequence[Run], tuple[Path, str] | None]


class Recovery(QObject):
    """Looks for runs that ended badly, in a task, and tells once the window stands."""

    def __init__(
        self, desk: Desk, over: Callable[[], QWidget | None], version: str, parent: QObject | None = None
    ) -> None:
        """Tell over the window that `over` gives; `version` goes into a report that has to be written."""
        super().__init__(parent)
        self._desk, self._over, self._version = desk, over, version
        self._report: tuple[Path, str] | None = None
        self.sheet: ReportSheet | None = None

    def look(self, runs: Path, reports: Path) -> None:
        """Look into the folder of running programs and the one of reports; nothing is said where all ended well."""
        version = self._version

        def work(_progress: Progress) -> Found:
            return found_in(runs, reports, version)

        self._desk.tasks.start(work, self._tell, key="recovery")

    def _tell(self, found: Found) -> None:
        runs, self._report = found
        if not runs:
            return
        words, notices = self._desk.notices.words, self._desk.notices
        started = f"{runs[-1].started.astimezone():%H:%M}"
        text = words(
            "Fabel did not close properly last time (opened at {time}). "
            "What you wrote is here, but for at most the last second before it ended.",
            time=started,
        )
        if self._report is None:
            notices.say(text, Tone.WARN)
        else:
            notices.say(text, Tone.WARN, words("Show report"), self.show_report)

    def show_report(self) -> None:
        """Show what is known of the bad end."""
        if self._report is None or self.sheet is not None:
            return
        words, (file, text) = self._desk.notices.words, self._report
        sentence = words("This is what is known of how the last run ended. Nothing needs to be done.")
        title = words("How Fabel ended last time")
        self.sheet = ReportSheet(self._desk.look, words, title, sentence, text, lies_at(words, file))
        self.sheet.finished.connect(self._closed)
        show_report(self.sheet, self._over())

    def _closed(self) -> None:
        self.sheet = None


def found_in(runs: Path, reports: Path, version: str) -> Found:
    """Return the runs that ended badly, and the report of the last one where there is anything to report.

    What `faulthandler` left becomes a report of its own. Raise StudioError where that cannot be written.
    """
    bad = ended_badly(runs)
    if not bad:
        return (), None
    if fault := bad[-1].fault.strip():
        at = datetime.now().astimezone()
        write_report(reports, report_of_fault(fault, (f"Fabel {version}",), (), at), at)
    return bad, report_since(reports, bad[-1].started)
