"""Whether a brand's colours can be read: contrast ratios after WCAG 2.2, for the pairs that the e-mail themes set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studio.model.brand import Colors

SMALL_TEXT, LARGE_TEXT = 4.5, 3.0
"""The least ratios of WCAG 2.2, success criterion 1.4.3, for words below and from 24 px (bold from 18.7 px)."""
DARK = "dark_"
# What is written in a colour, and on which others it stands in the themes.
_PAIRS = (
    ("ink", ("surface", "paper")),
    ("muted", ("surface", "paper")),
    ("accent", ("surface", "paper")),
    ("on_accent", ("accent",)),
)


@dataclass(frozen=True, slots=True)
class Contrast:
    """Words in the colour `front` on the ground `back` (fields of Colors), and their contrast ratio (1 to 21)."""

    front: str
    back: str
    ratio: float

    @property
    def is_dark(self) -> bool:
        """Tell whether the pair belongs to the dark mode."""
        return self.front.startswith(DARK)

    @property
    def is_readable(self) -> bool:
        """Tell whether words of any size can be read."""
        return self.ratio >= SMALL_TEXT

    @property
    def is_readable_large(self) -> bool:
        """Tell whether large words at least can be read."""
        return self.ratio >= LARGE_TEXT


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours (`#rrggbb`), 1 to 21: WCAG 2.2, “contrast ratio”."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    """Return the relative luminance of a colour (`#rrggbb`), 0 to 1: WCAG 2.2, “relative luminance” (sRGB)."""
    red, green, blue = (_linear(int(color[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def contrasts(colors: Colors) -> tuple[Contrast, ...]:
    """Return the contrast of every pair in which the themes set words, light before dark."""
    return tuple(_contrasts(colors, "")) + tuple(_contrasts(colors, DARK))


def _contrasts(colors: Colors, mode: str) -> Iterator[Contrast]:
    for front, backs in _PAIRS:
        for back in backs:
            front_color, back_color = getattr(colors, mode + front), getattr(colors, mode + back)
            yield Contrast(mode + front, mode + back, contrast(front_color, back_color))


def weakest(pairs: tuple[Contrast, ...], front: str) -> Contrast | None:
    """Return the pair in which a colour of words is hardest to read, None for a colour in which nothing is written."""
    return min((pair for pair in pairs if pair.front == front), key=lambda pair: pair.ratio, default=None)


def floored(ratio: float) -> float:
    """Return a ratio with one decimal, rounded down: 4.49 must not be shown as the 4.5 it does not reach."""
    return int(ratio * 10 + 1e-9) / 10
