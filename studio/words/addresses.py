"""Whether an address that a writer typed can be linked to, and the shape in which it is kept."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from studio.errors import StudioError
from studio.i18n import Sentence, sentence
from studio.model.spans import TAG, tag_sources
from studio.tags.catalogue import Kind, path_info
from studio.tags.parser import parse_tag
from studio.tags.tree import Value

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?::\d+)?")
_PHONE = re.compile(r"\+?[\d ()-]{3,}")


def as_address(written: str) -> str:
    """Return what a writer most likely means: `a.no` gets its `https://`, `me@a.no` its `mailto:`."""
    address = written.strip()
    if _MAIL.fullmatch(address):
        return f"mailto:{address}"
    if address.startswith("{{") or ":" in address.partition("/")[0]:
        return address
    return f"https://{address}" if _HOST.fullmatch(re.split(r"[/?#]", address)[0]) else address


def address_fault(address: str) -> Sentence | None:
    """Return what is wrong with the shape of an address, in one sentence, or None; nothing is asked of the network."""
    if re.search(r"\s", TAG.sub("", address)):
        return sentence("An address has no spaces.")
    sources = tag_sources(address)
    for source in sources:
        if fault := _tag_fault(source, whole=TAG.fullmatch(address) is not None):
            return fault
    if sources and TAG.match(address):
        return None
    return _shape_fault(address)


def _shape_fault(address: str) -> Sentence | None:
    scheme, _, rest = address.partition(":")
    if scheme == "mailto":
        good = _MAIL.fullmatch(rest.partition("?")[0]) is not None
        return None if good else sentence("“{address}” is not an e-mail address.", address=rest)
    if scheme in ("tel", "sms"):
        return None if _PHONE.fullmatch(rest) else sentence("“{number}” is not a telephone number.", number=rest)
    if scheme not in ("http", "https") or not rest.startswith("//"):
        return sentence("An address begins with https://, as in https://example.com.")
    return _host_fault(address)


def _host_fault(address: str) -> Sentence | None:
    try:
        host = urlsplit(TAG.sub("x", address)).netloc.rpartition("@")[2]
    except ValueError:
        host = ""
    return None if _HOST.fullmatch(host) else sentence("“{address}” has no host like example.com.", address=address)


def _tag_fault(source: str, *, whole: bool) -> Sentence | None:
    try:
        node = parse_tag(source)
    except StudioError as refusal:
        return Sentence(refusal.message, dict(refusal.values))
    if whole and (not isinstance(node, Value) or path_info(node.path).kind is not Kind.URL):
        return sentence("This merge tag is no address.")
    return None
