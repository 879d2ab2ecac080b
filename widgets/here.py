"""Where the writer is: which sequence, message, block, language and reader every screen shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the open project, as ids; empty where there is none.

    `field` is the text's name within a block ("text", "label"), or "subject" or "preheader" of the variant; `offset`
    counts characters of the shown text, a merge tag as one. `persona` is whose data previews show.
    """

    sequence: str = ""
    message: str = ""
    block: str = ""
    field: str = ""
    variant: str = ""
    language: str = ""
    offset: int = 0
    persona: str = ""


class Here(QObject):
    """Holds the Spot and tells who cares when it moved."""

    moved = Signal(object, object)
    """The Spot before and the Spot after."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start nowhere."""
        super().__init__(parent)
        self._spot = Spot()

    @property
    def spot(self) -> Spot:
        """Return where the writer is."""
        return self._spot

    def go(self, **parts: Any) -> None:  # noqa: ANN401 - the fields of Spot
        """Move: the named parts of the Spot take new values, the rest stays."""
        before, after = self._spot, replace(self._spot, **parts)
        if after != before:
            self._spot = after
            self.moved.emit(before, after)
