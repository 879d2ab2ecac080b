"""The sheet of all keys, by where they work."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QWidget

from studio.i18n import Translator
from widgets.actions import GROUP, Actions
from widgets.frame.commands import keys_of
from widgets.parts.buttons import Button
from widgets.parts.chips import Chip
from widgets.parts.labels import Label, Overline
from widgets.parts.layouts import Scroll
from widgets.parts.sheet import Sheet
from widgets.theme.look import Look

COLUMNS = 3


def by_group(actions: Actions) -> dict[str, list[QAction]]:
    """Return the actions that have keys, by their group."""
    groups: defaultdict[str, list[QAction]] = defaultdict(list)
    for action in actions:
        if keys_of(action):
            groups[str(action.property(GROUP))].append(action)
    return dict(groups)


def shortcut_sheet(look: Look, words: Translator, actions: Actions, parent: QWidget) -> Sheet:
    """Return the sheet; the caller opens it."""
    sheet = Sheet(look, words("Keys"), parent)
    page = QWidget()
    grid = QGridLayout(page)
    grid.setHorizontalSpacing(40)
    heights = [0] * COLUMNS
    for group, members in by_group(actions).items():
        column = heights.index(min(heights))
        grid.addWidget(_group(look, group, members), heights[column], column, len(members) + 2, 1)
        heights[column] += len(members) + 2
    grid.setRowStretch(max(heights), 1)
    whole = Scroll(look, page)
    whole.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows and page keys move it
    whole.setAccessibleName(words("Keys"))
    sheet.body.addWidget(whole)
    sheet.add_button(Button(look, words("Close"))).clicked.connect(sheet.reject)
    whole.setFocus()
    sheet.resize(min(1040, parent.width() - 80), min(680, parent.height() - 80))
    return sheet


def _group(look: Look, group: str, members: list[QAction]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 16)
    grid.setVerticalSpacing(6)
    grid.addWidget(Overline(look, group), 0, 0, 1, 2)
    for row, action in enumerate(members, 1):
        grid.addWidget(Label(look, action.text().rstrip("…"), "small", wrap=True), row, 0)
        grid.addWidget(Chip(look, keys_of(action)), row, 1)
    grid.setColumnStretch(0, 1)
    grid.setRowStretch(len(members) + 1, 1)
    return box
