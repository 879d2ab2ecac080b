"""A message of any project at a glance: the gallery reads presets in it, the brand its themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.desk import Desk

if TYPE_CHECKING:
    from widgets.preview.glance import MessageGlance


def glance_of(desk: Desk) -> MessageGlance:
    """Return the preview's glance; what draws e-mails is loaded only now."""
    from widgets.preview.glance import MessageGlance

    return MessageGlance(desk)
