"""The facts of a shop that copy may name: what a writer calls them, and which messages say them."""

from __future__ import annotations

import re
import unicodedata

from immutables import Map

from studio.i18n import N_, Sentence, sentence
from studio.model.project import Project
from studio.tags.catalogue import PATHS
from studio.words.uses import uses_of

SHOP = "shop."
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l"})
LABELS: dict[str, str] = {
    "place": N_("Where the shop is"),
    "founded": N_("Founded in"),
    "founder": N_("Who founded it"),
    "signer": N_("Who signs"),
    "signer_role": N_("The signer’s role"),
    "craft": N_("What it sells"),
    "bestseller": N_("Bestseller"),
    "bestseller_why": N_("Why it sells best"),
    "companion": N_("What goes with it"),
    "companion_why": N_("Why they belong together"),
    "news": N_("What is new"),
    "news_why": N_("Why it is worth a look"),
    "tip_first": N_("First tip on using it"),
    "tip_second": N_("Second tip"),
    "tip_third": N_("Third tip"),
    "guide": N_("Title of the guide"),
    "years": N_("For how many years, in words"),
    "return_days": N_("Days to return"),
    "delivery_days": N_("Days to deliver"),
    "free_shipping_over": N_("Free shipping over"),
    "payment_methods": N_("Ways to pay"),
    "phone": N_("Telephone"),
    "hours": N_("Opening hours"),
    "review": N_("Review"),
    "review_author": N_("Who wrote it"),
    "review2": N_("Another review"),
    "review2_author": N_("Who wrote that"),
}
"""What a writer calls the usual facts, in the order in which they are asked for."""


def fact_label(name: str) -> Sentence:
    """Return what a writer calls a fact: the usual ones in the interface's words, others by their own name."""
    if name in LABELS:
        return Sentence(LABELS[name])
    return sentence("{path}", path=name.replace("_", " ").capitalize())


def fact_name(words: str) -> str:
    """Return the name that a fact described by `words` gets in copy (`Åpent på søndag` is `apent_pa_sondag`).

    Empty where no letter of the alphabet is left.
    """
    plain = unicodedata.normalize("NFKD", words.casefold().translate(_PLAIN)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain.removeprefix(SHOP)).strip("_").lstrip("0123456789_")


def fact_uses(project: Project) -> Map[str, tuple[str, ...]]:
    """Return by fact the messages whose copy names it, in reading order; facts of the brand itself are left out."""
    return Map({name: messages for name, messages in uses_of(project, SHOP).items() if SHOP + name not in PATHS})
