"""One request on its way out, and how it is put on the wire."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import requests
from immutables import Map

from studio.delivery.keys import Secret
from studio.exporters.service import Rate, Service

CONNECT, READ = 10, 60
"""Seconds to wait for a connection, and for the next bytes of an answer."""

FilePart = tuple[str, bytes, str]
Signer = Callable[[requests.PreparedRequest], requests.PreparedRequest]

_ADDRESS = re.compile(r"[^/]*(?:@|%40)[^/]*")


@dataclass(frozen=True, slots=True)
class Parts:
    """A multipart body: plain fields, and files as (file name, bytes, media type)."""

    fields: Map[str, str] = field(default_factory=Map)
    files: Map[str, FilePart] = field(default_factory=Map)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One request: `endpoint` and `rate` say whose turn it takes, `body` is JSON, Parts or None.

    With `once` it is not sent again by itself where nobody knows whether it arrived, whatever its method is.
    With `any_answer` every 2xx will do, whatever its body is. `delivery` is for services whose receiver tells a new
    delivery from a repeated one.
    """

    method: str
    path: str
    body: Any = None
    headers: Map[str, str] = field(default_factory=Map)
    endpoint: str = ""
    rate: Rate = Rate()
    once: bool = False
    any_answer: bool = False
    delivery: str = ""

    @property
    def repeatable(self) -> bool:
        """Return whether sending it twice does no more than sending it once."""
        return self.method != "POST" and not self.once

    @property
    def harmless_path(self) -> str:
        """Return the path for a log: without its query, and without parts that look like an e-mail address."""
        return _ADDRESS.sub("…", self.path.split("?")[0])


def details(outgoing: Outgoing, service: Service, key: Secret, now: datetime) -> dict[str, Any]:
    """Return what `requests` must know besides method and address; redirects are never followed."""
    signer = _signer(outgoing, service, key, now)
    sent: dict[str, Any] = {"auth": signer, "allow_redirects": False, "stream": True}
    sent["timeout"] = (CONNECT, READ)
    if isinstance(outgoing.body, Parts):
        return sent | {"data": dict(outgoing.body.fields), "files": dict(outgoing.body.files)}
    if outgoing.body is not None:
        sent["data"] = json.dumps(outgoing.body).encode()
        sent["headers"] = {"Content-Type": "application/json"}
    return sent


def _signer(outgoing: Outgoing, service: Service, key: Secret, now: datetime) -> Signer:
    """Return what puts the key on a request at the last moment, so that no session holds it.

    As the request's `auth` it also keeps a `.netrc` of the person's from replacing the key.
    """
    typed = outgoing.body is not None and not isinstance(outgoing.body, Parts)
    headers = dict(outgoing.headers.items()) | dict(service.headers(key.reveal()).items())
    chosen = {name: value for name, value in headers.items() if typed or name.lower() != "content-type"}

    def sign(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
        prepared.headers.update(chosen)
        if service.sign:
            content = prepared.body if isinstance(prepared.body, bytes) else b""
            prepared.headers.update(dict(service.sign(key.reveal(), content, now, outgoing.delivery).items()))
        return prepared

    return sign
