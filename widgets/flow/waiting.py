"""The fields of a wait: how long or for the delivery, then until which time or part of the day, on which weekdays."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from studio.model.sequence import Event, Sequence
from studio.model.steps import Wait
from studio.model.telling import DAYS
from widgets.flow.delivering import DeliveryFields
from widgets.flow.fields import room_changed
from widgets.parts.chips import ChipButton
from widgets.parts.fields import ChoiceField, LineField, NumberField
from widgets.parts.labels import Label
from widgets.parts.layouts import Flow as Wrapping
from widgets.parts.layouts import column, row
from widgets.parts.segments import Segment, Segments
from widgets.theme.look import Look

UNITS = {"minutes": 1, "hours": 60, "days": 1440}
MOST = 100_000
LASTING, DELIVERY = "lasting", "delivery"
DELIVERING = (Event.ORDER_PLACED, Event.ORDER_SHIPPED)
"""The events after which something is delivered."""


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


def ending(text: str) -> tuple[str, str]:
    """Return what people write as a time of day and a part of the day ("10–20"): one of the two is empty."""
    first, dash, last = text.replace("–", "-").partition("-")
    return ("", f"{clock(first)}-{clock(last)}") if dash else (clock(text), "")


def delivers(sequence: Sequence | None) -> bool:
    """Tell whether a flow starts with an order, so that a wait can be for its delivery."""
    return sequence is not None and sequence.trigger.event in DELIVERING


class WaitFields(QWidget):
    """Number and unit, or the day of delivery; time of day and weekdays."""

    edited = Signal()
    """The person changed something that is whole: a number, a unit, a weekday."""
    settled = Signal()
    """The person left the time of day."""

    def __init__(self, look: Look, words: Translator) -> None:
        """Take the words of the window."""
        super().__init__()
        ways = (Segment(LASTING, words("How long")), Segment(DELIVERY, words("The day of delivery")))
        self.way = Segments(look, ways, words("What the wait is for"))
        self.delivery = DeliveryFields(look, words)
        self.lasting = QWidget()
        self._build_lasting(look, words)
        self.time = LineField(look, words("Until this time of day"), words("9:00, or 10–20"))
        self.time.setFixedWidth(124)
        self.days = [ChipButton(look, words.say(day)) for day in DAYS]
        for chip in self.days:
            chip.setCheckable(True)
            chip.clicked.connect(self.edited)
        until = row(Label(look, words("then until"), "body", "ink2"), self.time, None, spacing=8)
        days = Wrapping(*self.days, spacing=4)
        self.setLayout(column(self.way, self.lasting, self.delivery, until, days, spacing=10))
        self.setFocusProxy(self.number)
        self.way.chosen.connect(self._turn)
        self.delivery.edited.connect(self.edited)
        self.time.settled.connect(self.settled)

    def _build_lasting(self, look: Look, words: Translator) -> None:
        self.number = NumberField(look, words("How long"), 0, MOST)
        units = (("minutes", words("minutes")), ("hours", words("hours")), ("days", words("days")))
        self.unit = ChoiceField(look, words("Unit"), units)
        self.number.setFixedWidth(84)
        self.unit.setFixedWidth(116)
        self.lasting.setLayout(row(self.number, self.unit, None))
        self.number.edited.connect(partial(self._told))
        self.unit.edited.connect(partial(self._told))

    def _told(self, _value: object) -> None:
        self.edited.emit()

    def _turn(self, way: str) -> None:
        """Go from one kind of wait to the other; one that is to last some time lasts a day at first."""
        if way == LASTING and not self.number.value:
            self.number.set_value(1)
            self.unit.set_value("days")
        self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        waits = self.way.current == DELIVERY
        if self.delivery.isHidden() is waits or self.lasting.isHidden() is not waits:
            self.delivery.setVisible(waits)
            self.lasting.setVisible(not waits)
            self.setFocusProxy(self.delivery.side if waits else self.number)
            room_changed(self)

    def show_wait(self, wait: Wait, *, after_order: bool = False) -> None:
        """Show a wait, without a signal; a field that says the same already is left alone.

        The day of delivery is offered in a flow that begins `after_order`, and where a wait is for it already.
        """
        self.way.setVisible(after_order or bool(wait.until_day))
        self.way.choose(DELIVERY if wait.until_day else LASTING)
        self.delivery.set_days(wait.days)
        self._fit()
        number, unit = parted(wait.minutes)
        if self.number.value * UNITS[self.unit.value or "hours"] != wait.minutes or not self.unit.value:
            self.number.set_value(number)
            self.unit.set_value(unit)
        until = wait.until_time or wait.window.replace("-", "–")
        if ending(self.time.value) != (wait.until_time, wait.window):
            self.time.set_value(until)
        for day, chip in enumerate(self.days, 1):
            chip.setChecked(day in wait.weekdays)

    def wait(self, before: Wait) -> Wait:
        """Return the wait that the fields show, with the id of another one."""
        days = tuple(day for day, chip in enumerate(self.days, 1) if chip.isChecked())
        until, window = ending(self.time.value)
        same = replace(before, until_time=until, window=window, weekdays=days if len(days) < 7 else ())
        if self.way.current == DELIVERY:
            return replace(same, minutes=0, until_day=DELIVERY, days=self.delivery.days)
        return replace(same, minutes=round(self.number.value) * UNITS[self.unit.value], until_day="", days=0)
