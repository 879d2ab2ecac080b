"""The check screen: findings, the arc and the objections of the open sequence under one switch."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QStackedWidget

from studio.i18n import sentence
from studio.model.findings import Place
from widgets.check.boardpanes import ArcPane, BoardPane, MatrixPane
from widgets.check.deeds import Deeds
from widgets.check.pane import FindingsPane
from widgets.check.review import Review
from widgets.check.watch import Watch
from widgets.desk import Desk
from widgets.here import Spot
from widgets.parts.labels import Heading
from widgets.parts.layouts import column, row
from widgets.parts.segments import Segment, Segments
from widgets.screen import Screen

FINDINGS, ARC, OBJECTIONS = "findings", "arc", "objections"


class CheckScreen(Screen):
    """Three views of what the checks see."""

    name = "check"
    title = sentence("Check")
    icon = "ph.check-circle"

    def __init__(self, desk: Desk) -> None:
        """Build the views; nothing is looked at before the screen is entered."""
        super().__init__()
        self._desk = desk
        self.review = Review(desk, self)
        self._watch = Watch(desk, self.review, self)
        self.deeds = Deeds(desk, self)
        self._owed = False  # the focus waits on the switch for what is to be shown
        self._add_actions()
        self.findings = FindingsPane(desk, self.review, self.deeds, self)
        self.arc = ArcPane(desk, self.review)
        self.objections = MatrixPane(desk, self.review)
        self.views: dict[str, FindingsPane | BoardPane] = {
            FINDINGS: self.findings,
            ARC: self.arc,
            OBJECTIONS: self.objections,
        }
        self._build()
        self._connect()
        self.show_view(FINDINGS)

    def _add_actions(self) -> None:
        words = self._desk.words
        add = partial(self._desk.actions.add, group=words("Check"), home=self)
        show = self.show_view
        add("check.findings", words("Findings"), partial(show, FINDINGS), keys="Alt+1", icon="ph.check-circle")
        add("check.arc", words("The arc of the story"), partial(show, ARC), keys="Alt+2", icon="ph.chart-line")
        objections = words("Objections and answers")
        add("check.objections", objections, partial(show, OBJECTIONS), keys="Alt+3", icon="ph.chats-circle")
        add("check.anew", words("Check anew"), self.review.look, keys="F5", icon="ph.arrow-clockwise")
        add("check.flow", words("Go to the flow"), partial(self.go_requested.emit, "flow"), icon="ph.tree-structure")
        self._deliver = add("check.deliver", words("Deliver …"), partial(self.go_requested.emit, "deliver"))

    def _build(self) -> None:
        look, words = self._desk.look, self._desk.words
        self.heading = Heading(look)
        choices = (
            Segment(FINDINGS, words("Findings")),
            Segment(ARC, words("Arc")),
            Segment(OBJECTIONS, words("Objections")),
        )
        self.switch = Segments(look, choices, words("What to look at"))
        self.stack = QStackedWidget()
        for view in self.views.values():
            self.stack.addWidget(view)
        whole = column(row(self.heading, None, self.switch), self.stack, spacing=12, margins=(32, 24, 24, 0))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        desk = self._desk
        self.switch.chosen.connect(self.show_view)
        self.review.changed.connect(self._follow)
        self.deeds.go_requested.connect(self.go_requested)
        self.deeds.done.connect(self._watch.now)
        for view in (self.arc, self.objections):
            view.board.chosen.connect(self._show_block)
        desk.here.moved.connect(self._moved)

    @property
    def view(self) -> str:
        """Return which view is shown."""
        return self.switch.current

    def show_view(self, name: str) -> None:
        """Show one of the views."""
        words = self._desk.words
        titles = {
            FINDINGS: words("What to mend"),
            ARC: words("The arc of the story"),
            OBJECTIONS: words("What holds them back"),
        }
        stays, self._owed = self.sender() is self.switch, False
        self.switch.choose(name)
        self.heading.set_text(titles[name])
        self.views[name].follow()
        self.stack.setCurrentWidget(self.views[name])
        self.head_changed.emit()
        if self.isVisible() and not stays:
            self.focus_first()

    def primary(self) -> QAction | None:
        """Return the way to deliver."""
        return self._deliver

    def crumbs(self) -> tuple[str, ...]:
        """Return the sequence's name."""
        flow = self.review.flow
        return (flow.name,) if flow else ()

    def shows_languages(self) -> bool:
        """Show the language tabs over the arc, which quotes the copy; the findings are those of all languages."""
        return self.view == ARC

    def entered(self) -> None:
        """Go to the first sequence where none is open, and look where something has changed."""
        session, here = self._desk.session, self._desk.here
        if session.is_open and self.review.flow is None and session.project.sequence_order:
            first = session.project.sequences[session.project.sequence_order[0]]
            here.go(sequence=first.id, language=first.source_language)
        self._watch.enter()

    def focus_first(self) -> None:
        """Put the focus on what the view shows, or on the switch where it shows nothing."""
        view = self.views[self.view]
        self._owed = view.states.state != "content"
        if not self._owed:
            view.focus_first()
        else:
            self.switch.pill(self.view).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Check nothing while nobody looks."""
        self._watch.rest()
        super().hideEvent(event)

    def _moved(self, before: Spot, after: Spot) -> None:
        if before.sequence != after.sequence:
            self.head_changed.emit()
            self._watch.afresh()
        elif before.language != after.language:
            self.review.retell()

    def _follow(self) -> None:
        view = self.views[self.view]
        view.follow()
        if self._owed and view.states.state == "content" and self.switch.pill(self.view).hasFocus():
            self.focus_first()

    def _show_block(self, message: str, block: str) -> None:
        flow = self.review.flow
        self.deeds.show_place(Place(flow.id if flow else "", message, block))
