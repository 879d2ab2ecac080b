"""Pictures of products, fetched once and kept in the project, so that previews need no network."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

import requests
from immutables import Map
from urllib3.exceptions import HTTPError

from studio.delivery.outgoing import CONNECT, READ
from studio.errors import StudioError
from studio.i18n import Sentence, sentence
from studio.model.asset import Asset
from studio.presets.brandfile import picture
from studio.tasks import Progress, stop_if_cancelled

MOST_BYTES = 3_000_000
"""The largest picture of a product that is fetched."""
_CHUNK = 65536

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fetched:
    """Pictures by the address they lay at, their bytes by digest, and a sentence for each that did not come."""

    assets: Map[str, Asset]
    content: Map[str, bytes]
    skipped: tuple[Sentence, ...] = ()


def fetch_pictures(addresses: Iterable[str], progress: Progress) -> Fetched:
    """Return the pictures at some addresses; what is no picture, too large or not there is said and left out.

    Only https on the public web is asked: a product list comes from somebody else, and must not make this computer
    speak to itself or to its neighbours. No redirect is followed and no key sent along. Raise Cancelled when called
    off.
    """
    wanted = tuple(dict.fromkeys(filter(None, addresses)))
    assets: dict[str, Asset] = {}
    content: dict[str, bytes] = {}
    skipped: list[Sentence] = []
    with requests.Session() as session:
        session.headers["User-Agent"] = "Fabel"
        session.auth = _no_key
        for number, address in enumerate(wanted):
            stop_if_cancelled(progress)
            progress.said(sentence("Fetching pictures."), number, len(wanted))
            try:
                data = _bytes(session, address)
                asset = picture(_name(address), data)
            except StudioError as fault:
                skipped.append(sentence("The picture “{name}” was left out: {fault}", name=_name(address), fault=fault))
                continue
            assets[address], content[asset.id] = asset, data
    return Fetched(Map(assets), Map(content), tuple(skipped))


def _name(address: str) -> str:
    return address.partition("?")[0].rstrip("/").rpartition("/")[2]


def _check(address: str) -> None:
    """Raise StudioError for an address that is not asked."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        raise StudioError("its address cannot be read.") from None
    if parts.scheme != "https":
        raise StudioError("its address does not begin with https://.")
    if not is_public(host):
        raise StudioError("its address is not on the public web.")


def is_public(host: str) -> bool:
    """Return whether a host lies on the public web; one whose address nobody here knows is left to a proxy."""
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return True
    return all(ip_address(str(one[4][0]).partition("%")[0]).is_global for one in found)


def _no_key(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
    """Leave a request as it is: with an `auth` of its own it takes nothing from a `.netrc` of the person's."""
    return prepared


def _bytes(session: requests.Session, address: str) -> bytes:
    _check(address)
    raw = bytearray()
    try:
        with session.get(address, timeout=(CONNECT, READ), allow_redirects=False, stream=True) as answer:
            if answer.status_code != 200:
                raise StudioError("its address answers {status}.", status=answer.status_code)
            for chunk in answer.iter_content(_CHUNK):
                raw += chunk
                if len(raw) > MOST_BYTES:
                    raise StudioError("it is larger than {most} MB.", most=MOST_BYTES // 1_000_000)
    except (requests.RequestException, HTTPError) as fault:
        log.warning("a picture: %s", type(fault).__name__)
        raise StudioError("it could not be fetched.") from None
    return bytes(raw)
