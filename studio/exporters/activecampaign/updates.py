"""How things at ActiveCampaign are changed in place, and what a person may have changed there."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.updating import rewriting

update_words = rewriting("PUT", "/api/3/messages/{id}")
"""Gives a message its new words."""


update_campaign = rewriting("PUT", "/api/3/campaigns/{id}/edit")
"""Renames a draft; ActiveCampaign refuses it for a campaign that was sent."""


def words_of(told: Any) -> Map[str, str]:  # noqa: ANN401 - a body or an answer: both have the same parts
    """Return what a message says; nothing where it was made but never given its words."""
    said = told.get("message")
    if not isinstance(said, dict) or "[fabel " in str(said.get("subject")):
        return Map()
    name, address = str(said.get("fromname") or ""), str(said.get("fromemail") or "")
    return Map(
        {
            "Subject": str(said.get("subject") or ""),
            "Preview text": str(said.get("preheader_text") or ""),
            "Sender": f"{name} <{address}>" if address else name,
            "Content": str(said.get("html") or ""),
        }
    )
