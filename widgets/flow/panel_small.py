"""The pages of steps that say little: a wait, a note, a stop."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from studio.model.steps import Note, Wait
from widgets.flow.changes import change_wait, rename
from widgets.flow.fields import section
from widgets.flow.panel_base import Page
from widgets.flow.told import Told
from widgets.flow.waiting import WaitFields, delivers
from widgets.parts.fields import AreaField
from widgets.parts.labels import Label


class WaitPage(Page):
    """How long, and until when."""

    def sections(self) -> tuple[QWidget, ...]:
        """Return the fields of a wait."""
        words = self.verbs.words
        self.fields = WaitFields(self.look, words)
        self.fields.edited.connect(self._change)
        self.fields.settled.connect(self._change)
        hint = words("Times are in the customer’s own time zone. Without a weekday chosen, any day will do.")
        return (section(self.look, words("Wait"), self.fields, Label(self.look, hint, "small", "ink3", wrap=True)),)

    def show_fields(self, told: Told) -> None:  # noqa: ARG002 - the wait itself says more
        """Show the wait."""
        node = self.verbs.node(self.id)
        if isinstance(node, Wait):
            self.fields.show_wait(node, after_order=delivers(self.verbs.sequence))

    def _change(self) -> None:
        node = self.verbs.node(self.id)
        if isinstance(node, Wait):
            change_wait(self.verbs, self.id, self.fields.wait(node))


class NotePage(Page):
    """The words of a note."""

    def sections(self) -> tuple[QWidget, ...]:
        """Return the field."""
        words = self.verbs.words
        self.field = AreaField(self.look, words("Note"), words("A remark to colleagues"), lines=6)
        self.field.edited.connect(self._write)
        hint = words("Nothing happens here; customers never see it.")
        return (section(self.look, words("Note"), self.field, Label(self.look, hint, "small", "ink3", wrap=True)),)

    def show_fields(self, told: Told) -> None:  # noqa: ARG002 - the note itself says more
        """Show the words."""
        node = self.verbs.node(self.id)
        self.head.set_text(self.verbs.words("Note to colleagues"))
        if isinstance(node, Note):
            self.field.set_value(node.words)

    def _write(self, words: str) -> None:
        rename(self.verbs, self.id, words)


class StopPage(Page):
    """What a stop does."""

    def sections(self) -> tuple[QWidget, ...]:
        """Return one sentence."""
        said = self.verbs.words(
            "Customers who come here leave the flow. What follows is for those who took another way."
        )
        return (Label(self.look, said, "body", "ink2", wrap=True),)
