"""What a template and the text part print: the same saying twice, as HTML and as plain words."""

from __future__ import annotations

import html
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """Words or an address; `html` is escaped already and printed as it is, `plain` goes into the text part."""

    html: str = ""
    plain: str = ""

    def __html__(self) -> str:
        """Return the HTML, which is how Jinja2 knows that it is escaped."""
        return self.html

    def __bool__(self) -> bool:
        """Tell whether anything is said."""
        return bool(self.html)


NOTHING = Said()


def bare(words: str) -> Said:
    """Return words that are no copy and hold no merge tags: a label of the brand, the address of a picture."""
    return Said(html.escape(words), words)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to show: its address, its words, and its width in px (0: as wide as there is room)."""

    src: Said
    alt: Said
    width: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its label."""

    label: Said
    url: Said


@dataclass(frozen=True, slots=True)
class Entry:
    """A title and what is said under it, as guarantees and questions have them."""

    title: Said
    text: Said
