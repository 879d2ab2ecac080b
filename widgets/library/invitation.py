"""A page with a few words and what can be done: the empty workspace, and one that cannot be opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from widgets.parts.buttons import Button
from widgets.parts.labels import Heading, Label
from widgets.parts.layouts import column, row
from widgets.parts.rows import Glyph
from widgets.theme.look import Look

CENTER = Qt.AlignmentFlag.AlignHCenter
WIDE = 460


class Invitation(QWidget):
    """Icon, serif title, a sentence, one primary button, and quieter ones below it."""

    def __init__(self, look: Look, icon: str, title: str, sentence: str, actions: Sequence[QAction]) -> None:
        """Take the words and the actions, the first of which is the primary one."""
        super().__init__()
        self.title = Heading(look, title)
        self.sentence = Label(look, sentence, "body", "ink2", wrap=True)
        for label in (self.title, self.sentence):
            label.setAlignment(CENTER)
        self.sentence.setMinimumWidth(WIDE)
        self.sentence.setMaximumWidth(WIDE)
        self.buttons = [Button(look, action.text(), kind) for action, kind in _kinds(actions)]
        for button, action in zip(self.buttons, actions, strict=True):
            button.clicked.connect(action.trigger)
            button.setToolTip(action.toolTip())
        glyph = Glyph(look, icon, "ink3", 36)
        first, rest = self.buttons[:2], self.buttons[2:]
        parts = [row(None, part, None) for part in (glyph, self.title, self.sentence)]
        whole = column(None, *parts, 4, row(None, *first, None), row(None, *rest, None), None, spacing=12)
        self.setLayout(whole)


def _kinds(actions: Sequence[QAction]) -> list[tuple[QAction, str]]:
    kinds = ("primary", "plain")
    return [(action, kinds[number] if number < len(kinds) else "quiet") for number, action in enumerate(actions)]
