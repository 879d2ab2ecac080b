"""What a flow's API leaves out: ways and sends that a person adds by hand, each with its place, readers and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from studio.exporters import saying
from studio.exporters.base import SheetStep, Work
from studio.exporters.channels import copies_of
from studio.exporters.ledger import Ledger
from studio.exporters.leftways import left_because, way_steps
from studio.exporters.pieces import place_of
from studio.exporters.ways import Branch, Stage, Steps, Ways, message_after, stages
from studio.i18n import Sentence, sentence
from studio.model.findings import Loss
from studio.model.message import Message
from studio.model.sequence import walk
from studio.model.steps import Experiment, Send, Split, Step, Wait
from studio.model.trade import Channel
from studio.tags.dialect import Dialect

Speak = Callable[[Message], Dialect]


def left_steps(ledger: Ledger, ways: Ways, steps: Steps, speak: Speak) -> Iterator[SheetStep]:
    """Yield a step of the build sheet for every send and every way that the service's flow has not.

    `steps` are those that were compiled; `speak` gives the dialect in which a message's words are copied. Messages of
    ways that are left out come at the end with their words, each once.
    """
    shown: set[str] = set()
    later: dict[str, None] = {}
    for stage in stages(steps, ways):
        spot = _spot(ledger.work, ways, stage.past)
        if isinstance(stage.step, Send) and not ways.has(stage.step.id):
            shown.add(stage.step.message)
            yield _addition(ledger, stage, stage.step, spot, speak)
        for branch in _left(ledger, stage.step, ways):
            yield from way_steps(ledger, stage, branch, spot, message_after(stage, ways))
            later |= dict.fromkeys(step.message for step in walk(branch.steps) if isinstance(step, Send))
    for name in later:
        if name not in shown:
            yield from _words(ledger.work, ledger.work.project.messages[name], speak)


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


def kept_losses(ledger: Ledger, ways: Ways, steps: Steps) -> tuple[Loss, ...]:
    """Return the losses but the conditions of what is left out, which its own step of the build sheet tells."""
    left: list[str] = []
    for stage in stages(steps, ways):
        left += [branch.id for branch in ways.untaken(stage.step)]
        left += [stage.step.id] if isinstance(stage.step, Send) and not ways.has(stage.step.id) else []
    return ledger.besides_conditions(left)


def _left(ledger: Ledger, step: Step, ways: Ways) -> Iterator[Branch]:
    """Yield the ways to build by hand.

    A way behind one that everybody takes is meant for nobody, unless that one's question could not be put. A way
    whose question was left out as nothing happens in it needs none.
    """
    behind = ways.behind(step)
    unasked = any(ledger.conditions_of(branch.id) for branch in ways.taken(step))
    for branch in ways.untaken(step):
        if branch in behind:
            yield from (branch,) if unasked else ()
        elif branch.steps or not ways.knows(branch.id):
            yield branch


def _addition(ledger: Ledger, stage: Stage, step: Send, spot: tuple[Sentence, ...], speak: Speak) -> SheetStep:
    work = ledger.work
    message = work.project.messages[step.message]
    mail = message.channel is Channel.EMAIL
    ready = sentence("It lies in the account already.") if mail else sentence("Its words are here to copy.")
    return SheetStep(
        f"add-{step.id}",
        sentence("Add “{name}” ({channel})", name=message.name, channel=saying.CHANNELS[message.channel]),
        (*spot, *saying.readers(step), *left_because(ledger, step.id), ready),
        () if mail else copies_of(work, message, speak(message)),
        tuple(sentence("In the branch “{name}”", name=branch.name) for branch in stage.where),
        place=place_of(work, message),
    )


def _words(work: Work, message: Message, speak: Speak) -> Iterator[SheetStep]:
    if message.channel is not Channel.EMAIL:
        yield SheetStep(
            f"words-{message.id}",
            sentence("Words of “{name}” ({channel})", name=message.name, channel=saying.CHANNELS[message.channel]),
            (sentence("For the branches that you build by hand."),),
            copies_of(work, message, speak(message)),
            place=place_of(work, message),
        )


def _spot(work: Work, ways: Ways, past: Steps) -> tuple[Sentence, ...]:
    """Return what something comes after, and the waits that lie between or shall."""
    lie: list[Sentence] = []
    lack: list[Sentence] = []
    after = sentence("It comes after the trigger.")
    for step in reversed(past):
        if isinstance(step, Wait):
            (lie if ways.has(step.id) else lack if ways.dropped(step.id) else []).insert(0, saying.wait(step))
        elif isinstance(step, Send):
            after = sentence("It comes after “{name}”.", name=work.project.messages[step.message].name)
            break
        elif isinstance(step, Split | Experiment) and ways.divides(step):
            after = sentence("It comes after the ways through “{name}”: add it to each of them.", name=step.name)
            break
    return (
        after,
        *((sentence("Between them lies a wait: {wait}.", wait=saying.together(tuple(lie))),) if lie else ()),
        *((sentence("Put a wait between them: {wait}.", wait=saying.together(tuple(lack))),) if lack else ()),
    )
