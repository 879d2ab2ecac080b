"""Klaviyo's delays as waits."""

from __future__ import annotations

import re

from studio.i18n import sentence
from studio.imports.klaviyo.noting import Noting
from studio.imports.klaviyo.remote import Json
from studio.model.steps import Wait

_MINUTES = {"days": 24 * 60, "hours": 60, "minutes": 1}
_BELOW = {"days": "hours", "hours": "minutes", "minutes": "minutes"}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_PROFILE = ("profile", "")


def wait_of(name: str, data: Json, noting: Noting) -> Wait:
    """Return a time delay as a wait; a time in another zone than the reader's own is a loss."""
    unit = str(data.get("unit") or "days")
    minutes = int(data.get("value") or 0) * _MINUTES.get(unit, 1)
    minutes += int(data.get("secondary_value") or 0) * _MINUTES[_BELOW.get(unit, "minutes")]
    told, wanted = _TIME.match(str(data.get("delay_until_time") or "")), data.get("delay_until_weekdays")
    until = told.group() if told else ""
    days = tuple(number for number, day in enumerate(_WEEKDAYS, start=1) if isinstance(wanted, list) and day in wanted)
    zone = str(data.get("timezone") or "")
    if until and zone not in _PROFILE:
        there = sentence("Waits until {time} in the time zone {zone}", time=until, zone=zone)
        noting.lose("zone", there, sentence("Waits until {time} in the reader's own time zone", time=until))
    return Wait(name, minutes, until, days if len(days) < len(_WEEKDAYS) else ())
