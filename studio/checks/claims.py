"""Checks of what a flow promises: figures that contradict the offer, the shop's facts, another message or language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from studio.checks.promised import Claim, Offer, claims_in, offers_of
from studio.i18n import N_, Sentence, sentence
from studio.model.findings import Finding, Severity
from studio.model.project import Project
from studio.model.remedies import Remedy
from studio.model.sequence import Sequence
from studio.words.figures import Kind, figures

_HONEST = sentence("A reader who sees two promises keeps the shop to the better one, or trusts neither.")
_LAW = "004; Directive 2005/29/EC art. 6"
_LONG = 16
"""From so many digits on it is no number of days; Python makes no number of thousands of digits."""
_FACTS: dict[Kind, str] = {
    Kind.RETURNS: "return_days",
    Kind.DELIVERY: "delivery_days",
    Kind.FREE_SHIPPING: "free_shipping_over",
}
_SAID: dict[Kind, str] = {
    Kind.RETURNS: N_("This promises {found} days to return, elsewhere it is {other}."),
    Kind.DELIVERY: N_("This promises delivery in {found} days, elsewhere it is {other}."),
    Kind.FREE_SHIPPING: N_("This promises free shipping over {found}, elsewhere it is {other}."),
}
_IN_LANGUAGES: dict[Kind, str] = {
    Kind.PERCENT: N_("Here it is {found} percent, in the language “{language}” {other}."),
    Kind.DEADLINE: N_("Here it is {found} hours, in the language “{language}” {other}."),
    Kind.CODE: N_("Here the code is {found}, in the language “{language}” {other}."),
    Kind.RETURNS: N_("Here it is {found} days to return, in the language “{language}” {other}."),
    Kind.DELIVERY: N_("Here delivery takes {found} days, in the language “{language}” {other}."),
    Kind.FREE_SHIPPING: N_("Here shipping is free over {found}, in the language “{language}” over {other}."),
}


def claims_findings(project: Project, flow: Sequence, languages: tuple[str, ...]) -> Iterator[Finding]:
    """Yield the contradictions in the promises of a flow, within each language and then between the languages."""
    claims = {language: claims_in(project, flow, language) for language in languages}
    for language in languages:
        yield from _against_offers(claims[language], offers_of(project, flow, language))
        yield from _against_facts(project, claims[language], language)
    if flow.source_language in claims:
        languages = tuple(sorted(languages, key=lambda language: language != flow.source_language))
    for language in languages[1:]:
        yield from _between(claims[languages[0]], claims[language], languages[0])


def _against_offers(claims: Iterable[Claim], offers: tuple[Offer, ...]) -> Iterator[Finding]:
    """Yield what is said of an offer and is not what its block says; a message without one speaks of the flow's."""
    for claim in claims:
        own = tuple(offer for offer in offers if offer.message == claim.place.message)
        meant = own or offers
        if not meant or not claim.own:
            continue
        kind, found = claim.figure.kind, claim.figure.value
        if kind is Kind.PERCENT and found != "100" and _of_offer(claim, in_offer_mail=bool(own)):
            percent = frozenset().union(*(offer.percent for offer in meant))
            if percent and found not in percent:
                yield _percent(claim, percent)
        elif kind is Kind.DEADLINE and _of_offer(claim, in_offer_mail=bool(own)):
            hours = frozenset(offer.hours for offer in meant if offer.hours)
            if hours and found not in hours:
                yield _hours(claim, hours)
        elif kind is Kind.CODE and claim.figure.offer:
            codes = frozenset(offer.code for offer in meant if offer.code)
            if codes and found not in codes:
                yield _code(claim, codes)


def _of_offer(claim: Claim, *, in_offer_mail: bool) -> bool:
    """Tell whether a figure speaks of the offer: its sentence does, or it is the subject of the offer's own message."""
    headline = claim.told.kind in ("subject", "preheader", "heading", "discount")
    return claim.figure.offer or (in_offer_mail and headline)


def _percent(claim: Claim, right: frozenset[str]) -> Finding:
    said = sentence("This says {found} %, but the offer is {right} %.", found=claim.figure.value, right=_listed(right))
    return _contradiction("claims.percent", claim, said, _reworded(claim, right))


def _hours(claim: Claim, right: frozenset[str]) -> Finding:
    said = sentence(
        "This says {found} hours, but the offer has {right}.", found=claim.figure.value, right=_listed(right)
    )
    return _contradiction("claims.deadline", claim, said, _reworded(claim, right))


def _code(claim: Claim, right: frozenset[str]) -> Finding:
    said = sentence(
        "This names the code {found}, but the offer’s is {right}.", found=claim.figure.value, right=_listed(right)
    )
    return _contradiction("claims.code", claim, said, _reworded(claim, right))


def _contradiction(name: str, claim: Claim, said: Sentence, remedies: tuple[Remedy, ...] = ()) -> Finding:
    return Finding(
        name,
        Severity.ERROR,
        claim.place,
        said,
        _LAW,
        sentence("Let every text say what is true, best with a merge tag such as {tag}.", tag="{{ offer.hours }}"),
        reason=_HONEST,
        remedies=remedies,
    )


def _listed(values: Iterable[str]) -> str:
    return ", ".join(sorted(values))


def _reworded(claim: Claim, right: frozenset[str]) -> tuple[Remedy, ...]:
    """Return the remedy that writes the right figure, where there is one and the wrong one stands there once."""
    words, text = claim.figure.words, claim.told.text
    if len(right) != 1 or text.count(words) != 1 or claim.figure.value not in words:
        return ()
    (new,) = right
    start = text.index(words)
    return (claim.told.reword(start, start + len(words), words.replace(claim.figure.value, new)),)


def _against_facts(project: Project, claims: Iterable[Claim], language: str) -> Iterator[Finding]:
    """Yield promises of return, delivery and free shipping that differ from the shop's fact, or from the first one."""
    by_kind: dict[Kind, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.figure.kind in _FACTS:
            by_kind[claim.figure.kind].append(claim)
    for kind, said in by_kind.items():
        right = _fact(project, kind, language) or said[0].figure.value
        for claim in said:
            if claim.own and claim.figure.value != right and _same_currency(claim.figure.value, right):
                words = Sentence(_SAID[kind], {"found": claim.figure.value, "other": right})
                yield _warning(f"claims.{kind.value}", claim, words, "{{ shop." + _FACTS[kind] + " }}")


def _fact(project: Project, kind: Kind, language: str) -> str:
    """Return what a fact of the shop says, as the figures of texts are written; empty where it is no figure."""
    fact = project.brand.facts.get(_FACTS[kind])
    words = fact.words(language) if fact else ""
    if kind is Kind.FREE_SHIPPING:
        return next((figure.value for figure in figures(words, language) if figure.value.count(" ")), "")
    numbers = "".join(sign if sign.isdecimal() else " " for sign in words).split()
    kept = [str(int(number)) for number in numbers if len(number) < _LONG]
    return "-".join(kept[:2]) if kind is Kind.DELIVERY else "".join(kept[:1])


def _same_currency(one: str, other: str) -> bool:
    return one.partition(" ")[2] == other.partition(" ")[2]


def _warning(name: str, claim: Claim, said: Sentence, tag: str) -> Finding:
    fix = sentence("Write {tag}, so that the fact is kept in one place.", tag=tag)
    return Finding(name, Severity.WARNING, claim.place, said, _LAW, fix, reason=_HONEST)


def _between(first: Iterable[Claim], second: Iterable[Claim], source: str) -> Iterator[Finding]:
    """Yield where a text in another language promises other figures than the source; each kind once a message."""
    left, right = _by_message(first), _by_message(second)
    for key, claims in right.items():
        values, others = {claim.figure.value for claim in claims}, {claim.figure.value for claim in left.get(key, ())}
        strange = [claim for claim in claims if claim.figure.value not in others]
        if strange and others and not values >= others and _comparable(strange[0].figure.value, others):
            said = Sentence(
                _IN_LANGUAGES[key[1]],
                {"found": strange[0].figure.value, "language": source, "other": _listed(others)},
            )
            fix = sentence("Let all languages promise the same.")
            place = strange[0].place
            yield Finding("claims.languages", Severity.WARNING, place, said, _LAW, fix, reason=_HONEST)


def _by_message(claims: Iterable[Claim]) -> dict[tuple[str, Kind], list[Claim]]:
    found: dict[tuple[str, Kind], list[Claim]] = defaultdict(list)
    for claim in claims:
        figure = claim.figure
        speaks_of_offer = figure.offer or claim.told.kind in ("subject", "preheader", "heading", "discount")
        if figure.kind in _IN_LANGUAGES and (figure.kind in _FACTS or speaks_of_offer):
            found[(claim.place.message, figure.kind)].append(claim)
    return found


def _comparable(value: str, others: set[str]) -> bool:
    return any(_same_currency(value, other) for other in others)
