"""Telling the person about a fault: one sheet at a time, calmly, with a report they may pass on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from widgets.crash import Crash, CrashHook
from widgets.desk import Desk
from widgets.notices import Tone
from widgets.reportsheet import ReportSheet, lies_at, show_report


class CrashTelling(QObject):
    """Shows what the hook catches over the window; while a sheet is open, further faults are only counted."""

    def __init__(
        self, hook: CrashHook, desk: Desk, over: Callable[[], QWidget | None], parent: QObject | None = None
    ) -> None:
        """Listen to the hook, and let it hear of faults in tasks; `over` gives the window to tell it over."""
        super().__init__(parent)
        self._desk = desk
        self._over = over
        self.sheet: ReportSheet | None = None
        self.more = 0
        desk.tasks.crashed.connect(hook.hear)
        hook.crashed.connect(self.tell)
        hook.refused.connect(desk.notices.refuse)

    def tell(self, crash: Crash) -> None:
        """Show the report, or keep count where one is shown."""
        if self.sheet is not None:
            self.more += 1
            return
        words = self._desk.notices.words
        place = lies_at(words, crash.file) if crash.file else words.say(crash.refusal) if crash.refusal else ""
        sentence = words(
            "What you wrote is safe and goes on being saved, and you can go on. "
            "Should anything look odd from here, close Fabel and open it again."
        )
        title = words("Fabel met an error of its own")
        self.sheet = ReportSheet(self._desk.look, words, title, sentence, crash.text, place)
        self.sheet.finished.connect(self._closed)
        show_report(self.sheet, self._over())

    def _closed(self) -> None:
        self.sheet = None
        if self.more:
            words = self._desk.notices.words
            self._desk.notices.say(words("More errors followed; each has a report of its own."), Tone.WARN)
        self.more = 0
