"""Checks of the brand: what every message needs from it before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studio.i18n import Sentence, sentence
from studio.model.findings import Finding, Place, Severity
from studio.model.project import Project
from studio.render.look import STACKS

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_CURRENCY = re.compile(r"[A-Z]{3}")
_LAW = "CAN-SPAM 15 U.S.C. § 7704(a)(5); e-handelsloven § 8"


def brand_findings(project: Project) -> Iterator[Finding]:
    """Yield what the brand lacks: sender, postal address, and that it is still the invented shop."""
    brand = project.brand
    if brand.sample:
        yield _finding(
            "brand.sample",
            Severity.WARNING,
            sentence("Sender, facts and reviews are still those of the invented shop."),
            "Fabel",
            sentence("Fill in the client’s own under Brand, or give them with a brand file."),
        )
    if not _ADDRESS.fullmatch(brand.sender.email):
        said = sentence("The sender has no e-mail address, so no service can send these e-mails.")
        yield _finding(
            "brand.sender", Severity.ERROR, said, "RFC 5322 § 3.6.2", sentence("Set the sender's e-mail address.")
        )
    if not _CURRENCY.fullmatch(brand.currency):
        said = sentence("“{currency}” is no currency code.", currency=brand.currency)
        yield _finding("brand.currency", Severity.ERROR, said, "ISO 4217", sentence("Write it like NOK or EUR."))
    for font in sorted({brand.fonts.heading, brand.fonts.body} - set(STACKS)):
        said = sentence("“{font}” is no stack of fonts that every mail program has; Helvetica is used.", font=font)
        fix = sentence("Choose one of {known}.", known=", ".join(sorted(STACKS)))
        yield _finding("brand.font", Severity.WARNING, said, "Fabel", fix)
    if not brand.address:
        said = sentence("The footer has no postal address.")
        yield _finding("brand.address", Severity.ERROR, said, _LAW, sentence("Set the shop's postal address."))


def _finding(name: str, severity: Severity, said: Sentence, source: str, fix: Sentence) -> Finding:
    return Finding(name, severity, Place(), said, source, fix)
