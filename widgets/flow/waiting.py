"""The fields of a wait: how long, then until which time of day, on which weekdays."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from studio.model.steps import Wait
from studio.model.telling import DAYS
from widgets.parts.chips import ChipButton
from widgets.parts.fields import ChoiceField, LineField, NumberField
from widgets.parts.labels import Label
from widgets.parts.layouts import Flow as Wrapping
from widgets.parts.layouts import column, row
from widgets.theme.look import Look

UNITS = {"minutes": 1, "hours": 60, "days": 1440}
MOST = 100_000


def parted(minutes: int) -> tuple[int, str]:
    """Return minutes as a number and its largest unit that fits without a rest; hours up to two days."""
    if minutes >= 2 * UNITS["days"] and minutes % UNITS["days"] == 0:
        return minutes // UNITS["days"], "days"
    if minutes % UNITS["hours"] == 0:
        return minutes // UNITS["hours"], "hours"
    return minutes, "minutes"


def clock(text: str) -> str:
    """Return a time as people write it ("9", "9.30", "930") as "HH:MM"; what is no time stays as it is."""
    bare = text.strip().replace(".", ":")
    hours, _, minutes = bare.partition(":")
    if not minutes and hours.isdecimal() and len(hours) in (3, 4):
        hours, minutes = hours[:-2], hours[-2:]
    if hours.isdecimal() and (minutes or "00").isdecimal() and len(hours) < 3 and len(minutes) in (0, 2):
        return f"{int(hours):02d}:{int(minutes or 0):02d}"
    return bare


class WaitFields(QWidget):
    """Number, unit, time of day and weekdays."""

    edited = Signal()
    """The person changed something that is whole: a number, a unit, a weekday."""
    settled = Signal()
    """The person left the time of day."""

    def __init__(self, look: Look, words: Translator) -> None:
        """Take the words of the window."""
        super().__init__()
        self.number = NumberField(look, words("How long"), 0, MOST)
        units = (("minutes", words("minutes")), ("hours", words("hours")), ("days", words("days")))
        self.unit = ChoiceField(look, words("Unit"), units)
        self.time = LineField(look, words("Until this time of day"), words("any time"))
        self.number.setFixedWidth(84)
        self.unit.setFixedWidth(116)
        self.time.setFixedWidth(92)
        self.days = [ChipButton(look, words.say(day)) for day in DAYS]
        for chip in self.days:
            chip.setCheckable(True)
            chip.clicked.connect(self.edited)
        until = row(Label(look, words("then until"), "body", "ink2"), self.time, None, spacing=8)
        self.setLayout(column(row(self.number, self.unit, None), until, Wrapping(*self.days, spacing=4), spacing=10))
        self.setFocusProxy(self.number)
        self.number.edited.connect(partial(self._told))
        self.unit.edited.connect(partial(self._told))
        self.time.settled.connect(self.settled)

    def _told(self, _value: object) -> None:
        self.edited.emit()

    def show_wait(self, wait: Wait) -> None:
        """Show a wait, without a signal; a field that says the same already is left alone."""
        number, unit = parted(wait.minutes)
        if self.number.value * UNITS[self.unit.value or "hours"] != wait.minutes or not self.unit.value:
            self.number.set_value(number)
            self.unit.set_value(unit)
        if clock(self.time.value) != wait.until_time:
            self.time.set_value(wait.until_time)
        for day, chip in enumerate(self.days, 1):
            chip.setChecked(day in wait.weekdays)

    def wait(self, before: Wait) -> Wait:
        """Return the wait that the fields show, with the id of another one."""
        days = tuple(day for day, chip in enumerate(self.days, 1) if chip.isChecked())
        minutes = round(self.number.value) * UNITS[self.unit.value]
        return replace(
            before, minutes=minutes, until_time=clock(self.time.value), weekdays=days if len(days) < 7 else ()
        )
