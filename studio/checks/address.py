"""Checks of the form of address: one way of speaking to the reader in the whole flow, and the brand's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studio.checks.texts import Told, around
from studio.i18n import Sentence, sentence
from studio.model.findings import Finding, Place, Severity
from studio.model.remedies import SpeakTo
from studio.model.sequence import Sequence
from studio.model.style import Formality, Style
from studio.words.address import addressing
from studio.words.masking import plain

Spot = tuple[Told, int, int, Formality]
_TITLE = re.compile(r"(?:\A|\n[ \t]*\n)([^\n]*)")


def address_findings(flow: Sequence, said: tuple[Told, ...], style: Style, language: str) -> Iterator[Finding]:
    """Yield the texts that address the reader in another form than the brand's, one finding a text.

    Quotations, reviews and the titles of questions are the customer's words. Where all of the flow speaks in the other
    form, it is the brand's setting that is told once. Norwegian, Danish and Swedish have the old formal words only to
    slip in.
    """
    wanted = style.form(language)
    spots = [spot for text in said if not text.is_quoted for spot in _spots(text, wanted, language)]
    wrong = [spot for spot in spots if spot[3] is not (wanted or Formality.INFORMAL)]
    if wanted and spots and len(wrong) == len(spots) and len({spot[0].place.message for spot in wrong}) > 1:
        yield _brand(flow, wanted, wrong[0], language)
        return
    told: set[tuple[Place, str]] = set()
    for text, start, end, form in wrong:
        if (text.place, text.spoken.name) not in told:
            told.add((text.place, text.spoken.name))
            yield _slip(text, start, end, form)


def _spots(text: Told, form: Formality | None, language: str) -> Iterator[Spot]:
    seen = plain(text.text, form, rich=text.rich)
    view = _TITLE.sub(_blank, seen.text) if text.items == "entries" else seen.text
    for start, end, found in addressing(view, language):
        yield (text, *seen.span(start, end), found)


def _blank(match: re.Match[str]) -> str:
    return match.group()[: match.start(1) - match.start()] + " " * len(match.group(1))


def _slip(text: Told, start: int, end: int, form: Formality) -> Finding:
    near = around(text.text, start, end)
    formal = sentence("“{near}” speaks formally to a reader who is on familiar terms elsewhere.", near=near)
    familiar = sentence("“{near}” speaks familiarly to a reader who is addressed formally elsewhere.", near=near)
    return Finding(
        "voice.form",
        Severity.WARNING,
        text.place,
        formal if form is Formality.FORMAL else familiar,
        "Brand",
        sentence("Use one form of address in the whole flow."),
        reason=sentence("Changing between the two forms sounds like two people, or like a mistake."),
    )


def _brand(flow: Sequence, wanted: Formality, spot: Spot, language: str) -> Finding:
    text, start, end, form = spot
    return Finding(
        "voice.form",
        Severity.WARNING,
        Place(flow.id, language=language),
        _against(wanted, around(text.text, start, end)),
        "Brand",
        sentence("Set the brand’s form of address to that of the copy, or rewrite the copy."),
        reason=sentence("Brand and copy should agree on how the reader is addressed."),
        remedies=(SpeakTo(language, form),),
    )


def _against(wanted: Formality, near: str) -> Sentence:
    if wanted is Formality.FORMAL:
        return sentence("The whole flow speaks familiarly (“{near}”), while the brand is formal.", near=near)
    return sentence("The whole flow speaks formally (“{near}”), while the brand is familiar.", near=near)
