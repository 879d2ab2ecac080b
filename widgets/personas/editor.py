"""The editor of one reader: who it is, what it agreed to, and its cart."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studio.edits.personas import persona_of
from studio.model.project import Project
from studio.model.trade import Channel
from studio.words.currencies import currencies
from widgets.brand.bonds import Judge, Tidy, mail_fault, tidy_mail, tidy_web, web_fault
from widgets.desk import Desk
from widgets.names import OWN_NAMES
from widgets.parts.arc import channel_icon
from widgets.parts.chips import ChipButton
from widgets.parts.fields import ChoiceField, Field, LineField, NumberField
from widgets.parts.layouts import Flow, column, row
from widgets.parts.picks import PickField
from widgets.parts.section import Section
from widgets.personas.bonds import of_persona
from widgets.personas.cart import Cart
from widgets.personas.words import CHANNELS, phone_fault
from widgets.tied import Ties

ASIDE = 168
MOST_ORDERS = 9_999


class Editor(QWidget):
    """Shows one persona; `show_persona` says which."""

    def __init__(self, desk: Desk) -> None:
        """Build the fields."""
        super().__init__()
        self._desk = desk
        self._id = ""
        self._ties = Ties(desk)
        self.frames: dict[str, Field] = {}
        self.chips: dict[str, ChipButton] = {}
        self.language = ChoiceField(desk.look, desk.words("Language"), [])
        self.cart = Cart(desk, self._whose)
        self.setLayout(column(self._reader(), self._person(), self._cart(), spacing=12))

    @property
    def shown(self) -> str:
        """Return the id of the persona that is shown, "" for none."""
        return self._id

    def show_persona(self, persona_id: str) -> None:
        """Show another persona."""
        self._id = persona_id
        self.refresh()

    def refresh(self) -> None:
        """Show the persona as it is now."""
        project = self._desk.session.project
        if self._id not in project.personas:
            return
        self.language.set_choices(language_choices(project))
        self._ties.refresh()
        consents = project.personas[self._id].consents
        for channel, chip in self.chips.items():
            chip.setChecked(channel in consents)
        self.cart.refresh()

    def _whose(self) -> str:
        return self._id

    def _reader(self) -> Section:
        words, look = self._desk.words, self._desk.look
        section = Section(look, words("Reader"), words("How you tell this reader from the others."), ASIDE)
        orders = NumberField(look, words("Orders before"), 0, MOST_ORDERS)
        orders.setFixedWidth(120)
        self.language.setMinimumWidth(180)
        section.body.addWidget(self._line("name", words("Your word for this reader")))
        language = self._field("language", words("Language"), self.language)
        asked = self._field("orders", words("Orders before"), orders)
        line = row(language, asked, None, spacing=16)
        for frame in (language, asked):
            line.setAlignment(frame, Qt.AlignmentFlag.AlignTop)
        section.body.addLayout(line)
        flow = QWidget()
        flow.setLayout(Flow(spacing=6))
        for channel in Channel:
            chip = ChipButton(look, words(CHANNELS[channel]), icon=channel_icon(channel))
            chip.clicked.connect(partial(self._consent, channel.value))
            self.chips[channel.value] = chip
            flow.layout().addWidget(chip)  # type: ignore[union-attr]
        section.body.addWidget(Field(look, words("Agreed to be reached by"), flow))
        return section

    def _person(self) -> Section:
        words, look = self._desk.words, self._desk.look
        about = words("What merge tags print of a person. Leave things out to see your fallbacks at work.")
        section = Section(look, words("Person"), about, ASIDE)
        first = self._line("event.first_name", words("First name"))
        last = self._line("event.last_name", words("Last name"))
        mail = self._line("event.email", words("E-mail address"), mail_fault, tidy_mail)
        phone = self._line("event.phone", words("Telephone"), phone_fault, tidy_mail)
        for pair in ((first, last), (mail, phone)):
            line = row(*pair, spacing=16)
            line.setStretch(0, 1)
            line.setStretch(1, 1)
            section.body.addLayout(line)
        return section

    def _cart(self) -> Section:
        words, look = self._desk.words, self._desk.look
        section = Section(look, words("Cart"), words("What the reader left behind."), ASIDE)
        money = PickField(look, words("Currency"), currencies(words.language))
        link = self._line("event.url", words("Link to the cart"), web_fault, tidy_web)
        line = row(self._field("event.currency", words("Currency"), money), link, spacing=16)
        line.setStretch(0, 2)
        line.setStretch(1, 3)
        section.body.addLayout(line)
        section.body.addWidget(self.cart)
        return section

    def _line(self, path: str, label: str, judge: Judge | None = None, tidy: Tidy | None = None) -> Field:
        return self._field(path, label, LineField(self._desk.look, label), judge, tidy)

    def _field(
        self,
        path: str,
        label: str,
        field: LineField | ChoiceField | NumberField,
        judge: Judge | None = None,
        tidy: Tidy | None = None,
    ) -> Field:
        frame = self.frames[path] = Field(self._desk.look, label, field)
        step = self._desk.words("Reader: {field}", field=label)
        self._ties.tie(field, of_persona(self._whose, path, step, judge, tidy), frame)
        return frame

    def _consent(self, *_: object) -> None:
        session = self._desk.session
        agreed = tuple(channel for channel, chip in self.chips.items() if chip.isChecked())
        before = persona_of(session.project, self._id).consents
        others = tuple(each for each in before if each not in self.chips)
        bond = of_persona(self._whose, "consents", self._desk.words("Change the consents"))
        session.do(bond.label, bond.write(session.project, (*agreed, *others)))


def language_choices(project: Project) -> list[tuple[str, str]]:
    """Return the languages by their own names, and any other that the project speaks by its code."""
    spoken = {code for sequence in project.sequences.values() for code in sequence.languages}
    spoken |= {persona.language for persona in project.personas.values()}
    return [(code, OWN_NAMES.get(code, code or "–")) for code in (*OWN_NAMES, *sorted(spoken - set(OWN_NAMES)))]
