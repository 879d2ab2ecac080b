"""What the brand screen asks of the world outside: which file, to read or to write. Tests give their own doors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFileDialog, QWidget

Take = Callable[[str], None]


def ask_open(parent: QWidget, title: str, names: str, take: Take) -> None:
    """Ask for a file that is there; `names` is a filter like "Brand (*.toml)"."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(names)
    _open(dialog, take)


def ask_save(parent: QWidget, title: str, names: str, take: Take) -> None:
    """Ask where a file is to be written."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(names)
    dialog.setDefaultSuffix("toml")
    dialog.selectFile("brand.toml")
    _open(dialog, take)


def _open(dialog: QFileDialog, take: Take) -> None:
    dialog.fileSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


@dataclass(frozen=True)
class Doors:
    """How files are chosen."""

    open: Callable[[QWidget, str, str, Take], None] = ask_open
    save: Callable[[QWidget, str, str, Take], None] = ask_save
