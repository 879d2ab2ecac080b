"""The time as the workspace writes it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Return the moment as ISO 8601 UTC text with microseconds, so that texts sort as times do."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
