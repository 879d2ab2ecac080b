"""The card of facts beside a delivery: what was checked, what the service still takes today, since when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from studio.model.findings import Severity
from widgets.accounts.book import called
from widgets.deliver.work import Prepared, Sent
from widgets.parts.cards import Card
from widgets.parts.labels import Elided, Label
from widgets.parts.layouts import row
from widgets.theme.look import Look
from widgets.theme.paint import BLEED


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the card: what it is about, what it says, and the token of that."""

    name: str
    value: str
    color: str = "ink"


def facts(prepared: Prepared, sent: Sent | None, words: Translator) -> tuple[Fact, ...]:
    """Return what is known about a delivery before it begins, and what the service takes today after it."""
    found = [Fact(words("Checked"), *verdict(prepared, words))]
    if prepared.wish.kept is not None:
        found.append(Fact(words("Account"), called(prepared.wish.kept)))
    left_today = sent.quotas if sent else prepared.quotas
    if left_today:
        scarcest = left_today[0]
        left = words("{left} of {cap} left", left=scarcest.left, cap=scarcest.cap)
        color = "ink" if scarcest.left else "warn"
        found.append(Fact(words("Today's quota ({kind})", kind=words(scarcest.kind)), left, color))
    return tuple(found)


def verdict(prepared: Prepared, words: Translator) -> tuple[str, str]:
    """Return what the checks say in a few words, and its colour."""
    errors = prepared.gate.count(Severity.ERROR)
    advice = len(prepared.gate.findings) - errors
    said = [words("1 error") if errors == 1 else words("{count} errors", count=errors)]
    if advice:
        said.append(words("1 remark") if advice == 1 else words("{count} remarks", count=advice))
    return ", ".join(said), "bad" if errors else "good"


class FactCard(Card):
    """Shows facts, name at the left and value at the right."""

    def __init__(self, look: Look) -> None:
        """Begin empty."""
        super().__init__(look)
        self.body.setContentsMargins(14, 12, 14, 12 + BLEED)
        self.body.setSpacing(8)

    def show_facts(self, some: Sequence[Fact]) -> None:
        """Show other facts."""
        while (item := self.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for fact in some:
            self.body.addWidget(self._line(fact))

    def _line(self, fact: Fact) -> QWidget:
        made = QWidget()
        value = Label(self._look, fact.value, "bodystrong", fact.color)
        line = row(Elided(self._look, fact.name, "body", "ink2"), value, spacing=12)
        line.setStretch(0, 1)
        made.setLayout(line)
        made.setAccessibleName(f"{fact.name}: {fact.value}")
        return made
