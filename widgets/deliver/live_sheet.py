"""The second confirmation: a flow that lies at the service as a draft is switched on, after its name was typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.delivery.book import refuse_strange_key, refuse_to_write
from studio.delivery.golive import Ready, go_live
from studio.delivery.locked import locked, place_of_lock
from studio.delivery.report import Outcome
from studio.errors import StudioError
from studio.exporters import saying
from studio.exporters.pieces import messages_of
from studio.i18n import Translator, sentence
from studio.tasks import Progress
from widgets.deliver.doors import Doors
from widgets.deliver.lying import Lying
from widgets.deliver.work import Prepared
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.fields import Field, LineField
from widgets.parts.labels import Label
from widgets.parts.rows import PlanRow, Rows
from widgets.parts.sheet import GrowingSheet


def switch_on(
    prepared: Prepared, some: tuple[Ready, ...], typed: str, desk: Desk, doors: Doors, progress: Progress
) -> tuple[Outcome, ...]:
    """Switch flows on; raise StudioError where the name is another one, or the service or the account refuses."""
    wish = prepared.wish
    if wish.kept is None or wish.account is None or wish.target.service is None:
        raise StudioError("Add an account first.")
    refuse_to_write(wish.kept)
    progress.said(sentence("Knocking at {service}.", service=wish.target.label), 0, 0)
    connected = doors.connect(wish.target.service, wish.account, desk.keys().find(wish.account), progress)
    with locked(place_of_lock(wish.account.id, wish.project.id, wish.sequence)), connected as client:
        refuse_strange_key(wish.kept, wish.target.service, client)
        return go_live(some, client, desk.workspace.store.journal, typed)


class LiveSheet(GrowingSheet):
    """Says who will get mail, and wants the sequence's name typed before anything is switched on."""

    switched = Signal()
    """The flows are live."""

    def __init__(
        self, desk: Desk, doors: Doors, prepared: Prepared, some: tuple[Lying, ...], parent: QWidget, *, behind: bool
    ) -> None:
        """Take what was prepared and what of it lies at the service; `behind` tells that newer words are not there."""
        words, look = desk.words, desk.look
        self._name = some[0].ready.asked
        super().__init__(look, words("Switch “{name}” on?", name=self._name), parent)
        self._desk, self._doors, self._prepared = desk, doors, prepared
        self._some = tuple(each.ready for each in some)
        self._switching = False
        self.who = Label(look, who_gets_mail(prepared, words), "body", "ink", wrap=True)
        rows = Rows(look)
        rows.set_rows([self._row(each) for each in some])
        self.field = LineField(look, words("The sequence’s name"), self._name)
        self._field = Field(look, words("Type the sequence’s name to confirm"), self.field)
        self.said = Label(look, "", "small", "ink2", wrap=True)
        late = words("What was changed here since the last push is not there yet: push first to have it along.")
        self.behind = Label(look, late if behind else "", "small", "warn", wrap=True)
        self.behind.setVisible(behind)
        for widget in (self.who, self.behind, rows, self._field, self.said):
            self.body.addWidget(widget)
        self.back = self.add_button(Button(look, words("Leave it as a draft"), "plain"))
        self.back.clicked.connect(self.reject)
        self.switch = self.add_button(Button(look, words("Switch it on"), "danger"))
        self.switch.setEnabled(False)
        self.switch.clicked.connect(self._go)
        self.field.edited.connect(self._follow)
        self.field.returnPressed.connect(self._enter)
        self.setMinimumWidth(520)
        self.field.setFocus()

    def _row(self, each: Lying) -> QWidget:
        words, ready = self._desk.words, each.ready
        detail = words("live since {day}", day=each.live[:10]) if each.live else words("a draft now")
        name = ready.name.partition(" [fabel")[0]
        return PlanRow(self._desk.look, "ph.tree-structure", name, detail, words("will be live"), "warn")

    def _follow(self, typed: object) -> None:
        self._field.say_wrong("")
        self.switch.setEnabled(" ".join(str(typed).split()) == " ".join(self._name.split()))

    def _enter(self) -> None:
        """Go on where the name is right, and else say what is wrong with it."""
        if self.switch.isEnabled():
            self.switch.click()
        elif self.back.isEnabled():
            self._field.say_wrong(self._desk.words("Type “{name}”, letter by letter.", name=self._name))

    def reject(self) -> None:
        """Close, unless it is being switched on: that cannot be taken back, and its end must be told."""
        if not self._switching:
            super().reject()

    def _go(self) -> None:
        self.switch.setEnabled(False)
        self.back.setEnabled(False)
        self.said.set_text(self._desk.words("Switching it on …"))
        typed, desk = self.field.value, self._desk
        work = partial(switch_on, self._prepared, self._some, typed, desk, self._doors)
        self._switching = True
        task = desk.tasks.start(work, self._done, self._fail)
        desk.tasks.mind(task, sentence("“{name}” is being switched on.", name=self._name))

    def _done(self, _told: tuple[Outcome, ...]) -> None:
        self._switching = False
        self.accept()
        self.switched.emit()

    def _fail(self, trouble: StudioError) -> None:
        self._switching = False
        self.back.setEnabled(True)
        self.said.set_text("")
        self._follow(self.field.value)
        self._field.say_wrong(self._desk.words.say(trouble))


def who_gets_mail(prepared: Prepared, words: Translator) -> str:
    """Return in two sentences who will get what once the flow is on."""
    wish = prepared.wish
    flow = wish.project.sequences[wish.sequence]
    count = len(messages_of(prepared.parcels[0].work))
    event = words.say(saying.trigger(flow.trigger))
    said = words(
        "From then on real people get these messages by themselves: everybody for whom this happens – {event}.",
        event=event,
    )
    number = words("1 message") if count == 1 else words("{count} messages", count=count)
    more = words(
        "{number} in {languages}, from the account “{account}” at {service}.",
        number=number,
        languages=", ".join(wish.languages),
        account=wish.account.name if wish.account else "",
        service=wish.target.label,
    )
    return f"{said} {more}"
