"""What the deliver screen needs of the world outside: a line to a service, a browser, folders and files."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from studio.delivery.accounts import Account
from studio.delivery.book import Kept
from studio.exporters.service import Service
from studio.tasks import Progress
from widgets.accounts.book import read_book, usable_accounts
from widgets.desk import Desk
from widgets.preview.chromium import chromium_view
from widgets.preview.view import MakeView

if TYPE_CHECKING:
    from studio.delivery.http import Client  # with `requests`: loaded when the first line is opened
    from studio.delivery.keys import Secret

Connect = Callable[[Service, Account, "Secret", Progress], "Client"]
Choose = Callable[[QWidget, str, str, Callable[[Path], None]], None]


def connect(service: Service, account: Account, key: Secret, progress: Progress) -> Client:
    """Return a line to an account; for use inside tasks."""
    from studio.delivery.http import Client

    return Client(service, key, account.base_url, progress=progress)


def accounts_with_keys(desk: Desk) -> tuple[Kept, ...]:
    """Return the accounts that have a key, as the accounts screen knows them; for use inside tasks."""
    return usable_accounts(read_book(desk), desk.keys())


def open_link(address: str) -> None:
    """Show a page in the person's browser."""
    QDesktopServices.openUrl(QUrl(address))


def open_path(path: Path) -> None:
    """Show a file or a folder in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def choose_folder(parent: QWidget, title: str, suggested: str, chosen: Callable[[Path], None]) -> None:
    """Let the person choose a folder."""
    _choose(QFileDialog(parent, title, suggested), QFileDialog.FileMode.Directory, chosen)


def choose_file(parent: QWidget, title: str, suggested: str, chosen: Callable[[Path], None]) -> None:
    """Let the person say where a new file shall lie; `suggested` is its name."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(suggested)
    _choose(dialog, QFileDialog.FileMode.AnyFile, chosen)


def _choose(dialog: QFileDialog, mode: QFileDialog.FileMode, chosen: Callable[[Path], None]) -> None:
    def take(name: str) -> None:
        chosen(Path(name))

    dialog.setFileMode(mode)
    dialog.fileSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


@dataclass(frozen=True)
class Doors:
    """The ways out of the screen; tests bring their own."""

    connect: Connect = connect
    accounts: Callable[[Desk], tuple[Kept, ...]] = accounts_with_keys
    """Gives the accounts that have a key; called inside tasks."""
    open_link: Callable[[str], None] = open_link
    open_path: Callable[[Path], None] = open_path
    choose_folder: Choose = choose_folder
    choose_file: Choose = choose_file
    make_view: MakeView = chromium_view
    """Makes the view that draws the small pictures of messages."""
    trust: ssl.SSLContext | None = None
    """Which certificates of mail servers are believed; None for the system's."""
