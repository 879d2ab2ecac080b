"""Asking for a file: the system's dialog, which tests replace by a function that answers at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

Take = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class FileWish:
    """What file is wanted: `filters` as Qt writes them; `suggested` is the name of a new file, empty to read one."""

    title: str
    filters: str
    suggested: str = ""


ChooseFile = Callable[[QWidget, FileWish, Take], None]


def ask_for_file(parent: QWidget, wish: FileWish, take: Take) -> None:
    """Open the system's dialog and hand over what was chosen."""
    dialog = QFileDialog(parent, wish.title)
    dialog.setNameFilter(wish.filters)
    if wish.suggested:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(wish.suggested).suffix.lstrip("."))
        dialog.selectFile(wish.suggested)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)

    def chosen(file: str) -> None:
        take(Path(file))

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
