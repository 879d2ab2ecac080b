"""The popover of a snippet's chip: its words, which every message that holds it says alike."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.edits.texts import snippet, write
from studio.edits.translate import translate
from studio.model.project import Project
from studio.model.sequence import Sequence
from studio.tags.catalogue import SNIPPET
from studio.words.uses import snippet_uses
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.fields import AreaField, Field
from widgets.parts.labels import Label
from widgets.parts.layouts import row
from widgets.write.popover import Popover


class SnippetEditor(Popover):
    """Edits the words of a snippet in the language that is shown; each keystroke is kept at once."""

    other_requested = Signal()
    """The person wants another merge tag in this place."""

    def __init__(self, desk: Desk, snippet_id: str, parent: QWidget) -> None:
        """Show what the snippet says now."""
        self._desk, self._id, self._language = desk, snippet_id, desk.here.spot.language
        words, held = desk.words, desk.session.project.snippets[snippet_id]
        super().__init__(desk.look, held.name, parent)
        said = words("Words of the snippet")
        self.area = AreaField(desk.look, said, self._source(), lines=5)
        self.area.set_value(held.text.words(self._language))
        self._is_new = not self.area.value
        self.body.addWidget(Field(desk.look, said, self.area))
        self.uses = Label(desk.look, self._uses(), "small", "ink2", wrap=True)
        self.body.addWidget(self.uses)
        self.other = Button(desk.look, words("Another merge tag …"), "quiet")
        self.done = Button(desk.look, words("Done"), "primary")
        self.body.addLayout(row(self.other, None, self.done))
        self.area.edited.connect(self._keep)
        self.done.clicked.connect(self.close)
        self.other.clicked.connect(self._another)

    def _flow(self) -> Sequence:
        return self._desk.session.project.sequences[self._desk.here.spot.sequence]

    def _source(self) -> str:
        """Return what the source language says, to be seen while this language says nothing."""
        return self._desk.session.project.snippets[self._id].text.words(self._flow().source_language)

    def _uses(self) -> str:
        words, count = self._desk.words, len(snippet_uses(self._desk.session.project).get(self._id, ()))
        if count == 1:
            return words("It stands in one message.")
        return words("It stands in {count} messages, and all of them change with it.", count=count)

    def _keep(self, said: object) -> None:
        session = self._desk.session
        if isinstance(said, str) and self._id in session.project.snippets:
            project = self._written(session.project, said.strip("\n"))
            session.do(self._desk.words("Change a snippet"), project, ("snippet", self._id, self._language))

    def _written(self, project: Project, said: str) -> Project:
        """Return a project in which the snippet says so; the first words in another language are a translation."""
        spoken, source = snippet(self._id), self._flow().source_language
        if self._language != source and self._is_new and project.snippets[self._id].text.words(source):
            return translate(project, spoken, self._language, said, source)
        return write(project, spoken, self._language, said)

    def _another(self) -> None:
        self.close()
        self.other_requested.emit()


def snippet_of(desk: Desk, source: str) -> str:
    """Return the id of the snippet that a merge tag's source names in the open project, or the empty string."""
    name = source.removeprefix(SNIPPET) if source.startswith(SNIPPET) else ""
    return name if name in desk.session.project.snippets else ""
