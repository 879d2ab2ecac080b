"""Where the work is kept: the person's own SQLite file, or a PostgreSQL database that a team shares."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from studio.delivery.accounts import Account
from studio.errors import StudioError
from studio.i18n import Sentence
from studio.settings import WORKSPACE, parted_address
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.notices import Tone
from widgets.parts.buttons import Button
from widgets.parts.fields import Field, LineField
from widgets.parts.layouts import row
from widgets.parts.section import Section

Probe = Callable[[str], int]
"""Opens the workspace at an address and returns how many projects it has; raises StudioError where it cannot."""
ChooseFile = Callable[[Callable[[str], None]], None]


NOT_YET = -1
"""The answer of a probe where a workspace could be made but there is none yet."""


def probe_workspace(address: str) -> int:
    """Return how many projects the workspace at a path or URL has, NOT_YET where there is none; none is made."""
    from studio.store.store import open_store

    if "://" not in address and Path(address).is_dir():
        raise StudioError("“{address}” is a folder; a workspace is a file in it.", address=address)
    if "://" not in address and not Path(address).is_file():
        return NOT_YET
    with open_store(address if "://" in address else Path(address)) as store:
        return len(store.projects())


def whole_address(typed: str) -> str:
    """Return an address that means the same wherever the program is started from: a path with all its folders."""
    typed = typed.strip()
    return str(Path(os.path.expanduser(typed)).absolute()) if typed and "://" not in typed else typed  # noqa: PTH111


class WorkspaceChoice(QObject):
    """The section of the workspace: an address, a test of it, and the step to use it."""

    def __init__(self, desk: Desk, probe: Probe = probe_workspace, choose: ChooseFile | None = None) -> None:
        """Build the section as `section`; `choose` asks for a file (a dialog, unless a test gives another)."""
        words, look = desk.words, desk.look
        about = words("Your own file needs nothing; a team shares a PostgreSQL database. Nothing is moved or copied.")
        self.section = Section(look, words("Workspace"), about)
        super().__init__(self.section)
        self._desk, self._probe, self._choose = desk, probe, choose or partial(_ask_for_file, self.section, desk)
        hint = words("A file path, or postgresql://name@server/database. Empty: your own workspace on this machine.")
        self.address = LineField(look, words("Address of the workspace"), words("Your own workspace"))
        self.address.set_value(desk.preferences.settings.workspace)
        self._field = Field(look, words("Address"), self.address, hint)
        self.browse = Button(look, words("Choose a file…"))
        self.test = Button(look, words("Test"))
        self.use = Button(look, words("Use this workspace"), kind="primary")
        self.browse.clicked.connect(self._browse)
        self.test.clicked.connect(self._test)
        self.use.clicked.connect(self._use)
        buttons = QWidget()
        line = row(self.browse, self.test, self.use)
        line.addStretch(1)
        buttons.setLayout(line)
        self.section.body.addWidget(self._field)
        self.section.body.addWidget(buttons)

    @property
    def _wanted(self) -> str:
        return whole_address(str(self.address.value))

    def _browse(self) -> None:
        self._choose(self._take)

    def _take(self, path: str) -> None:
        if path:
            self.address.set_value(path)

    def _test(self) -> None:
        wanted = self._wanted
        if not wanted:
            self._desk.notices.say(self._desk.words("Your own workspace is always there."), Tone.GOOD)
            return
        self._field.say_wrong("")

        def work(_progress: Progress) -> int:
            return self._probe(wanted)

        self._desk.tasks.start(work, self._found, self._refused, key="probe")

    def _found(self, projects: int) -> None:
        words = self._desk.words
        if projects == NOT_YET:
            self._desk.notices.say(words("There is no workspace there yet; it is made when you use it."))
            return
        self._desk.notices.say(words("The workspace answers. It has {count} projects.", count=projects), Tone.GOOD)

    def _refused(self, refusal: StudioError) -> None:
        self._field.say_wrong(self._desk.words.say(refusal))

    def _use(self) -> None:
        """Use the workspace; a password goes to the keychain, for preferences lie in a plain file."""
        self._field.say_wrong("")
        address, password = parted_address(self._wanted)
        if not password:
            self._settle(address)
            return
        keys = self._desk.keys

        def work(_progress: Progress) -> Sentence:
            from studio.delivery.keys import Secret  # with the keychain: not before it is needed

            return keys().keep(Account(WORKSPACE, address), Secret(password))

        self._desk.tasks.start(work, partial(self._kept, address), self._refused, key="probe")

    def _kept(self, address: str, where: Sentence) -> None:
        self.address.set_value(address)
        self._desk.notices.say(self._desk.words.say(where))
        self._settle(address)

    def _settle(self, address: str) -> None:
        self._desk.preferences.set(workspace=address, last_project="")


def _ask_for_file(parent: QWidget, desk: Desk, take: Callable[[str], None]) -> None:
    dialog = QFileDialog(parent, desk.words("Choose a workspace"))
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter("SQLite (*.sqlite *.db)")
    dialog.fileSelected.connect(take)
    dialog.open()
