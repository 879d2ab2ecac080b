"""A message as a file: its picture as PNG, or a PDF, written where the person says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.library.choosing import ChooseFile, FileWish, ask_for_file
from widgets.notices import Tone
from widgets.parts.popup import Choice, Picker
from widgets.preview.view import Format, HtmlView, Page

NAMES = ("preview.picture", "preview.picture2", "preview.pdf")


class Exports(QObject):
    """The actions that save what the preview shows."""

    def __init__(
        self, desk: Desk, home: QWidget, view: Callable[[], HtmlView | None], page: Callable[[], Page | None]
    ) -> None:
        """Take where the view comes from, and the page that is shown, None without one."""
        super().__init__(home)
        self._desk, self._home, self._view, self._page = desk, home, view, page
        self.name = ""
        """What the file is called unless the person says otherwise."""
        self.choose_file: ChooseFile = ask_for_file
        words = desk.words
        group = words("Preview")
        ways: tuple[tuple[str, str, Format, int, str, str], ...] = (
            (NAMES[0], words("Save picture …"), "png", 1, "Ctrl+Alt+S", "ph.image"),
            (NAMES[1], words("Save picture, twice as sharp …"), "png", 2, "", "ph.image-square"),
            (NAMES[2], words("Save PDF …"), "pdf", 1, "Ctrl+Alt+D", "ph.file-pdf"),
        )
        self.actions: tuple[QAction, ...] = tuple(
            desk.actions.add(name, text, partial(self.save, form, scale), group=group, keys=keys, icon=icon, home=home)
            for name, text, form, scale, keys, icon in ways
        )
        self.picker = Picker(desk.look, home)
        self.picker.picked.connect(self._run)

    def allow(self, allowed: bool) -> None:
        """Offer the actions, or not: there must be an e-mail to draw."""
        for action in self.actions:
            action.setEnabled(allowed)

    def offer(self, at: QPoint) -> None:
        """Let the person choose among the actions at a place of the screen."""
        icons = ("ph.image", "ph.image-square", "ph.file-pdf")
        choices = [
            Choice(name, action.text(), icon=icon, keys=action.shortcut().toString())
            for name, action, icon in zip(NAMES, self.actions, icons, strict=True)
        ]
        self.picker.offer(choices, at, filtered=False)

    def save(self, form: Format, scale: int) -> None:
        """Ask for a file and save what is shown."""
        page, words = self._page(), self._desk.words
        if page is None:
            return
        title = words("Save PDF") if form == "pdf" else words("Save picture")
        filters = words("PDF files (*.pdf)") if form == "pdf" else words("PNG pictures (*.png)")
        wish = FileWish(title, filters, f"{_file_name(self.name)}.{form}")
        self.choose_file(self._home.window(), wish, partial(self._draw, form, scale, page))

    def _draw(self, form: Format, scale: int, page: Page, file: Path) -> None:
        view = self._view()
        if view is None:
            return
        self._desk.notices.say(self._desk.words("Drawing the e-mail …"))
        view.take(form, page, partial(self._take, file), scale=scale)

    def _take(self, file: Path, content: bytes) -> None:
        words = self._desk.words
        if not content:
            self._desk.notices.say(words("The e-mail could not be drawn. Try once more."), Tone.BAD)
            return
        done = partial(self._written, file)
        self._desk.tasks.start(partial(_write, file, content), done, self._desk.notices.refuse)

    def _written(self, file: Path, _result: None) -> None:
        self._desk.notices.say(self._desk.words("Saved “{name}”.", name=file.name), Tone.GOOD)

    def _run(self, name: str) -> None:
        self._desk.actions[name].trigger()


def _file_name(name: str) -> str:
    kept = "".join(sign if sign.isalnum() else "-" for sign in name.casefold())
    return "-".join(part for part in kept.split("-") if part) or "message"


def _write(file: Path, content: bytes, _progress: Progress) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        why = error.strerror or str(error)
        raise StudioError("“{folder}” cannot be written: {why}.", folder=file.name, why=why) from error
