"""What a person may have changed in an automation at Omnisend, told alike from what is sent and what is read back."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.omnisend.draft import Blocks, Json, every_block
from studio.i18n import N_

_CHANNELS: Map[str, tuple[tuple[str, str], ...]] = Map(
    {
        "sendEmail": ((N_("Subjects"), "subject"), (N_("Preview texts"), "preheader")),
        "sendSms": ((N_("SMS"), "message"),),
        "sendPush": ((N_("Push titles"), "title"), (N_("Push messages"), "body")),
    }
)


def facets(body: Any) -> Map[str, str]:  # noqa: ANN401 - JSON
    """Return what an automation says and does, by name: one line for each message or block, in order."""
    blocks: Blocks = body.get("blocks") or []
    told: dict[str, list[str]] = {}
    for action in (block["action"] for block in every_block(blocks) if block["type"] == "action"):
        said = action.get(action["type"]) or {}
        for label, field in _CHANNELS.get(action["type"], ()):
            told.setdefault(label, []).append(str(said.get(field) or ""))
        if action["type"] == "sendEmail":
            told.setdefault(N_("Sender"), []).append(_sender(said))
    told[N_("Steps")] = [_step(block) for block in every_block(blocks)]
    told[N_("Trigger")] = [str(((body.get("trigger") or {}).get("condition") or {}).get("event") or "")]
    return Map({label: "\n".join(lines) for label, lines in told.items()})


def _sender(said: Json) -> str:
    return f"{said.get('senderName') or ''} <{said.get('senderEmail') or ''}>"


def _step(block: Json) -> str:
    data = block.get(block["type"]) or {}
    if block["type"] == "delay":
        length = data.get("duration") or {}
        words = (data.get("mode"), length.get("amount"), length.get("units"), data.get("time"))
        return " ".join(str(word) for word in ("delay", *words, *(data.get("allowedWeekdays") or ())) if word)
    if block["type"] == "abTesting":
        return f"abTesting {data.get('aBlocksPercentage', '')}"
    return str(data.get("type") or block["type"])
