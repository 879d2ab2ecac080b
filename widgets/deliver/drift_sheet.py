"""What somebody changed at the service, three versions beside each other, and whose shall stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from immutables import Map
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from studio.delivery.drift import Choice, Drifted, Facet
from studio.i18n import N_, Translator
from widgets.deliver.differing import Version, trio
from widgets.deliver.drifting import Drift, Verdicts
from widgets.deliver.marked import MarkedLabel
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.cards import Card
from widgets.parts.chips import Chip
from widgets.parts.labels import Elided, Label, Overline
from widgets.parts.layouts import Scroll, column, row
from widgets.parts.segments import Segment, Segments
from widgets.parts.sheet import Sheet

LATER = "later"
HEADS = (N_("Ours, as sent last"), N_("Theirs, as it is there now"), N_("Ours, as it is now"))
GAP, PAD = 20, 18
TALL, LOW = 600, 360


def short(drifted: Drifted) -> str:
    """Return what a thing is called, without the flow's name in front and the mark behind."""
    return drifted.name.partition(" [fabel")[0].rpartition(" – ")[2]


class DriftCard(Card):
    """One thing: its name, whose words shall stand, and its texts three times each."""

    def __init__(self, desk: Desk, drifted: Drifted, choice: str) -> None:
        """Take the thing and the choice as it is."""
        super().__init__(desk.look)
        self._desk, self.drifted = desk, drifted
        words, look = desk.words, desk.look
        about = words("Whose words stand in “{name}”", name=short(drifted))
        self.segments = Segments(look, _offered(drifted, words), about)
        self.segments.choose(choice)
        marks = [] if drifted.both else [Chip(look, words("changed only there"))]
        head = row(Elided(look, short(drifted), "card"), *marks, self.segments, spacing=12)
        head.setStretch(0, 1)
        self.body.setContentsMargins(PAD, 14, PAD, 18)
        self.body.setSpacing(8)
        self.body.addLayout(head)
        if drifted.running:
            runs = words("runs now: readers would get it at once")
            self.body.addLayout(row(Chip(look, runs, "warn", "ph.broadcast"), None))
        if not drifted.facets:
            rest = words("No subject or text of its own differs: steps, times or the words inside its messages do.")
            self.body.addWidget(Label(look, rest, "small", "ink3", wrap=True))
            return
        self.body.addLayout(self._thirds([Label(look, words(head), "small", "ink3", wrap=True) for head in HEADS]))
        for facet in drifted.facets:
            self._add(facet)

    @property
    def choice(self) -> str:
        """Return "theirs", "ours" or "later"."""
        return self.segments.current

    def _add(self, facet: Facet) -> None:
        look, words = self._desk.look, self._desk.words
        what, dash, which = facet.name.partition(" – ")
        self.body.addSpacing(4)
        self.body.addWidget(Overline(look, f"{words(what)}{dash}{which}"))
        shown = trio(facet)
        versions = (shown.last if facet.last else Version(words("not known")), shown.theirs, shown.ours)
        colors = ("ink3", "ink", "ink")
        made = [MarkedLabel(look, version, "body", color) for version, color in zip(versions, colors, strict=True)]
        if shown.only_design:
            same = words("Every word is the same; only how it looks was changed.")
            self.body.addWidget(Label(look, same, "small", "ink3", wrap=True))
            return
        self.body.addLayout(self._thirds(made))

    def _thirds(self, parts: Sequence[Label]) -> QHBoxLayout:
        """Return three columns of the same width, whatever is in them."""
        line = row(*parts, spacing=GAP)
        for at, each in enumerate(parts):
            each.setMinimumWidth(120)
            each.setSizePolicy(QSizePolicy.Policy.Ignored, each.sizePolicy().verticalPolicy())
            line.setStretch(at, 1)
        return line


class DriftSheet(Sheet):
    """All that drifted, with a choice for each and one for all."""

    def __init__(self, desk: Desk, service: str, drift: Drift, parent: QWidget) -> None:
        """Show what drifted and what was chosen about it already; `verdicts` are read when it is accepted."""
        words, look = desk.words, desk.look
        changed = any(each.changed for each in drift.things)
        title = words("Changed at {service}", service=service) if changed else words("On at {service}", service=service)
        super().__init__(look, title, parent)
        self.body.addWidget(Label(look, _about(drift, words), "body", "ink2", wrap=True))
        self.cards = [DriftCard(desk, each, _now(each, drift.verdicts)) for each in drift.things]
        if len(self.cards) > 1:
            self.body.addLayout(self._for_all(desk))
        inner = QWidget()
        inner.setLayout(column(*self.cards, None, spacing=12, margins=(0, 0, 14, 0)))
        self.body.addWidget(Scroll(look, inner), 1)
        self.add_button(Button(look, words("Back"))).clicked.connect(self.reject)
        self.done_button = self.add_button(Button(look, words("Plan with these"), "primary"))
        self.done_button.clicked.connect(self.accept)
        self.resize(940, TALL if any(each.facets for each in drift.things) else LOW)
        if self.cards:
            self.cards[0].segments.pill(self.cards[0].choice).setFocus()

    @property
    def verdicts(self) -> Verdicts:
        """Return whose words shall stand, of what is decided."""
        decided = (card for card in self.cards if card.choice != LATER)
        return Map({(card.drifted.flow, card.drifted.key): Choice(card.choice) for card in decided})

    def _for_all(self, desk: Desk) -> QHBoxLayout:
        words = desk.words
        self.all_theirs = Button(desk.look, words("Keep theirs everywhere"), "quiet")
        self.all_ours = Button(desk.look, words("Put ours everywhere"), "quiet")
        for button, choice in ((self.all_theirs, Choice.THEIRS), (self.all_ours, Choice.OURS)):
            button.clicked.connect(partial(self._choose_all, choice.value))
        return row(self.all_theirs, self.all_ours, None, spacing=12)

    def _choose_all(self, choice: str) -> None:
        """Choose for everything; what runs there is changed only by a choice of its own."""
        for card in self.cards:
            if not (choice == Choice.OURS and card.drifted.running):
                card.segments.choose(choice)


def _offered(drifted: Drifted, words: Translator) -> tuple[Segment, ...]:
    """Return the choices: where nobody changed a thing there is no “theirs”, only what runs."""
    theirs, ours = words("Keep theirs"), words("Put ours")
    if drifted.running and not drifted.changed:
        theirs, ours = words("Leave it as it runs"), words("Change it now")
    return Segment(Choice.THEIRS.value, theirs), Segment(Choice.OURS.value, ours), Segment(LATER, words("Decide later"))


def _about(drift: Drift, words: Translator) -> str:
    """Return why a choice is asked for."""
    if any(each.changed for each in drift.things):
        why = words("Somebody changed this since the last push.")
    else:
        why = words("This is switched on: what is pushed reaches readers without another click.")
    rest = words("Nothing of it is overwritten before you have chosen; what you decide later is left as it is.")
    return f"{why} {rest}"


def _now(drifted: Drifted, verdicts: Verdicts) -> str:
    chosen = verdicts.get((drifted.flow, drifted.key))
    return chosen.value if chosen else LATER
