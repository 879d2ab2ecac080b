"""The steps of a sequence for a service's own editor, in the order in which a person adds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from immutables import Map

from studio.exporters import saying
from studio.exporters.base import SheetStep, Work
from studio.exporters.byhand.vocabulary import Vocabulary
from studio.exporters.channels import copies_of
from studio.exporters.pieces import place_of, versions, whole_shares
from studio.i18n import Sentence, sentence
from studio.model.message import Message, Variant
from studio.model.steps import Arm, Experiment, Note, Send, Split, Step, Stop, Wait
from studio.model.trade import Channel
from studio.tags.dialect import Dialect

Where = tuple[Sentence, ...]
Copies = tuple[tuple[Sentence, str], ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """What the walk reads: the flow, the service's words, the names of what was pushed by key, and its dialect."""

    work: Work
    vocabulary: Vocabulary
    names: Map[str, str]
    dialect: Dialect


def walked(walk: Walk, steps: tuple[Step, ...], where: Where = (), *, follows: bool = False) -> Iterator[SheetStep]:
    """Yield what to do for each step; `where` names the branches around them. Notes are for colleagues only.

    `follows` says that the flow goes on after these steps.
    """
    for index, step in enumerate(steps):
        more = _goes_on(steps[index + 1 :], follows=follows)
        if isinstance(step, Send):
            yield _send(walk, step, where, follows=more)
        elif isinstance(step, Wait):
            words = (sentence("Wait: {wait}.", wait=saying.wait(step)),)
            yield SheetStep(step.id, _tool(walk.vocabulary.delay), words, where=where)
        elif isinstance(step, Stop):
            yield SheetStep(step.id, sentence("End this way here"), where=where)
            return
        elif not isinstance(step, Note):
            yield from _divided(walk, step, where, follows=more)


def _goes_on(rest: tuple[Step, ...], *, follows: bool) -> bool:
    ahead = next((step for step in rest if not isinstance(step, Note)), None)
    return not isinstance(ahead, Stop) if ahead else follows


def _tool(name: str | Sentence) -> Sentence:
    return sentence("{name}", name=name)


def _called(tool: str | Sentence, name: str) -> Sentence:
    return sentence("{tool} “{name}”", tool=tool, name=name)


def _divided(walk: Walk, step: Split | Experiment, where: Where, *, follows: bool) -> Iterator[SheetStep]:
    meet, said = _meet(walk, follows=follows), walk.vocabulary
    if isinstance(step, Split):
        words = (*map(_arm, step.arms), *_many(said, said.condition, said.ways, len(step.arms)), *meet)
        yield SheetStep(step.id, _asked(said, step), words, where=where)
        ways = [(arm.name, arm.steps) for arm in step.arms]
    else:
        shares = whole_shares(tuple(max(path.weight, 0.0) for path in step.paths), 100)
        parts = tuple((path.name, share) for path, share in zip(step.paths, shares, strict=True))
        title = _called(said.percentage or said.condition, step.name)
        yield SheetStep(step.id, title, (*_branches(said, parts), *meet), where=where)
        ways = [(path.name, path.steps) for path in step.paths]
    for name, steps in ways:
        yield from walked(walk, steps, (*where, sentence("In the branch “{name}”", name=name)), follows=follows)


def _asked(said: Vocabulary, step: Split) -> Sentence:
    if said.apart:
        return sentence("{flow} for each way of “{name}”, entered by a segment", flow=said.flow, name=step.name)
    return _called(said.condition, step.name)


def _meet(walk: Walk, *, follows: bool) -> tuple[Sentence, ...]:
    """Return what is to be done about steps after branches, where these never meet again."""
    if not follows or walk.vocabulary.meets:
        return ()
    return (sentence("The steps after the branches are for all of them: add them to each branch."),)


def _many(said: Vocabulary, tool: str, most: int, count: int) -> tuple[Sentence, ...]:
    """Return how more branches are made than a step of the service may have."""
    if not most or count <= most:
        return ()
    return (
        sentence(
            "“{tool}” has at most {most} branches at {service}: put one into the last branch of the other.",
            tool=tool,
            service=said.label,
            most=most,
        ),
    )


def _arm(arm: Arm) -> Sentence:
    if not arm.conditions:
        return sentence("“{name}”: everybody else.", name=arm.name)
    asked = saying.together(tuple(saying.condition(one) for one in arm.conditions))
    return sentence("“{name}”: {conditions}.", name=arm.name, conditions=asked)


def _branches(said: Vocabulary, parts: tuple[tuple[str, int], ...]) -> tuple[Sentence, ...]:
    words = [sentence("“{name}”: {share} per cent of the contacts.", name=name, share=share) for name, share in parts]
    if not said.percentage:
        return (
            *words,
            sentence(
                "{service} divides nobody by chance: choose one branch, or a list of your own for each.",
                service=said.label,
            ),
        )
    return (*words, *_many(said, said.percentage, said.chances, len(parts)))


def _send(walk: Walk, step: Send, where: Where, *, follows: bool) -> SheetStep:
    message, said = walk.work.project.messages[step.message], walk.vocabulary
    chosen = versions(walk.work.project, message)
    tested = is_test(message, chosen)
    words = [*_guard(said, step, message.channel), *(_test(said, chosen) if tested else ())]
    if message.channel is not Channel.EMAIL:
        words += _elsewhere(said, message.channel)
        title, copies = _other(said, message), copies_of(walk.work, message, walk.dialect)
    else:
        title = sentence("Test “{name}”", name=message.name) if tested else _called(said.email, message.name)
        copies = _pushed(walk, message, chosen)
    if (step.only_if and not said.apart) or (tested and said.percentage):
        words += _meet(walk, follows=follows)
    place = place_of(walk.work, message, None if tested else chosen[0])
    return SheetStep(step.id, title, tuple(words), copies, where, place)


def _guard(said: Vocabulary, step: Send, channel: Channel) -> tuple[Sentence, ...]:
    if not step.only_if:
        return ()
    asked = saying.together(tuple(saying.condition(one) for one in step.only_if))
    if said.apart and channel is Channel.EMAIL:
        return (sentence("Only for: {conditions}. It goes into an automation of its own, entered by a segment.",
                         conditions=asked),)  # fmt: skip
    if said.apart:
        return (sentence("Only for: {conditions}.", conditions=asked),)
    return (sentence("Only for: {conditions}. Put “{tool}” before it.", conditions=asked, tool=said.condition),)


def _other(said: Vocabulary, message: Message) -> Sentence:
    channel, tool = saying.CHANNELS[message.channel], said.channels.get(message.channel, "")
    if tool:
        return _called(tool, message.name)
    return sentence("Send “{name}” ({channel})", name=message.name, channel=channel)


def _elsewhere(said: Vocabulary, channel: Channel) -> tuple[Sentence, ...]:
    if channel in said.channels:
        return ()
    return (
        sentence("The automations of {service} do not send this: use another tool at this point.", service=said.label),
    )


def is_test(message: Message, chosen: tuple[Variant | None, ...]) -> bool:
    """Return whether the `chosen` versions of a message are tested against each other."""
    return message.channel is Channel.EMAIL and len(chosen) > 1


def _test(said: Vocabulary, chosen: tuple[Variant | None, ...]) -> tuple[Sentence, ...]:
    variants = tuple(variant for variant in chosen if variant)
    if not said.percentage:
        return (
            sentence("{service} tests nothing inside an automation: choose one of the versions.", service=said.label),
        )
    shares = whole_shares(tuple(max(variant.weight, 0.0) for variant in variants), 100)
    parts = tuple((one.name, share) for one, share in zip(variants, shares, strict=True))
    how = sentence(
        "“{percentage}”, and in each branch “{email}” with the version of that branch.",
        percentage=said.percentage,
        email=said.email,
    )
    return (how, *_branches(said, parts), said.winner)


def _pushed(walk: Walk, message: Message, chosen: tuple[Variant | None, ...]) -> Copies:
    """Return what was pushed of a message, by its name; a service that took nothing has its words to copy."""
    said, several = walk.vocabulary, len(chosen) > 1
    keys = [(one, f"{said.kind}:{message.id}:{one.id if one else ''}") for one in chosen]
    return tuple(
        (_called(said.pushed, one.name) if one and several else _tool(said.pushed), walk.names[key])
        for one, key in keys
        if walk.names.get(key)
    )
