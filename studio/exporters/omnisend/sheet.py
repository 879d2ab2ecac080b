"""The build sheet for Omnisend: the few things that only a person can do in its own editor."""

from __future__ import annotations

from collections.abc import Iterator

from studio.exporters import saying
from studio.exporters.base import Sheet, SheetStep
from studio.exporters.leftover import kept_losses, left_steps, mending_step
from studio.exporters.naming import flow_name
from studio.exporters.omnisend.draft import Draft, Plan
from studio.exporters.omnisend.starts import event_of
from studio.exporters.pieces import messages_of, place_of, sequence_of
from studio.i18n import sentence
from studio.model.findings import Loss
from studio.model.trade import Channel
from studio.tags.dialect import Dialect

_STEPS = ("condition", "entry", "exit", "reentry", "wait")
_STARTS = ("trigger.date", "trigger.list", "trigger.inactive")
_BY_HAND = frozenset(f"omnisend.{kind}" for kind in (*_STEPS, *_STARTS))


def sheet(draft: Draft, dialect: Dialect) -> Sheet:
    """Return the steps left to do at Omnisend after the push: look, add what is missing, read the tests, go live."""
    plan = draft.plan
    return Sheet(
        title=sentence("{name} at Omnisend", name=sequence_of(plan.work).name),
        intro=sentence("The automation arrives disabled. Nothing is sent before you have done these steps."),
        steps=(
            _look(plan),
            *mending_step(_losses(draft), _BY_HAND, sentence("In the automation's own editor:")),
            *left_steps(draft.ledger, draft.ways, draft.steps, lambda _: dialect),
            *_others(draft),
            *_tests(draft),
            _preview(),
            _live(),
        ),
    )


def _losses(draft: Draft) -> tuple[Loss, ...]:
    return kept_losses(draft.ledger, draft.ways, draft.steps)


def _look(plan: Plan) -> SheetStep:
    event = event_of(sequence_of(plan.work), plan.options)
    return SheetStep(
        "look",
        sentence("Open the automation and look at its trigger"),
        (
            sentence("Automations > the automation with this name. It starts at “{name}”.", name=event),
            sentence("Test trigger shows the last events, and who would have come in."),
        ),
        ((sentence("Name of the automation"), flow_name(plan.work)),),
    )


def _tests(draft: Draft) -> Iterator[SheetStep]:
    plan = draft.plan
    for message in messages_of(plan.work):
        if message.id in draft.sent and len(plan.letters[message.id]) > 1:
            yield SheetStep(
                f"test-{message.id}",
                sentence("Decide the test in “{name}”", name=message.name),
                (
                    sentence("Omnisend names no winner by itself: compare the versions after some weeks."),
                    sentence("Give the better one 100 per cent in the A/B block."),
                ),
                place=place_of(plan.work, message),
            )


def _others(draft: Draft) -> Iterator[SheetStep]:
    plan = draft.plan
    for message in messages_of(plan.work):
        if message.id in draft.sent and message.channel is not Channel.EMAIL:
            yield SheetStep(
                f"try-{message.id}",
                sentence("Look at “{name}” ({channel})", name=message.name, channel=saying.CHANNELS[message.channel]),
                (sentence("Look at its block on a telephone's preview: sender, picture and link are set there."),),
                place=place_of(plan.work, message),
            )


def _preview() -> SheetStep:
    return SheetStep(
        "preview",
        sentence("Send yourself each e-mail"),
        (
            sentence("Look whether the cart and the first name are filled in."),
            sentence("Where the cart stays empty, put Omnisend's own product block in its place."),
        ),
    )


def _live() -> SheetStep:
    return SheetStep(
        "live",
        sentence("Start the automation"),
        (sentence("If Omnisend complains of an empty way through a split, put a short wait and a tag into it."),),
    )
