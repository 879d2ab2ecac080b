"""How each kind of row is set: font, colour, line height and the room around it, as formats of the document."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from studio.model.spans import PLAIN, Style
from widgets.theme.look import Look
from widgets.write.engine.rows import Row

BOLD = QTextFormat.Property.UserProperty.value + 1
ITALIC = BOLD + 1
LINK = BOLD + 2
TAG = BOLD + 3
CHIP = QTextFormat.ObjectTypes.UserObject.value + 1
"""Properties of characters that carry a style of the words (not of the row), and the object type of a merge tag."""
FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class Face:
    """Font role and colour token, height of a line, room above, below and after a block's last row, and indents."""

    role: str = "manuscript"
    color: str = "ink"
    line: int = 27
    above: int = 0
    below: int = 2
    after: int = 10
    left: int = 0
    right: int = 0
    italic: bool = False


FACES: dict[str, Face] = {
    "head": Face(line=88, below=0, after=0),
    "subject": Face("subject", line=24, left=31, right=90, below=0, after=0),
    "preheader": Face("small", "ink3", line=16, left=31, right=90, below=16, after=16),
    "variants": Face(line=36, below=0, after=0),
    "paragraph": Face(),
    "list": Face(left=24),
    "heading1": Face("mark", line=32),
    "heading2": Face("card", line=28),
    "heading3": Face("subject"),
    "quote": Face(left=20, italic=True),
    "inset": Face(left=16, right=16),
    "label": Face("bodystrong", "onAccent", line=20, above=20, below=20, after=20, left=18, right=18),
    "textlink": Face("bodystrong", "accent", line=20, above=20, below=20, after=20, left=18, right=18),
    "card": Face(line=42, below=6),
    "small": Face("body", line=22, left=146, right=16),
    "hint": Face(after=34),
}


@dataclass(slots=True, weakref_slot=True)
class Faces:
    """The formats in the colours that are on; made once each, for there are few."""

    look: Look
    _blocks: dict[tuple[str, bool, bool], QTextBlockFormat] = field(default_factory=dict)
    _chars: dict[tuple[str, Style], QTextCharFormat] = field(default_factory=dict)
    _chips: dict[tuple[str, Style, str], QTextCharFormat] = field(default_factory=dict)

    def forget(self) -> None:
        """Make the formats anew: the colours are others."""
        self._chars.clear()
        self._chips.clear()

    def block(self, row: Row) -> QTextBlockFormat:
        """Return the format of a row's paragraph."""
        key = (row.look, row.last, row.ends)
        if key not in self._blocks:
            face, made = FACES[row.look], QTextBlockFormat()
            made.setLineHeight(face.line, FIXED)
            made.setTopMargin(face.above)
            made.setBottomMargin(FACES["hint"].after if row.ends else face.after if row.last else face.below)
            made.setLeftMargin(face.left)
            made.setRightMargin(face.right)
            self._blocks[key] = made
        return self._blocks[key]

    def chars(self, look: str, style: Style = PLAIN) -> QTextCharFormat:
        """Return the format of words of a style in a row that is set as `look`."""
        key = (look, style)
        if key not in self._chars:
            self._chars[key] = self._made(FACES[look], style)
        return self._chars[key]

    def chip(self, look: str, style: Style, source: str) -> QTextCharFormat:
        """Return the format of a merge tag's one character."""
        key = (look, style, source)
        if key not in self._chips:
            made = QTextCharFormat(self.chars(look, style))
            made.setObjectType(CHIP)
            made.setProperty(TAG, source)
            self._chips[key] = made
        return self._chips[key]

    def _made(self, face: Face, style: Style) -> QTextCharFormat:
        made, font = QTextCharFormat(), QFont(self.look.font(face.role))
        font.setItalic(face.italic or style.italic)
        if style.bold:
            font.setWeight(QFont.Weight.DemiBold)
        made.setFont(font)
        made.setForeground(self.look.color("accent" if style.link else face.color))
        made.setFontUnderline(bool(style.link))
        for name, value in ((BOLD, style.bold), (ITALIC, style.italic), (LINK, style.link)):
            if value:
                made.setProperty(name, value)
        return made


def style_of(made: QTextCharFormat) -> Style:
    """Return the style that a character's format carries."""
    if not made.hasProperty(BOLD) and not made.hasProperty(ITALIC) and not made.hasProperty(LINK):
        return PLAIN
    return Style(bool(made.property(BOLD)), bool(made.property(ITALIC)), made.stringProperty(LINK))
