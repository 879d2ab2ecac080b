"""Two parts beside each other where there is room, else one below the other; the height is known before it is laid."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from widgets.parts.layouts import Listed


class Aside(Listed):
    """Lays a main part and, `wide` pixels wide, a side part; below `narrow` pixels the side stands under the main."""

    def __init__(self, main: QWidget, side: QWidget, wide: int, narrow: int, indent: int = 0) -> None:
        """Take the parts; under the main part the side one is indented."""
        super().__init__(main, side)
        self._wide, self._narrow, self._indent = wide, narrow, indent

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at a width."""
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put the parts in their places."""
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect.width()), strict=False):
            item.setGeometry(place.translated(rect.topLeft()))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for both beside each other."""
        return QSize(self._narrow, max((item.sizeHint().height() for item in self._items), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the narrower of both ways; the height follows the width, and no other one is asked for."""
        return QSize(max((item.minimumSize().width() for item in self._items), default=0), 0)

    def _places(self, width: int) -> list[QRect]:
        if len(self._items) < 2:
            return []
        main, side = self._items
        if width < self._narrow:
            tall = _height(main, width)
            left = min(self._indent, width)
            return [QRect(0, 0, width, tall), QRect(left, tall + 4, width - left, _height(side, width - left))]
        room = width - self._wide - 12
        return [QRect(0, 0, room, _height(main, room)), QRect(room + 12, 0, self._wide, _height(side, self._wide))]


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
