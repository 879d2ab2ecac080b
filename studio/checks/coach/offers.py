"""Rules on offers: when they come, of what kind they are, whom they are for, and that they end when they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studio.checks.coach.journey import Passage
from studio.checks.coach.lexicon import phrase_in
from studio.checks.coach.rule import RECOVERY, Case, Remark, Rule
from studio.checks.coach.showing import Shown, hours, offers, setting
from studio.i18n import N_, Sentence, sentence
from studio.model.conditions import Fact
from studio.model.findings import Severity
from studio.model.message import Message
from studio.model.project import Project
from studio.model.remedies import Drop, Remedy, SetHours
from studio.model.sequence import Event, Sequence, message_ids
from studio.model.trade import Angle, Channel

AFTER_AN_OFFER = frozenset({Angle.INCENTIVE, Angle.URGENCY, Angle.FAREWELL})
"""What messages may still do when an offer has been made."""
BIG = 15.0
"""From so many per cent on a discount is big: a half more than the 10 % that the documents give."""
USUAL_HOURS = 48
KINDS = {"shipping": N_("free delivery"), "gift": N_("a gift"), "discount": N_("a discount")}
_PER_CENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%|%\s*(\d+(?:[.,]\d+)?)")
_CHOSEN = (Fact.CART_TOTAL, Fact.CART_ITEMS, Fact.ORDERS)


def _early(case: Case) -> Iterator[Remark]:
    told: set[str] = set()
    for message, passage in case.passages():
        if message.angle in AFTER_AN_OFFER:
            continue
        for early in dict.fromkeys(passage.before.offers):
            if early not in told:
                told.add(early)
                yield _too_early(case, case.project.messages[early], message)


def _too_early(case: Case, offer: Message, after: Message) -> Remark:
    said = sentence(
        "“{offer}” makes an offer, and “{message}” still comes after it.", offer=offer.name, message=after.name
    )
    return Remark(said, sentence("Keep the offer for the last step."), offer.id, remedies=without_offer(case, offer))


def without_offer(case: Case, message: Message) -> tuple[Remedy, ...]:
    """Return the remedy that takes the offer out of a message, where it stands in all its versions."""
    blocks = [each.id for each in offers(case.project, message) if not each.variant]
    return (Drop(blocks[0]),) if len(blocks) == 1 else ()


def kind_of(project: Project, flow: Sequence, message: Message) -> str:
    """Return the kind of incentive that a message offers: "shipping", "gift" or "discount", empty for none."""
    for each in offers(project, message):
        value = each.block.words("value", flow.source_language)
        kinds = (kind for kind in ("shipping", "gift") if phrase_in(kind, flow.source_language, value))
        return next(kinds, "discount")
    return ""


def _alternates(case: Case) -> Iterator[Remark]:
    fix = sentence("Vary it: a discount one time, free delivery the next.")
    kinds = {message.id: kind_of(case.project, case.flow, message) for message in case.messages()}
    for message, passage in case.passages():
        before = next(reversed(passage.before.offers), "")
        kind = kinds[message.id]
        if kind and before and kinds[before] == kind:
            said = sentence(
                "“{first}” and “{message}” both offer {kind}.",
                first=case.project.messages[before].name,
                message=message.name,
                kind=Sentence(KINDS[kind]),
            )
            yield Remark(said, fix, message.id)
    yield from _twin_flows(case, fix)


def _twin_flows(case: Case, fix: Sentence) -> Iterator[Remark]:
    """Yield a remark where an earlier flow with the same start offers the same and nothing else."""
    mine = _kinds(case.project, case.flow)
    order = case.project.sequence_order
    earlier = order[: order.index(case.flow.id)] if case.flow.id in order else ()
    for other in (case.project.sequences[id_] for id_ in earlier):
        if len(mine) == 1 and other.trigger.event is case.flow.trigger.event and _kinds(case.project, other) == mine:
            kind = Sentence(KINDS[next(iter(mine))])
            said = sentence("This flow and “{other}” begin alike and both offer {kind}.", other=other.name, kind=kind)
            yield Remark(said, fix)


def _kinds(project: Project, flow: Sequence) -> frozenset[str]:
    messages = (project.messages[id_] for id_ in message_ids(flow) if id_ in project.messages)
    return frozenset(kind for message in messages if (kind := kind_of(project, flow, message)))


def _for_whom(case: Case) -> Iterator[Remark]:
    for_all = {message.id for message, passage in case.passages() if not _chosen(passage)}
    for message in case.messages():
        for each in offers(case.project, message):
            share = _per_cent(each.block.words("value", case.flow.source_language))
            if message.id in for_all and share >= BIG and not setting(each.block, "minimum"):
                said = sentence(
                    "“{message}” gives {share} % whatever is in the basket.", message=message.name, share=f"{share:g}"
                )
                fix = sentence("Ask for a minimum, or put it in an arm for large baskets or loyal customers.")
                yield Remark(said, fix, message.id, each.id, "", each.variant)


def _per_cent(words: str) -> float:
    found = [float((first or second).replace(",", ".")) for first, second in _PER_CENT.findall(words)]
    return max(found, default=0.0)


def _chosen(passage: Passage) -> bool:
    """Return whether only readers with a certain cart or past come here."""
    held = passage.before.known
    return any(condition.fact in _CHOSEN and holds and condition.number > 0 for condition, holds in held)


def _code_deadline(case: Case) -> Iterator[Remark]:
    for message in case.messages():
        for each in offers(case.project, message):
            if setting(each.block, "code") and hours(each.block) <= 0:
                said = sentence("The code in “{message}” has no end.", message=message.name)
                fix = sentence("Say how many hours it lasts, and let the shop end it then.")
                yield _on_block(message, each, said, fix, SetHours(each.id, USUAL_HOURS))


def _on_block(message: Message, each: Shown, said: Sentence, fix: Sentence, remedy: Remedy) -> Remark:
    return Remark(said, fix, message.id, each.id, "", each.variant, (remedy,))


def _welcome_selling(case: Case) -> Iterator[Remark]:
    total = max((past.letters for past in case.journey.ends), default=0)
    for message, passage in case.passages(Channel.EMAIL):
        if offers(case.project, message) and (passage.before.letters + 1) * 3 <= total * 2:
            said = sentence(
                "“{message}” sells in e-mail {number} of {total}.",
                message=message.name,
                number=passage.before.letters + 1,
                total=total,
            )
            fix = sentence("Keep the offer for the last third of the flow.")
            yield Remark(said, fix, message.id, remedies=without_offer(case, message))


RULES = (
    Rule(
        "coach.offer_early",
        Severity.WARNING,
        "004",
        sentence("Early discounts teach customers to wait for them."),
        _early,
    ),
    Rule(
        "coach.offer_alternates",
        Severity.ADVICE,
        "004",
        sentence("Who always gets the same incentive comes to count on it."),
        _alternates,
    ),
    Rule(
        "coach.offer_for_whom",
        Severity.ADVICE,
        "004",
        sentence("A big incentive pays on large baskets and loyal customers; on any basket it costs the margin."),
        _for_whom,
        RECOVERY,
    ),
    Rule(
        "coach.code_deadline",
        Severity.WARNING,
        "003",
        sentence("A code without an end gives no reason to decide, and goes on costing."),
        _code_deadline,
    ),
    Rule(
        "coach.welcome_selling",
        Severity.WARNING,
        "003",
        sentence("A relationship comes first; who sells at once is all about himself."),
        _welcome_selling,
        frozenset({Event.SUBSCRIBED}),
    ),
)
