"""How things at Mailchimp are changed in place, and what a person may have changed there."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.updating import rewriting

update_template = rewriting("PATCH", "/3.0/templates/{id}")
"""Gives a template its new name and words."""


update_campaign = rewriting("PATCH", "/3.0/campaigns/{id}", without=("type",))
"""Rewrites a draft's settings, but not its type, which can never change.

Mailchimp refuses it for a campaign that has been sent.
"""


def campaign_facets(told: Any) -> Map[str, str]:  # noqa: ANN401 - a body or an answer: both have the same settings
    """Return what a draft says: its subjects (one in each line), preview text and sender."""
    settings, tested = told.get("settings") or {}, told.get("variate_settings") or {}
    subjects = tested.get("subject_lines") or [settings.get("subject_line")]
    name, address = settings.get("from_name") or "", settings.get("reply_to") or ""
    return Map(
        {
            "Subject": "\n".join(str(one) for one in subjects if one),
            "Preview text": str(settings.get("preview_text") or ""),
            "Sender": f"{name} <{address}>" if address else str(name),
        }
    )


def content_facets(told: Any) -> Map[str, str]:  # noqa: ANN401 - a body or an answer: both have the same parts
    """Return the HTML of a draft; a test of subjects has it in its one content."""
    contents = told.get("variate_contents") or []
    first = contents[0] if contents and isinstance(contents[0], dict) else told
    return Map({"Content": str(first.get("html") or "")})
