"""Waits as Omnisend counts them: a length of time, and after it a time of day on some weekdays."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import cast

from studio.edits.tree import Node, inside, with_inside
from studio.exporters import saying
from studio.exporters.omnisend.draft import Draft, Json
from studio.i18n import sentence
from studio.model.steps import Step, Wait
from studio.model.times import Span, reached, spans

_UNITS = (("d", 24 * 60), ("h", 60), ("m", 1))
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def delays(draft: Draft, wait: Wait) -> tuple[Json, ...]:
    """Return the data of the delays that make up a wait; none for a wait of nothing.

    Omnisend waits either for a length of time or until a time of day, so a wait for both becomes two delays.
    """
    length = _length(wait.minutes) if wait.minutes else None
    if wait.until_time:
        _note_zone(draft, wait)
        until: Json = {"mode": "specificTime", "time": wait.until_time, **_days(wait)}
        return (length, until) if length else (until,)
    if length:
        return ({**length, **_days(wait)},)
    return ({"mode": "immediate", **_days(wait)},) if wait.weekdays else ()


def lowered(draft: Draft, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return steps whose waits know nothing that Omnisend cannot wait for: a part of the day, a day of delivery.

    The day of delivery becomes the usual number of days, less those that have passed when the wait begins.
    """
    begun = spans(steps)
    return tuple(cast("Step", _lowered(draft, step, begun)) for step in steps)


def _lowered(draft: Draft, node: Node, begun: Mapping[str, Span]) -> Node:
    if isinstance(node, Wait):
        return _told(draft, node, begun[node.id].least)
    return with_inside(node, tuple(_lowered(draft, each, begun) for each in inside(node)))


def _told(draft: Draft, wait: Wait, now: int) -> Wait:
    becomes = dataclasses.replace(wait, minutes=reached(wait, now) - now, window="", until_day="", days=0)
    if becomes != wait:
        wanted = sentence("Wait {wait}", wait=saying.wait(wait))
        draft.ledger.lose("wait", wait.id, wanted, sentence("Wait {wait}", wait=saying.wait(becomes)))
    return becomes


def _note_zone(draft: Draft, wait: Wait) -> None:
    draft.ledger.lose(
        "wait.zone",
        wait.id,
        sentence("Until {time} where the reader lives", time=wait.until_time),
        sentence("Until {time} in the time zone of the account", time=wait.until_time),
    )


def _length(minutes: int) -> Json:
    unit, size = next((unit, size) for unit, size in _UNITS if minutes % size == 0)
    return {"mode": "duration", "duration": {"amount": minutes // size, "units": unit}}


def _days(wait: Wait) -> Json:
    days = [_WEEKDAYS[day - 1] for day in sorted(set(wait.weekdays))]
    return {"allowedWeekdays": days} if days else {}
