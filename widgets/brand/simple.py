"""The sections of the brand that are plain fields: who it is, how it speaks, who writes, and where it lives."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from widgets.brand.bonds import Judge, Tidy, mail_fault, of_brand, tidy_mail, tidy_web, web_fault
from widgets.desk import Desk
from widgets.parts.fields import AreaField, Field, LineField
from widgets.parts.layouts import column
from widgets.parts.picks import PickField
from widgets.parts.section import Section
from widgets.tied import Ties

ASIDE = 200


@dataclass(frozen=True)
class Row:
    """One field: where in the brand it is kept, its label and hint, and what is asked of it."""

    path: str
    label: str
    hint: str = ""
    judge: Judge | None = None
    tidy: Tidy | None = None


class Fields(QWidget):
    """A section of plain fields, tied to the brand."""

    def __init__(self, desk: Desk, title: str, about: str) -> None:
        """Begin without fields."""
        super().__init__()
        self._desk = desk
        self.ties = Ties(desk)
        self.frames: dict[str, Field] = {}
        self.section = Section(desk.look, title, about, ASIDE)
        self.setLayout(column(self.section))
        self.setMaximumWidth(self.section.maximumWidth())

    def line(self, row: Row, placeholder: str = "") -> None:
        """Add a field of one line."""
        self._add(LineField(self._desk.look, row.label, placeholder), row)

    def area(self, row: Row, lines: int = 3, placeholder: str = "") -> None:
        """Add a field of several lines."""
        self._add(AreaField(self._desk.look, row.label, placeholder, lines), row)

    def pick(self, row: Row, choices: tuple[tuple[str, str], ...]) -> None:
        """Add a field for one of very many."""
        self._add(PickField(self._desk.look, row.label, choices), row)

    def refresh(self) -> None:
        """Show what the brand says now."""
        self.ties.refresh()

    def _add(self, field: LineField | AreaField | PickField, row: Row) -> None:
        frame = Field(self._desk.look, row.label, field, row.hint)
        bond = of_brand(row.path, row.label, self._desk.words, row.judge, row.tidy)
        self.ties.tie(field, bond, frame)
        self.frames[row.path] = frame
        self.section.body.addWidget(frame)


def identity(desk: Desk) -> Fields:
    """Return who the client is: name, web address, currency."""
    from studio.words.currencies import currencies  # Babel is loaded on first use

    words = desk.words
    made = Fields(desk, words("The shop"), words("What every message may say of it."))
    made.line(Row("name", words("Name")))
    made.line(Row("url", words("Web address"), "", web_fault, tidy_web), "https://")
    hint = words("The currency in which prices and offers are written.")
    made.pick(Row("currency", words("Currency"), hint), currencies(words.language))
    return made


def voice(desk: Desk) -> Fields:
    """Return how the client speaks, in the writer's own notes."""
    words = desk.words
    made = Fields(desk, words("Voice"), words("Notes to whoever writes; no reader sees them."))
    hint = words("Whom does it sound like? Which words are its own, and which would it never use?")
    made.area(Row("voice", words("How it speaks"), hint), 5)
    return made


def sender(desk: Desk) -> Fields:
    """Return who the e-mails come from, and the postal address that the law asks for."""
    words = desk.words
    made = Fields(desk, words("Sender"), words("Who the e-mails come from, and where the shop can be found."))
    made.line(Row("sender.name", words("Name in the inbox")))
    made.line(Row("sender.email", words("E-mail address"), "", mail_fault, tidy_mail))
    hint = words("Where answers go; empty: to the sender.")
    made.line(Row("sender.reply_to", words("Replies to"), hint, mail_fault, tidy_mail))
    law = words("It stands in every footer: the law asks for it in marketing e-mails.")
    made.area(Row("address", words("Postal address"), law), 2)
    return made
