"""Checks of the prose itself: its typography, sentences that are too long, and how easily it is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from immutables import Map

from studio.checks.texts import Told, around, told
from studio.i18n import N_, Sentence, sentence
from studio.model.findings import Finding, Place, Severity
from studio.model.project import Project
from studio.model.sequence import Sequence
from studio.model.trade import Channel
from studio.words.languages import base
from studio.words.masking import plain
from studio.words.readability import Readability, Tone, readability
from studio.words.sentences import sentences, words_of
from studio.words.typography import TypographyFault, quotes_used, typography_faults

LONGEST = 40
"""The most words of a sentence; the standard asks for short ones, the number is ours and leaves a story its breath."""
_TASTE = frozenset(("no_break", "ellipsis", "range"))
_REASONS: Map[str, str] = Map(
    {
        "quotes": N_("Each language has quotation marks of its own; others look like a translation."),
        "apostrophe": N_("The typewriter’s apostrophe looks careless beside real type."),
        "dash": N_("A hyphen joins words; a pause takes a dash."),
        "range": N_("Between two figures the dash means “to”."),
        "ellipsis": N_("Three full stops can break over two lines; the ellipsis is one sign."),
        "double_space": N_("Two spaces leave a hole in the line."),
        "space_before": N_("The sign belongs to the word before it."),
        "tall_sign": N_("French puts a space that does not break beside tall signs."),
        "percent": N_("Languages differ in whether a space stands before the percent sign."),
        "currency": N_("Languages differ in where the currency stands and how it is spaced."),
        "decimal": N_("Readers take the wrong sign for a thousand, or for nothing."),
        "thousands": N_("Readers may take the wrong sign for a decimal one."),
        "no_break": N_("With an ordinary space the line can break between a figure and what belongs to it."),
    }
)


def prose_findings(project: Project, flow: Sequence, language: str) -> Iterator[Finding]:
    """Yield what an editor would mend in the prose of a flow in one language, in the order of reading."""
    said = told(project, flow, language)
    for text in said:
        yield from _typography(text)
        yield from _long_sentences(text)
    yield from _mixed_quotes(said, language)
    yield from _readability(flow, said, language)


def _typography(text: Told) -> Iterator[Finding]:
    """Yield one finding for each rule that a text breaks; its remedy mends all places of that rule at once."""
    found = typography_faults(text.text, text.place.language, gsm=text.is_gsm, rich=text.rich)
    by_rule: dict[str, list[TypographyFault]] = defaultdict(list)
    for fault in found:
        by_rule[fault.rule].append(fault)
    for rule, faults in by_rule.items():
        start, end = faults[0].start, faults[-1].end
        severity = Severity.ADVICE if rule in _TASTE else Severity.WARNING
        remedy = text.reword(start, end, _mended(text.text, faults))
        yield Finding(
            f"words.{rule}",
            severity,
            text.place,
            _typography_words(text.text, faults),
            faults[0].source,
            sentence("Write “{right}”.", right=_shown(text.text, faults[0], mended=True)),
            reason=Sentence(_REASONS[rule]),
            remedies=(remedy,),
        )


def _typography_words(text: str, faults: list[TypographyFault]) -> Sentence:
    near = _shown(text, faults[0], mended=False)
    if faults[0].rule == "no_break":
        said = sentence("“{near}” can break over two lines.", near=near)
    else:
        said = sentence("The typography of “{near}” is not that of the language.", near=near)
    return sentence("{said} There are {count} like it here.", said=said, count=len(faults)) if faults[1:] else said


def _shown(text: str, fault: TypographyFault, *, mended: bool) -> str:
    if not mended:
        return around(text, fault.start, fault.end)
    right = text[: fault.start] + fault.right + text[fault.end :]
    return around(right, fault.start, fault.start + len(fault.right))


def _mended(text: str, faults: list[TypographyFault]) -> str:
    pieces, done = [], faults[0].start
    for fault in faults:
        pieces += [text[done : fault.start], fault.right]
        done = fault.end
    return "".join(pieces)


def _long_sentences(text: Told) -> Iterator[Finding]:
    if not text.is_prose or len(text.text) < 2 * LONGEST:
        return
    seen = plain(text.text, rich=text.rich)
    for start, end in sentences(seen.text, text.place.language):
        count = len(words_of(seen.text[start:end]))
        if count > LONGEST:
            first = " ".join(seen.text[start:end].split()[:4])
            yield Finding(
                "words.long_sentence",
                Severity.ADVICE,
                text.place,
                sentence("The sentence that begins “{first}” has {count} words.", first=first, count=count),
                "ISO 24495-1:2023",
                sentence("Make two sentences of it."),
                reason=sentence("Readers of e-mail skim, and lose the thread of a sentence this long."),
            )


def _mixed_quotes(said: Iterable[Told], language: str) -> Iterator[Finding]:
    """Yield the texts whose quotation marks are good in the language, but not those of most of the flow."""
    used: dict[str, list[tuple[Told, int]]] = defaultdict(list)
    for text in said:
        for at, pair in () if text.is_gsm else quotes_used(text.text, language, rich=text.rich):
            used[pair].append((text, at))
    if len(used) < 2:
        return
    usual = max(used, key=lambda pair: len(used[pair]))
    for pair in sorted(set(used) - {usual}):
        text, at = used[pair][0]
        yield Finding(
            "words.quotes_mixed",
            Severity.ADVICE,
            text.place,
            sentence(
                "“{near}” has the quotation marks {pair}, while the flow mostly has {usual}.",
                near=around(text.text, at, at + 1),
                pair=pair,
                usual=usual,
            ),
            "Fabel",
            sentence("Use {usual} throughout.", usual=usual),
            reason=sentence("Two kinds of quotation marks in one flow look like two writers."),
        )


def _readability(flow: Sequence, said: Iterable[Told], language: str) -> Iterator[Finding]:
    """Yield a finding for each e-mail that is harder to read than mail copy should be."""
    mails: dict[str, list[str]] = defaultdict(list)
    for text in said:
        if text.is_prose and text.channel is Channel.EMAIL and not text.place.variant:
            mails[text.place.message].append(text.text)
    for message, texts in mails.items():
        found = readability(texts, base(language))
        if found is not None and found.tone is Tone.WARN:
            yield _hard(Place(flow.id, message, "", language), found)


def _hard(place: Place, found: Readability) -> Finding:
    return Finding(
        "words.readability",
        Severity.ADVICE,
        place,
        sentence(
            "This e-mail is {band}: {formula} {score}.", band=found.band, formula=found.formula, score=found.score
        ),
        found.source,
        sentence("Shorten the longest sentences and choose shorter words."),
        reason=sentence("Mail is read in passing, and what is easy to read is read to the end."),
    )
