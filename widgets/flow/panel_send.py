"""The page of a send: its message in short, when it goes, and who gets it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from studio.model.called import OBJECTION_NAMES
from studio.model.conditions import Condition
from studio.model.message import Message
from studio.model.steps import Send
from studio.model.trade import Angle, Channel, MailTheme, Objection
from widgets.flow.changes import rename, set_angle, set_conditions, set_objection, set_theme
from widgets.flow.fields import ConditionRows, section
from widgets.flow.gist import extent, first_words
from widgets.flow.panel_base import Page
from widgets.flow.told import Told
from widgets.names import ANGLES, CHANNELS, THEMES
from widgets.parts.buttons import Button
from widgets.parts.fields import ChoiceField, Field, LineField
from widgets.parts.labels import Label
from widgets.parts.layouts import row
from widgets.plainly import Reading


class SendPage(Page):
    """Name, angle, objection and theme of a message; its subject as the reader sees it."""

    def sections(self) -> tuple[QWidget, ...]:
        """Return the sections from what is read to what is set."""
        look, words = self.look, self.verbs.words
        self.when = Label(look, "", "body", "ink2", wrap=True)
        self.subject = Label(look, "", "manuscript", "ink", wrap=True)
        self.length = Label(look, "", "small", "ink3", wrap=True)
        self.open = Button(look, "", "plain", "ph.pencil-line")
        self.open.show_action(self.desk.actions["flow.write"])
        self.name = LineField(look, words("Name"))
        self.angle = ChoiceField(look, words("Angle"), [(each, words(ANGLES[each])) for each in Angle])
        objections = [(each or "none", words(OBJECTION_NAMES[each])) for each in Objection]
        self.objection = ChoiceField(look, words("Objection it answers"), objections)
        themes = [("brand", words("As the brand says")), *((each, words(THEMES[each])) for each in MailTheme)]
        self.theme = ChoiceField(look, words("E-mail theme"), themes)
        self.theme_field = Field(look, words("E-mail theme"), self.theme)
        self.only_if = ConditionRows(look, words, words("Only if"), words("Everybody who comes this far gets it."))
        self._connect()
        return (
            section(look, words("When"), self.when),
            section(look, words("What it says"), self.subject, self.length, _left(self.open)),
            Field(look, words("Name"), self.name),
            Field(look, words("Angle"), self.angle),
            Field(look, words("Objection it answers"), self.objection),
            self.theme_field,
            section(look, words("Who gets it"), self.only_if),
        )

    def _connect(self) -> None:
        self.name.edited.connect(self._rename)
        self.angle.edited.connect(self._set_angle)
        self.objection.edited.connect(self._set_objection)
        self.theme.edited.connect(self._set_theme)
        self.only_if.edited.connect(self._set_only_if)

    def show_fields(self, told: Told) -> None:
        """Show the message that is sent."""
        message, words, project = self._message(), self.verbs.words, self.desk.session.project
        node = self.verbs.node(self.id)
        if message is None or not isinstance(node, Send):
            return
        channel = words(CHANNELS[message.channel])
        self.when.set_text(" · ".join(part for part in (channel, told.mark, told.under) if part))
        reading = Reading(project, message, words, self.language)
        text = first_words(reading)
        self.subject.set_text(text or words("Nothing is written in this language yet."))
        self.subject.set_color("ink" if text else "ink3")
        self.length.set_text(extent(reading))
        self.name.set_value(message.name)
        self.angle.set_value(message.angle)
        self.objection.set_value(message.objection or "none")
        self.theme_field.setVisible(message.channel is Channel.EMAIL)
        self.theme.set_value(message.theme or "brand")
        self.only_if.show_conditions(node.only_if, project.brand.currency)

    def _message(self) -> Message | None:
        node = self.verbs.node(self.id)
        return self.desk.session.project.messages[node.message] if isinstance(node, Send) else None

    def _rename(self, name: str) -> None:
        rename(self.verbs, self.id, name)

    def _set_angle(self, angle: str) -> None:
        if message := self._message():
            set_angle(self.verbs, message.id, Angle(angle))

    def _set_objection(self, objection: str) -> None:
        if message := self._message():
            set_objection(self.verbs, message.id, Objection("" if objection == "none" else objection))

    def _set_theme(self, theme: str) -> None:
        if message := self._message():
            set_theme(self.verbs, message.id, None if theme == "brand" else MailTheme(theme))

    def _set_only_if(self, conditions: tuple[Condition, ...]) -> None:
        set_conditions(self.verbs, self.id, conditions)


def _left(button: Button) -> QWidget:
    made = QWidget()
    made.setLayout(row(button, None))
    return made
