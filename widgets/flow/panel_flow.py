"""The page of the flow itself: name, purpose, what starts, admits and ends it, languages and theme."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from studio.model.conditions import Condition
from studio.model.sequence import Event, Reentry, Sequence, Trigger, message_ids
from studio.model.telling import CLAUSES
from studio.model.trade import Channel, MailTheme
from widgets.flow import changes
from widgets.flow.fields import ConditionRows, section
from widgets.flow.languages import Languages
from widgets.flow.panel_base import Page
from widgets.flow.starting import TriggerFields
from widgets.flow.told import Told
from widgets.names import THEMES
from widgets.parts.fields import AreaField, CheckField, ChoiceField, Field, LineField, NumberField
from widgets.parts.layouts import column


class FlowPage(Page):
    """What holds for the whole flow."""

    has_tools = False

    def sections(self) -> tuple[QWidget, ...]:
        """Return the sections in the order in which a flow is planned."""
        look, words = self.look, self.verbs.words
        self.name = LineField(look, words("Name of the flow"))
        self.purpose = AreaField(look, words("Purpose"), words("What should this flow do?"), lines=4)
        self.purpose_field = Field(look, words("Purpose"), self.purpose)
        self.trigger = TriggerFields(look, words)
        self.entry = ConditionRows(look, words, words("Only if"), words("Everybody may enter."))
        self.ends = {event: CheckField(look, words.say(CLAUSES[event])) for event in Event}
        self.languages = Languages(self.desk, self.verbs)
        themes = [(each, words(THEMES[each])) for each in MailTheme]
        choices = [("brand", words("As the brand says")), *themes, ("mixed", words("Different ones"))]
        self.theme = ChoiceField(look, words("E-mail theme"), choices)
        ends = QWidget()
        ends.setLayout(column(*self.ends.values(), spacing=0))
        parts = (
            Field(look, words("Name"), self.name),
            self.purpose_field,
            section(look, words("Starts when"), self.trigger),
            section(look, words("Who enters"), self.entry),
            section(look, words("May enter again"), self._reentry()),
            section(look, words("Ends at once when"), ends),
            section(look, words("Languages"), self.languages),
            Field(look, words("E-mail theme"), self.theme),
        )
        self._connect()
        return parts

    def _reentry(self) -> QWidget:
        look, words = self.look, self.verbs.words
        choices = (("never", words("never")), ("always", words("every time")), ("after", words("after some days")))
        self.again = ChoiceField(look, words("When customers may enter again"), choices)
        self.again_days = NumberField(look, words("After how many days"), 1, 3650, 1, words(" days"))
        made = QWidget()
        made.setLayout(column(self.again, self.again_days))
        return made

    def _connect(self) -> None:
        self.name.edited.connect(partial(changes.rename_flow, self.verbs))
        self.purpose.edited.connect(self._write_purpose)
        self.trigger.edited.connect(self._set_trigger)
        self.entry.edited.connect(self._set_entry)
        for tick in self.ends.values():
            tick.edited.connect(self._set_exits)
        self.again.edited.connect(self._set_reentry)
        self.again_days.edited.connect(self._set_reentry)
        self.theme.edited.connect(self._set_theme)

    def show_fields(self, told: Told) -> None:  # noqa: ARG002 - the flow says more than its rows
        """Show the flow as it is."""
        sequence = self.verbs.sequence
        if sequence is None:
            return
        self.head.set_text(self.verbs.words("The whole flow"))
        self.glyph.show_icon("ph.tree-structure", "ink2")
        self.name.set_value(sequence.name)
        label = self.verbs.words("Purpose ({language})", language=self.language)
        self.purpose_field.label.set_text(label)
        self.purpose.set_value(sequence.purpose.words(self.language))
        self.trigger.show_trigger(sequence.trigger)
        self.entry.show_conditions(sequence.entry, self.desk.session.project.brand.currency)
        for event, tick in self.ends.items():
            tick.set_value(event in sequence.exits)
            tick.setVisible(event is not sequence.trigger.event)
        self._show_reentry(sequence.reentry)
        self.languages.show_sequence(sequence)
        self.theme.set_value(self._shared_theme(sequence))

    def _show_reentry(self, reentry: Reentry) -> None:
        self.again.set_value("never" if reentry.days is None else "after" if reentry.days else "always")
        self.again_days.setVisible(bool(reentry.days))
        if reentry.days and self.again_days.value != reentry.days:
            self.again_days.set_value(reentry.days)

    def _shared_theme(self, sequence: Sequence) -> str:
        messages = (self.desk.session.project.messages[id_] for id_ in message_ids(sequence))
        themes = {message.theme or "brand" for message in messages if message.channel is Channel.EMAIL}
        return str(themes.pop()) if len(themes) == 1 else "mixed" if themes else "brand"

    def _write_purpose(self, words: str) -> None:
        changes.write_purpose(self.verbs, self.language, words)

    def _set_trigger(self, trigger: Trigger) -> None:
        changes.set_trigger(self.verbs, trigger)

    def _set_entry(self, conditions: tuple[Condition, ...]) -> None:
        changes.set_conditions(self.verbs, "", conditions)

    def _set_exits(self, _value: object) -> None:
        changes.set_exits(self.verbs, tuple(event for event, tick in self.ends.items() if tick.value))

    def _set_reentry(self, _value: object) -> None:
        days = {"never": None, "always": 0}.get(self.again.value, round(self.again_days.value) or 14)
        changes.set_reentry(self.verbs, Reentry(days))

    def _set_theme(self, theme: str) -> None:
        if theme != "mixed":
            changes.set_theme(self.verbs, "", None if theme == "brand" else MailTheme(theme))
        self.show_step(self.id)
