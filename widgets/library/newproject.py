"""The sheet for a new project: its name, the client, the languages, and which brand it begins with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.library.choosing import ChooseFile, FileWish
from widgets.library.making import EMPTY, FILE, SAMPLE, NewProject
from widgets.names import OWN_NAMES
from widgets.parts.buttons import Button
from widgets.parts.chips import ChipButton
from widgets.parts.fields import ChoiceField, Field, LineField
from widgets.parts.labels import Elided, Label
from widgets.parts.layouts import Flow, column, row
from widgets.parts.segments import Segment, Segments
from widgets.parts.sheet import Sheet

LANGUAGES = tuple(OWN_NAMES.items())

Make = Callable[[NewProject], object]
WIDE = 540


class NewProjectSheet(Sheet):
    """Asks for what a project begins with and hands over a NewProject."""

    def __init__(self, desk: Desk, parent: QWidget, choose_file: ChooseFile, make: Make) -> None:
        """Take the function that makes the project; it is called once, when the person is done."""
        words, look = desk.words, desk.look
        super().__init__(look, words("New project"), parent)
        self._desk, self._choose_file, self._make = desk, choose_file, make
        self._file: Path | None = None
        self.name = LineField(look, words("Name of the project"), words("The shop’s name"))
        self._name = Field(look, words("Name of the project"), self.name)
        self.client = LineField(look, words("Client"), words("The same as the project"))
        self.source = ChoiceField(look, words("Written in"), LANGUAGES)
        self.source.set_value(desk.words.language if desk.words.language in dict(LANGUAGES) else "en")
        self.further = {code: ChipButton(look, name) for code, name in LANGUAGES}
        brands = [(SAMPLE, words("Invented sample")), (EMPTY, words("Empty")), (FILE, words("From a file"))]
        self.brand = Segments(look, [Segment(*pair) for pair in brands], words("Brand"))
        self.brand.choose(SAMPLE)
        self._about = Label(look, "", "small", "ink3", wrap=True)
        self.file = Elided(look, "", "small", "ink2")
        self.pick = Button(look, words("Choose a file…"), kind="quiet")
        self._build()
        self._connect()
        self._show_brand(SAMPLE)
        self._show_further(self.source.value)

    def _build(self) -> None:
        words, look = self._desk.words, self._desk.look
        chips = QWidget()
        chips.setLayout(Flow(*self.further.values(), spacing=6))
        for field in (self._name, Field(look, words("Client"), self.client)):
            self.body.addWidget(field)
        self.body.addWidget(Field(look, words("Written in"), self.source))
        self.body.addLayout(column(Label(look, words("And also in"), "smallmedium", "ink2"), chips, spacing=6))
        brand = column(Label(look, words("Brand"), "smallmedium", "ink2"), row(self.brand, None), spacing=6)
        brand.addWidget(self._about)
        brand.addLayout(row(self.pick, self.file, None))
        self.body.addLayout(brand)
        cancel = self.add_button(Button(look, words("Cancel")))
        cancel.clicked.connect(self.reject)
        self.go = self.add_button(Button(look, words("Make the project"), kind="primary"))

    def _connect(self) -> None:
        self.go.clicked.connect(self._go)
        self.source.edited.connect(self._show_further)
        self.brand.chosen.connect(self._show_brand)
        self.pick.clicked.connect(self._ask_for_file)
        self.name.edited.connect(self._forgive)

    def _forgive(self, _value: object) -> None:
        self._name.say_wrong("")

    def _show_further(self, source: object) -> None:
        """The source is no further language."""
        for code, chip in self.further.items():
            chip.setVisible(code != source)
        self._fit()

    def _show_brand(self, brand: str) -> None:
        words = self._desk.words
        about = {
            SAMPLE: words(
                "The invented shoe shop stands in, with products and readers, until you enter the client’s own."
            ),
            EMPTY: words("Nothing but the name; you enter colours, senders and facts under Brand."),
            FILE: words("A TOML file with colours, senders and facts, as docs/brand.md describes it."),
        }
        self._about.set_text(about[brand])
        for widget in (self.pick, self.file):
            widget.setVisible(brand == FILE)
        self._fit()

    def _fit(self) -> None:
        """Take the height that wrapped words and chips need at our width."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedSize(WIDE, layout.totalHeightForWidth(WIDE))

    def _ask_for_file(self) -> None:
        words = self._desk.words
        wish = FileWish(words("Choose a brand file"), words("Brand files (*.toml)"))
        self._choose_file(self, wish, self._take_file)

    def _take_file(self, file: Path) -> None:
        self._file = file
        self.file.set_text(file.name)

    def _go(self) -> None:
        words, name = self._desk.words, " ".join(self.name.value.split())
        if not name:
            self._name.say_wrong(words("Give the project a name."))
            self.name.setFocus()
        elif self.brand.current == FILE and self._file is None:
            self._about.set_text(words("Choose the file first."))
        else:
            self.accept()
            self._make(NewProject(name, self._client(name), self._languages(), self.brand.current, self._file))

    def _client(self, name: str) -> str:
        return " ".join(self.client.value.split()) or name

    def _languages(self) -> tuple[str, ...]:
        source = self.source.value
        return (source, *(code for code, chip in self.further.items() if chip.isChecked() and code != source))
