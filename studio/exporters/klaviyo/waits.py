"""Waits as Klaviyo counts them: minutes, hours or days, and a time of day only after whole days."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import cast

from studio.edits.tree import Node, inside, with_inside
from studio.exporters import saying
from studio.exporters.klaviyo.draft import Draft
from studio.exporters.klaviyo.facts import Json
from studio.i18n import sentence
from studio.model.steps import Step, Wait
from studio.model.times import Span, reached, spans

HOUR, DAY = 60, 24 * 60
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def delays(draft: Draft, wait: Wait) -> tuple[Json, ...]:
    """Return the data of the time delays that make up a wait; none for a wait of nothing.

    Klaviyo refuses `delay_until_time` with any unit but days, so a wait of 36 hours until nine becomes two: the
    hours beyond whole days first, then the days until nine.
    """
    if not wait.until_time and not _days(wait):
        return (_exactly(wait.minutes),) if wait.minutes else ()
    days, beyond = divmod(wait.minutes, DAY)
    if not beyond:
        return (_until(days, wait),)
    second = dataclasses.replace(wait, minutes=days * DAY)
    draft.ledger.lose(
        "wait",
        wait.id,
        sentence("Wait {wait}, in one step", wait=saying.wait(wait)),
        sentence("Two delays: {first}, then {second}", first=saying.duration(beyond), second=saying.wait(second)),
    )
    return (_exactly(beyond), _until(days, wait))


def lowered(draft: Draft, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return steps whose waits know nothing that a flow here cannot wait for: a part of the day, a day of delivery.

    The day of delivery becomes the usual number of days, less those that have passed when the wait begins.
    """
    begun = spans(steps)
    return tuple(cast("Step", _lowered(draft, step, begun)) for step in steps)


def _lowered(draft: Draft, node: Node, begun: Mapping[str, Span]) -> Node:
    if isinstance(node, Wait):
        return _told(draft, node, begun[node.id].least)
    return with_inside(node, tuple(_lowered(draft, each, begun) for each in inside(node)))


def _told(draft: Draft, wait: Wait, now: int) -> Wait:
    minutes = reached(wait, now) - now
    becomes = dataclasses.replace(wait, minutes=minutes, window="", until_day="", days=0)
    if becomes != wait:
        draft.ledger.lose(
            "wait",
            wait.id,
            sentence("Wait {wait}", wait=saying.wait(wait)),
            sentence("Wait {wait}", wait=saying.wait(becomes)),
        )
    return becomes


def delay_count(wait: Wait) -> int:
    """Return how many time delays a wait needs."""
    if not wait.until_time and not _days(wait):
        return 1 if wait.minutes else 0
    return 2 if wait.minutes % DAY else 1


def _exactly(minutes: int) -> Json:
    if minutes % DAY == 0:
        return {"unit": "days", "value": minutes // DAY}
    if minutes % HOUR == 0:
        return {"unit": "hours", "value": minutes // HOUR}
    return {"unit": "minutes", "value": minutes}


def _until(days: int, wait: Wait) -> Json:
    data: Json = {"unit": "days", "value": days, "timezone": "profile"}
    if wait.until_time:
        data["delay_until_time"] = f"{wait.until_time}:00"
    if _days(wait):
        data["delay_until_weekdays"] = [WEEKDAYS[day - 1] for day in _days(wait)]
    return data


def _days(wait: Wait) -> tuple[int, ...]:
    """Return the weekdays that a wait allows; none where it allows all of them."""
    days = tuple(sorted(set(wait.weekdays)))
    return days if len(days) < len(WEEKDAYS) else ()
