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
        return _good(self.status)


def read(response: requests.Response, retry_header: str = "", *, any_body: bool = False) -> Answer:
    """Return the answer; raise BrokenAnswer where a success cannot be read to its end, or is no JSON.

    With `any_body` a success may say what it likes (plain text, a page): its body is None then. `retry_header` is where
    this service tells how long to wait, besides Retry-After.
    """
    try:
        raw = _bytes(response)
        body = _decoded(raw, strict=_good(response.status_code) and not any_body)
    except (requests.RequestException, ValueError) as fault:
        if _good(response.status_code):
            raise BrokenAnswer from fault
        body = None
    told = response.headers.get("Retry-After", "") or response.headers.get(retry_header or "Retry-After", "")
    return Answer(response.status_code, body, told)


def _good(status: int) -> bool:
    return 200 <= status < 300 or status == 304


def _decoded(raw: bytes, *, strict: bool) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return the JSON in a body, or None where there is none; raise ValueError for anything else if that matters."""
    try:
        return json.loads(raw) if raw.strip() else None
    except (ValueError, RecursionError) as fault:
        if strict:
            raise ValueError from fault
        return None


def _bytes(response: requests.Response) -> bytes:
    raw = bytearray()
    for chunk in response.iter_content(CHUNK):
        raw += chunk
        if len(raw) > CAP:
            msg = "the answer is too large"
            raise ValueError(msg)
    return bytes(raw)
