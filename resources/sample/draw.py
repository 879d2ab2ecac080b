"""Draws the sample shop's pictures: every drawing as a PNG."""

# ruff: noqa: INP001 - a script beside its drawings, in no package
from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
PORTRAIT, PRODUCT = 240, 600


def _blank(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _painter(image: QImage) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing)
    return painter


def _few_colours(image: QImage) -> QImage:
    """Return the picture in its own 256 commonest colours, which keeps a flat drawing small."""
    opaque = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(opaque.constBits()).cast("B").cast("I"))
    palette = [colour for colour, _ in counted.most_common(256)]
    return opaque.convertToFormat(QImage.Format.Format_Indexed8, palette, Qt.ImageConversionFlag.AvoidDither)


def draw(source: Path, target: Path) -> None:
    """Paint one SVG drawing as a square PNG."""
    side = PORTRAIT if source.stem == "portrait" else PRODUCT
    image = _blank(side, side)
    painter = _painter(image)
    QSvgRenderer(str(source)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    _few_colours(image).save(str(target), "PNG", 0)


def main() -> None:
    """Redraw `pictures` from `drawings`."""
    application = QGuiApplication([*sys.argv, "-platform", "offscreen"])
    for source in sorted((HERE / "drawings").glob("*.svg")):
        draw(source, HERE / "pictures" / f"{source.stem}.png")
    application.quit()


if __name__ == "__main__":
    main()
