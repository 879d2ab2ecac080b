"""The colon between a word and what it names, as a language sets it: French puts a no-break space before it."""

from __future__ import annotations

FRENCH = "\N{NO-BREAK SPACE}: "


def colon_in(language: str) -> str:
    """Return a colon with its spaces, after the Lexique des règles typographiques of the Imprimerie nationale."""
    return FRENCH if language.partition("-")[0] == "fr" else ": "
