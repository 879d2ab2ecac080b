"""A form generated from an exporter's Options: a field per option, with its label, help and choices."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Any, get_type_hints

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.exporters.base import Exporter
from studio.exporters.options import called, parse_options
from studio.i18n import Translator
from widgets.parts.fields import CheckField, ChoiceField, Field, LineField
from widgets.parts.labels import Label
from widgets.parts.layouts import column
from widgets.theme.look import Look

Input = LineField | ChoiceField | CheckField


class OptionsForm(QWidget):
    """The options of one exporter; texts and numbers are typed, flags are ticked, choices are picked."""

    changed = Signal(object)
    """The new Options, whenever all fields hold something that the exporter takes."""

    def __init__(self, look: Look, words: Translator, exporter: Exporter, options: Any) -> None:  # noqa: ANN401
        """Take the exporter, and its options as they are now."""
        super().__init__()
        self._words, self._exporter = words, exporter
        self.inputs: dict[str, Input] = {}
        self._fields: dict[str, Field] = {}
        hints = get_type_hints(exporter.options)
        rows = [self._row(look, field, hints, options) for field in dataclasses.fields(exporter.options)]
        nothing = Label(look, words("There is nothing to choose for this target."), "body", "ink2", wrap=True)
        self.setLayout(column(*(rows or [nothing]), spacing=16))

    def hold_wrong(self) -> bool:
        """Return whether a field holds what the exporter does not take, and put the focus on it."""
        wrong = next((name for name, field in self._fields.items() if field.is_wrong), "")
        if wrong:
            self.inputs[wrong].setFocus()
        return bool(wrong)

    def _row(self, look: Look, field: dataclasses.Field[Any], hints: dict[str, Any], options: Any) -> QWidget:  # noqa: ANN401
        words, about = self._words, field.metadata
        label, help_ = words(about.get("label", "") or field.name), words(about.get("help", ""))
        made = self._input(look, label, hints[field.name], field)
        made.set_value(_shown(getattr(options, field.name), made))
        made.setObjectName(field.name)
        made.edited.connect(partial(self._edited, field.name))
        self.inputs[field.name] = made
        if isinstance(made, CheckField):
            hint = Label(look, help_, "small", "ink3", wrap=True)
            hint.setContentsMargins(28, 0, 0, 0)
            hint.setVisible(bool(help_))
            row = QWidget()
            row.setLayout(column(made, hint, spacing=2))
            return row
        self._fields[field.name] = Field(look, label, made, help_)
        return self._fields[field.name]

    def _input(self, look: Look, label: str, kind: Any, field: dataclasses.Field[Any]) -> Input:  # noqa: ANN401 - a type
        choices = field.metadata.get("choices", ())
        if choices:
            return ChoiceField(look, label, [(choice, self._words(called(field, choice))) for choice in choices])
        return CheckField(look, label) if kind is bool else LineField(look, label)

    def _edited(self, name: str, _value: object) -> None:
        try:
            options = parse_options(self._exporter, (_word(key, field.value) for key, field in self.inputs.items()))
        except StudioError as refusal:
            if name in self._fields:
                self._fields[name].say_wrong(self._words.say(refusal))
            return
        for field in self._fields.values():
            field.say_wrong("")
        self.changed.emit(options)


def _shown(value: Any, field: Input) -> Any:  # noqa: ANN401 - what the field takes
    return bool(value) if isinstance(field, CheckField) else str(value)


def _word(key: str, value: object) -> str:
    return f"{key}={str(value).lower() if isinstance(value, bool) else value}"
