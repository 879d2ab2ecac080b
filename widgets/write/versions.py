"""What is done to the variants of a message: one more, a copy, another share, one less, the one that is shown."""

from __future__ import annotations

from functools import partial
from string import ascii_uppercase

from PySide6.QtCore import QObject, QPoint

from studio.edits.shares import set_share
from studio.edits.variants import add_variant, copy_variant, remove_variant
from studio.model.ids import new_id
from studio.model.message import Message, Variant
from studio.model.project import Project
from widgets.desk import Desk
from widgets.write.asking import AskNumber
from widgets.write.deeds import NOT_ASKED, Deeds
from widgets.write.easel import Control
from widgets.write.engine.rows import Row
from widgets.write.engine.view import ManuscriptView
from widgets.write.figures import share
from widgets.write.menus import Menus
from widgets.write.offers import variant_choices


class Versions(QObject):
    """Answers clicks on the variant rows and the actions about variants."""

    def __init__(self, desk: Desk, view: ManuscriptView, menus: Menus, deeds: Deeds) -> None:
        """Work for this view."""
        super().__init__(view)
        self._desk, self._view, self._menus, self._deeds = desk, view, menus, deeds

    def run(self, control: Control) -> None:
        """Do what a click on a control asks for."""
        at = self._view.viewport().mapToGlobal(control.rect.bottomLeft().toPoint()) + QPoint(0, 4)
        if control.what == "add-variant":
            self.add(control.row.message)
        elif control.what == "weight":
            self.ask_share(control.row, at)
        elif control.what == "variant":
            self.offer(control.row, at)

    def add(self, message_id: str) -> None:
        """Add an empty variant after the others and put the caret into its subject."""
        message = self._desk.session.project.messages[message_id]
        fresh = Variant(new_id(), next_letter(self._desk.session.project, message), self._usual_weight(message))
        if self._deeds.attempt(self._desk.words("Add a variant"), lambda now: add_variant(now, message_id, fresh)):
            self._desk.here.go(message=message_id, block="", field="subject", variant=fresh.id, offset=0)
            self._view.setFocus()

    def _usual_weight(self, message: Message) -> float:
        """Return the mean weight of the others, so that a new variant gets its fair share."""
        weights = [self._desk.session.project.variants[id_].weight for id_ in message.variants]
        return sum(weights) / len(weights) if weights else 1.0

    def offer(self, row: Row, at: QPoint = NOT_ASKED) -> None:
        """Offer what can be done to a variant."""
        project = self._desk.session.project
        variant, message = project.variants[row.variant], project.messages[row.message]
        choices = variant_choices(self._desk.words, variant, alone=len(message.variants) < 2)
        where = self._view.places.caret() if at == NOT_ASKED else at
        self._menus.offer(choices, where, partial(self._do, row, where), filtered=False)

    def _do(self, row: Row, at: QPoint, choice: str) -> None:
        if choice == "show":
            self._desk.here.go(message=row.message, variant=row.variant, block="", field="subject", offset=0)
        elif choice == "weight":
            self.ask_share(row, at)
        elif choice == "copy":
            self.copy(row)
        elif choice == "remove":
            self.remove(row)

    def copy(self, row: Row) -> None:
        """Add a copy of a variant."""
        project = self._desk.session.project
        letter = next_letter(project, project.messages[row.message])
        self._deeds.attempt(self._desk.words("Copy a variant"), lambda now: copy_variant(now, row.variant, letter))

    def remove(self, row: Row) -> None:
        """Remove a variant; the last one of an e-mail stays, and a sentence says why."""
        self._deeds.attempt(self._desk.words("Remove a variant"), lambda now: remove_variant(now, row.variant))

    def ask_share(self, row: Row, at: QPoint = NOT_ASKED) -> None:
        """Ask for the share of a variant; the others divide the rest."""
        project, words = self._desk.session.project, self._desk.words
        now = share(project, project.messages[row.message], row.variant)
        title = words("Variant {name}", name=project.variants[row.variant].name)
        hint = words("In every language alike; the other variants divide the rest.")
        asked = AskNumber(self._desk, title, now, self._view, hint)
        asked.answered.connect(partial(self._keep_share, row.variant))
        asked.open_at(self._view.places.caret() if at == NOT_ASKED else at, asked.number)

    def _keep_share(self, variant: str, percent: float) -> None:
        self._deeds.attempt(self._desk.words("Change a share"), lambda now: set_share(now, variant, percent))


def next_letter(project: Project, message: Message) -> str:
    """Return the first letter that no variant of a message is called by, or its number where letters ran out."""
    names = {project.variants[id_].name for id_ in message.variants}
    return next((letter for letter in ascii_uppercase if letter not in names), str(len(names) + 1))
