"""Reading an answer off the wire: with a cap on its size, as JSON or not at all."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import requests

CAP = 32 * 1024 * 1024
"""Bytes an answer may have; no listing page of any service comes near it."""

CHUNK = 65536


class BrokenAnswer(Exception):
    """The answer was cut short, too large or not what it says it is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service answered: `body` is the decoded JSON, or None where there was none; `header` is Retry-After."""

    status: int
    body: Any
    header: str = ""

    @property
    def good(self) -> bool:
        """Return whether the service did what it was asked; 304 is a change that changed nothing (Mailjet)."""
        return 200 <= self.status < 300 or self.status == 304


def read(response: requests.Response, retry_header: str = "") -> Answer:
    """Return the answer; raise BrokenAnswer where a success cannot be read to its end.

    `retry_header` is where this service tells how long to wait, besides Retry-After.
    """
    try:
        raw = _bytes(response)
        body = json.loads(raw) if raw.strip() else None
    except (requests.RequestException, ValueError, RecursionError) as fault:
        if response.ok:
            raise BrokenAnswer from fault
        body = None
    told = response.headers.get("Retry-After", "") or response.headers.get(retry_header or "Retry-After", "")
    return Answer(response.status_code, body, told)


def _bytes(response: requests.Response) -> bytes:
    raw = bytearray()
    for chunk in response.iter_content(CHUNK):
        raw += chunk
        if len(raw) > CAP:
            msg = "the answer is too large"
            raise ValueError(msg)
    return bytes(raw)
