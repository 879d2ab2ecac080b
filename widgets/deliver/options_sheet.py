"""The choices of a target in a sheet; the plan is made anew when it is closed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from widgets.deliver.delivery import Delivery
from widgets.deliver.options import OptionsForm
from widgets.parts.buttons import Button
from widgets.parts.layouts import Scroll, column
from widgets.parts.sheet import Sheet


class OptionsSheet(Sheet):
    """The generated form of the chosen target."""

    def __init__(self, delivery: Delivery, parent: QWidget) -> None:
        """Show the options as they are now."""
        desk, target = delivery.desk, delivery.target
        title = desk.words("Choices for {target}", target=desk.words.say(target.label))
        super().__init__(desk.look, title, parent)
        self._delivery = delivery
        self._chosen: Any = None
        exporter = target.exporter
        if exporter is not None:
            now = delivery.choices.options_of(exporter, delivery.account)
            self.form = OptionsForm(desk.look, desk.words, exporter, now)
            self.form.changed.connect(self._take)
            inner = QWidget()
            inner.setLayout(column(self.form, None, margins=(2, 2, 12, 2)))
            self.body.addWidget(Scroll(desk.look, inner))
        self.add_button(Button(desk.look, desk.words("Back"))).clicked.connect(self.reject)
        self.done_button = self.add_button(Button(desk.look, desk.words("Use these"), "primary"))
        self.done_button.clicked.connect(self._finish)
        self.accepted.connect(self._use)
        fields = len(self.form.inputs) if exporter is not None else 0
        self.resize(520, min(620, 180 + 84 * max(1, fields)))

    def _finish(self) -> None:
        if not self.form.hold_wrong():
            self.accept()

    def _take(self, options: object) -> None:
        self._chosen = options

    def _use(self) -> None:
        if self._chosen is not None:
            self._delivery.choose(options=self._chosen)
