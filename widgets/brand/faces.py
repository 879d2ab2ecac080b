"""Theme and type: letter or shop, and the safe e-mail faces, each offered in itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from studio.model.trade import MailTheme
from studio.render.look import SERIF, STACKS
from widgets.brand.bonds import of_brand
from widgets.brand.simple import ASIDE
from widgets.desk import Desk
from widgets.parts.choices import ChoiceField
from widgets.parts.fields import Field
from widgets.parts.layouts import column
from widgets.parts.section import Section
from widgets.parts.segments import Segment, Segments
from widgets.theme.look import Look
from widgets.tied import Ties

FACES = {
    "georgia": "Georgia",
    "charter": "Charter",
    "palatino": "Palatino",
    "times": "Times New Roman",
    "helvetica": "Helvetica",
    "verdana": "Verdana",
    "trebuchet": "Trebuchet",
    "gill": "Gill Sans",
}
"""The stacks of the e-mail themes by the names of their first faces; "system" is the reader's own."""


def face_font(stack: str, pixels: int = 15) -> QFont:
    """Return the first face of a stack that this machine has."""
    _, families = STACKS.get(stack, STACKS["helvetica"])
    font = QFont()
    font.setFamilies([family.strip(" '") for family in families.split(",")])
    font.setPixelSize(pixels)
    return font


def face_choices(words: Translator) -> list[tuple[str, str]]:
    """Return every stack with its name, serifs first; the reader’s own comes last."""
    names = {stack: FACES.get(stack, words("The reader’s own")) for stack in STACKS}
    order = sorted(names, key=lambda stack: (STACKS[stack][0] != SERIF, stack not in FACES, names[stack]))
    return [(stack, names[stack]) for stack in order]


class FaceField(ChoiceField):
    """A choice of face; the field and each line of the list are set in the face they name."""

    def __init__(self, look: Look, name: str, choices: list[tuple[str, str]]) -> None:
        """Take the name told to whoever cannot see the field, and the stacks by id and name."""
        super().__init__(look, name, choices)
        for index in range(self.count()):
            self.setItemData(index, face_font(str(self.itemData(index))), Qt.ItemDataRole.FontRole)
        self.currentIndexChanged.connect(self._wear)
        self._wear()

    def _wear(self) -> None:
        self.setFont(face_font(self.value))
        self.update()


class Faces(QWidget):
    """The section of theme and type."""

    def __init__(self, desk: Desk) -> None:
        """Build the fields."""
        super().__init__()
        words, look = desk.words, desk.look
        self._desk = desk
        self.ties = Ties(desk)
        about = words("Only faces that every mail program has: nothing is loaded from elsewhere.")
        self.section = Section(look, words("Theme and type"), about, ASIDE)
        choices = [Segment(MailTheme.LETTER, words("Letter")), Segment(MailTheme.SHOP, words("Shop"))]
        self.theme = Segments(look, choices, words("Theme"))
        self.theme.chosen.connect(self._choose)
        hint = words("Letter reads as if a person wrote it; Shop shows the goods. A message may choose for itself.")
        self.section.body.addWidget(Field(look, words("Theme"), self.theme, hint))
        self.heading = self._face("fonts.heading", words("Headings"), "")
        hint = words("Letter is set in whichever of the two has serifs, Shop in both.")
        self.body = self._face("fonts.body", words("Running text"), hint)
        self.setLayout(column(self.section))
        self.setMaximumWidth(self.section.maximumWidth())

    def refresh(self) -> None:
        """Show what the brand says now."""
        self.ties.refresh()
        self.theme.choose(self._desk.session.project.brand.theme)

    def _face(self, path: str, label: str, hint: str) -> FaceField:
        words, look = self._desk.words, self._desk.look
        field = FaceField(look, label, face_choices(words))
        self.ties.tie(field, of_brand(path, label, words))
        self.section.body.addWidget(Field(look, label, field, hint))
        return field

    def _choose(self, theme: str) -> None:
        session = self._desk.session
        bond = of_brand("theme", self._desk.words("Theme"), self._desk.words)
        session.do(bond.label, bond.write(session.project, MailTheme(theme)))
