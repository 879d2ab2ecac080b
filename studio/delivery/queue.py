"""Pushes that wait: put off, or kept because nobody was reached; they run later, with the newest words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from math import ceil

from immutables import Map

from studio.delivery.consignment import Delivered
from studio.delivery.course import CapReached
from studio.delivery.refusals import Busy
from studio.delivery.report import Action
from studio.errors import ServiceTrouble, StudioError, WrongUse
from studio.exporters.works import Flows
from studio.i18n import N_, Sentence, sentence
from studio.model.ids import derived_id
from studio.model.project import Project
from studio.model.queue import Queue, Reason, Waiting
from studio.tasks import Cancelled

_LONGEST = 24 * 3600
"""Seconds that a push waits at most before it is tried again, whatever a service says."""

_UNDECIDED = 3600
"""Seconds after which a push that waits for a person's choice is tried again: the choice may be made by then."""

_CHOOSE = N_(
    "Somebody changed it at the service, or it runs there: push it yourself and choose whose words shall stand."
)

SAID: Map[Reason, Sentence] = Map(
    {
        Reason.LATER: sentence("It was put off."),
        Reason.OFFLINE: sentence("The service was not reached."),
        Reason.CAP: sentence("The service takes no more today."),
        Reason.CHOICE: Sentence(_CHOOSE),
    }
)


class Undecided(StudioError):
    """A push left something as it is at the service until a person chooses: its words have not arrived."""

    def __init__(self) -> None:
        """Say who must choose."""
        super().__init__(_CHOOSE)


@dataclass(frozen=True, slots=True)
class Ran:
    """A push that was due: what was done, or with `trouble` what stopped it; it waits on then.

    Where something was left until a person chooses, that is the trouble.
    """

    waiting: Waiting
    done: Delivered | None = None
    trouble: StudioError | None = None


def later(
    project: Project, flows: Flows, target: str, account: str, words: Iterable[str], now: datetime
) -> tuple[Waiting, ...]:
    """Return a push that waits for each sequence of `flows`; the same wish has the same id, so it waits only once.

    `words` are `key=value` options of the target.
    """
    parted = (word.partition("=") for word in words)
    options = Map({key.strip(): value.strip() for key, _, value in parted})
    return tuple(
        Waiting(
            _identity(project.id, sequence, languages, target, account, options),
            project.id,
            sequence,
            languages,
            target,
            account,
            options,
            _moment(now),
        )
        for sequence, languages in flows.items()
    )


def _identity(
    project: str, sequence: str, languages: tuple[str, ...], target: str, account: str, options: Mapping[str, str]
) -> str:
    chosen = (f"{key}={options[key]}" for key in sorted(options))
    return derived_id("waiting", project, sequence, ",".join(sorted(languages)), target, account, *chosen)[:8]


def why(trouble: StudioError) -> Reason | None:
    """Return why a push that met this trouble may wait for a better moment, or None where waiting mends nothing."""
    if isinstance(trouble, CapReached):
        return Reason.CAP
    return Reason.OFFLINE if isinstance(trouble, ServiceTrouble) else None


def delayed(waiting: Waiting, trouble: StudioError, now: datetime) -> Waiting:
    """Return a push with the trouble that it met, and the moment before which trying again is of no use.

    After a daily cap that is the next day in UTC; where the service said how long it takes no more requests, it is the
    end of that time; and an hour where a person must choose, whom its reason tells so.
    """
    if isinstance(trouble, Undecided):
        later = _moment(now + timedelta(seconds=_UNDECIDED))
        return replace(waiting, reason=Reason.CHOICE, not_before=later, trouble="")
    before = Reason.LATER if waiting.reason is Reason.CHOICE else waiting.reason
    reason = why(trouble) or before
    return replace(waiting, reason=reason, not_before=_not_before(trouble, now), trouble=str(trouble))


def _not_before(trouble: StudioError, now: datetime) -> str:
    if isinstance(trouble, CapReached):
        return _moment(datetime.combine(now.astimezone(UTC).date() + timedelta(days=1), time(), UTC))
    if isinstance(trouble, Busy) and trouble.seconds > 0:
        return _moment(now + timedelta(seconds=min(ceil(trouble.seconds), _LONGEST)))
    return ""


def due(queue: Queue, now: datetime) -> tuple[Waiting, ...]:
    """Return what may run now, in the order in which it came."""
    return tuple(each for each in queue.waiting() if is_due(each, now))


def is_due(waiting: Waiting, now: datetime) -> bool:
    """Return whether a push may run now; a moment that cannot be read holds nothing up."""
    try:
        return not waiting.not_before or datetime.fromisoformat(waiting.not_before) <= now
    except (ValueError, TypeError):
        return True


def run_due(queue: Queue, now: datetime, send: Callable[[Waiting], Delivered]) -> Iterator[Ran]:
    """Run what is due, one after the other, and yield what came of each as soon as it is known.

    What arrived is taken out of the queue, everything else waits on with its trouble: also where something was left at
    the service until a person chooses. Where a service is not reached or
    takes no more, what else waits for that account is left for the next time, so that the order stays. What another
    program sent, dropped or put off anew in the meantime is left to it. A crash between the push and the queue does no
    harm: the journal knows what is there. `send` raises StudioError or returns what it did; Cancelled and everything
    else that it raises ends the run.
    """
    held_up: set[str] = set()
    for waiting in due(queue, now):
        if waiting.account in held_up or waiting not in queue.waiting():
            continue
        ran = _ran(waiting, send)
        if waiting not in queue.waiting():
            pass
        elif ran.trouble is None:
            queue.drop(waiting.id)
        else:
            queue.put(delayed(waiting, ran.trouble, now))
        if ran.trouble:
            held_up |= {waiting.account} if why(ran.trouble) else set()
        yield ran


def _ran(waiting: Waiting, send: Callable[[Waiting], Delivered]) -> Ran:
    try:
        done = send(waiting)
    except Cancelled:
        raise
    except StudioError as trouble:
        return Ran(waiting, trouble=trouble)
    return Ran(waiting, done, done.trouble or undecided(done))


def undecided(done: Delivered) -> Undecided | None:
    """Return the trouble of a push that went well but for what a person must choose, or None where all arrived."""
    left = any(told.thing.action is Action.SKIPPED for told in done.told) or any(one.both for one in done.drift)
    return Undecided() if left else None


def flows_of(waiting: Waiting, project: Project) -> dict[str, tuple[str, ...]]:
    """Return the sequence and those of its languages that a waiting push is for, as the project has them now.

    Raise StudioError where project, sequence or all of the languages are gone meanwhile.
    """
    flow = project.sequences.get(waiting.sequence) if project.id == waiting.project else None
    if flow is None:
        raise StudioError("The sequence is no longer there; drop the push from the queue, or bring the sequence back.")
    languages = tuple(code for code in waiting.languages if code in flow.languages)
    if not languages:
        raise StudioError(
            "“{name}” is no longer written in {languages}; drop the push from the queue.",
            name=flow.name,
            languages=", ".join(waiting.languages),
        )
    return {waiting.sequence: languages}


def option_words(waiting: Waiting) -> tuple[str, ...]:
    """Return the options of a waiting push as `key=value` words."""
    return tuple(f"{key}={waiting.options[key]}" for key in sorted(waiting.options))


def one_waiting(queue: Queue, wished: str) -> Waiting:
    """Return the push whose id begins with `wished`; raise WrongUse where none or several do."""
    some = queue.waiting()
    found = [each for each in some if wished and each.id.startswith(wished)]
    if len(found) != 1:
        known = ", ".join(each.id for each in some) or "–"
        raise WrongUse(N_("There is no “{name}” in the queue; there are {known}."), name=wished, known=known)
    return found[0]


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
