"""Waits as Klaviyo counts them: minutes, hours or days, and a time of day only after whole days."""

from __future__ import annotations

import dataclasses

from studio.exporters import saying
from studio.exporters.klaviyo.draft import Draft
from studio.exporters.klaviyo.facts import Json
from studio.i18n import sentence
from studio.model.steps import Wait

HOUR, DAY = 60, 24 * 60
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def delays(draft: Draft, wait: Wait) -> tuple[Json, ...]:
    """Return the data of the time delays that make up a wait; none for a wait of nothing.

    Klaviyo refuses `delay_until_time` with any unit but days, so a wait of 36 hours until nine becomes two: the
    hours beyond whole days first, then the days until nine.
    """
    if not wait.until_time and not wait.weekdays:
        return (_exactly(wait.minutes),) if wait.minutes else ()
    days, beyond = divmod(wait.minutes, DAY)
    if not beyond:
        return (_until(days, wait),)
    second = dataclasses.replace(wait, minutes=days * DAY)
    draft.lose(
        "klaviyo.wait",
        wait.id,
        sentence("Wait {wait}, in one step", wait=saying.wait(wait)),
        sentence("Two delays: {first}, then {second}", first=saying.duration(beyond), second=saying.wait(second)),
    )
    return (_exactly(beyond), _until(days, wait))


def delay_count(wait: Wait) -> int:
    """Return how many time delays a wait needs."""
    if not wait.until_time and not wait.weekdays:
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
    if wait.weekdays:
        data["delay_until_weekdays"] = [WEEKDAYS[day - 1] for day in sorted(set(wait.weekdays))]
    return data
