"""Waits as HubSpot's workflows count them: minutes, and hours of the day for the workflow as a whole."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from typing import cast

from studio.edits.tree import Node, inside, with_inside
from studio.exporters import saying
from studio.exporters.hubspot.draft import Draft, Json
from studio.i18n import sentence
from studio.model.sequence import walk
from studio.model.steps import Step, Wait
from studio.model.times import Span, reached, spans

DELAY = "0-1"
_WEEKDAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
_WINDOW = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
_ALL_DAY = "00:00-23:59"


def delay(draft: Draft, minutes: int, connection: Json | None) -> str:
    """Add a delay of some minutes and return its id."""
    fields = {"delta": str(minutes), "time_unit": "MINUTES"}
    return draft.add(
        "SINGLE_CONNECTION",
        actionTypeId=DELAY,
        actionTypeVersion=0,
        fields=fields,
        **({"connection": connection} if connection else {}),
    )


def windows(draft: Draft, waits: tuple[Wait, ...]) -> list[Json]:
    """Return the hours in which the whole workflow acts, where all waits that name hours name the same ones."""
    limited = [wait for wait in waits if wait.window or wait.weekdays]
    found = {(wait.window or _ALL_DAY, tuple(sorted(set(wait.weekdays)))) for wait in limited}
    if len(found) != 1 or any(wait.until_time for wait in limited):
        return []
    (window, days) = found.pop()
    parts = _WINDOW.fullmatch(window)
    if parts is None or parts.groups()[:2] >= parts.groups()[2:]:
        return []
    if len(limited) < len(waits):
        _note_all(draft, limited[0])
    first, last = (
        {"hour": int(hour), "minute": int(minute)} for hour, minute in (parts.groups()[:2], parts.groups()[2:])
    )
    return [{"day": _WEEKDAYS[day - 1], "startTime": first, "endTime": last} for day in days or range(1, 8)]


def lowered(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return steps whose waits are minutes only.

    The day of delivery becomes the usual number of days, less those that have passed when the wait begins.
    """
    begun = spans(steps)
    return tuple(cast("Step", _lowered(step, begun)) for step in steps)


def note_waits(draft: Draft, waits: Iterable[Wait], *, windowed: bool) -> None:
    """Note what waits lose as minutes; `windowed` says that the workflow keeps their hours and weekdays."""
    lower = {step.id: step for step in walk(draft.steps) if isinstance(step, Wait)}
    for wait in waits:
        becomes = lower[wait.id]
        kept = dataclasses.replace(becomes, window=wait.window, weekdays=wait.weekdays) if windowed else becomes
        if kept != wait:
            wanted = sentence("Wait {wait}", wait=saying.wait(wait))
            said = sentence("Wait {wait}", wait=saying.wait(becomes)) if becomes.minutes else sentence("No wait")
            draft.ledger.lose("wait", wait.id, wanted, said)


def _lowered(node: Node, begun: Mapping[str, Span]) -> Node:
    if isinstance(node, Wait):
        now = begun[node.id].least
        return Wait(node.id, minutes=reached(node, now) - now)
    return with_inside(node, tuple(_lowered(each, begun) for each in inside(node)))


def _note_all(draft: Draft, wait: Wait) -> None:
    draft.ledger.lose(
        "hours",
        wait.id,
        sentence("Some waits last {when}", when=saying.wait(dataclasses.replace(wait, minutes=0))),
        sentence("The whole workflow acts at these hours only"),
    )
