"""What stands in a message where a service's own block must be put by hand, in the reader's language."""

from __future__ import annotations

from immutables import Map

CART: Map[str, str] = Map(
    {
        "nb": "Varene i handlekurven din",
        "nn": "Varene i handlekorga di",
        "sv": "Varorna i din varukorg",
        "da": "Varerne i din kurv",
        "nl": "De artikelen in je winkelmandje",
        "en": "The products in your basket",
        "de": "Die Artikel in deinem Warenkorb",
        "fr": "Les articles de votre panier",
        "fi": "Ostoskorissasi olevat tuotteet",
        "es": "Los productos de tu cesta",
    }
)
"""Words that do no harm to a reader, should nobody put the block in their place."""


def placeholder(language: str) -> str:
    """Return the words that stand for the list of a cart; in English for a language without words here."""
    return CART.get(language.partition("-")[0], CART["en"])
