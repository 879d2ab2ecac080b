"""Every way that a reader can take through a sequence, to be compared with the ways through what a service gets."""

from dataclasses import replace

from studio.model.steps import Experiment, Send, Split, Stop, Wait
from tests.studio.exporters.projects import RICH


def plain(steps):
    """Return a tree whose conditions can all be asked, and whose waits are minutes only."""
    return tuple(_plain(step) for step in steps)


def _plain(step):
    if isinstance(step, Wait):
        return Wait(step.id, step.minutes)
    if isinstance(step, Send):
        return replace(step, only_if=step.only_if and (RICH,))
    if isinstance(step, Split):
        arms = (replace(arm, conditions=arm.conditions and (RICH,), steps=plain(arm.steps)) for arm in step.arms)
        return replace(step, arms=tuple(arms))
    if isinstance(step, Experiment):
        return replace(step, paths=tuple(replace(path, steps=plain(path.steps)) for path in step.paths))
    return step


def through(steps, sent):
    """Return every way through a tree: messages that are among those `sent`, and minutes between them."""
    return {tidy(way) for way in _through(steps, sent)}


def _through(steps, sent):
    if not steps or isinstance(steps[0], Stop):
        return {()}
    first, rest = steps[0], steps[1:]
    if isinstance(first, Split):
        return {way for arm in first.arms for way in _through(arm.steps + rest, sent)}
    if isinstance(first, Experiment):
        drawn = [path for path in first.paths if path.weight > 0] or first.paths
        return {way for path in drawn for way in _through(path.steps + rest, sent)}
    return {(*head, *tail) for head in _heads(first, sent) for tail in _through(rest, sent)}


def _heads(step, sent):
    if isinstance(step, Wait):
        return {(step.minutes,)}
    if isinstance(step, Send) and step.message in sent:
        return {(step.message,), ()} if step.only_if else {(step.message,)}
    return {()}


def tidy(way):
    """Return a way whose waits are added up, without the one at its end."""
    made = []
    for part in way:
        if isinstance(part, int) and made and isinstance(made[-1], int):
            made[-1] += part
        elif part != 0:
            made.append(part)
    return tuple(made[:-1] if made and isinstance(made[-1], int) else made)
