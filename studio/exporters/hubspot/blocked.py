"""The days on which a workflow at HubSpot does nothing, from what a person writes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from studio.errors import StudioError
from studio.exporters.hubspot.draft import Json

MOST = 366
"""Days that may be named: a year of them, so that a slip of the pen does not make a list without end."""

_MONTHS = (
    *("JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY"),
    *("AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"),
)
_DAY = re.compile(r"(?:\d{4}-)?\d\d-\d\d", re.ASCII)
# Days of every year are counted in a leap year, so that the 29th of February is one of them.
_LEAP = 2000


def blocked(words: str) -> list[Json]:
    """Return the dates of a list such as `2026-12-24/2027-01-01, 12-25` as HubSpot names them, each once.

    Without a year a date is meant in every year. Raise StudioError for what is neither a date nor a range.
    """
    found: dict[tuple[date, bool], None] = {}
    for part in filter(None, map(str.strip, words.split(","))):
        for day in _days(part):
            found[day] = None
            if len(found) > MOST:
                raise StudioError("Option “blocked_dates” names more than {most} days.", most=MOST)
    return [_named(day, yearly=yearly) for day, yearly in found]


def _days(part: str) -> Iterator[tuple[date, bool]]:
    """Yield the days of a date or a range, and whether they are meant in every year."""
    ends = [end.strip() for end in part.split("/")]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or len(first) != len(last):
        raise _refusal(part)
    day, end = _read(first, part), _read(last, part)
    if end < day:
        raise _refusal(part)
    for number in range((end - day).days + 1):
        yield day + timedelta(days=number), len(first) < len("2026-12-24")


def _read(written: str, part: str) -> date:
    if not _DAY.fullmatch(written):
        raise _refusal(part)
    try:
        return date.fromisoformat(written if len(written) > len("12-24") else f"{_LEAP}-{written}")
    except ValueError:
        raise _refusal(part) from None


def _refusal(part: str) -> StudioError:
    return StudioError(
        "Option “blocked_dates”: “{value}” is not a date such as 2026-12-24 (12-24 in every year), or a range such as"
        " 2026-12-24/2027-01-01.",
        value=part,
    )


def _named(day: date, *, yearly: bool) -> Json:
    named: Json = {"month": _MONTHS[day.month - 1], "dayOfMonth": day.day}
    return named if yearly else {**named, "year": day.year}
