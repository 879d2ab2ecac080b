"""The build sheet for Brevo: the automation click by click, in the words of Brevo's own editor."""

from __future__ import annotations

from immutables import Map

from studio.exporters import saying
from studio.exporters.base import Request, Sheet, SheetStep, Work
from studio.exporters.brevo.walk import Walk, is_test, walked
from studio.exporters.naming import flow_name
from studio.exporters.pictures import file_name
from studio.exporters.pieces import messages_of, sequence_of, versions
from studio.i18n import Sentence, sentence
from studio.model.asset import Asset
from studio.model.sequence import Event, Sequence
from studio.tags.dialect import Dialect

# What Brevo's own tracker calls these events; a shop that sends events of its own may name them otherwise.
EVENT_NAMES: Map[Event, str] = Map(
    {
        Event.CART_ABANDONED: "cart_updated",
        Event.CHECKOUT_STARTED: "cart_updated",
        Event.ORDER_PLACED: "order_completed",
    }
)


def sheet(work: Work, requests: tuple[Request, ...], pictures: tuple[Asset, ...], dialect: Dialect) -> Sheet:
    """Return the steps that recreate the flow; `pictures` are those that must be uploaded by hand first."""
    sequence = sequence_of(work)
    templates = Map({request.key: request.name for request in requests if request.kind == "template"})
    return Sheet(
        title=sentence("{name} at Brevo", name=sequence.name),
        intro=sentence("The templates are in your account. Build the automation around them, step by step."),
        steps=(
            *_pictures(pictures),
            _templates(requests),
            _automation(work),
            _trigger(sequence),
            *walked(Walk(work, templates, dialect), sequence.steps),
            *_exits(sequence),
            *_campaigns(requests),
            _activate(),
        ),
    )


def _pictures(pictures: tuple[Asset, ...]) -> tuple[SheetStep, ...]:
    if not pictures:
        return ()
    words = (sentence("In each template, replace the address beside a file's name by the one Brevo gives it."),)
    copies = tuple((sentence("{name}", name=asset.name), file_name(asset)) for asset in pictures)
    return (SheetStep("pictures", sentence("Upload the pictures to Brevo's library"), words, copies),)


def _templates(requests: tuple[Request, ...]) -> SheetStep:
    words = (sentence("Templates arrive inactive, and an automation offers only active ones."),)
    names = tuple((sentence("Template"), request.name) for request in requests if request.kind == "template")
    return SheetStep("templates", sentence("Look at the templates and activate them"), words, names)


def _automation(work: Work) -> SheetStep:
    words = [sentence("Automations > Create an automation > from scratch. Give it this name.")]
    tests = sum(is_test(message, versions(work.project, message)) for message in messages_of(work))
    if tests > 1:
        words.append(
            sentence(
                "Branches never meet again at Brevo, so each of the {count} tests doubles what follows it. The"
                " automation stays small if you test one e-mail at a time and send one version of the others.",
                count=tests,
            )
        )
    copies = ((sentence("Name"), flow_name(work)),)
    return SheetStep("automation", sentence("Create an automation"), tuple(words), copies)


def _trigger(sequence: Sequence) -> SheetStep:
    words: list[Sentence] = [sentence("It starts when: {event}.", event=saying.trigger(sequence.trigger))]
    if sequence.entry:
        asked = saying.together(tuple(saying.condition(one) for one in sequence.entry))
        words.append(sentence("Only for: {conditions}.", conditions=asked))
    words.append(_again(sequence))
    name = EVENT_NAMES.get(sequence.trigger.event)
    copies = ((sentence("Name of the event in Brevo's tracker"), name),) if name else ()
    return SheetStep("trigger", sentence("Add the trigger"), tuple(words), copies)


def _again(sequence: Sequence) -> Sentence:
    days = sequence.reentry.days
    if days is None:
        return sentence("A contact goes through it once only.")
    if not days:
        return sentence("A contact may come in again at once.")
    return sentence("A contact may come in again after {days} days.", days=days)


def _exits(sequence: Sequence) -> tuple[SheetStep, ...]:
    if not sequence.exits:
        return ()
    words = tuple(sentence("The contact leaves when: {event}.", event=saying.EVENTS[event]) for event in sequence.exits)
    copies = tuple(
        (sentence("Name of the event in Brevo's tracker"), EVENT_NAMES[event])
        for event in sequence.exits
        if event in EVENT_NAMES
    )
    return (SheetStep("exits", sentence("Set the exit conditions of the automation"), words, copies),)


def _campaigns(requests: tuple[Request, ...]) -> tuple[SheetStep, ...]:
    drafts = tuple(request for request in requests if request.kind == "campaign")
    if not drafts:
        return ()
    words = (
        sentence(
            "They test two subjects on a list of yours. They are drafts without a date: choose the list and send."
        ),
    )
    names = tuple((sentence("Campaign"), request.name) for request in drafts)
    return (SheetStep("campaigns", sentence("If you like, use the A/B campaign drafts"), words, names),)


def _activate() -> SheetStep:
    return SheetStep(
        "activate",
        sentence("Activate the automation"),
        (sentence("Go through it once as a contact of your own before you turn it on for everybody."),),
    )
