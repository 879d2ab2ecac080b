"""What a flow's API leaves out: sends that a person adds by hand, each with its place, its readers and its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from studio.exporters import saying
from studio.exporters.base import SheetStep, Work
from studio.exporters.channels import copies_of
from studio.exporters.pieces import place_of, sequence_of
from studio.i18n import Sentence, sentence
from studio.model.findings import Loss
from studio.model.message import Message
from studio.model.sequence import branches
from studio.model.steps import Experiment, Send, Split, Step, Stop, Wait
from studio.tags.dialect import Dialect

Takes = Callable[[Message], bool]


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place in the flow: what it comes after, and the waits that lie between."""

    after: Sentence
    waits: tuple[Sentence, ...] = ()

    def said(self) -> tuple[Sentence, ...]:
        if not self.waits:
            return (self.after,)
        return self.after, sentence("Between them lies a wait: {wait}.", wait=saying.together(self.waits))


@dataclass(frozen=True, slots=True)
class _Left:
    """A send that was left out, where it belongs and in which branches, outermost first."""

    step: Send
    spot: _Spot
    where: tuple[Sentence, ...]


def left_steps(work: Work, takes: Takes, speak: Callable[[Message], Dialect]) -> Iterator[SheetStep]:
    """Yield a step of the build sheet for every send whose message the service's flows do not take.

    `speak` gives the dialect in which a message's words are copied.
    """
    start = _Spot(sentence("It comes after the trigger."))
    for one in _left(work, sequence_of(work).steps, takes, start, ()):
        message = work.project.messages[one.step.message]
        yield SheetStep(
            f"add-{one.step.id}",
            sentence("Add “{name}” ({channel})", name=message.name, channel=saying.CHANNELS[message.channel]),
            (*one.spot.said(), *_readers(one.step), sentence("Its words are here to copy.")),
            copies_of(work, message, speak(message)),
            one.where,
            place=place_of(work, message),
        )


def mending_step(losses: Iterable[Loss], kinds: frozenset[str], where: Sentence) -> Iterator[SheetStep]:
    """Yield a step that tells what is to be set by hand, where there is anything; `kinds` are the losses it is about.

    `where` says where in the service's editor.
    """
    told = tuple(
        sentence("{wanted}. Now: {becomes}.", wanted=loss.wanted, becomes=loss.becomes)
        for loss in losses
        if loss.id in kinds
    )
    if told:
        yield SheetStep("mend", sentence("Set by hand what its API does not take"), (where, *told))


def _left(
    work: Work, steps: tuple[Step, ...], takes: Takes, spot: _Spot, where: tuple[Sentence, ...]
) -> Iterator[_Left]:
    for step in steps:
        if isinstance(step, Stop):
            return
        if isinstance(step, Wait):
            spot = replace(spot, waits=(*spot.waits, saying.wait(step)))
        elif isinstance(step, Send):
            message = work.project.messages[step.message]
            if not takes(message):
                yield _Left(step, spot, where)
            spot = _Spot(sentence("It comes after “{name}”.", name=message.name))
        elif isinstance(step, Split | Experiment):
            for branch in branches(step):
                inside = (*where, sentence("In the branch “{name}”", name=branch.name))
                yield from _left(work, branch.steps, takes, spot, inside)
            spot = _Spot(sentence("It comes after the ways through “{name}”: add it to each of them.", name=step.name))


def _readers(step: Send) -> tuple[Sentence, ...]:
    if not step.only_if:
        return ()
    asked = saying.together(tuple(saying.condition(one) for one in step.only_if))
    return (sentence("Only for: {conditions}.", conditions=asked),)
