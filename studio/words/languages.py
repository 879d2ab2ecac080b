"""The languages whose words are judged, by the code that rules are kept under, and codes as they are written."""

from __future__ import annotations

from studio.errors import StudioError
from studio.model.rules import language_faults

_REGION = 2
KNOWN = ("nb", "nn", "sv", "da", "nl", "en", "de", "fr", "fi", "es")


def base(language: str) -> str:
    """Return the code that rules are kept under: `nb` for “nb-NO” and “no”, `en` for “en_GB”."""
    code = language.replace("_", "-").partition("-")[0].lower()
    return "nb" if code == "no" else code


def written_code(said: str) -> str:
    """Return a language code in its usual spelling: `nb-NO` for “NB_no”; raise StudioError for what is none."""
    first, *others = said.strip().replace("_", "-").split("-")
    code = "-".join([first.lower(), *(part.upper() if len(part) == _REGION else part.title() for part in others)])
    for fault in language_faults(code):
        raise StudioError(fault.message, language=said)
    return code
