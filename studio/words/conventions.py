"""How each language sets its signs: the accepted quotation marks, dashes, spaces and figures, with their authority."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from immutables import Map

NBSP, NARROW = "\u00a0", "\u202f"
SPACES = f" {NBSP}{NARROW}\u2009"


class Mend(NamedTuple):
    """A stretch of a plain view that should read `right`, and the rule that says so."""

    start: int
    end: int
    right: str
    rule: str


Mends = Iterator[Mend]


@dataclass(frozen=True, slots=True)
class Conventions:
    """The signs of one language.

    `quotes` and `inner` are pairs of an opening and a closing sign, the preferred one first; `dash` is the sign between
    spaces, and `closed` tells whether an em dash without spaces is good too. `ranges` tells whether “2–4” takes the
    dash. `percent` stands before “%”, `euro` between “€” and a figure, None where “€” stands after it. `airy` languages
    put a space before tall signs; `clock` is the word before a time of day; `decimal` and `thousands` part figures.
    """

    quotes: tuple[str, ...]
    inner: tuple[str, ...]
    source: str
    dash: str = "–"
    closed: bool = False
    ranges: bool = True
    percent: str = NBSP
    euro: str | None = None
    decimal: str = ","
    thousands: str = NBSP
    airy: bool = False
    clock: str = ""
    elisions: str = ""


_NORWEGIAN = Conventions(("«»",), ("‘’", "’’"), "Språkrådet", clock=r"kl\.")

CONVENTIONS: Map[str, Conventions] = Map(
    {
        "nb": _NORWEGIAN,
        "nn": _NORWEGIAN,
        "sv": Conventions(("””", "»»", "»«"), ("’’",), "Svenska skrivregler", clock=r"kl\."),
        "da": Conventions(
            ("””", "»«"), ("’’", "›‹", "‘’"), "Retskrivningsordbogen", thousands=".", clock=r"kl\.", euro=NBSP
        ),
        "nl": Conventions(
            ("‘’", "“”"),
            ("“”", "‘’"),
            "Onze Taal",
            percent="",
            euro=NBSP,
            thousands=".",
            elisions="[stnkm](?!\\w)",
        ),
        "en": Conventions(
            ("‘’", "“”"),
            ("“”", "‘’"),
            "New Hart’s Rules",
            closed=True,
            percent="",
            euro="",
            decimal=".",
            thousands=",",
            elisions="(?:em|til|tis|twas|cause|n)(?!\\w)",
        ),
        "de": Conventions(("„“", "»«"), ("‚‘", "›‹"), "Duden, DIN 5008", euro=NBSP, thousands="."),
        "fr": Conventions(
            ("«»",), ("“”", "‘’"), "Imprimerie nationale, Lexique", ranges=False, thousands=NARROW, airy=True
        ),
        "fi": Conventions(("””", "»»"), ("’’",), "Kielitoimiston ohjepankki", clock="klo"),
        "es": Conventions(
            ("«»", "“”"), ("“”", "‘’"), "RAE, Ortografía 2010", dash="—", closed=True, ranges=False, thousands=NBSP
        ),
    }
)
