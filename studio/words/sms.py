"""What an SMS costs: its alphabet (GSM-7 or UCS-2), its characters and its segments, after 3GPP TS 23.038."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("\f^{}\\[~]|€")

# What typographers write, and what says the same within GSM-7; letters lose their marks only where nothing else helps.
_PLAIN_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
        **dict.fromkeys("\u200b\u200c\u200d\ufeff\u00ad", None),
        "…": "...",
        "•": "-",
        "·": "-",
        "×": "x",
    }
)
_PLAIN_LETTERS = str.maketrans(
    dict(
        zip(
            "ÁÀÂÃáâãČčçĎďÈÊËêëĚěÍÌÎÏíîïŁłŇňÓÒÔÕóôõŘřŠšŤťÚÙÛúûŮůÝŸýÿŽž",
            "AAAAaaaCccDdEEEeeEeIIIIiiiLlNnOOOOoooRrSsTtUUUuuUuYYyyZz",
            strict=True,
        )
    )
)


class Alphabet(StrEnum):
    """How an SMS travels: seven bits a character, or sixteen."""

    GSM7 = "GSM-7"
    UCS2 = "UCS-2"


@dataclass(frozen=True, slots=True)
class Segment:
    """How much fits: `alone` in a message of one segment, `joined` in each of several, in the alphabet's own units."""

    alone: int
    joined: int


SEGMENTS = {Alphabet.GSM7: Segment(160, 153), Alphabet.UCS2: Segment(70, 67)}


@dataclass(frozen=True, slots=True)
class SmsCost:
    """What an SMS costs: `units` are septets or UTF-16 units, `room` is what is left in the last segment.

    `forcing` names the characters that are not in GSM-7, each once, in the order of their first use.
    """

    alphabet: Alphabet
    units: int
    segments: int
    room: int
    forcing: tuple[str, ...] = ()


def forcing_characters(text: str) -> tuple[str, ...]:
    """Return the characters that force UCS-2, each once, in the order of their first use."""
    return tuple(dict.fromkeys(sign for sign in text if sign not in BASIC and sign not in EXTENDED))


def sms_cost(text: str) -> SmsCost:
    """Return what `text` costs; the empty text costs one segment of nothing.

    A character of two units (an escape of GSM-7, a surrogate pair) is never cut in two by the end of a segment.
    """
    forcing = forcing_characters(text)
    alphabet = Alphabet.UCS2 if forcing else Alphabet.GSM7
    widths = [_width(sign, alphabet) for sign in text]
    units, size = sum(widths), SEGMENTS[alphabet]
    if units <= size.alone:
        return SmsCost(alphabet, units, 1, size.alone - units, forcing)
    segments, used = _joined(widths, size.joined)
    return SmsCost(alphabet, units, segments, size.joined - used, forcing)


def _width(sign: str, alphabet: Alphabet) -> int:
    wide = sign in EXTENDED if alphabet is Alphabet.GSM7 else ord(sign) > 0xFFFF
    return 2 if wide else 1


def _joined(widths: list[int], size: int) -> tuple[int, int]:
    segments, used = 1, 0
    for width in widths:
        if used + width > size:
            segments, used = segments + 1, 0
        used += width
    return segments, used


def gsm_safe(text: str) -> str:
    """Return `text` with typographic signs and foreign accents rewritten so that GSM-7 can carry it.

    Signs come first and keep the meaning; a letter loses its mark only where GSM-7 has no such letter. What has no
    plain likeness (emoji, other scripts) is left, so the result may still need UCS-2: ask `forcing_characters`.
    """
    return text.translate(_PLAIN_SIGNS).translate(_PLAIN_LETTERS)
