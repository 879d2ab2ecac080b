"""The requests for Drip: a draft of a Single-Email Campaign for each version of each e-mail that needs no event."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from immutables import Map

from studio.exporters.addresses import in_one_line
from studio.exporters.base import Request, Work
from studio.exporters.drafts import subject
from studio.exporters.naming import part_name
from studio.exporters.pieces import Piece, place_of

# Drip refuses HTML without one of each, as the CAN-SPAM Act asks for (documented).
_UNSUBSCRIBE = re.compile(r"{{\s*unsubscribe_(url|link)\s*}}")
_ADDRESS = re.compile(r"{{\s*((inline|html)_)?postal_address\s*}}")
ADDRESS, UNSUBSCRIBE = "{{ inline_postal_address }}", "{{ unsubscribe_link }}"
_LINE = '<p style="margin:0;padding:12px 24px;font:12px/1.5 Helvetica,Arial,sans-serif;text-align:center">{words}</p>'
_JSON = Map({"content-type": "application/json"})


@dataclass(frozen=True, slots=True)
class Footed:
    """A page that Drip takes: `put` tells that a tag took the place of the brand's address, `added` what came below."""

    html: str
    put: bool = False
    added: tuple[str, ...] = ()


def footed(page: str, address: str) -> Footed:
    """Return a page with a link to unsubscribe and the postal address, added below everything where it lacks them.

    Where the page ends in the brand's `address`, Drip's tag takes its place, so that it is not read twice.
    """
    shown = html.escape(in_one_line(address))
    before, found, after = page.rpartition(shown) if shown else ("", "", page)
    put = bool(found) and not _ADDRESS.search(page)
    whole = f"{before}{ADDRESS}{after}" if put else page
    added = tuple(
        tag for pattern, tag in ((_ADDRESS, ADDRESS), (_UNSUBSCRIBE, UNSUBSCRIBE)) if not pattern.search(whole)
    )
    return Footed(_below(whole, added) if added else whole, put, added)


def _below(page: str, tags: tuple[str, ...]) -> str:
    line = _LINE.format(words="<br>".join(tags))
    before, end, after = page.rpartition("</body>")
    return f"{before}{line}{end}{after}" if end else page + line


def broadcast(work: Work, one: Piece) -> Request:
    """Return the creation of a draft; raise StudioError without a subject.

    Drip takes no sender here: the account's own is used.
    """
    key = f"broadcast:{one.message.id}:{one.variant_id}"
    name = part_name(work, key, one.message.name, one.variant_name)
    sent: dict[str, Any] = {"name": name, "subject": subject(one, "Drip"), "preheader": one.rendered.preheader}
    page = footed(one.rendered.html, work.project.brand.address)
    sent["content"] = {"html": _document(page.html), "text": _document(one.rendered.text)}
    if work.project.brand.address:
        sent["postal_address"] = work.project.brand.address
    place = place_of(work, one.message, one.variant)
    return Request(key, "broadcast", "POST", "/broadcasts", {"broadcasts": [sent]}, name, _JSON, place)


def _document(words: str) -> dict[str, str]:
    return {"type": "document", "value": words}
