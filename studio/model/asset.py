"""Pictures by content: the project knows digest, name, type, size and alt; the bytes lie beside it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from studio.model.localized import Localized


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture; `id` is its SHA-256 digest in hex, `size` is in bytes, `width` and `height` in pixels."""

    id: str
    name: str
    media_type: str
    size: int
    width: int = 0
    height: int = 0
    alt: Localized = field(default_factory=Localized)


def content_id(content: bytes) -> str:
    """Return the digest (SHA-256, hex) by which an asset is known."""
    return hashlib.sha256(content).hexdigest()
