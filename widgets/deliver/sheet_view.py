"""The build sheet inside the window: what is left to do by hand, with ticks and texts to copy."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from widgets.deliver.delivery import Delivery
from widgets.deliver.grown import growing_rows
from widgets.deliver.work import Prepared, Step, save_page, write_tick
from widgets.notices import Tone
from widgets.parts.buttons import Button
from widgets.parts.fields import CheckField
from widgets.parts.labels import Label
from widgets.parts.layouts import Flow, column, row

INDENT = 28


class StepRow(QWidget):
    """One step: its tick with the title, what to do, and the texts to copy."""

    def __init__(self, delivery: Delivery, step: Step, number: int, *, tell_language: bool) -> None:
        """Take the step, its number on the sheet, and whether to say which language it belongs to."""
        super().__init__()
        self._delivery, self._step = delivery, step
        look, words = delivery.desk.look, delivery.desk.words
        said = step.task.step
        title = words("{number}. {title}", number=number, title=said.title)
        self.tick = CheckField(look, title)
        self.tick.set_value(step.task.done)
        self.tick.edited.connect(self._ticked)
        where = [step.flow.language] if tell_language else []
        where += [words.say(branch) for branch in said.where]
        lines = [" › ".join(where)] if where else []
        lines += [words.say(line) for line in said.words]
        if step.task.changed:
            lines.append(words("You ticked this before; its words are others now."))
        below = [Label(look, line, "small", "ink3", wrap=True) for line in lines]
        under = column(*below, spacing=3, margins=(INDENT, 0, 0, 0))
        if said.copies:
            under.addLayout(self._copies())
        self.setLayout(column(self.tick, under, spacing=2, margins=(12, 8, 16, 12)))

    def _copies(self) -> Flow:
        look, words = self._delivery.desk.look, self._delivery.desk.words
        made = Flow(spacing=4)
        for label, text in self._step.task.step.copies:
            button = Button(look, words("Copy: {label}", label=label), "quiet", "ph.copy")
            button.setToolTip(text[:400])
            button.clicked.connect(partial(self._copy, text))
            made.addWidget(button)
        return made

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._delivery.desk.notices.say(self._delivery.desk.words("Copied."), Tone.GOOD)

    def _ticked(self, done: bool) -> None:
        desk = self._delivery.desk
        desk.tasks.start(write_tick(self._step, done, desk), _nothing, self._not_kept)

    def _not_kept(self, trouble: StudioError) -> None:
        self.tick.set_value(not self.tick.value)
        self._delivery.desk.notices.refuse(trouble)


class SheetView(QWidget):
    """The steps of all build sheets of a delivery; ticks are kept in the workspace's push journal."""

    def __init__(self, delivery: Delivery) -> None:
        """Begin empty."""
        super().__init__()
        self._delivery = delivery
        look, words = delivery.desk.look, delivery.desk.words
        self.prepared: Prepared | None = None
        self.title = Label(look, "", "strong", wrap=True)
        self.page = Button(look, words("Open as a page"), "quiet", "ph.arrow-square-out")
        self.page.clicked.connect(self._open_page)
        self.intro = Label(look, "", "small", "ink3", wrap=True)
        self.rows = growing_rows(look)
        head = row(self.title, self.page)
        head.setStretch(0, 1)
        head.setAlignment(self.page, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(head, self.intro, 2, self.rows, spacing=2))

    def show_steps(self, prepared: Prepared) -> None:
        """Show the steps of what was prepared; without any the section is not there."""
        self.prepared = prepared
        words = self._delivery.desk.words
        sheets = [parcel.bundle.sheet for parcel in prepared.parcels if parcel.bundle.sheet]
        self.setVisible(bool(prepared.steps))
        if not sheets:
            return
        self.title.set_text(words("By hand at {service}", service=words.say(self._delivery.target.label)))
        self.intro.set_text(words.say(sheets[0].intro))
        several = len(sheets) > 1
        numbered = enumerate(prepared.steps, 1)
        self.rows.set_rows([StepRow(self._delivery, step, at, tell_language=several) for at, step in numbered])

    def _open_page(self) -> None:
        desk, prepared = self._delivery.desk, self.prepared
        if prepared is not None:
            name = f"{prepared.wish.target.name}-{prepared.wish.languages[0]}.html"
            title = desk.words("Where shall the page lie?")
            self._delivery.doors.choose_file(self, title, name, self._save_page)

    def _save_page(self, path: Path) -> None:
        if self.prepared is not None:
            self._delivery.desk.tasks.start(partial(save_page, self.prepared, path), self._show_page)

    def _show_page(self, path: Path) -> None:
        self._delivery.doors.open_path(path)
        self._delivery.desk.notices.say(self._delivery.desk.words("The page lies in {path}.", path=path), Tone.GOOD)


def _nothing(_result: object) -> None:
    """Need no answer."""
