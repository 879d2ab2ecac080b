"""The order in which Tab goes through parts that come and go."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(*parts: QWidget) -> None:
    """Let Tab go through the parts one after the other; a part that takes no focus stands for what is in it."""
    for before, after in pairwise((parts[0], *(stop for part in parts[1:] for stop in _stops(part)))):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> Iterable[QWidget]:
    inside = (part,) if _takes_tab(part) else part.findChildren(QWidget)
    return tuple(each for each in inside if _takes_tab(each) and each.window() is part.window())


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
