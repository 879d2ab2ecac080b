"""Words can be read: every token used for text has enough contrast on every ground it stands on."""

import pytest
from PySide6.QtGui import QColor

from widgets.parts.chips import TONES
from widgets.theme.tokens import read_tokens

TEXTS = ("ink", "ink2", "ink3", "accent", "good", "warn", "bad")
GROUNDS = ("paper", "surface")
PAIRS = {
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    *((words, ground) for ground, words in TONES.values()),
    *(("onAccent", "accent"), ("ink", "mark"), ("ink", "accentSoft"), ("warn", "warnSoft"), ("bad", "badSoft")),
    *(("ink", "sunken"), ("ink2", "sunken"), ("ink3", "sunken"), ("ink2", "accentSoft"), ("ink2", "mark")),
}


def luminance(color: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    channels = QColor(color).getRgbF()[:3]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_twenty_one():
    assert contrast("black", "white") == pytest.approx(21)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), sorted(PAIRS))
def test_words_stand_out_from_their_ground(theme, text, ground):
    colors = read_tokens(theme).colors
    assert contrast(colors[text], colors[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("channel", ["email", "sms", "push", "whatsapp", "voice"])
def test_channels_stand_out_from_cards(theme, channel):
    colors = read_tokens(theme).colors
    assert contrast(colors[channel], colors["surface"]) >= 3
