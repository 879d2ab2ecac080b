"""What single nouns must keep to, as sentences; verbs refuse by them and `validity` looks over whole projects."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from studio.i18n import Sentence, sentence
from studio.model.kinds import BLOCK_KINDS
from studio.model.message import Block, Message
from studio.model.sequence import Sequence
from studio.model.steps import Arm, Experiment, Path, Split, Step, Wait
from studio.model.trade import Channel

TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
DAYS = frozenset({"", "delivery"})
"""The days a wait can end on, besides any."""
MOST_DAYS = 366
TESTED = frozenset({Channel.EMAIL, Channel.SMS})
"""The channels whose messages may have several versions: the services test no others."""

Faults = Iterator[Sentence]


def weight_faults(weight: float) -> Faults:
    """Yield what is wrong with the share of a variant or path: it must be a number above 0."""
    if not (weight > 0 and math.isfinite(weight)):
        yield sentence("A share must be larger than 0, not {weight}.", weight=weight)


def language_faults(language: str) -> Faults:
    """Yield what is wrong with a language code (`nb`, `pt-BR`)."""
    if not LANGUAGE.fullmatch(language):
        yield sentence("“{language}” is not a language code like nb or pt-BR.", language=language)


def step_faults(step: Step) -> Faults:
    """Yield what is wrong with one step, without looking into its arms."""
    if isinstance(step, Wait):
        yield from _wait_faults(step)
    elif isinstance(step, Split):
        yield from _split_faults(step.arms)
    elif isinstance(step, Experiment):
        yield from _experiment_faults(step.paths)


def _wait_faults(wait: Wait) -> Faults:
    if wait.minutes < 0:
        yield sentence("A wait cannot be shorter than 0 minutes.")
    if wait.until_time and not TIME.fullmatch(wait.until_time):
        yield sentence("“{time}” is not a time of day like 09:30.", time=wait.until_time)
    if wait.window and not _is_window(wait.window):
        yield sentence("“{window}” is not a part of the day like 10:00-20:00.", window=wait.window)
    if wait.window and wait.until_time:
        yield sentence("A wait ends at a time of day or inside a part of the day, not both.")
    if wait.until_day not in DAYS:
        yield sentence("A wait can end on the day of “delivery”, not of “{day}”.", day=wait.until_day)
    if abs(wait.days) > MOST_DAYS:
        yield sentence("A wait is for at most {count} days before or after the delivery.", count=MOST_DAYS)
    if wait.days and not wait.until_day:
        yield sentence("A wait has days before or after only where it waits for the day of delivery.")
    if wait.minutes and wait.until_day:
        yield sentence("A wait for the day of delivery has no duration of its own.")
    if not all(1 <= day <= 7 for day in wait.weekdays) or len(set(wait.weekdays)) < len(wait.weekdays):
        yield sentence("Weekdays are the numbers 1 (Monday) to 7 (Sunday), each once.")


def _is_window(window: str) -> bool:
    first, _, last = window.partition("-")
    return bool(TIME.fullmatch(first) and TIME.fullmatch(last)) and first < last


def _split_faults(arms: tuple[Arm, ...]) -> Faults:
    if len(arms) < 2:
        yield sentence("A split has at least two arms.")
    if not arms or arms[-1].conditions:
        yield sentence("The last arm of a split takes everybody else, so it has no conditions.")
    if not all(arm.conditions for arm in arms[:-1]):
        yield sentence("Every arm of a split but the last has a condition.")


def _experiment_faults(paths: tuple[Path, ...]) -> Faults:
    if len(paths) < 2:
        yield sentence("An experiment has at least two paths.")
    for path in paths:
        yield from weight_faults(path.weight)


def sequence_faults(sequence: Sequence) -> Faults:
    """Yield what is wrong with a sequence's own fields."""
    for language in dict.fromkeys((sequence.source_language, *sequence.languages)):
        yield from language_faults(language)
    if len(set(sequence.languages)) < len(sequence.languages):
        yield sentence("A language stands in the list twice.")
    if sequence.trigger.days < 0 or (sequence.reentry.days or 0) < 0:
        yield sentence("A number of days cannot be less than 0.")


def message_faults(message: Message) -> Faults:
    """Yield what is wrong with a message's own fields."""
    if len(message.variants) > 1 and message.channel not in TESTED:
        yield sentence("Only e-mails and SMS messages can have several versions.")


def block_faults(block: Block, channel: Channel) -> Faults:
    """Yield what is wrong with a block in a message of `channel`: its kind, its texts, its settings and their types."""
    kind = BLOCK_KINDS.get(block.kind)
    if kind is None:
        yield sentence("There is no kind of block called “{kind}”.", kind=block.kind)
        return
    if kind.channel is not channel:
        yield sentence(
            "A block of the kind “{kind}” does not fit this channel: {channel}.", kind=kind.name, channel=channel
        )
    for name in sorted(set(block.texts) - set(kind.texts)):
        yield sentence("A block of the kind “{kind}” has no text called “{name}”.", kind=kind.name, name=name)
    for name, value in sorted(block.settings.items()):
        if name not in kind.settings:
            yield sentence("A block of the kind “{kind}” has no setting called “{name}”.", kind=kind.name, name=name)
        elif type(value) is not type(kind.settings[name]):
            yield sentence("“{value}” does not fit the setting “{name}”.", value=value, name=name)
