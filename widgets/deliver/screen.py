"""The deliver screen: where to at the left, what happens there in the middle, and the push at the right."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from studio.i18n import sentence
from studio.model.findings import Place
from widgets.deliver.actions import DeliverActions
from widgets.deliver.delivery import Delivery
from widgets.deliver.doors import Doors
from widgets.deliver.places import go_to
from widgets.deliver.plan_view import PlanView
from widgets.deliver.ready_view import ReadyView
from widgets.deliver.result import end_of
from widgets.deliver.target_list import TargetList
from widgets.deliver.waitlist import Waitlist
from widgets.deliver.work import Prepared
from widgets.desk import Desk
from widgets.here import Spot
from widgets.parts.layouts import Line, row
from widgets.parts.tabbing import follow
from widgets.screen import Screen

PAUSE = 400
"""Milliseconds without a change after which the plan is made anew."""


class DeliverScreen(Screen):
    """Targets, plan and push of the sequence that is open."""

    name = "deliver"
    title = sentence("Deliver")
    icon = "ph.paper-plane-tilt"

    def __init__(self, desk: Desk, doors: Doors | None = None) -> None:
        """Build the three columns; nothing is looked up before the screen is entered."""
        super().__init__()
        self._desk = desk
        self.delivery = Delivery(desk, doors or Doors(), self)
        self._stale = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.delivery.plan)
        self.waitlist = Waitlist(self.delivery)
        self.actions_of = DeliverActions(self.delivery, self.waitlist, self, self.go_requested.emit)
        self.targets = TargetList(self.delivery)
        self.plan = PlanView(self.delivery, self._show_place)
        self.ready = ReadyView(self.delivery, self.waitlist)
        self.ready.queue.left.connect(self.focus_first)
        parts = (self.targets, Line(desk.look, vertical=True), self.plan, Line(desk.look, vertical=True), self.ready)
        whole = row(*parts, spacing=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.targets.chosen.connect(self._choose_target)
        self.delivery.changed.connect(self._follow)
        self.delivery.pushed.connect(self._tell_elsewhere)
        desk.session.changed.connect(self._plan_soon)
        desk.session.opened.connect(self._plan_soon)
        desk.here.moved.connect(self._moved)

    def shows_languages(self) -> bool:
        """Show the language tabs: they say which language is delivered."""
        return True

    def crumbs(self) -> tuple[str, ...]:
        """Return the sequence's name."""
        if not self._desk.session.is_open:
            return ()
        found = self._desk.session.project.sequences.get(self._desk.here.spot.sequence)
        return (found.name,) if found else ()

    def ground(self) -> QWidget:
        """Return the plan: at the foot of what stands right of it is the button that delivers."""
        return self.plan

    def entered(self) -> None:
        """Look up accounts and make the plan, unless a push is running or its outcome still stands."""
        delivery = self.delivery
        self.waitlist.refresh()
        if delivery.way.kind in ("pushing", "saving"):
            return
        if self._stale or (delivery.sent is None and delivery.stopped is None):
            self._stale = False
            delivery.refresh()

    def focus_first(self) -> None:
        """Put the focus on the chosen target."""
        self.targets.buttons[self.delivery.choices.target].setFocus()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's names
        """Let Tab go through what stands here now: rows also come and go without a change of the delivery."""
        self._put_in_order()
        return super().focusNextPrevChild(next)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Make no plans while nobody looks."""
        self._stale = self._stale or self._pause.isActive()
        self._pause.stop()
        super().hideEvent(event)

    def _follow(self) -> None:
        """Move the focus before its button is disabled, and back after it is enabled again."""
        steps = (self.ready.follow, self.actions_of.follow)
        for step in steps if self.delivery.way.kind else reversed(steps):
            step()
        self._put_in_order()

    def _put_in_order(self) -> None:
        """Let Tab go from left to right, and down through the plan, the losses and the build sheet."""
        follow(*self.targets.stops, self.plan, self.ready)

    def _plan_soon(self, *_change: object) -> None:
        if self.isVisible():
            self._pause.start()
        else:
            self._stale = True

    def _moved(self, before: Spot, after: Spot) -> None:
        if (before.sequence, before.language) != (after.sequence, after.language):
            self.head_changed.emit()
            self._plan_soon()

    def _show_place(self, place: Place) -> None:
        go_to(self._desk, place, self.go_requested.emit)

    def _tell_elsewhere(self, prepared: Prepared) -> None:
        """Tell how a push ended where the writer looks at something else by now."""
        wish, session = prepared.wish, self._desk.session
        is_ours = session.is_open and session.project.id == wish.project.id
        if not (is_ours and self.isVisible()):
            self._desk.notices.say(*end_of(self.delivery, prepared, self._desk.words))
        if not is_ours:
            self._pause.start()

    def _choose_target(self, name: str) -> None:
        self.delivery.choose(target=name)
