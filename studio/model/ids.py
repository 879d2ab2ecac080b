"""Identities: random for what a person makes, derived for what must come out the same twice."""

from __future__ import annotations

import hashlib
import secrets

LENGTH = 12


def new_id() -> str:
    """Return a fresh identity of 12 hex digits, unique among all writers."""
    return secrets.token_hex(LENGTH // 2)


def derived_id(*parts: str) -> str:
    """Return the identity that always belongs to these parts (12 hex digits of BLAKE2b); the order counts."""
    joined = "\x1f".join(parts).encode()
    return hashlib.blake2b(joined, digest_size=LENGTH // 2).hexdigest()
