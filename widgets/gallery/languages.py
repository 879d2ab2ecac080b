"""The language a preset is read in: pills for a few, a list for many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from widgets.names import OWN_NAMES
from widgets.parts.fields import ChoiceField
from widgets.parts.layouts import column
from widgets.parts.segments import Segment, Segments
from widgets.theme.look import Look

FEW = 4


class ReadingLanguage(QWidget):
    """One of the languages that an offer has."""

    chosen = Signal(str)

    def __init__(self, look: Look, words: Translator) -> None:
        """Begin without any."""
        super().__init__()
        self._pills = Segments(look, [], words("Language to read in"))
        self._list = ChoiceField(look, words("Language to read in"), [])
        self._few = True
        self.setLayout(column(self._pills, self._list))
        self._pills.chosen.connect(self.chosen)
        self._list.edited.connect(self._tell)
        self._list.hide()

    @property
    def current(self) -> str:
        """Return the code of the chosen language."""
        return self._pills.current if self._few else str(self._list.value)

    def offer(self, codes: Sequence[str], current: str) -> None:
        """Show other languages, with one chosen, without a signal."""
        named = [(code, OWN_NAMES.get(code, code)) for code in codes]
        self._few = len(named) <= FEW
        self._pills.setVisible(self._few)
        self._list.setVisible(not self._few)
        if self._few:
            self._pills.set_choices([Segment(code, name) for code, name in named])
            self._pills.choose(current)
        else:
            self._list.set_choices(sorted(named, key=lambda pair: pair[1].casefold()))
            self._list.set_value(current)

    def _tell(self, code: object) -> None:
        self.chosen.emit(str(code))
