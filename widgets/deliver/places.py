"""The way from the deliver screen to a place in the work: a message in Write, a step in Flow."""

from __future__ import annotations

from collections.abc import Callable

from studio.model.findings import Place
from widgets.desk import Desk


def go_to(desk: Desk, place: Place, show: Callable[[str], None]) -> None:
    """Show a place: Write for a message, else Flow; a place of the whole flow leaves the message as it is."""
    parts = {"sequence": place.sequence, "message": place.message, "language": place.language}
    said = {name: value for name, value in parts.items() if value}
    desk.here.go(**said, block=place.block, variant=place.variant, field="", offset=0)
    show("write" if place.message else "flow")
