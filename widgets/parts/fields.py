"""All fields by one name, and the frame of a field: its label above, its hint or complaint below."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from widgets.parts.choices import CheckField, ChoiceField, NumberField
from widgets.parts.colors import ColorField
from widgets.parts.inputs import clean, set_state
from widgets.parts.labels import Label
from widgets.parts.layouts import column
from widgets.parts.texts import AreaField, LineField, SearchField, SecretField
from widgets.theme.look import Look

__all__ = [
    "AreaField",
    "CheckField",
    "ChoiceField",
    "ColorField",
    "Field",
    "LineField",
    "NumberField",
    "SearchField",
    "SecretField",
    "clean",
]


class Field(QWidget):
    """A field with its label above and one sentence below: the hint, or what is wrong."""

    def __init__(self, look: Look, label: str, field: QWidget, hint: str = "") -> None:
        """Take the label's words, the field and the hint."""
        super().__init__()
        self.field = field
        self.label = Label(look, label, "smallmedium", "ink2")
        self._hint = hint
        self._below = Label(look, hint, "small", "ink3", wrap=True)
        self.setLayout(column(self.label, field, self._below, spacing=5))
        # Not before it has a parent: a label alone would be shown as a window, which closes every popup.
        self._below.setVisible(bool(hint))
        self.setFocusProxy(field)
        field.setAccessibleDescription(hint)

    def set_hint(self, hint: str) -> None:
        """Take another hint."""
        self._hint = hint
        if not self.is_wrong:
            self.say_wrong("")

    @property
    def is_wrong(self) -> bool:
        """Tell whether the field complains."""
        return bool(self.field.property("wrong"))

    def say_wrong(self, text: str) -> None:
        """Say in one sentence what is wrong; "" takes it back and the hint returns."""
        shown = text or self._hint
        self._below.set_color("bad" if text else "ink3")
        self._below.set_text(shown)
        self._below.setVisible(bool(shown))
        self.field.setAccessibleDescription(shown)
        set_state(self.field, "wrong", value=bool(text))
