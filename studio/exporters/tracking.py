"""Marks for web statistics (UTM) on links to the brand's own shop, put on while a message is rendered.

Only addresses of links are marked, never words: an SMS stays as short as it was written. A merge tag that is a whole
address (the cart, an unsubscribe link) is left alone, as nobody knows what it will hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from studio.errors import StudioError

PLACES = ("sequence", "language", "message")
"""What may stand in braces in a campaign's name."""

_TAG = re.compile(r"\{\{.*?\}\}")
_HOME = re.compile(r"^\{\{\s*shop\.url\s*\}\}")
_STEERS = re.compile(r"\{\{\s*(?:if|else|end|for)\b")
_HOST = re.compile(r"https?://([^/?#\s]+)", re.IGNORECASE)
_BRACES = re.compile(r"\{([^{}]*)\}")

Parameters = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Utm:
    """How links are marked; all empty means that they stay as they are written.

    `campaign` may hold {sequence}, {language} and {message}, which become names in small letters and hyphens. Without
    a `medium` it is the message's channel. What tells messages and their versions apart (utm_content) is always added.
    """

    source: str = ""
    medium: str = ""
    campaign: str = ""

    def __bool__(self) -> bool:
        """Tell whether links are marked at all."""
        return bool(self.source or self.medium or self.campaign)


def checked_utm(utm: Utm) -> Utm:
    """Return a scheme without spaces around its words; raise StudioError for a place in braces that nothing fills."""
    trimmed = Utm(utm.source.strip(), utm.medium.strip(), utm.campaign.strip())
    for name in _BRACES.findall(trimmed.campaign):
        if name not in PLACES:
            raise StudioError(
                "In the name of a campaign “{place}” means nothing; {known} can be used.",
                place=f"{{{name}}}",
                known=", ".join(f"{{{each}}}" for each in PLACES),
            )
    plain = _BRACES.sub("", trimmed.campaign)
    for said in (trimmed.source, trimmed.medium, plain):
        if "{" in said or "}" in said or not said.isprintable():
            raise StudioError("“{words}” cannot mark a link: it holds braces or signs that nobody sees.", words=said)
    return trimmed


def parameters(utm: Utm, sequence: str, language: str, message: str, content: str, channel: str) -> Parameters:
    """Return names and values for the links of one message; what it is of comes as words fit for an address.

    `content` tells its versions apart. Nothing is returned for an empty scheme, and empty values are left out.
    """
    if not utm:
        return ()
    campaign = utm.campaign
    for place, words in zip(PLACES, (sequence, language, message), strict=True):
        campaign = campaign.replace(f"{{{place}}}", words)
    held = {
        "utm_source": utm.source,
        "utm_medium": utm.medium or channel,
        "utm_campaign": campaign,
        "utm_content": content,
    }
    return tuple((name, value) for name, value in held.items() if value)


@dataclass(frozen=True, slots=True)
class Tracked:
    """Returns the address of a link, as a writer wrote it, with the marks of one message where it leads home.

    `home` is the brand's own address; links to its host, with or without `www.`, are marked. What an address has
    already is kept, so that nothing is marked twice.
    """

    home: str
    parameters: Parameters

    @property
    def knows_home(self) -> bool:
        """Return whether there is an address of the brand's own, without which nothing is marked."""
        return bool(_host(self.home))

    def __call__(self, address: str) -> str:
        """Return the address, marked or as it was."""
        found = _HOME.sub(lambda _: self.home, address.strip())
        if not self.parameters or _STEERS.search(found) or not _leads(found, self.home):
            return address
        return _joined(found, self.parameters)


def _leads(address: str, home: str) -> bool:
    host, own = _host(address), _host(home)
    return bool(own) and host == own


def _host(address: str) -> str:
    found = _HOST.match(address)
    return found.group(1).rpartition("@")[2].lower().removeprefix("www.") if found else ""


def _joined(address: str, wanted: Iterable[tuple[str, str]]) -> str:
    """Return an address with what is wanted and not there yet, before its fragment."""
    blank = _TAG.sub(lambda tag: "x" * len(tag.group()), address)
    end = blank.index("#") if "#" in blank else len(address)
    query = blank[:end].partition("?")[2]
    there = {name for name, _ in parse_qsl(query, keep_blank_values=True)}
    # A space becomes a plus sign: between per cent signs some services look for merge tags.
    added = urlencode([each for each in wanted if each[0] not in there])
    if not added:
        return address
    sign = "?" if "?" not in blank[:end] else "" if not query or query.endswith("&") else "&"
    return f"{address[:end]}{sign}{added}{address[end:]}"
