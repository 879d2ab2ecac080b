"""The pushes that wait, as the screen knows them: looked up, put off, run now, dropped."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from studio.delivery.consignment import Delivered
from studio.delivery.queue import Undecided, undecided, why
from studio.errors import StudioError
from studio.model.queue import Waiting
from studio.tasks import Cancelled
from widgets.deliver.delivery import Delivery
from widgets.deliver.waiting_work import Line, drop, drop_arrived, lines_of, put_off, run_now
from widgets.deliver.work import Prepared
from widgets.notices import Tone


class Waitlist(QObject):
    """Holds what waits in the workspace; its panel asks here and hears when something changed."""

    changed = Signal()

    def __init__(self, delivery: Delivery) -> None:
        """Follow a delivery; nothing is looked up before `refresh`."""
        super().__init__(delivery)
        self._delivery, self._desk = delivery, delivery.desk
        self.lines: tuple[Line, ...] = ()
        self.running = ""
        """The id of the push that is being sent now."""
        delivery.pushed.connect(self._after_push)

    def refresh(self) -> None:
        """Look up what waits."""
        if self._desk.workspace.is_open:
            self._desk.tasks.start(partial(lines_of, self._desk), self._take, key="deliver.queue")

    def put_off(self) -> None:
        """Keep what was prepared for later."""
        prepared = self._delivery.prepared
        if prepared is not None:
            work = partial(put_off, prepared, self._desk, trouble_of(self._delivery))
            self._desk.tasks.start(work, self._told, self._desk.notices.refuse)

    def run(self, waiting: Waiting) -> None:
        """Send a push that waits."""
        if not self.running:
            self.running = waiting.id
            self.changed.emit()
            work = partial(run_now, waiting, self._desk, self._delivery.doors)
            self._desk.tasks.start(work, self._arrived, self._failed)

    def drop(self, waiting: Waiting) -> None:
        """Forget a push that waits; what is at the service stays."""
        self._desk.tasks.start(partial(drop, waiting, self._desk), self._again, self._desk.notices.refuse)

    def _take(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self.changed.emit()

    def _told(self, some: tuple[Waiting, ...]) -> None:
        words = self._desk.words
        if some:
            self._desk.notices.say(words("It waits in the queue; run it from here whenever you like."), Tone.GOOD)
        self.refresh()

    def _arrived(self, _done: Delivered) -> None:
        self.running = ""
        self._desk.notices.say(self._desk.words("The push that waited has arrived."), Tone.GOOD)
        self.refresh()
        self._delivery.refresh()

    def _failed(self, trouble: StudioError) -> None:
        self.running = ""
        if not isinstance(trouble, Cancelled):
            self._desk.notices.refuse(trouble)
        self.refresh()
        if isinstance(trouble, Undecided):
            self._delivery.refresh()

    def _again(self, _nothing: object) -> None:
        self.refresh()

    def _after_push(self, prepared: Prepared) -> None:
        sent = self._delivery.sent
        if sent is not None and not (sent.delivered.trouble or undecided(sent.delivered)) and self.lines:
            self._desk.tasks.start(partial(drop_arrived, prepared.wish, self._desk), self._again)


def trouble_of(delivery: Delivery) -> StudioError | None:
    """Return the trouble that a push or its plan met, where time can mend it."""
    met = delivery.stopped or (delivery.sent.delivered.trouble if delivery.sent else None)
    met = met or (delivery.prepared.trouble if delivery.prepared else None)
    return met if met is not None and why(met) is not None else None
