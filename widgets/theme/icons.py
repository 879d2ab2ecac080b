"""Phosphor icons in the colours of the tokens; an icon asks for its colour when it is painted.

qtawesome ships the font and the names. Importing it would load twelve icon fonts, so only its files are read, when the
first icon is painted.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont, QTransform

if TYPE_CHECKING:
    from widgets.theme.look import Look

EM = 256
"""Pixels of the em square in which outlines are kept; painting scales them."""
FAINT = 0.45
"""Opacity of the icon of something that cannot be used now."""


def _file(pattern: str) -> Path:
    spec = find_spec("qtawesome")
    folder = Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else Path()
    return max((folder / "fonts").glob(pattern))


@cache
def _code_points() -> dict[str, str]:
    plain: dict[str, str] = json.loads(_file("phosphor-charmap-*.json").read_text("utf-8"))
    return plain


@cache
def _face() -> QRawFont:
    return QRawFont(str(_file("phosphor-*.ttf")), EM, QFont.HintingPreference.PreferNoHinting)


@cache
def outline(name: str) -> QPainterPath:
    """Return the outline of an icon ("ph.envelope-simple") in its em square of `EM` pixels.

    Raises KeyError where Phosphor has no icon of that name: a slip of the programmer.
    """
    letter = chr(int(_code_points()[name.removeprefix("ph.")], 16))
    face = _face()
    path = face.pathForGlyph(face.glyphIndexesForString(letter)[0])
    # Phosphor draws above the baseline and fills the em square.
    path.translate(0, EM)
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def paint_icon(painter: QPainter, where: QRectF | QRect, name: str, color: QColor) -> None:
    """Paint an icon centred in a rectangle, as large as its shorter side."""
    box = QRectF(where)
    side = min(box.width(), box.height())
    corner = box.center() - QPointF(side / 2, side / 2)
    place = QTransform.fromTranslate(corner.x(), corner.y()).scale(side / EM, side / EM)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(place.map(outline(name)), color)
    painter.restore()


class TokenIcon(QIconEngine):
    """Paints one Phosphor icon in a token's colour of the theme that is on at that moment."""

    def __init__(self, look: Look, name: str, color: str) -> None:
        """Take the icon's name and its token."""
        super().__init__()
        self._look, self._name, self._color = look, name, color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        """Paint the icon; what is disabled is paler."""
        color = self._look.color(self._color)
        if mode == QIcon.Mode.Disabled:
            color.setAlphaF(FAINT)
        paint_icon(painter, rect, self._name, color)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon in device pixels."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        """Return a copy, as Qt asks for when an icon is changed."""
        return TokenIcon(self._look, self._name, self._color)

    def iconName(self) -> str:  # noqa: N802 - Qt's name
        """Return the Phosphor name, so that a part can paint the icon in a colour of its own."""
        return self._name


def token_icon(look: Look, name: str, color: str) -> QIcon:
    """Return the icon `name` in the colour of a token."""
    return QIcon(TokenIcon(look, name, color))
