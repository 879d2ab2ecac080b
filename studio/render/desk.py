"""The desk of one message: its slots, marks and remarks, and the dialect that says the tags in the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from studio.i18n import sentence
from studio.model.findings import DIALECT_CANNOT, Severity
from studio.model.project import Project
from studio.render.choice import Choice
from studio.render.constants import brand_constants, offer_constants, snippet_constants
from studio.render.marks import Marks
from studio.render.remarks import Remarks
from studio.render.text_part import wrapped
from studio.tags.dialect import Dialect
from studio.tags.sample import Sample
from studio.tags.slots import Slots, fill


@dataclass(frozen=True, slots=True)
class Desk:
    """Turns set words with placeholders into finished ones, and remarks on what the dialect cannot say."""

    slots: Slots
    marks: Marks
    remarks: Remarks
    dialect: Dialect

    def say(self, text: str, *, plain: bool = True) -> str:
        """Return text with its tags said in the dialect."""
        filled = fill(text, self.slots, self.dialect, plain=plain)
        for lost in filled.unsayable:
            said = sentence("{wanted}. {becomes}.", wanted=lost.wanted, becomes=lost.becomes)
            block = self.marks.met.get(lost.path, "")
            self.remarks.note(DIALECT_CANNOT, Severity.WARNING, said, block=block, source=self.dialect.name)
        return filled.text

    def say_wrapped(self, text: str) -> str:
        """Return a text part; an invented reader's words are wrapped as they read, a service's before its tags."""
        if isinstance(self.dialect, Sample):
            return wrapped(self.say(text))
        return self.say(wrapped(text, self.slots.prefix))

    def measured(self, text: str) -> str:
        """Return a field as it is measured: a service's tags count nothing, because nobody knows their length."""
        if isinstance(self.dialect, Sample):
            return fill(text, self.slots, self.dialect, plain=True).text
        return "".join(getattr(piece, "words", "") for piece, _ in self.slots.pieces(text))


def desk_for(project: Project, choice: Choice, language: str, dialect: Dialect, remarks: Remarks) -> Desk:
    """Return an empty desk for a message, with the constants of brand, snippets and the message's own offer."""
    snippets = snippet_constants(project.snippets, language)
    constants = brand_constants(project.brand, language).update(offer_constants(choice.blocks, language))
    slots = Slots((*_corpus(project, choice, language), *snippets.values()), constants.update(snippets))
    return Desk(slots, Marks(slots, remarks), remarks, dialect)


def _corpus(project: Project, choice: Choice, language: str) -> Iterable[str]:
    for block in choice.blocks:
        yield from (text.words(language) for text in block.texts.values())
        yield from (setting for setting in block.settings.values() if isinstance(setting, str))
    yield from (choice.subject.words(language), choice.preheader.words(language), project.brand.name)
    yield from (project.brand.address, project.brand.url, *(social.url for social in project.brand.socials))
