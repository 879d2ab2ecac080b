"""What can be done with readers: new ones, copies, the hard ones that ship, taking one away, seeing through one."""

from __future__ import annotations

from PySide6.QtCore import QObject

from studio.edits.personas import add_personas, copy_persona, persona_of
from studio.edits.shelf import keep, remove_persona
from studio.model.ids import new_id
from studio.model.persona import CartEvent, Persona
from studio.render.personas import sample_personas
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.notices import Tone
from widgets.personas.bonds import Whose
from widgets.takingback import taking_back


class Deeds(QObject):
    """Does them as steps of the history, to the persona that `whose` names."""

    def __init__(self, desk: Desk, whose: Whose, parent: QObject) -> None:
        """Work at this desk."""
        super().__init__(parent)
        self._desk, self._whose = desk, whose

    def make(self) -> None:
        """Make a new reader with an empty cart, in the language the writer is in."""
        session, words = self._desk.session, self._desk.words
        language = self._desk.here.spot.language
        event = CartEvent(currency=session.project.brand.currency)
        persona = Persona(new_id(), words("New reader"), event, language)
        session.do(words("New persona"), keep(session.project, persona))

    def duplicate(self) -> None:
        """Copy the reader that is edited."""
        session, words = self._desk.session, self._desk.words
        if self._whose() not in session.project.personas:
            return
        name = words("{name} copy", name=persona_of(session.project, self._whose()).name)
        session.do(words("Duplicate a persona"), copy_persona(session.project, self._whose(), new_id(), name))

    def remove(self) -> None:
        """Take the reader that is edited away; Undo brings it back."""
        session, words = self._desk.session, self._desk.words
        if self._whose() not in session.project.personas:
            return
        name = persona_of(session.project, self._whose()).name
        session.do(words("Remove a persona"), remove_persona(session.project, self._whose()))
        said = words("“{name}” is removed.", name=name)
        self._desk.notices.say(said, offer=words("Undo"), act=taking_back(self._desk))

    def bring_hard_ones(self) -> None:
        """Add the readers that ship: no name, a very long one, twelve products, an empty cart, signs and emoji."""
        project = self._desk.session.project.id

        def work(_progress: Progress) -> tuple[Persona, ...]:
            return sample_personas()

        def done(people: tuple[Persona, ...]) -> None:
            if self._desk.session.is_open and self._desk.session.project.id == project:
                self._bring(people)

        self._desk.tasks.start(work, done, key="personas.hard")

    def use(self) -> None:
        """Let previews show what this reader gets."""
        project, words = self._desk.session.project, self._desk.words
        if self._whose() in project.personas:
            self._desk.here.go(persona=self._whose())
            name = persona_of(project, self._whose()).name
            self._desk.notices.say(words("Previews show what “{name}” gets.", name=name), Tone.GOOD)

    def _bring(self, people: tuple[Persona, ...]) -> None:
        session, words = self._desk.session, self._desk.words
        project = add_personas(session.project, people)
        count = len(project.personas) - len(session.project.personas)
        if not count:
            self._desk.notices.say(words("They are all here already."))
            return
        session.do(words("Add the hard ones"), project)
        said = words("{count} readers came, the hard ones among them.", count=count)
        self._desk.notices.say(said, Tone.GOOD, words("Undo"), taking_back(self._desk))
