"""The languages whose words are judged, by the code that rules are kept under."""

from __future__ import annotations

KNOWN = ("nb", "nn", "sv", "da", "nl", "en", "de", "fr", "fi", "es")


def base(language: str) -> str:
    """Return the code that rules are kept under: `nb` for “nb-NO” and “no”, `en` for “en_GB”."""
    code = language.replace("_", "-").partition("-")[0].lower()
    return "nb" if code == "no" else code
