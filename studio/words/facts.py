"""The facts of a shop that copy may name: what a writer calls them, and which messages say them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from immutables import Map

from studio.edits.texts import read
from studio.edits.translate import spoken_in
from studio.i18n import N_, Sentence, sentence
from studio.model.project import Project
from studio.model.sequence import message_ids
from studio.model.spans import tag_sources
from studio.tags.catalogue import PATHS

SHOP = "shop."
_NAMED = re.compile(r"(?:if\s+)?shop\.([a-z][a-z0-9_]*)")
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
    found: dict[str, dict[str, None]] = {}
    for sequence_id in project.sequence_order:
        homes = _homes(project, sequence_id)
        for spoken in spoken_in(project, sequence_id):
            home = homes.get((spoken.kind, spoken.id))
            for name in _names(text.words for text in read(project, spoken).texts.values()) if home else ():
                found.setdefault(name, {})[home or ""] = None
    return Map({name: tuple(messages) for name, messages in found.items() if SHOP + name not in PATHS})


def _homes(project: Project, sequence_id: str) -> dict[tuple[str, str], str]:
    homes: dict[tuple[str, str], str] = {}
    for id_ in message_ids(project.sequences[sequence_id]):
        message = project.messages[id_]
        homes.update({("blocks", block): id_ for block in message.blocks})
        homes.update({("variants", variant): id_ for variant in message.variants})
    return homes


def _names(texts: Iterator[str]) -> Iterator[str]:
    for words in texts:
        for source in tag_sources(words):
            if named := _NAMED.match(source):
                yield named.group(1)
