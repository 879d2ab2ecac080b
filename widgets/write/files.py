"""Choosing a picture from the disk for a block."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from widgets.desk import Desk
from widgets.write.pictures import Pictures

Chooser = Callable[[Callable[[str], None]], None]
"""Asks the person for a file and calls back with its path."""


class Files(QObject):
    """Asks for a file and hands it to the pictures."""

    def __init__(self, desk: Desk, home: QWidget, pictures: Pictures, choose: Chooser | None = None) -> None:
        """Ask over `home`; tests give their own way of choosing."""
        super().__init__(home)
        self._desk, self._home, self._pictures = desk, home, pictures
        self.choose: Chooser = choose or self._ask

    def request(self, block: str, setting: str) -> None:
        """Ask for the picture of a block's setting."""
        self.choose(partial(self._take, block, setting))

    def _take(self, block: str, setting: str, path: str) -> None:
        target = self._pictures.target_of(self._desk.here.spot.message, block, setting=setting)
        if target is not None:
            self._pictures.take(Path(path), target)

    def _ask(self, take: Callable[[str], None]) -> None:
        dialog = QFileDialog(self._home, self._desk.words("Choose a picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._desk.words("Pictures") + " (*.png *.jpg *.jpeg *.gif)")
        dialog.fileSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
