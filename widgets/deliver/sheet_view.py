"""The build sheet inside the window: what is left to do by hand, with ticks and texts to copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.exporters.glimpses import pictured
from studio.model.findings import Place
from widgets.deliver.aside import Aside
from widgets.deliver.delivery import Delivery
from widgets.deliver.glimpse import GlimpseButton, GlimpseSheet, name_of, version_of
from widgets.deliver.glimpses import SMALL, Glimpses
from widgets.deliver.grown import growing_rows
from widgets.deliver.work import Prepared, Step, save_page, write_tick
from widgets.notices import Tone
from widgets.parts.buttons import Button
from widgets.parts.fields import CheckField
from widgets.parts.inputs import tell_cut
from widgets.parts.labels import Label
from widgets.parts.layouts import Flow, column, row
from widgets.theme.look import Look

INDENT = 28
ABREAST = 2
"""So many pictures of one step stand beside each other."""
GAP = 6
STRIDE = SMALL.width() + 4 + GAP
"""Pixels from one picture to the next."""
READABLE = 280
"""So many pixels the words need beside the pictures; where there are fewer the pictures stand below."""
LETTERS = 60
"""So many pixels of a text's name stay to be seen."""
SHORT = 28
"""So many letters of a text tell it from others."""


class StepTitle(Label):
    """The words beside a tick; they wrap, and a press on them ticks."""

    def __init__(self, look: Look, title: str, tick: CheckField) -> None:
        """Take the words and the tick."""
        super().__init__(look, title, "body", wrap=True)
        self._tick = tick
        self.setContentsMargins(0, 3, 0, 0)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick, or take the tick back."""
        if self.rect().contains(event.position().toPoint()):
            self._tick.click()


class CopyButton(Button):
    """Copies a text; what does not fit of its name ends in an ellipsis and is told by the tooltip, before the text."""

    def __init__(self, look: Look, name: str, text: str) -> None:
        """Take the words on the button, and the text."""
        super().__init__(look, name, "quiet", "ph.copy")
        self._name, self._told = name, text[:400]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(self._told)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few letters."""
        return QSize(min(LETTERS, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell whole what is cut."""
        super().resizeEvent(event)
        tell_cut(self, f"{self._name}\n\n{self._told}", self.sizeHint().width(), self._told)


class StepRow(QWidget):
    """One step: its tick with the title, what to do, the texts to copy, and pictures of what it sends."""

    ticked = Signal()

    def __init__(
        self,
        delivery: Delivery,
        step: Step,
        number: int,
        pictures: tuple[GlimpseButton, ...] = (),
        *,
        tell_language: bool,
    ) -> None:
        """Take the step, its number on the sheet, and whether to say which language it belongs to.

        `pictures` show the message that the step sends, one for each version.
        """
        super().__init__()
        self.pictures = pictures
        self._delivery, self._step = delivery, step
        look, words = delivery.desk.look, delivery.desk.words
        said = step.task.step
        title = words("{number}. {title}", number=number, title=said.title)
        self.tick = CheckField(look, "")
        self.tick.setAccessibleName(title)
        self.tick.setFixedWidth(INDENT)
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
        head = row(self.tick, StepTitle(look, title, self.tick), spacing=0)
        head.setStretch(1, 1)
        head.setAlignment(self.tick, Qt.AlignmentFlag.AlignTop)
        self._lay_out(column(head, under, None, spacing=2))

    def _lay_out(self, said: QVBoxLayout) -> None:
        """Put the pictures beside what is said, or under it where the words would get too narrow."""
        outer = column(margins=(12, 8, 12, 12))
        self.setLayout(outer)
        if not self.pictures:
            outer.addLayout(said)
            return
        words, beside = QWidget(), QWidget()
        words.setLayout(said)
        beside.setLayout(Flow(*self.pictures, spacing=GAP))
        wide = min(len(self.pictures), ABREAST) * STRIDE - GAP
        outer.addLayout(Aside(words, beside, wide, READABLE + wide, INDENT))

    def _copies(self) -> Flow:
        look, words = self._delivery.desk.look, self._delivery.desk.words
        made = Flow(spacing=4)
        copies = self._step.task.step.copies
        labels = [words.say(label) for label, _ in copies]
        for label, (_, text) in zip(labels, copies, strict=True):
            named = label if labels.count(label) == 1 else f"{label} “{told_apart(text)}”"
            button = CopyButton(look, words("Copy: {label}", label=named), text)
            button.clicked.connect(partial(self._copy, text))
            button.ensurePolished()  # so that the lines are as long at once as they will be
            made.addWidget(button)
        return made

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._delivery.desk.notices.say(self._delivery.desk.words("Copied."), Tone.GOOD)

    def _ticked(self, done: bool) -> None:
        desk = self._delivery.desk
        desk.tasks.start(write_tick(self._step, done, desk), _nothing, self._not_kept)
        self.ticked.emit()

    def _not_kept(self, trouble: StudioError) -> None:
        self.tick.set_value(not self.tick.value)
        self.ticked.emit()
        self._delivery.desk.notices.refuse(trouble)


class SheetView(QWidget):
    """The steps of all build sheets of a delivery; ticks are kept in the workspace's push journal."""

    def __init__(self, delivery: Delivery) -> None:
        """Begin empty."""
        super().__init__()
        self._delivery = delivery
        look, words = delivery.desk.look, delivery.desk.words
        self.prepared: Prepared | None = None
        self.seen: GlimpseSheet | None = None
        """The message that was shown last in its own sheet."""
        self.title = Label(look, "", "strong", wrap=True)
        self.glimpses = Glimpses(delivery.desk, self, delivery.doors.make_view)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        self.bar.setAccessibleName(words("Steps that are done"))
        self.bar.setProperty("part", "deliver")
        self.count = Label(look, "", "small", "ink3")
        self.page = Button(look, words("Open as a page"), "quiet", "ph.arrow-square-out")
        self.page.clicked.connect(self._open_page)
        self.intro = Label(look, "", "small", "ink3", wrap=True)
        self.rows = growing_rows(look)
        head = row(self.title, self.page)
        head.setStretch(0, 1)
        head.setAlignment(self.page, Qt.AlignmentFlag.AlignTop)
        course = row(self.bar, self.count, None, spacing=10, margins=(0, 4, 0, 4))
        self.setLayout(column(head, self.intro, course, self.rows, spacing=2))

    def show_steps(self, prepared: Prepared) -> None:
        """Show the steps of what was prepared; without any the section is not there."""
        self.prepared = prepared
        words = self._delivery.desk.words
        sheets = [parcel.bundle.sheet for parcel in prepared.parcels if parcel.bundle.sheet]
        self.setVisible(bool(prepared.steps))
        if not sheets:
            return
        self.title.set_text(words("By hand at {service}", service=words.say(self._delivery.target.label)))
        runs = bool(prepared.lying) and all(each.live for each in prepared.lying)
        on = words("The flow is switched on there: readers get it. Do what is new in these steps.")
        self.intro.set_text(on if runs else words.say(sheets[0].intro))
        several = len(sheets) > 1
        self.glimpses.take(prepared.wish.project)
        rows = [self._row(step, at, several) for at, step in enumerate(prepared.steps, 1)]
        self.rows.set_rows(rows)
        self._show_progress()

    def _row(self, step: Step, number: int, several: bool) -> StepRow:
        made = StepRow(self._delivery, step, number, tuple(self._pictures(step)), tell_language=several)
        made.ticked.connect(self._show_progress)
        return made

    def _pictures(self, step: Step) -> Iterator[GlimpseButton]:
        """Yield a picture of the message that a step sends in its language, one for each version that it sends."""
        if self.prepared is None:
            return
        project, flow = self.prepared.wish.project, step.flow
        sent = replace(step.task.step.place, sequence=flow.sequence, language=flow.language)
        places = pictured(project, sent)
        for place in places:
            version = version_of(project, place) if len(places) > 1 else ""
            picture = GlimpseButton(self._delivery.desk.look, self.glimpses, place, name_of(project, place), version)
            picture.clicked.connect(partial(self._see, place))
            yield picture

    def _see(self, place: Place) -> None:
        if self.prepared is not None:
            self.seen = GlimpseSheet(self._delivery.desk, self.prepared.wish.project, place, self)
            self.seen.open()

    def _show_progress(self) -> None:
        rows = [each for each in self.rows.rows if isinstance(each, StepRow)]
        done = sum(each.tick.value for each in rows)
        self.bar.setRange(0, max(1, len(rows)))
        self.bar.setValue(done)
        words = self._delivery.desk.words
        self.count.set_text(
            words("All done") if done == len(rows) else words("{done} of {total}", done=done, total=len(rows))
        )

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


def told_apart(text: str) -> str:
    """Return a few words of a text to copy, which tell it from others of the same label."""
    line = next((line.strip() for line in text.partition(" [fabel")[0].splitlines() if line.strip()), "")
    short = line.rpartition(" – ")[2]
    return short if len(short) <= SHORT else f"{short[:SHORT].rstrip()}…"


def _nothing(_result: object) -> None:
    """Need no answer."""
