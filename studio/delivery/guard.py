"""The last gate before the wire: nothing that is sent may go live, be scheduled, or delete anything."""

from __future__ import annotations

import re
from typing import Any

from studio.errors import StudioError
from studio.i18n import N_

LIVE = frozenset(
    {"live", "manual", "active", "enabled", "scheduled", "sent", "running", "published", "queued", "sending"}
)
"""What a `status` or `state` may not be."""

_STATUS = frozenset({"status", "state", "publishstate", "experimentstatus"})
_SWITCHES = frozenset({"isactive", "isenabled", "isscheduled", "autostart", "publish", "sendnow", "sendatbesttime"})
_TIMES = frozenset(
    {"scheduledat", "scheduledate", "scheduleddate", "scheduletime", "scheduledtime", "schedule", "sendat", "sendon"}
)
_DOORS = re.compile(
    r"(^|/)(send|send-?now|send-?test|schedule|enable|activate|start|publish|actions/(send|schedule|start)"
    r"|campaign-send-jobs|enrollments?)(/start)?/?$",
    re.IGNORECASE,
)


class WouldGoLive(StudioError):
    """A request would make something live, send it, schedule it or delete it; Fabel makes drafts only."""


def check(method: str, path: str, body: Any) -> None:  # noqa: ANN401 - JSON of any shape
    """Raise WouldGoLive for a request that does more than make or change a draft."""
    door = path.partition("?")[0]
    shut = method == "DELETE" or _DOORS.search(door)
    what = f"{method} {door}" if shut else _live(body)
    if what:
        raise WouldGoLive(N_("Fabel does not send this: {what} would do more than make a draft."), what=what)


def _live(body: Any) -> str:  # noqa: ANN401 - JSON of any shape
    """Return the first `key: value` in a body that goes live, or nothing."""
    if isinstance(body, dict):
        found = (f"{key}: {value}" for key, value in body.items() if _switches_on(str(key), value))
        return next(found, "") or _first(body.values())
    return _first(body) if isinstance(body, (list, tuple)) else ""


def _first(values: Any) -> str:  # noqa: ANN401 - JSON of any shape
    return next((found for value in values if (found := _live(value))), "")


def _switches_on(key: str, value: object) -> bool:
    plain = re.sub(r"[^a-z]", "", key.lower())
    if plain in _STATUS:
        return isinstance(value, str) and value.casefold() in LIVE
    if plain in _SWITCHES:
        return value is True or value == 1 or (isinstance(value, str) and value.casefold() == "true")
    return plain in _TIMES and bool(value)
