"""What a tree of steps loses at Omnisend, in words: splits of three, ways that cannot meet, questions it cannot ask."""

from __future__ import annotations

from studio.exporters.omnisend.draft import Draft
from studio.exporters.omnisend.facts import UNTOLD, Asked
from studio.i18n import Sentence, sentence
from studio.model.conditions import Condition, Fact
from studio.model.steps import Experiment, Split

_TWO = 2
_CART = frozenset({Fact.CART_TOTAL, Fact.CART_ITEMS})


def note_split(draft: Draft, split: Split, ways: int) -> None:
    """Note that a split of three or more becomes nested splits; `ways` are those that can be asked, and the rest."""
    if ways > _TWO:
        draft.ledger.lose(
            "split.nested",
            split.id,
            sentence("“{name}” splits readers in {count} ways at once", name=split.name, count=len(split.arms)),
            sentence("{count} splits, one inside the other", count=ways - 1),
        )


def note_experiment(draft: Draft, experiment: Experiment, shares: tuple[int, ...]) -> None:
    """Note that a test of three or more ways becomes nested tests of two."""
    if len(shares) > _TWO:
        draft.ledger.lose(
            "experiment.nested",
            experiment.id,
            sentence("“{name}” tests {count} ways against each other", name=experiment.name, count=len(shares)),
            sentence(
                "{count} tests of two, one inside the other, for {shares} per cent",
                count=len(shares) - 1,
                shares=" / ".join(str(share) for share in shares),
            ),
        )


def note_repeated(draft: Draft, step: str, name: str) -> None:
    """Note that what follows a split is written into each of its ways, as one of them ends or waits there."""
    draft.ledger.lose(
        "rejoin",
        step,
        sentence("The ways through “{name}” meet again", name=name),
        sentence("One of them stops or ends with a wait, so what follows is written once in each way that goes on"),
    )


def note_marks(draft: Draft) -> None:
    """Note that Omnisend marks links for web statistics itself, where they shall be marked in another way."""
    if draft.plan.work.utm:
        draft.ledger.lose(
            "utm",
            "",
            sentence("Links are marked for web statistics as the account's scheme says"),
            sentence("Omnisend puts marks of its own on every link: clear them in each message to keep yours"),
        )


def note_unasked(draft: Draft, step: str, asked: Asked) -> None:
    """Note conditions that Omnisend cannot ask, and what is assumed instead."""
    draft.ledger.lose_conditions(step, asked.unasked, _assumed)


def _assumed(condition: Condition) -> Sentence:
    if condition.fact in _CART:
        return sentence("No event or field that is known tells it, so the cart counts as empty")
    if condition.fact in UNTOLD:
        return sentence("Omnisend does not know this, so nobody counts as meeting it")
    if condition.fact is Fact.ORDERS:
        return sentence("Omnisend asks this by a segment only; without one nobody counts as having ordered")
    if condition.fact in (Fact.OPENED, Fact.CLICKED):
        return sentence("Omnisend does not count how often, so it counts as never")
    return sentence("Omnisend asks for consent only where it sends, so nobody counts as consenting here")
