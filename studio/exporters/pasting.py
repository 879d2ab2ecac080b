"""What a service takes only in its own editor: words and tests of e-mails in the build sheet, ready to be copied."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from immutables import Map

from studio.exporters.base import Request, Sheet, SheetStep, Work
from studio.exporters.drafts import Letters, fits_a_campaign
from studio.exporters.pieces import Piece, messages_of
from studio.i18n import Sentence, sentence
from studio.tags.placeholders import placeholder

_LABELS = Map({"subject": sentence("Subject"), "preheader": sentence("Preview text"), "html": sentence("HTML")})
PASTE = sentence("Paste these words into the e-mail of this step: its editor is called “HTML” or “code” there.")
HEAD = sentence("The template holds no subject and no preview text: type them into the e-mail of this step.")
INSIDE = sentence("The HTML holds the preview text: leave that field empty.")


def with_words(
    sheet: Sheet, pieces: tuple[Piece, ...], messages: Collection[str], *, preview_inside: bool = False
) -> Sheet:
    """Return a sheet whose steps that send these messages (by id) hold subject, preview text and HTML as well.

    `preview_inside` says that the HTML of these pieces has its preview text in it, which would be read twice.
    """
    words = (PASTE, INSIDE) if preview_inside else (PASTE,)
    names = ("subject", "html") if preview_inside else ("subject", "preheader", "html")
    return _with(sheet, pieces, messages, words, names)


def with_heads(sheet: Sheet, pieces: tuple[Piece, ...], messages: Collection[str]) -> Sheet:
    """Return a sheet whose steps that send these messages (by id) hold what a template lacks: subject and preview."""
    return _with(sheet, pieces, messages, (HEAD,), ("subject", "preheader"))


def _with(
    sheet: Sheet,
    pieces: tuple[Piece, ...],
    messages: Collection[str],
    words: tuple[Sentence, ...],
    names: tuple[str, ...],
) -> Sheet:
    def filled(step: SheetStep) -> SheetStep:
        mine = [one for one in pieces if one.message.id == step.place.message]
        if not mine or step.place.message not in messages:
            return step
        copies = tuple(copy for one in mine for copy in _copies(one, names))
        return replace(step, words=(*step.words, *words, *_block(mine)), copies=(*step.copies, *copies))

    return replace(sheet, steps=tuple(map(filled, sheet.steps)))


def subject_tests(
    work: Work, made: Letters, requests: tuple[Request, ...], way: Sentence, most: int = 2
) -> tuple[SheetStep, ...]:
    """Return the step that tells of tests of subjects, which a person can make of what was pushed, or nothing.

    `way` says where in the service's editor; a test there has at most `most` subjects.
    """
    pushed = {request.place.message for request in requests}
    fitting = {
        message.id
        for message in messages_of(work)
        if message.id in pushed and fits_a_campaign(work.project, message, work.language, most)
    }
    tested = [one for one in made.pieces if one.message.id in fitting]
    subjects = tuple((sentence("Subject of “{name}”", name=one.message.name), one.rendered.subject) for one in tested)
    title = sentence("If you like, test subjects on a list of yours")
    return (SheetStep("tests", title, (way,), subjects),) if subjects else ()


def _block(some: list[Piece]) -> tuple[Sentence, ...]:
    """Return what is to be done about words that keep the place of a list, in a service without loops."""
    words = placeholder(some[0].rendered.language)
    if not any(words in one.rendered.html for one in some):
        return ()
    return (sentence("Where it says “{words}”, put the service's own block for the products.", words=words),)


def _copies(one: Piece, names: tuple[str, ...]) -> tuple[tuple[Sentence, str], ...]:
    said = ((_LABELS[name], getattr(one.rendered, name)) for name in names)
    return tuple((_label(label, one.variant_name), text) for label, text in said if text)


def _label(label: Sentence, version: str) -> Sentence:
    return sentence("{label} of “{name}”", label=label, name=version) if version else label
