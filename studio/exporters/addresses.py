"""A service's own tag for the postal address in the place of the brand's, so that readers do not see two."""

from __future__ import annotations

import html

from studio.model.brand import Brand


def with_tag(page: str, brand: Brand, tag: str) -> str:
    """Return an e-mail whose foot says `tag` instead of the brand's address; unchanged where it does not say that."""
    shown = html.escape(_shown(brand))
    before, found, after = page.rpartition(shown) if shown else ("", "", page)
    return f"{before}{tag}{after}" if found and tag not in page else page


def _shown(brand: Brand) -> str:
    """Return the address as the foot of an e-mail shows it."""
    if not brand.address:
        return ""
    named = brand.name if brand.name not in brand.address else ""
    return " · ".join(part for part in (named, in_one_line(brand.address)) if part)


def in_one_line(address: str) -> str:
    """Return a postal address as the foot of an e-mail shows it, without the brand's name."""
    return " · ".join(line for line in address.splitlines() if line)
