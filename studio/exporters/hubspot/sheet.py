"""The build sheet for HubSpot: what a person does there after the push."""

from __future__ import annotations

from collections.abc import Iterator

from studio.exporters import saying
from studio.exporters.base import Request, Sheet, SheetStep
from studio.exporters.hubspot.draft import Draft
from studio.exporters.leftover import kept_losses, left_steps, mending_step
from studio.exporters.naming import flow_name
from studio.exporters.pieces import messages_of, place_of, sequence_of
from studio.i18n import Sentence, sentence
from studio.model.findings import Loss
from studio.tags.dialect import Dialect

_BY_HAND = frozenset(f"hubspot.{kind}" for kind in ("condition", "entry", "exit", "reentry", "trigger.date", "hours"))


def sheet(draft: Draft, dialect: Dialect, requests: tuple[Request, ...]) -> Sheet:
    """Return the steps left to do at HubSpot: templates, trigger, what is missing, and the start."""
    return Sheet(
        title=sentence("{name} at HubSpot", name=sequence_of(draft.plan.work).name),
        intro=sentence("The workflow arrives switched off. HubSpot calls this part of its API a beta: look closely."),
        steps=(
            _templates(requests),
            _look(draft),
            *mending_step(_losses(draft), _BY_HAND, sentence("In the workflow's own editor:")),
            *_hours(draft),
            *left_steps(draft.ledger, draft.ways, draft.steps, lambda _: dialect),
            *_tests(draft),
            _live(),
        ),
    )


def _losses(draft: Draft) -> tuple[Loss, ...]:
    return kept_losses(draft.ledger, draft.ways, draft.steps)


def _templates(requests: tuple[Request, ...]) -> SheetStep:
    paths = tuple(
        (sentence("Template"), request.path.partition("/content/")[2])
        for request in requests
        if request.kind == "template"
    )
    return SheetStep(
        "templates",
        sentence("Publish the templates"),
        (
            sentence("Content > Design Manager: open each of these files and press Publish changes."),
            sentence("Then open each e-mail once: HubSpot tells what it misses, such as a subscription type."),
        ),
        paths,
    )


def _look(draft: Draft) -> SheetStep:
    sequence = sequence_of(draft.plan.work)
    words: list[Sentence] = [
        sentence("Automation > Workflows > the workflow with this name."),
        sentence("It shall start when: {event}.", event=saying.trigger(sequence.trigger)),
    ]
    if sequence.entry:
        asked = saying.together(tuple(saying.condition(one) for one in sequence.entry))
        words.append(sentence("Only for: {conditions}.", conditions=asked))
    ends = tuple(saying.EVENTS[event] for event in sequence.exits)
    if ends and draft.ledger.has("exit", sequence.exits[0].value):
        words.append(sentence("Set as its goal: {events}.", events=saying.listed(ends)))
    copies = ((sentence("Name of the workflow"), flow_name(draft.plan.work)),)
    return SheetStep("look", sentence("Set trigger and goal of the workflow"), tuple(words), copies)


def _hours(draft: Draft) -> Iterator[SheetStep]:
    waits = tuple(loss.wanted for loss in draft.ledger.losses if loss.id == "hubspot.wait")
    if waits:
        yield SheetStep(
            "hours",
            sentence("Set the times of day of the waits"),
            (
                sentence(
                    "The workflow has plain delays. Where one shall last until a time of day or a weekday, add"
                    " “Delay until a day or time” after it:"
                ),
                *waits,
            ),
        )


def _tests(draft: Draft) -> Iterator[SheetStep]:
    plan = draft.plan
    for message in messages_of(plan.work):
        if message.id in draft.sent and len(plan.letters[message.id]) > 1:
            yield SheetStep(
                f"test-{message.id}",
                sentence("Decide the test in “{name}”", name=message.name),
                (sentence("HubSpot names no winner in a workflow: compare the e-mails after some weeks."),),
                place=place_of(plan.work, message),
            )


def _live() -> SheetStep:
    return SheetStep(
        "live",
        sentence("Switch the workflow on"),
        (
            sentence("Send yourself each e-mail, then publish it for automation: a draft is not sent by a workflow."),
            sentence("Review and publish the workflow when everything is right."),
        ),
    )
