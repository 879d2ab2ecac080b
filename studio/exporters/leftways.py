"""Ways that a service's flow has not, as steps of the build sheet: whom each is for, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from studio.exporters import saying
from studio.exporters.base import SheetStep, Work
from studio.exporters.ledger import Ledger
from studio.exporters.pieces import sequence_of, whole_shares
from studio.exporters.ways import Branch, Stage, Steps, drawn
from studio.i18n import Sentence, sentence
from studio.model.sequence import branches, walk
from studio.model.steps import Arm, Experiment, Path, Send, Split, Step, Stop, Wait
from studio.model.trade import Channel

Sentences = tuple[Sentence, ...]


def way_steps(ledger: Ledger, stage: Stage, branch: Branch, spot: Sentences, then: str) -> Iterator[SheetStep]:
    """Yield the step that builds a way which was left out, and those of the ways inside it.

    `spot` says where the split or the test stands, `then` is the message after it or empty. The way is told as it
    was written, with its waits in full.
    """
    split = next(step for step in walk(sequence_of(ledger.work).steps) if step.id == stage.step.id)
    written = next(one for one in branches(split) if one.id == branch.id)
    reasons = left_because(ledger, branch.id)
    where = tuple(sentence("In the branch “{name}”", name=one.name) for one in stage.where)
    first, *inner = _built(ledger.work, split, written, (spot, reasons), where)
    yield replace(first, words=(*first.words, *_onward(ledger.work, written, then)))
    yield from inner


def _onward(work: Work, branch: Branch, then: str) -> Sentences:
    if not then or any(isinstance(step, Stop) for step in branch.steps):
        return ()
    return (sentence("Then the flow goes on with “{name}”.", name=work.project.messages[then].name),)


def left_because(ledger: Ledger, step: str) -> Sentences:
    """Return why a step or a branch is not in the service's flow, each cause once; nothing where no condition is it."""
    causes: list[Sentence] = []
    for loss in ledger.conditions_of(step):
        causes += [loss.becomes] if loss.becomes not in causes else []
    return tuple(sentence("It is not in the flow. {reason}.", reason=cause) for cause in causes)


def _built(
    work: Work, split: Step, branch: Branch, around: tuple[Sentences, Sentences], where: Sentences
) -> Iterator[SheetStep]:
    spot, reasons = around
    title = sentence("Build the branch “{name}” of “{split}”", name=branch.name, split=_name(split))
    words = (*spot, *_readers(split, branch), *reasons, *_contents(work, branch.steps))
    yield SheetStep(f"way-{branch.id}", title, words, where=where)
    inside = (*where, sentence("In the branch “{name}”", name=branch.name))
    for step in branch.steps:
        if isinstance(step, Stop):
            return
        for each in drawn(step):
            yield from _built(work, step, each, ((), ()), inside)


def _name(split: Step) -> str:
    return split.name if isinstance(split, Split | Experiment) else ""


def _readers(split: Step, branch: Branch) -> Sentences:
    if isinstance(branch, Arm):
        return (saying.only_for(branch.conditions),) if branch.conditions else _others(split)
    paths = tuple(one for one in drawn(split) if isinstance(one, Path))
    shares = whole_shares(tuple(max(one.weight, 0.0) for one in paths), 100)
    return (sentence("For {share} per cent of the readers, by chance.", share=shares[paths.index(branch)]),)


def _others(split: Step) -> Sentences:
    """Return whom a way without conditions is for: everybody whom no other takes."""
    before = [
        saying.together(tuple(map(saying.condition, arm.conditions)))
        for arm in branches(split)
        if isinstance(arm, Arm) and arm.conditions
    ]
    return (sentence("For everybody but: {conditions}.", conditions=saying.listed(tuple(before))),) if before else ()


def _contents(work: Work, steps: Steps) -> Sentences:
    lines: list[Sentence] = []
    for step in steps:
        lines += _line(work, step)
        if isinstance(step, Stop):
            break
    if not lines:
        return (sentence("Nothing happens in it."),)
    sends = [work.project.messages[step.message] for step in steps if isinstance(step, Send)]
    mails = any(message.channel is Channel.EMAIL for message in sends)
    ready = (sentence("Its e-mails lie in the account already."),) if mails else ()
    return (sentence("In it, in this order:"), *lines, *ready)


def _line(work: Work, step: Step) -> Sentences:
    if isinstance(step, Wait):
        return (sentence("Wait {wait}", wait=saying.wait(step)),)
    if isinstance(step, Send):
        message = work.project.messages[step.message]
        said = sentence("“{name}” ({channel})", name=message.name, channel=saying.CHANNELS[message.channel])
        if not step.only_if:
            return (said,)
        asked = saying.together(tuple(map(saying.condition, step.only_if)))
        return (sentence("{message}, only for: {conditions}", message=said, conditions=asked),)
    if isinstance(step, Split | Experiment):
        return (sentence("The branches of “{name}”", name=step.name),)
    return (sentence("The flow ends here."),) if isinstance(step, Stop) else ()
