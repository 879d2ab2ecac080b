"""The field for a service: one of many, found by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint

from widgets.parts.choices import ChoiceField
from widgets.parts.popup import Choice, Picker
from widgets.theme.look import Look


class ServiceField(ChoiceField):
    """Shows a service's name; its list tells beside each what it takes."""

    def __init__(self, look: Look, name: str, choices: Sequence[Choice]) -> None:
        """Take the name told to whoever cannot see the field, and the services as choices."""
        self._offered = tuple(choices)
        super().__init__(look, name, [(choice.id, choice.text) for choice in choices])
        self.picker = Picker(look, self)
        self.picker.picked.connect(self._pick)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Offer the services below the field, to be filtered."""
        below = self.mapToGlobal(self.rect().bottomLeft() + QPoint(0, 4))
        self.picker.offer(self._offered, below, current=self.value)

    def hidePopup(self) -> None:  # noqa: N802 - Qt's name
        """Close the list."""
        self.picker.hide()
        super().hidePopup()

    def _pick(self, key: str) -> None:
        self.setCurrentIndex(self.findData(key))
        self._tell()
