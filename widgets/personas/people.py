"""The column of readers: each with what makes it special; the one that is edited lies raised."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from studio.model.persona import Persona
from studio.model.project import Project
from widgets.names import OWN_NAMES
from widgets.parts.entry import EntryButton
from widgets.parts.labels import Elided, Label, Overline
from widgets.parts.layouts import Scroll, column, row
from widgets.personas.traits import traits
from widgets.theme.look import Look

WIDE, SLIM = 320, 264
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PersonButton(EntryButton):
    """One reader: name, language, what is special, and whether previews show it."""

    def __init__(self, look: Look) -> None:
        """Begin without a reader."""
        self._name = Elided(look, "", "bodystrong")
        self._language = Label(look, "", "small", "ink3")
        self._traits = Elided(look, "", "small", "ink3")
        self._shown = Label(look, look.words("in previews"), "small", "accent")
        super().__init__(look, row(self._name, self._language), row(self._traits, self._shown), SLIM - 28)

    def show_persona(self, persona: Persona, words: Translator, *, in_previews: bool) -> None:
        """Show a reader as it is now."""
        special = ", ".join(words.say(trait) for trait in traits(persona))
        language = OWN_NAMES.get(persona.language, persona.language)
        name = persona.name or words("Nameless")
        for label, text in ((self._name, name), (self._language, language), (self._traits, special)):
            if label.text() != text:
                label.set_text(text)
        self._shown.setVisible(in_previews)
        told = (name, language, special, self._shown.text() if in_previews else "")
        self.setAccessibleName(", ".join(part for part in told if part))


class People(QWidget):
    """All readers of the project, in the order of their names; a name that is being written does not jump about."""

    chosen = Signal(str)

    def __init__(self, look: Look, words: Translator) -> None:
        """Begin without readers."""
        super().__init__()
        self._look, self._words = look, words
        self.setObjectName("personas-list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDE)
        self.buttons: dict[str, PersonButton] = {}
        title = Overline(look, words("Readers"))
        title.setContentsMargins(14, 0, 0, 6)
        self._column = column(spacing=2)
        inner = QWidget()
        inner.setLayout(column(title, self._column, None, spacing=2, margins=(14, 18, 14, 16)))
        self._scroll = Scroll(look, inner)
        self._whole = column(self._scroll, spacing=0)
        self.setLayout(self._whole)

    def add_foot(self, button: QWidget) -> None:
        """Put something under the list that stays where it is."""
        self._whole.addLayout(row(button, margins=(14, 10, 14, 16)))

    def show_people(self, project: Project, current: str, shown: str) -> None:
        """Show the readers as they are now; `current` is edited, `shown` is whom previews show."""
        if set(project.personas) != set(self.buttons):
            self._build(project)
        for id_, button in self.buttons.items():
            button.show_persona(project.personas[id_], self._words, in_previews=id_ == shown)
            button.setChecked(id_ == current)

    def reveal(self, persona_id: str) -> None:
        """Scroll to a reader."""
        if persona_id in self.buttons:
            self._scroll.ensureWidgetVisible(self.buttons[persona_id], 0, 16)

    def focus(self, persona_id: str) -> None:
        """Put the focus on a reader."""
        if persona_id in self.buttons:
            self.buttons[persona_id].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Walk from reader to reader with the arrows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step, ids = STEPS.get(Qt.Key(event.key()), 0), list(self.buttons)
            at = next((index for index, id_ in enumerate(ids) if self.buttons[id_] is watched), None)
            if step and at is not None:
                to = ids[min(max(at + step, 0), len(ids) - 1)]
                self.buttons[to].setFocus(Qt.FocusReason.TabFocusReason)
                self.buttons[to].click()
                return True
        return super().eventFilter(watched, event)

    def _build(self, project: Project) -> None:
        old, self.buttons = self.buttons, {}
        for id_ in order_of(project):
            button = self.buttons[id_] = old.pop(id_) if id_ in old else self._button(id_)
            self._column.removeWidget(button)
            self._column.addWidget(button)
        for button in old.values():
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()

    def _button(self, persona_id: str) -> PersonButton:
        button = PersonButton(self._look)
        button.clicked.connect(partial(self._choose, persona_id))
        button.installEventFilter(self)
        return button

    def _choose(self, persona_id: str, *_: object) -> None:
        self.chosen.emit(persona_id)


def order_of(project: Project) -> list[str]:
    """Return the personas' ids in the order of their names."""
    return sorted(project.personas, key=lambda id_: (project.personas[id_].name.casefold(), id_))
