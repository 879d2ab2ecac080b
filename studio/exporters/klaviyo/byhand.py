"""The build sheet for Klaviyo: the few things that only a person can do in its own editor."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from immutables import Map

from studio.exporters.base import Sheet, SheetStep
from studio.exporters.channels import copies_of
from studio.exporters.klaviyo.coupons import coupon_steps
from studio.exporters.klaviyo.draft import Draft, Plan
from studio.exporters.klaviyo.graph import TESTS
from studio.exporters.klaviyo.starts import trigger_name
from studio.exporters.leftover import left_steps
from studio.exporters.naming import flow_name
from studio.exporters.pieces import messages_of, place_of, sequence_of
from studio.i18n import Sentence, sentence
from studio.model.message import Message
from studio.tags.dialect import Dialect

_DECIDING: Map[str, Sentence] = Map(
    {
        "unique-clicks": sentence("how many readers click"),
        "unique-opens": sentence("how many readers open it"),
        "unique-placed-orders": sentence("how many readers order"),
    }
)


def sheet(draft: Draft, speak: Callable[[Message], Dialect]) -> Sheet:
    """Return the steps left to do at Klaviyo after the push; `speak` gives the dialect of each message."""
    plan = draft.plan
    return Sheet(
        title=sentence("{name} at Klaviyo", name=sequence_of(plan.work).name),
        intro=sentence("The flow arrives as a draft. Nothing is sent before you have done these steps."),
        steps=(
            _look(plan),
            *left_steps(draft.ledger, draft.ways, draft.steps, speak),
            *_approved(draft, speak),
            *coupon_steps(draft),
            *_tests(draft),
            _live(),
        ),
    )


def _look(plan: Plan) -> SheetStep:
    return SheetStep(
        "look",
        sentence("Open the flow and look at its trigger"),
        (
            sentence("Flows > the flow with this name. It starts at “{name}”.", name=_started_by(plan)),
            sentence("Klaviyo cannot change a trigger afterwards: if it is wrong, mend it here and push again."),
        ),
        ((sentence("Name of the flow"), flow_name(plan.work)),),
    )


def _started_by(plan: Plan) -> str:
    return trigger_name(sequence_of(plan.work), plan.options)


def _approved(draft: Draft, speak: Callable[[Message], Dialect]) -> Iterator[SheetStep]:
    plan = draft.plan
    for message in messages_of(plan.work):
        vendor = next((letter.vendor for letter in plan.letters.get(message.id, ()) if letter.vendor), "")
        if vendor and message.id in draft.sent:
            yield SheetStep(
                f"whatsapp-{message.id}",
                sentence("Compare the WhatsApp template of “{name}”", name=message.name),
                (
                    sentence("The flow sends the approved template “{vendor}”.", vendor=vendor),
                    sentence("If it says something else, submit these words for approval and take the new template."),
                ),
                copies_of(plan.work, message, speak(message)),
                place=place_of(plan.work, message),
            )


def _tests(draft: Draft) -> Iterator[SheetStep]:
    for message in messages_of(draft.plan.work):
        count = sum(
            action["type"] in TESTS and action["data"]["current_experiment"]["name"] == message.name
            for action in draft.actions
        )
        if count and len(draft.plan.letters[message.id]) > 1:
            yield SheetStep(
                f"test-{message.id}",
                sentence("Start the test in “{name}”", name=message.name),
                (
                    sentence("Open the A/B test in the flow, look at its versions and press Start test."),
                    *_copies(count),
                    sentence("What decides it: {metric}.", metric=_DECIDING[draft.plan.options.winner_metric]),
                ),
                place=place_of(draft.plan.work, message),
            )


def _copies(count: int) -> tuple[Sentence, ...]:
    if count == 1:
        return ()
    return (sentence("It stands in the flow {count} times, once in each way: start every one of them.", count=count),)


def _live() -> SheetStep:
    return SheetStep(
        "live",
        sentence("Turn the flow on"),
        (
            sentence("Send yourself a preview of each message with a real event first."),
            sentence("Then set every action to live, or the whole flow at once."),
        ),
    )
