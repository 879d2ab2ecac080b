"""How an automation at Omnisend is changed in place: its start and rules in one call, its blocks in another.

An automation that somebody has enabled takes no changes; the service then refuses, and a new draft is made.
"""

from __future__ import annotations

from typing import Any

from studio.exporters import references
from studio.exporters.omnisend.draft import Json
from studio.exporters.service import Call

_CLEARED: Json = {"audienceFilterGroup": None}
_RULES = ("name", "trigger", "exitConditions", "settings")


def update_flow(
    remote_id: str,
    answer: str,  # noqa: ARG001
    before: Any,  # noqa: ANN401
    after: Any,  # noqa: ANN401
    touched: frozenset[str],
) -> tuple[Call, ...]:
    """Return the calls that bring start, rules and blocks up to date, each only where it changed.

    An e-mail's content is copied out of its template when a block takes it, so blocks whose template was imported anew
    are written again.
    """
    calls = []
    if before is None or _rules(before) != _rules(after):
        calls.append(Call("PATCH", f"/api/automations/{remote_id}", _rules(after)))
    if before is None or before["blocks"] != after["blocks"] or references.keys_in(after["blocks"], touched):
        calls.append(Call("PUT", f"/api/automations/{remote_id}/blocks", {"blocks": after["blocks"]}))
    return tuple(calls)


def _rules(body: Json) -> Json:
    """Return what one call sets; what is not there is cleared, as leaving it out would keep it."""
    made = {name: body[name] for name in _RULES if name in body}
    settings = {"frequencyLimiter": None, **body["settings"]}
    return {**made, "trigger": {**_CLEARED, **body["trigger"]}, "settings": settings}


def enable(remote_id: str, answer: str) -> tuple[Call, ...]:  # noqa: ARG001 - the shape of `Resource.live`
    """Return the call that switches an automation on for what happens from now on."""
    return (Call("POST", f"/api/automations/{remote_id}/enable", {"enrollExisting": False}),)
