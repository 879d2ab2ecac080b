"""The quiet line above a plan: somebody changed something at the service."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from widgets.deliver.drifting import Drift
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.cards import Card
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row
from widgets.parts.rows import Glyph
from widgets.theme.paint import BLEED


class DriftBanner(QWidget):
    """Says what drifted and what waits for a choice, with the way to compare."""

    def __init__(self, desk: Desk) -> None:
        """Begin hidden; the action must have been added."""
        super().__init__()
        self._words = desk.words
        card = Card(desk.look)
        card.body.setContentsMargins(16, 10, 12, 10 + BLEED)
        self.said = Label(desk.look, "", "body", "ink", wrap=True)
        self.compare = Button(desk.look, "", "quiet")
        self.compare.show_action(desk.actions["deliver.drift"])
        line = row(Glyph(desk.look, "ph.pencil-line", "warn"), self.said, self.compare, spacing=12)
        line.setStretch(1, 1)
        card.body.addLayout(line)
        self.setLayout(column(card))
        self.hide()

    def show_drift(self, drift: Drift, service: str) -> None:
        """Tell what drifted; nothing is told where nothing did."""
        self.said.set_text(banner_words(drift, service, self._words))
        self.setVisible(bool(drift.things))


def banner_words(drift: Drift, service: str, words: Translator) -> str:
    """Return what somebody changed, and what becomes of it."""
    running = tuple(each for each in drift.things if each.running and not each.changed)
    if running:
        rest = replace(drift, things=tuple(each for each in drift.things if each not in running))
        said = running_words(len(running), service, words)
        return f"{said} {banner_words(rest, service, words)}" if rest.things else said
    count, waiting = len(drift.things), drift.waiting
    values = {"service": service, "count": count}
    changed = (
        words("Somebody changed 1 thing at {service} since the last push.", service=service)
        if count == 1
        else words("Somebody changed {count} things at {service} since the last push.", **values)
    )
    if waiting == count == 1:
        left = words("It was changed here too and waits for your choice.")
    elif waiting == count:
        left = words("They were changed here too and wait for your choice.")
    elif waiting == 1:
        left = words("1 of them was changed here too and waits for your choice.")
    elif waiting:
        left = words("{count} of them were changed here too and wait for your choice.", count=waiting)
    elif drift.verdicts:
        left = words("You have chosen what stands.")
    else:
        left = words("It is left as it is.") if count == 1 else words("They are left as they are.")
    return f"{changed} {left}"


def running_words(count: int, service: str, words: Translator) -> str:
    """Return how many things run at the service and would be changed there."""
    if count == 1:
        return words("1 thing runs at {service} now: readers would get the change at once.", service=service)
    return words(
        "{count} things run at {service} now: readers would get the changes at once.", service=service, count=count
    )
