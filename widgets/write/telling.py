"""What is painted beside the words, told to whoever cannot see it: as the description of the manuscript."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from widgets.desk import Desk
from widgets.here import Spot
from widgets.write.engine.view import ManuscriptView
from widgets.write.layer import Layer
from widgets.write.measures import figures, meaning


class Telling(QObject):
    """Describes the message and the block that the writer is in: figures, what they mean, and remarks."""

    def __init__(self, desk: Desk, view: ManuscriptView, layer: Layer) -> None:
        """Follow the writer."""
        super().__init__(view)
        self._desk, self._view, self._layer = desk, view, layer
        desk.here.moved.connect(self._moved)

    def tell(self) -> None:
        """Describe what is beside the writer now."""
        lines = [*self._figures(), *self._remarks()]
        self._view.setAccessibleDescription("\n".join(lines))

    def _figures(self) -> list[str]:
        spot, session = self._desk.here.spot, self._desk.session
        message = session.project.messages.get(spot.message) if session.is_open else None
        measured = self._layer.beside.measured.get(spot.message)
        if message is None or measured is None:
            return []
        words = self._desk.words
        return [figures(words, measured, message.channel)[1], meaning(words, measured, message.channel)]

    def _remarks(self) -> list[str]:
        row = self._view.chosen or self._view.row
        found = self._layer.beside.remarks.here(row) if row is not None else []
        return [self._desk.words.say(each.finding.message) for each in found]

    def _moved(self, before: Spot, after: Spot) -> None:
        if replace(before, offset=0, persona="") != replace(after, offset=0, persona=""):
            self.tell()
