"""Words that address the reader in one form only: je and u, du and Sie, tu and vous, tú and usted."""

from __future__ import annotations

import re
from functools import lru_cache

from immutables import Map

from studio.model.style import Formality
from studio.words.languages import base
from studio.words.sentences import sentences

# Only clear words: “te”, “ton” and “su” mean other things too, and German capitals at the beginning of a sentence.
_INFORMAL: Map[str, str] = Map(
    {
        "nl": r"\b(?:je|jij|jou|jouw|jezelf)\b",
        "de": r"\b(?:du|dich|dir|dein(?:e[nmrs]?)?)\b",
        "fr": r"\b(?:tu|toi|te|tes)\b(?![’'])|\bt[’'](?=\w)",
        "es": r"\b(?:tú|te|ti|tus?|tuy[oa]s?|contigo)\b",
    }
)
_FORMAL: Map[str, str] = Map(
    {
        "nl": r"\b(?:u|uw|uzelf)\b",
        "fr": r"\b(?:vous|votre|vos)\b",
        "es": r"\b(?:usted|vuestra merced)\b",
    }
)
_CAPITALS: Map[str, str] = Map(
    {
        "de": r"(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?)",
        "nb": r"(?:De|Dem|Deres)",
        "nn": r"(?:De|Dykk|Dykkar)",
        "da": r"(?:De|Dem|Deres)",
        "sv": r"(?:Ni|Er|Ert|Era)",
    }
)
_QUOTED = re.compile(
    r"«[^«»]{1,400}»|„[^„“]{1,400}“|“[^“”]{1,400}”|‘[^‘’]{1,300}(?:’\w[^‘’]{0,300})*’(?!\w)|”[^”]{1,400}”"
)


@lru_cache(maxsize=8192)
def addressing(text: str, language: str) -> tuple[tuple[int, int, Formality], ...]:
    """Return where a plain text clearly addresses its reader in one form, in the order of the places.

    What stands in quotation marks is somebody else’s. German, Norwegian, Danish and Swedish formal words count only
    with a capital within a sentence and before a small letter: at its beginning “Sie” may be “they”, “De” “the”.
    """
    code = base(language)
    said = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    found = [(*match.span(), Formality.INFORMAL) for match in _matches(_INFORMAL.get(code), said, re.IGNORECASE)]
    found += [(*match.span(), Formality.FORMAL) for match in _matches(_FORMAL.get(code), said, re.IGNORECASE)]
    if code in _CAPITALS:
        beginnings = {_first_letter(said, start) for start, _ in sentences(said, language)}
        for match in _matches(rf"(?<=[\w,;] ){_CAPITALS[code]}(?=[ ,.?!]|$)", said):
            if match.start() not in beginnings and not _starts_name(said, match.end(), code):
                found.append((*match.span(), Formality.FORMAL))
    return tuple(sorted(found))


def _matches(pattern: str | None, text: str, flags: int = 0) -> tuple[re.Match[str], ...]:
    return tuple(re.finditer(pattern, text, flags)) if pattern else ()


def _first_letter(text: str, start: int) -> int:
    return next((at for at in range(start, min(start + 40, len(text))) if text[at].isalpha()), start)


def _starts_name(text: str, end: int, language: str) -> bool:
    """Tell whether a capital follows, as in “De Geer”; in German nouns have them anyway."""
    return language != "de" and text[end : end + 2].strip()[:1].isupper()
