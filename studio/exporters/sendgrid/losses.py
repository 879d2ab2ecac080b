"""What a sequence loses at SendGrid, whose automations begin with a list and know no branches."""

from __future__ import annotations

from collections.abc import Iterator

from studio.exporters import saying
from studio.exporters.base import Work
from studio.exporters.drafts import ByHand, by_hand_losses
from studio.exporters.event_data import gives_own_codes, losses_of_emails
from studio.exporters.pieces import messages_of, place_of, sequence_of, versions
from studio.exporters.sendgrid.uploads import LABEL
from studio.i18n import N_, Sentence, sentence
from studio.model.asset import Asset
from studio.model.findings import Loss
from studio.model.sequence import Event, walk
from studio.model.steps import Experiment, Send, Split, Step, Wait
from studio.model.trade import Channel

BY_HAND = ByHand("sendgrid", LABEL)


def losses_of(work: Work, pictures: tuple[Asset, ...], *, drafts: bool) -> tuple[Loss, ...]:
    """Return what SendGrid's API and its automations leave out; `pictures` are those that have no address yet."""
    steps = (loss for step in walk(sequence_of(work).steps) for loss in _of_step(work, step))
    tests = _tests(work) if drafts else ()
    common = by_hand_losses(work, BY_HAND, pictures)
    return (*common, *_of_trigger(work), *_of_ends(work), *steps, *_of_codes(work), *tests)


def _of_trigger(work: Work) -> Iterator[Loss]:
    started = sequence_of(work).trigger
    if started.event is not Event.SUBSCRIBED:
        yield Loss(
            "sendgrid.trigger",
            place_of(work),
            sentence("It starts when: {event}.", event=saying.trigger(started)),
            sentence(
                "An automation starts only when a contact is added to a list or a segment: your shop does that, or"
                " sends the templates itself"
            ),
        )


def _of_ends(work: Work) -> Iterator[Loss]:
    sequence = sequence_of(work)
    for event in sequence.exits:
        if event is not Event.UNSUBSCRIBED:
            yield Loss(
                "sendgrid.exit",
                place_of(work),
                sentence("The flow ends when {event}", event=saying.EVENTS[event]),
                sentence("No event ends an automation: your shop takes the contact out of its list or segment"),
            )
    if sequence.reentry.days is not None:
        yield Loss(
            "sendgrid.reentry",
            place_of(work),
            _again(sequence.reentry.days),
            sentence("An automation takes a contact only the first time that it is added to the list or segment"),
        )


def _again(days: int) -> Sentence:
    if not days:
        return sentence("A reader may enter again at once")
    return sentence("A reader may enter again after {days} days", days=days)


def _of_step(work: Work, step: Step) -> Iterator[Loss]:
    if isinstance(step, Split | Experiment):
        yield Loss(
            "sendgrid.split",
            place_of(work),
            sentence("The ways through “{name}”", name=step.name),
            sentence("Automations have no branches: one automation for each way, entered by a segment"),
        )
    elif isinstance(step, Send) and step.only_if and _is_mail(work, step):
        name = work.project.messages[step.message].name
        yield Loss(
            "sendgrid.guard",
            place_of(work, work.project.messages[step.message]),
            sentence("“{name}” is for some readers only", name=name),
            sentence(
                "Automations ask nothing between e-mails: it needs an automation of its own, entered by a segment"
            ),
        )
    elif isinstance(step, Wait) and (step.until_time or step.weekdays or step.window or step.until_day):
        yield Loss(
            "sendgrid.wait",
            place_of(work),
            sentence("Wait: {wait}.", wait=saying.wait(step)),
            sentence("Automations wait for a number of hours or days only"),
        )


def _is_mail(work: Work, step: Send) -> bool:
    return work.project.messages[step.message].channel is Channel.EMAIL


def _of_codes(work: Work) -> Iterator[Loss]:
    wanted = N_("“{name}” gives each reader a code of their own")
    becomes = sentence(
        "Neither an automation nor a Single Send fills it: your shop sends the template with the code as “coupon_code”"
    )
    return losses_of_emails(work, gives_own_codes, "sendgrid.code", wanted, becomes)


def _tests(work: Work) -> Iterator[Loss]:
    for message in messages_of(work):
        if message.channel is Channel.EMAIL and len(versions(work.project, message)) > 1:
            yield Loss(
                "sendgrid.ab",
                place_of(work, message),
                sentence("A test of the versions of “{name}” as a campaign", name=message.name),
                sentence(
                    "SendGrid takes no A/B test from outside: each version is a template, tests are set up by hand"
                ),
            )
