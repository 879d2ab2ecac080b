"""An account at a service, and which addresses a key may be sent to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from studio.errors import StudioError
from studio.exporters.service import Service
from studio.settings import shown_address


@dataclass(frozen=True, slots=True)
class Account:
    """An account at a service: `name` is the person's own word for it, or the account's own name as the service says.

    `base_url` is empty for the service's own address. The key is never part of an account.
    """

    service: str
    name: str
    base_url: str = ""

    @property
    def id(self) -> str:
        """Return `service:name`, the word for this account in a push journal and in the keychain."""
        return f"{self.service}:{self.name}"


def address(account: Account, service: Service) -> str:
    """Return the base URL to use for an account, checked; raise StudioError for an unsafe one."""
    return checked_url(account.base_url or service.base_url)


def checked_url(url: str) -> str:
    """Return a base URL without its last slash.

    Raise StudioError unless it is https (or http to this very computer) and holds a host, and neither a user name, a
    query nor a fragment.
    """
    parts = _parts(url)
    plain = _is_host(parts.hostname or "") and not (parts.username or parts.password or parts.query or parts.fragment)
    if not plain or "@" in parts.netloc:
        raise StudioError("“{url}” is not the address of a service; write it as https://host/path.", url=_shown(url))
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname or "")):
        raise StudioError("“{url}” is not safe for a key: the address must begin with https://.", url=_shown(url))
    return url.strip().rstrip("/")


def is_loopback(host: str) -> bool:
    """Return whether a host name or address means this very computer."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def origin(url: str) -> tuple[str, str, int]:
    """Return scheme, host and port of a URL: what must not change while a key is sent along."""
    parts = _parts(url)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or {"https": 443, "http": 80}.get(parts.scheme, 0)


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError:
        raise StudioError("“{url}” is not an address.", url=_shown(url)) from None
    return parts


def _is_host(name: str) -> bool:
    """Return whether a host's name can be looked up: no part of it is empty or too long (RFC 1035, 2.3.1)."""
    try:
        return bool(name.encode("idna"))
    except UnicodeError:
        return False


def _shown(url: str) -> str:
    """Return an address without what may be secret in it."""
    return re.split("[?#]", shown_address(url.strip()), maxsplit=1)[0]
