"""A build sheet from end to end: pictures, what was pushed, the automation with its trigger and steps, the start."""

from __future__ import annotations

from immutables import Map

from studio.exporters import saying
from studio.exporters.base import PICTURES, Request, Sheet, SheetStep, Work
from studio.exporters.byhand.codes import code_step
from studio.exporters.byhand.vocabulary import Vocabulary
from studio.exporters.byhand.walk import Walk, is_test, walked
from studio.exporters.naming import flow_name
from studio.exporters.pictures import file_name
from studio.exporters.pieces import messages_of, sequence_of, versions
from studio.i18n import Sentence, sentence
from studio.model.asset import Asset
from studio.model.sequence import Sequence
from studio.model.trade import Channel
from studio.tags.dialect import Dialect


def sheet_of(
    work: Work,
    vocabulary: Vocabulary,
    requests: tuple[Request, ...],
    dialect: Dialect,
    pictures: tuple[Asset, ...] = (),
    extra: tuple[SheetStep, ...] = (),
) -> Sheet:
    """Return the steps that recreate the flow at a service without flows.

    `pictures` are those that must be uploaded by hand first; `extra` steps of the service come before the last one.
    """
    sequence = sequence_of(work)
    names = Map({request.key: request.name for request in requests})
    label = vocabulary.label
    return Sheet(
        title=sentence("{name} at {service}", name=sequence.name, service=label),
        intro=_intro(label, requests),
        steps=(
            *_pictures(vocabulary, pictures),
            *_pushed(vocabulary, requests),
            *code_step(work),
            _automation(work, vocabulary),
            _trigger(vocabulary, sequence),
            *walked(Walk(work, vocabulary, names, dialect), sequence.steps),
            *_exits(vocabulary, sequence),
            *_drafts(vocabulary, requests),
            *extra,
            _activate(vocabulary),
        ),
    )


def _intro(label: str, requests: tuple[Request, ...]) -> Sentence:
    if not requests:
        return sentence(
            "{service} takes nothing of this flow from outside. Build it here, step by step.", service=label
        )
    return sentence("What {service} takes is in your account. Build the automation around it, step by step.",
                    service=label)  # fmt: skip


def _pictures(vocabulary: Vocabulary, pictures: tuple[Asset, ...]) -> tuple[SheetStep, ...]:
    if not pictures:
        return ()
    words = sentence(
        "The export holds them in its folder “pictures”. In every e-mail, replace the address that ends in a file's"
        " name by the one that {service} gives the picture.",
        service=vocabulary.label,
    )
    copies = tuple((sentence("{name}", name=asset.name), file_name(asset)) for asset in pictures)
    title = sentence("Upload the pictures to the library of {service}", service=vocabulary.label)
    return (SheetStep(PICTURES, title, (words,), copies),)


def _pushed(vocabulary: Vocabulary, requests: tuple[Request, ...]) -> tuple[SheetStep, ...]:
    label = sentence("{name}", name=vocabulary.pushed)
    names = tuple((label, request.name) for request in requests if request.key.startswith(f"{vocabulary.kind}:"))
    return (SheetStep("templates", sentence("Look at what was pushed"), (vocabulary.look,), names),) if names else ()


def _automation(work: Work, vocabulary: Vocabulary) -> SheetStep:
    words = [vocabulary.create]
    tests = sum(is_test(message, versions(work.project, message)) for message in messages_of(work))
    if tests > 1 and vocabulary.percentage and not vocabulary.meets:
        words.append(
            sentence(
                "Branches never meet again at {service}, so each of the {count} tests doubles what follows it. The"
                " automation stays small if you test one e-mail at a time and send one version of the others.",
                service=vocabulary.label,
                count=tests,
            )
        )
    copies = ((sentence("Name"), flow_name(work)), *_sender(work))
    title = sentence("Create the {flow}", flow=vocabulary.flow)
    return SheetStep("automation", title, tuple(words), copies)


def _sender(work: Work) -> tuple[tuple[Sentence, str], ...]:
    """Return what every e-mail of the automation asks for: who it comes from, and where answers go."""
    said = work.project.brand.sender
    if not any(message.channel is Channel.EMAIL for message in messages_of(work)):
        return ()
    lines = (
        (sentence("Sender’s name"), said.name),
        (sentence("Sender’s address"), said.email),
        (sentence("Reply address"), said.reply_to if said.reply_to != said.email else ""),
    )
    return tuple(line for line in lines if line[1])


def _trigger(vocabulary: Vocabulary, sequence: Sequence) -> SheetStep:
    words: list[Sentence] = [sentence("It starts when: {event}.", event=saying.trigger(sequence.trigger))]
    if sequence.entry:
        asked = saying.together(tuple(saying.condition(one) for one in sequence.entry))
        words.append(sentence("Only for: {conditions}.", conditions=asked))
    words.append(_again(sequence))
    name = vocabulary.events.get(sequence.trigger.event)
    copies = ((_named(vocabulary), name),) if name else ()
    return SheetStep("trigger", vocabulary.trigger, tuple(words), copies)


def _named(vocabulary: Vocabulary) -> Sentence:
    return sentence("Name of the event at {service}", service=vocabulary.label)


def _again(sequence: Sequence) -> Sentence:
    days = sequence.reentry.days
    if days is None:
        return sentence("A contact goes through it once only.")
    if not days:
        return sentence("A contact may come in again at once.")
    return sentence(
        "A contact may come in again after {days} days: where the editor counts no days, let nobody in who got the"
        " first message within that time.",
        days=days,
    )


def _exits(vocabulary: Vocabulary, sequence: Sequence) -> tuple[SheetStep, ...]:
    if not sequence.exits:
        return ()
    words = tuple(sentence("The contact leaves when: {event}.", event=saying.EVENTS[event]) for event in sequence.exits)
    known = [vocabulary.events[event] for event in sequence.exits if event in vocabulary.events]
    copies = tuple((_named(vocabulary), name) for name in known)
    return (SheetStep("exits", vocabulary.exits, words, copies),)


def _drafts(vocabulary: Vocabulary, requests: tuple[Request, ...]) -> tuple[SheetStep, ...]:
    drafts = tuple(request for request in requests if request.key.startswith(f"{vocabulary.drafts}:"))
    if not drafts or vocabulary.drafts == vocabulary.kind:
        return ()
    words = (
        sentence("They test subjects on a list of yours. They are drafts without a date: choose the list and send."),
    )
    names = tuple((sentence("Campaign"), request.name) for request in drafts if request.name)
    return (SheetStep("campaigns", sentence("If you like, use the A/B campaign drafts"), words, names),)


def _activate(vocabulary: Vocabulary) -> SheetStep:
    words = (sentence("Go through it once with your own address. Nothing is sent before you switch it on."),)
    return SheetStep("activate", vocabulary.activate, words)
