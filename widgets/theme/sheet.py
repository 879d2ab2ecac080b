"""The palette and the style sheet, made from the tokens."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtGui import QColor, QPalette

from studio.paths import shipped
from widgets.theme.tokens import Tokens

ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "onAccent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "sunken",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line2",
    QPalette.ColorRole.Shadow: "line2",
    QPalette.ColorRole.Highlight: "accentSoft",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
}
PLACE = re.compile(r"\{\{ (\w+) \}\}")
"""Where a token's colour goes: `{{ ink }}`. Filled here, because Jinja would take a tenth of the first paint."""
PALE = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


@cache
def _sources() -> tuple[str, ...]:
    folder = shipped("resources", "themes")
    files = (folder / "fabel.qss.j2", *sorted((folder / "parts").glob("*.qss.j2")))
    return tuple(file.read_text("utf-8") for file in files)


def style_sheet(tokens: Tokens) -> str:
    """Return the Qt style sheet of a theme: `fabel.qss.j2`, then the files of `parts`, with their colours filled in.

    Raises KeyError for a place whose token the theme lacks: a slip of the programmer.
    """

    def color(place: re.Match[str]) -> str:
        return tokens.colors[place[1]]

    return PLACE.sub(color, "\n".join(_sources()))


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of a theme."""
    made = QPalette()
    for role, token in ROLES.items():
        made.setColor(role, QColor(tokens.colors[token]))
    for role in PALE:
        made.setColor(QPalette.ColorGroup.Disabled, role, faint(tokens))
    return made


def faint(tokens: Tokens) -> QColor:
    """Return the colour of words that cannot be used now: ink3, half gone."""
    color = QColor(tokens.colors["ink3"])
    color.setAlphaF(0.6)
    return color
