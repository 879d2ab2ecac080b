"""The two families of the window, and the sizes in which each is used."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

SANS, SERIF = "Hanken Grotesk", "Source Serif Pro"

# role: family, pixels, weight, italic
ROLES: dict[str, tuple[str, int, int, bool]] = {
    "caption": (SANS, 11, 400, False),
    "small": (SANS, 12, 400, False),
    "smallmedium": (SANS, 12, 500, False),
    "smallstrong": (SANS, 12, 600, False),
    "button": (SANS, 13, 500, False),
    "body": (SANS, 14, 400, False),
    "bodystrong": (SANS, 14, 600, False),
    "strong": (SANS, 15, 600, False),
    "manuscript": (SERIF, 17, 400, False),
    "manuscriptitalic": (SERIF, 17, 400, True),
    "subject": (SERIF, 17, 600, False),
    "card": (SERIF, 18, 600, False),
    "panel": (SERIF, 20, 600, False),
    "mark": (SERIF, 22, 600, False),
    "title": (SERIF, 26, 600, False),
}

# package: the faces the roles need, and no others; each costs time before the first paint
FACES = {
    "font_hanken_grotesk": ("HankenGrotesk-Regular.otf", "HankenGrotesk-Medium.otf", "HankenGrotesk-SemiBold.otf"),
    "font_source_serif_pro": (
        *("SourceSerifPro-Regular.ttf", "SourceSerifPro-Semibold.ttf"),
        *("SourceSerifPro-It.ttf", "SourceSerifPro-SemiboldIt.ttf"),
    ),
}


def load_fonts() -> None:
    """Make the faces of `FACES` known to Qt and the window's own family its font; call once per application."""
    for package, faces in FACES.items():
        folder = Path(import_module(package).__path__[0]) / "files"
        for face in faces:
            QFontDatabase.addApplicationFont(str(folder / face))
    QApplication.setFont(font("body"))


@cache
def font(role: str) -> QFont:
    """Return the font of a role, in whole pixels."""
    family, pixels, weight, italic = ROLES[role]
    made = QFont(family)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    return made
