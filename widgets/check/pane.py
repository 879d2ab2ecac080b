"""The view of findings: filters over the list, or why there is nothing in it."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from widgets.check.deeds import Deeds
from widgets.check.filters import Filters
from widgets.check.listview import FindingsList, place_of
from widgets.check.model import FindingsModel
from widgets.check.review import Outcome, Review
from widgets.check.teller import tell
from widgets.check.told import FOLD, Kind, Line
from widgets.desk import Desk
from widgets.parts.layouts import column
from widgets.parts.states import States

GROUP = "check"


class FindingsPane(QWidget):
    """Shows what a Review has found."""

    def __init__(self, desk: Desk, review: Review, deeds: Deeds, home: QWidget) -> None:
        """Follow a review; what can be done about the current finding are actions of `home`."""
        super().__init__()
        self._desk, self._review, self._deeds = desk, review, deeds
        self._unfolded = False
        words = desk.words
        self.filters = Filters(desk)
        self.list = FindingsList(desk.look, FindingsModel(self), words("Findings"))
        self.states = States(desk.look, self.list)
        whole = column(self.filters, self.states, spacing=8)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._add_actions(home)
        self.filters.changed.connect(self.follow)
        self.list.asked.connect(self._do)
        self.list.current_changed.connect(self._follow_current)

    def _add_actions(self, home: QWidget) -> None:
        words, actions = self._desk.words, self._desk.actions
        for name, text, run, keys, icon in (
            ("mend", words("Mend the finding"), partial(self._do_current, "0"), "F", "ph.magic-wand"),
            ("ways", words("Other ways to mend it …"), self._offer, "Shift+F", "ph.list-bullets"),
            ("show", words("Show the place of the finding"), partial(self._do_current, "show"), "", "ph.article"),
            ("leave", words("Leave the finding as it is …"), partial(self._do_current, "leave"), "L", "ph.hand-palm"),
            (
                "again",
                words("Take the finding up again"),
                partial(self._do_current, "again"),
                "T",
                "ph.arrow-counter-clockwise",
            ),
            ("all", words("Show all findings"), self.filters.clear, "", "ph.funnel"),
        ):
            actions.add(f"{GROUP}.{name}", text, run, group=words("Check"), keys=keys, icon=icon, home=home)

    def follow(self) -> None:
        """Show what the review holds now."""
        outcome, words = self._review.outcome, self._desk.words
        self.filters.setVisible(outcome is not None and bool(outcome.findings))
        if outcome is not None:
            self._show_outcome(outcome)
        elif self._review.trouble is not None:
            self.states.show_trouble(words.say(self._review.trouble), self._review.look)
        elif self._review.busy:
            self.states.show_busy(words("Reading the sequence …"))
        else:
            said = words("Open a sequence in the library, or begin a new one from a preset.")
            self.states.show_empty(words("No sequence is open"), said, None, "ph.check-circle")
        self._follow_current()

    def _show_outcome(self, outcome: Outcome) -> None:
        words, sieve = self._desk.words, self.filters
        sieve.show_counts(outcome.findings, outcome.flow.languages)
        lines = tell(outcome, words, sieve.sieve, unfolded=self._unfolded)
        self.list.show_lines(lines)
        if not outcome.findings:
            self.states.show_empty(words("Nothing to mend."), looked_at(outcome, self._desk), None, "ph.check-circle")
        elif not lines:
            action = self._desk.actions["check.all"]
            self.states.show_empty(words("Nothing of this kind."), "", action, "ph.check-circle")
        else:
            self.states.show_content()

    def focus_first(self) -> None:
        """Put the focus on the list."""
        if self.states.state == "content":
            self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Let keys mend what is seen."""
        super().showEvent(event)
        self._follow_current()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Let no key mend what is not seen."""
        super().hideEvent(event)
        self._follow_current()

    def _follow_current(self) -> None:
        seen = self.states.state == "content" and self.isVisible()
        line = self.list.current_line() if seen else None
        ways = len(line.finding.remedies) if line and line.kind is Kind.FINDING and line.finding else 0
        possible = {
            "mend": ways > 0,
            "ways": ways > 1,
            "show": bool(line and line.finding),
            "leave": bool(line and line.deed("leave")),
            "again": bool(line and line.deed("again")),
        }
        for name, enabled in possible.items():
            self._desk.actions[f"{GROUP}.{name}"].setEnabled(enabled)

    def _do(self, id_: str, line: Line) -> None:
        if id_ == FOLD:
            self._unfolded = not self._unfolded
            self.follow()
        else:
            self._deeds.do(id_, line)

    def _do_current(self, id_: str) -> None:
        if (line := self.list.current_line()) is not None:
            self._deeds.do(id_, line)

    def _offer(self) -> None:
        if (line := self.list.current_line()) is not None:
            self._deeds.offer(line, place_of(self.list))


def looked_at(outcome: Outcome, desk: Desk) -> str:
    """Return what was checked, in a sentence."""
    words, count = desk.words, len(outcome.board.rows)
    messages = words("1 message") if count == 1 else words("{count} messages", count=count)
    languages = ", ".join(outcome.flow.languages)
    return words(
        "Looked at {messages} in {languages}: the rules of the coach, words and typography, links and tags, claims, "
        "and what the translations still owe.",
        messages=messages,
        languages=languages,
    )
