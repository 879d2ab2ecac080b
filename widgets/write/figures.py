"""The figures beside the manuscript: shares of variants, and the width of a subject in an inbox."""

from __future__ import annotations

from collections.abc import Mapping

from immutables import Map
from PySide6.QtGui import QFont, QFontMetricsF

from studio.errors import StudioError
from studio.model.message import Message
from studio.model.project import Project
from studio.model.spans import Tag, Words, parse_plain
from studio.render.constants import brand_constants, offer_constants
from studio.tags.parser import parse_tag
from studio.tags.tree import Value
from widgets.theme.fonts import SANS

INBOX_PIXELS = 14
"""Size of the sans serif in which a subject is measured, as inbox apps on desktops set it."""
NOTHING: Mapping[str, str] = Map()


def share(project: Project, message: Message, variant_id: str) -> int:
    """Return the share of a variant in percent of all its message's variants, rounded."""
    whole = sum(project.variants[id_].weight for id_ in message.variants)
    return round(100 * project.variants[variant_id].weight / whole) if whole else 0


def inbox_width(subject: str, known: Mapping[str, str] = NOTHING) -> int:
    """Return the pixels a subject takes in an inbox, set in our sans serif of 14 px; see `as_read`."""
    font = QFont(SANS)
    font.setPixelSize(INBOX_PIXELS)
    return round(QFontMetricsF(font).horizontalAdvance(as_read(subject, known)))


def as_read(words: str, known: Mapping[str, str] = NOTHING) -> str:
    """Return a plain text as somebody reads it of whom we know nothing.

    A merge tag becomes what `known` says of its path, else what stands there when we do not know it, or nothing.
    """
    said = (span.words if isinstance(span, Words) else _stand_in(span, known) for span in parse_plain(words))
    return "".join(said)


def constants(project: Project, message: Message, language: str) -> Mapping[str, str]:
    """Return what the brand and the message's own offer say, by the path of its merge tag."""
    blocks = (project.blocks[id_] for id_ in message.blocks)
    return brand_constants(project.brand, language).update(offer_constants(blocks, language))


def _stand_in(span: object, known: Mapping[str, str]) -> str:
    if not isinstance(span, Tag):
        return " "
    try:
        node = parse_tag(span.source)
    except StudioError:
        return span.source
    if not isinstance(node, Value):
        return ""
    default = node.filter("default")
    return known.get(node.path) or (default.text if default else "")
