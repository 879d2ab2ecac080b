"""What a tree of steps loses at Klaviyo, in words: ways that meet again, splits of three, tests of paths."""

from __future__ import annotations

from itertools import takewhile

from studio.exporters.event_data import speaks_of_event
from studio.exporters.klaviyo.arms import Taken
from studio.exporters.klaviyo.draft import Draft
from studio.exporters.klaviyo.facts import EVENT_FACTS, UNTOLD, Asked
from studio.exporters.klaviyo.sends import can_send
from studio.exporters.klaviyo.sizes import Steps
from studio.exporters.pieces import messages_of
from studio.i18n import Sentence, sentence
from studio.model.conditions import Condition
from studio.model.message import Message
from studio.model.steps import Experiment, Note, Split, Stop

_TWO = 2


def note_split(draft: Draft, split: Split, ways: tuple[Taken, ...], rest: Steps) -> None:
    """Note that a split of three or more becomes nested splits, and that its ways do not meet again."""
    if len(ways) > _TWO and not draft.plan.is_native(len(ways)):
        draft.ledger.lose(
            "split.nested",
            split.id,
            sentence("“{name}” splits readers in {count} ways at once", name=split.name, count=len(ways)),
            sentence("{count} splits, one inside the other", count=len(ways) - 1),
        )
    _note_rejoin(draft, split.id, split.name, tuple(way.steps for way in ways), rest)


def note_experiment(draft: Draft, experiment: Experiment, shares: tuple[int, ...], rest: Steps) -> None:
    """Note that a test of paths becomes random splits in whole percent, without a result of its own."""
    if len(shares) < _TWO:
        return
    draft.ledger.lose(
        "experiment",
        experiment.id,
        sentence("“{name}” tests {count} ways against each other", name=experiment.name, count=len(shares)),
        sentence(
            "Random splits of {shares} per cent; Klaviyo shows no result of the test as such",
            shares=" / ".join(str(share) for share in shares),
        ),
    )
    ways = tuple(path.steps for path in experiment.paths)
    _note_rejoin(draft, experiment.id, experiment.name, ways, rest)


def note_guard(draft: Draft, step: str, message: Message, rest: Steps) -> None:
    """Note that a send which depends on the event becomes a split around it."""
    _note_rejoin(draft, step, message.name, ((), ()), rest)


def note_unasked(draft: Draft, step: str, asked: Asked, message: Message | None = None) -> None:
    """Note conditions that Klaviyo cannot ask, and what is assumed instead; `message` is the one they guard."""
    draft.ledger.lose_conditions(step, asked.unasked, _assumed, message)


def note_unsent(draft: Draft) -> None:
    """Note the messages that no way of the flow sends; those of a way that nobody takes are told by then."""
    known = (message for message in messages_of(draft.plan.work) if can_send(message, draft.plan.options))
    draft.ledger.lose_unsent(known, draft.sent)


def _assumed(condition: Condition) -> Sentence:
    if condition.fact in EVENT_FACTS:
        return sentence("No cart starts this flow, so the cart counts as empty")
    if condition.fact in UNTOLD:
        return sentence("Klaviyo does not know this, so nobody counts as meeting it")
    return sentence("Klaviyo does not know this, so nobody counts as consenting")


def note_event_data(draft: Draft, message: Message) -> None:
    """Note that a message shows the event's data in a flow that no event starts."""
    work = draft.plan.work
    if not draft.plan.asker.trigger_metric and speaks_of_event(work.project, message, work.language):
        draft.ledger.lose(
            "event_data",
            message.id,
            sentence("“{name}” shows what lies in the cart", name=message.name),
            sentence("No cart starts this flow: readers see the words for an empty cart, or nothing"),
            message,
        )


def _note_rejoin(draft: Draft, step: str, name: str, ways: tuple[Steps, ...], rest: Steps) -> None:
    steps = [step for step in takewhile(lambda one: not isinstance(one, Stop), rest) if not isinstance(step, Note)]
    copies = sum(not any(isinstance(one, Stop) for one in way) for way in ways)
    if steps and copies > 1:
        draft.ledger.lose(
            "rejoin",
            step,
            sentence("The ways through “{name}” meet again", name=name),
            sentence(
                "What follows ({steps} steps) is written {copies} times, once in each way",
                steps=len(steps),
                copies=copies,
            ),
        )
