"""Where the painted controls are: kept from one painting to the next, for only strips are painted anew."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QPointF

from widgets.write.easel import Control
from widgets.write.engine.rows import Key, Row


class Spots:
    """The controls of the viewport as it was painted last; painters add theirs to `controls`."""

    def __init__(self) -> None:
        """Begin without any."""
        self.controls: list[Control] = []
        self.was_over = False
        """Whether the mouse was on one when it moved last."""

    def clear(self) -> None:
        """Forget all."""
        self.controls.clear()

    def begin(self, seen: Container[Key], painted: Container[Key], right: float, *, margin: bool) -> None:
        """Forget those of rows no longer seen and of those painted now, and with `margin` those right of the column."""
        kept = [each for each in self.controls if each.row.key in seen]
        beside = [each for each in kept if each.rect.left() > right and not margin]
        self.controls[:] = [each for each in kept if each.rect.left() <= right and each.row.key not in painted] + beside

    def control(self, what: str, row: Row | None = None) -> Control | None:
        """Return the control of a name (of a row), or None."""
        fitting = (each for each in self.controls if each.what == what and row in (None, each.row))
        return next(fitting, None)

    def at(self, place: QPointF) -> Control | None:
        """Return the control at a place of the viewport; what only has a tooltip lets clicks through."""
        fitting = (each for each in reversed(self.controls) if each.what and each.rect.contains(place))
        return next(fitting, None)

    def tip(self, place: QPointF) -> str:
        """Return what is said of a place, or the empty string."""
        return next((each.tip for each in reversed(self.controls) if each.tip and each.rect.contains(place)), "")
