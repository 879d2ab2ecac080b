"""The steps of a sequence for Brevo's editor, in the order in which a person adds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from immutables import Map

from studio.exporters import saying
from studio.exporters.base import SheetStep, Work
from studio.exporters.channels import copies_of
from studio.exporters.pieces import versions, whole_shares
from studio.i18n import Sentence, sentence
from studio.model.message import Message, Variant
from studio.model.steps import Arm, Experiment, Note, Send, Split, Step, Stop, Wait
from studio.model.trade import Channel
from studio.tags.dialect import Dialect

_TWO = 2
Where = tuple[Sentence, ...]
Copies = tuple[tuple[Sentence, str], ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """What the walk reads: the flow, the names of its templates by key, and Brevo's dialect."""

    work: Work
    templates: Map[str, str]
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
            yield SheetStep(step.id, sentence("Rule: Time delay"), (_sentence(saying.wait(step)),), where=where)
        elif isinstance(step, Stop):
            yield SheetStep(step.id, sentence("End this way here"), where=where)
            return
        elif not isinstance(step, Note):
            yield from _divided(walk, step, where, follows=more)


def _goes_on(rest: tuple[Step, ...], *, follows: bool) -> bool:
    ahead = next((step for step in rest if not isinstance(step, Note)), None)
    return not isinstance(ahead, Stop) if ahead else follows


def _sentence(words: Sentence) -> Sentence:
    return sentence("Wait: {wait}.", wait=words)


def _divided(walk: Walk, step: Split | Experiment, where: Where, *, follows: bool) -> Iterator[SheetStep]:
    meet = _meet(follows=follows)
    if isinstance(step, Split):
        title = sentence("Rule: Conditional split “{name}”", name=step.name)
        yield SheetStep(step.id, title, (*map(_arm, step.arms), *_many(step), *meet), where=where)
        ways = [(arm.name, arm.steps) for arm in step.arms]
    else:
        shares = whole_shares(tuple(max(path.weight, 0.0) for path in step.paths), 100)
        parts = [(sentence("{name}", name=path.name), share) for path, share in zip(step.paths, shares, strict=True)]
        title = sentence("Rule: Percentage split “{name}”", name=step.name)
        yield SheetStep(step.id, title, (*_branches(tuple(parts)), *meet), where=where)
        ways = [(path.name, path.steps) for path in step.paths]
    for name, steps in ways:
        yield from walked(walk, steps, (*where, sentence("In the branch “{name}”", name=name)), follows=follows)


def _meet(*, follows: bool) -> tuple[Sentence, ...]:
    """Return what is to be done about steps after branches, which at Brevo never meet again."""
    if not follows:
        return ()
    return (sentence("The steps after the branches are for all of them: add them to each branch."),)


def _many(split: Split) -> tuple[Sentence, ...]:
    if len(split.arms) <= _TWO:
        return ()
    return (sentence("Where your plan has only two branches, put one Conditional split into the other's last branch."),)


def _arm(arm: Arm) -> Sentence:
    if not arm.conditions:
        return sentence("“{name}”: everybody else.", name=arm.name)
    asked = saying.together(tuple(saying.condition(one) for one in arm.conditions))
    return sentence("“{name}”: {conditions}.", name=arm.name, conditions=asked)


def _branches(parts: tuple[tuple[Sentence, int], ...]) -> tuple[Sentence, ...]:
    """Return how random branches are set: Brevo's Percentage split has two, so more of them are nested."""
    words = [sentence("“{name}”: {share} per cent of the contacts.", name=name, share=share) for name, share in parts]
    if len(parts) > _TWO:
        words.append(sentence("The rule has two branches: put one Percentage split into the other."))
    return tuple(words)


def _send(walk: Walk, step: Send, where: Where, *, follows: bool) -> SheetStep:
    message = walk.work.project.messages[step.message]
    chosen = versions(walk.work.project, message)
    words: list[Sentence] = []
    if step.only_if:
        asked = saying.together(tuple(saying.condition(one) for one in step.only_if))
        words.append(sentence("Only for: {conditions}. Put a Conditional split before it.", conditions=asked))
    if message.channel is not Channel.EMAIL:
        copies = copies_of(walk.work, message, walk.dialect)
        channel = saying.CHANNELS[message.channel]
        title = sentence("Action: send “{name}” ({channel})", name=message.name, channel=channel)
    elif is_test(message, chosen):
        words += _test(tuple(variant for variant in chosen if variant))
        title, copies = sentence("Test “{name}”", name=message.name), _names(walk, message, chosen)
    else:
        title, copies = sentence("Action: Send an email “{name}”", name=message.name), _names(walk, message, chosen)
    if step.only_if or is_test(message, chosen):
        words += _meet(follows=follows)
    return SheetStep(step.id, title, tuple(words), copies, where)


def is_test(message: Message, chosen: tuple[Variant | None, ...]) -> bool:
    """Return whether the `chosen` versions of a message are tested against each other."""
    return message.channel is Channel.EMAIL and len(chosen) > 1


def _test(variants: tuple[Variant, ...]) -> tuple[Sentence, ...]:
    shares = whole_shares(tuple(max(variant.weight, 0.0) for variant in variants), 100)
    named = tuple((sentence("{name}", name=one.name), share) for one, share in zip(variants, shares, strict=True))
    return (
        sentence("Rule: Percentage split, and in each branch Action: Send an email with the template of that version."),
        *_branches(named),
        sentence("Compare the branches in the automation's statistics, and give the better one all contacts later."),
    )


def _names(walk: Walk, message: Message, chosen: tuple[Variant | None, ...]) -> Copies:
    several = len(chosen) > 1
    return tuple(
        (
            sentence("Template “{name}”", name=one.name) if one and several else sentence("Template"),
            walk.templates[f"template:{message.id}:{one.id if one else ''}"],
        )
        for one in chosen
    )
