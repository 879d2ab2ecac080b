"""The program in a process of its own with somebody typing in the manuscript, for tests that kill it.

Called with the folder of the person's data. It says after each letter what stands in the first paragraph, and when.
"""

import itertools
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import main
from studio.i18n import NullTranslator
from studio.running import begin
from widgets.program import Program
from widgets.theme.fonts import load_fonts
from widgets.watch import Watch

BETWEEN = 20
"""Milliseconds between two letters."""


class Hasty(QObject):
    """Opens the first card of the library and types on and on at the beginning of its first paragraph."""

    def __init__(self, home):
        super().__init__()
        house = main.house(home, NullTranslator(), demo=True)
        self.program = Program(replace(house, settings=replace(house.settings, theme="light")))
        self.running = begin(home / "running")
        self.watch = Watch(self.program, house, self.running.fault, None)
        self.program.begun.connect(self.watch.begin)
        self.letters = itertools.cycle("abcdefghijklmnopqrstuvwxyz")
        self.block = ""
        self.rhythm = QTimer(self, interval=BETWEEN)
        self.rhythm.timeout.connect(self.go_on)
        self.program.window.resize(1100, 720)
        self.program.show()
        self.program.window.activateWindow()
        self.rhythm.start()

    def go_on(self):
        window = self.program.window
        if window.screen_name == "library" and not self.program.desk.tasks.busy():
            self.open(window.current.page.grid)
        elif window.screen_name == "write":
            self.type(window.current.view)

    def open(self, grid):
        if grid.model().rowCount() > 1:
            grid.setCurrentIndex(grid.model().index(1, 0))
            QTest.keyClick(grid, Qt.Key.Key_Return)

    def type(self, view):
        if not self.block:
            row = next(row for row in view.rows if row.block_kind == "paragraph")
            self.block = row.block
            view.select(row.key, 0, 0)
        QTest.keyClick(view, next(self.letters))
        words = self.program.desk.session.project.blocks[self.block].words("text", "nb")
        print(f"{time.time():.3f} {self.block} {words.partition('Hei')[0]}", flush=True)


if __name__ == "__main__":
    application = QApplication([])
    load_fonts()
    hasty = Hasty(Path(sys.argv[1]))
    sys.exit(application.exec())
