"""What starts a flow: the event, and where it asks for it for how long, on which dates, or in which list."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.i18n import N_, Translator
from studio.model.sequence import Event, Trigger
from studio.model.telling import CLAUSES, details
from widgets.flow.fields import room_changed
from widgets.parts.fields import CheckField, ChoiceField, Field, LineField, NumberField
from widgets.parts.layouts import column
from widgets.theme.look import Look

QUIET_DAYS = 90
ORDERS, CLICKS = "orders", "clicks"
DATE_WORDS = {"birthday": N_("Birthday"), "first_purchase": N_("First purchase"), "signed_up": N_("Sign-up")}
"""The dates of a customer, by the word in a trigger’s detail, in the order in which they are offered."""
NAMED = {
    Event.DATE_REACHED: "birthday",
    Event.INACTIVE: ORDERS,
}
"""What an event names until the person chooses."""


class TriggerFields(QWidget):
    """The event, and under it what only this event asks."""

    edited = Signal(object)
    """The Trigger as the person made it."""

    def __init__(self, look: Look, words: Translator) -> None:
        """Take the words of the window."""
        super().__init__()
        self._look, self._words = look, words
        self._shown = Trigger(Event.CART_ABANDONED)
        self.starts = ChoiceField(look, words("What starts the flow"), [])
        quiet = ((ORDERS, words("has not bought")), (CLICKS, words("has neither opened nor clicked")))
        self.quiet = ChoiceField(look, words("What the customer has not done"), quiet)
        self.days = NumberField(look, words("For how many days"), 1, 3650, 1, words(" days"))
        self.dates = {each: CheckField(look, words(DATE_WORDS[each])) for each in DATE_WORDS}
        self.other = LineField(look, words("Another date"), words("A date of your own, as the service calls it"))
        self.list = LineField(look, words("Which list"), words("Which list"))
        self._dates, self._quiet = QWidget(), QWidget()
        self._dates.setLayout(column(*self.dates.values(), 4, self.other, spacing=0))
        self._quiet.setLayout(column(Field(look, words("The customer"), self.quiet), self.days))
        self.setLayout(column(self.starts, self._quiet, self._dates, self.list))
        self.starts.edited.connect(self._set_event)
        self.days.edited.connect(self._set_days)
        self.quiet.edited.connect(self._set_detail)
        self.list.edited.connect(self._set_detail)
        dated: tuple[CheckField | LineField, ...] = (*self.dates.values(), self.other)
        for field in dated:
            field.edited.connect(self._set_dates)

    def show_trigger(self, trigger: Trigger) -> None:
        """Show a trigger, without a signal; a field that says the same already is left alone."""
        self._shown = trigger
        # A click in its own messages can end a flow, not start it.
        offered = [event for event in Event if event in (trigger.event, *_STARTING)]
        if [self.starts.itemData(at) for at in range(self.starts.count())] != offered:
            self.starts.set_choices([(event, self._words.say(CLAUSES[event])) for event in offered])
        self.starts.set_value(trigger.event)
        if self.days.value != trigger.days:
            self.days.set_value(max(trigger.days, 1))
        self.quiet.set_value(trigger.detail if trigger.detail == CLICKS else ORDERS)
        self._show_dates(trigger)
        self.list.set_value(trigger.detail)
        self._fit(trigger.event)

    def _show_dates(self, trigger: Trigger) -> None:
        named = details(trigger)
        for name, tick in self.dates.items():
            tick.set_value(name in named)
        own = tuple(each for each in named if each not in DATE_WORDS)
        if own != _listed(self.other.value):
            self.other.set_value(", ".join(own))

    def _fit(self, event: Event) -> None:
        shown = {self._quiet: Event.INACTIVE, self._dates: Event.DATE_REACHED, self.list: Event.SUBSCRIBED}
        wanted = [wanted is event for wanted in shown.values()]
        if wanted != [not part.isHidden() for part in shown]:
            for part, wanted_now in zip(shown, wanted, strict=True):
                part.setVisible(wanted_now)
            room_changed(self)

    def _set_event(self, value: str) -> None:
        event = Event(value)
        self.edited.emit(Trigger(event, QUIET_DAYS if event is Event.INACTIVE else 0, NAMED.get(event, "")))

    def _set_days(self, days: float) -> None:
        self.edited.emit(replace(self._shown, days=round(days)))

    def _set_detail(self, detail: str) -> None:
        self.edited.emit(replace(self._shown, detail=detail))

    def _set_dates(self, _value: object) -> None:
        ticked = [name for name, tick in self.dates.items() if tick.value]
        self.edited.emit(replace(self._shown, detail=", ".join((*ticked, *_listed(self.other.value)))))


_STARTING = tuple(event for event in Event if event is not Event.CLICKED)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
