"""A field for one of very many: it opens a list that is filtered by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint

from widgets.parts.choices import ChoiceField
from widgets.parts.popup import Choice, Picker
from widgets.theme.look import Look


class PickField(ChoiceField):
    """One of a long list, with a search in it; choices are pairs of id and words, and the field shows both."""

    def __init__(self, look: Look, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Take the name told to whoever cannot see the field, and the choices."""
        self._offered = tuple(choices)
        super().__init__(look, name, [(key, f"{key} · {words}") for key, words in choices])
        self.picker = Picker(look, self)
        self.picker.picked.connect(self._pick)

    def set_value(self, value: str) -> None:
        """Show another choice, without a signal; one that is not in the list joins it."""
        if value and self.findData(value) < 0:
            self.addItem(value, value)
        super().set_value(value)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Offer the choices below the field, to be filtered."""
        below = self.mapToGlobal(self.rect().bottomLeft() + QPoint(0, 4))
        self.picker.offer([Choice(key, key, words) for key, words in self._offered], below)

    def hidePopup(self) -> None:  # noqa: N802 - Qt's name
        """Close the list."""
        self.picker.hide()
        super().hidePopup()

    def _pick(self, key: str) -> None:
        self.setCurrentIndex(self.findData(key))
        self._tell()
