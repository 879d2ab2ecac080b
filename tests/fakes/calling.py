"""Calling a fake as a well-behaved client would; for tests of the fakes and of what talks to them."""

from __future__ import annotations

from typing import Any

import requests

from tests.fakes.brevo import Brevo
from tests.fakes.klaviyo import Klaviyo

REVISION = "2026-07-15"
TIMEOUT = 20


def klaviyo_headers(key: str) -> dict[str, str]:
    """Return the headers that Klaviyo wants with every request."""
    media = "application/vnd.api+json"
    return {
        "Authorization": f"Klaviyo-API-Key {key}",
        "revision": REVISION,
        "Content-Type": media,
        "Accept": media,
    }


def call_klaviyo(fake: Klaviyo, method: str, path: str, body: Any = None, **headers: str) -> requests.Response:
    """Call a path (or a whole address); a header given as empty is left out."""
    sent = {name: value for name, value in {**klaviyo_headers(fake.key), **headers}.items() if value}
    address = path if path.startswith("http") else fake.url + path
    return requests.request(method, address, json=body, headers=sent, timeout=TIMEOUT)


def call_brevo(fake: Brevo, method: str, path: str, body: Any = None, key: str | None = None) -> requests.Response:
    """Call a path below `/v3`."""
    headers = {"api-key": fake.key if key is None else key, "Accept": "application/json"}
    return requests.request(method, f"{fake.url}/v3{path}", json=body, headers=headers, timeout=TIMEOUT)


def pointers(answer: requests.Response) -> list[str]:
    """Return where in the body Klaviyo found something wrong."""
    return [error["source"].get("pointer", "") for error in answer.json()["errors"]]


def parameters(answer: requests.Response) -> list[str]:
    """Return the query parameters that Klaviyo found wrong."""
    return [error["source"].get("parameter", "") for error in answer.json()["errors"]]
