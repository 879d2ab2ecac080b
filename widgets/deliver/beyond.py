"""What may be done besides pushing now: waiting until later, and switching on what lies at the service."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studio.delivery.plan import Load
from studio.delivery.queue import why
from studio.i18n import Translator
from widgets.deliver.delivery import Delivery
from widgets.deliver.lying import Lying
from widgets.deliver.reaching import reaches_readers
from widgets.deliver.waitlist import trouble_of
from widgets.parts.buttons import Button
from widgets.parts.labels import Label
from widgets.parts.layouts import Line, column


class Beyond(QWidget):
    """Loads that take more than a day, “push later”, and the way to going live; each where it has a place."""

    def __init__(self, delivery: Delivery) -> None:
        """Show a delivery whenever `follow` is called; the actions must have been added."""
        super().__init__()
        self._delivery, desk = delivery, delivery.desk
        look = desk.look
        self.loads = Label(look, "", "small", "warn", wrap=True)
        self.offer = Label(look, "", "small", "ink2", wrap=True)
        self.later = Button(look, "", "quiet", "ph.clock")
        self.later.show_action(desk.actions["deliver.later"])
        self.live_line = Line(look)
        self.live_said = Label(look, "", "small", "ink2", wrap=True)
        self.live = Button(look, "", "plain", "ph.power")
        self.live.show_action(desk.actions["deliver.live"])
        parts = (self.loads, self.offer, self.later, self.live_line, self.live_said, self.live)
        whole = column(*parts, spacing=8)
        for button in (self.later, self.live):
            whole.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(whole)

    def follow(self) -> None:
        """Show what is possible now."""
        delivery, words = self._delivery, self._delivery.desk.words
        prepared, idle = delivery.prepared, not delivery.way.kind
        loads = prepared.foreseen.loads if prepared and idle and not delivery.sent else ()
        self.loads.set_text(loads_words(loads, words))
        self.loads.setVisible(bool(self.loads.text()))
        trouble = trouble_of(delivery) if idle else None
        self.offer.set_text(offer_words(trouble is not None and why(trouble) == "cap", words))
        self.offer.setVisible(trouble is not None and can_wait(delivery))
        self.later.setVisible(can_wait(delivery))
        flows = lying_now(delivery)
        for part in (self.live_line, self.live_said):
            part.setVisible(bool(flows))
        self.live.setVisible(any(not each.live for each in flows))
        label, chosen = words.say(delivery.target.label), reaches_readers(delivery)
        self.live_said.set_text(live_words(flows, label, words, chosen=chosen) if flows else "")


def can_wait(delivery: Delivery) -> bool:
    """Return whether the push that was prepared may be put off: it would change something, or met a passing trouble."""
    account, prepared = delivery.account, delivery.prepared
    if prepared is None or account is None or prepared.is_empty or delivery.way.kind or account.read_only:
        return False
    arrived = delivery.sent is not None and delivery.sent.delivered.trouble is None
    wanted = prepared.estimate.requests > 0 or trouble_of(delivery) is not None
    return wanted and delivery.target.is_service and not arrived


def lying_now(delivery: Delivery) -> tuple[Lying, ...]:
    """Return what lies at the service and may be switched on; nothing while a choice waits, or where we only read."""
    held = delivery.sent or delivery.prepared
    account = delivery.account
    if held is None or delivery.way.kind or account is None or account.read_only or delivery.drift.waiting:
        return ()
    broken = delivery.sent is not None and delivery.sent.delivered.trouble is not None
    return () if broken or delivery.stopped else held.lying


def loads_words(loads: tuple[Load, ...], words: Translator) -> str:
    """Return what does not fit into today, kind by kind."""
    late = (load for load in loads if load.later)
    return "\n".join(words("{kind}: {load}", kind=words(load.kind), load=load.said()) for load in late)


def offer_words(capped: bool, words: Translator) -> str:
    """Return what is offered where a push cannot arrive now."""
    if capped:
        return words("Put it in the queue, and run it from there tomorrow.")
    return words("Put it in the queue, and run it from there when the service is reached again.")


def live_words(flows: tuple[Lying, ...], service: str, words: Translator, *, chosen: bool) -> str:
    """Return how the flows stand at the service; `chosen` tells that a change to what runs was decided."""
    since = max((each.live for each in flows), default="")
    if since and chosen:
        return words("Switched on {day}: readers get it.", day=since[:10])
    if since and all(each.live for each in flows):
        return words("Switched on {day}: readers get it. What would change it waits for your choice.", day=since[:10])
    return words("It lies at {service} as a draft. Nobody gets mail before it is switched on.", service=service)
