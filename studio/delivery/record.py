"""What the journal keeps of a thing: digests, the body as it was sent, and the state of what it refers to.

An Entry's `sent` holds two things: the body with its references, and a stamp for each thing that the body refers to.
A stamp changes with the content and with the remote id, so a flow whose template changed is touched even if the push
that changed the template was interrupted before it came to the flow.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from immutables import Map

from studio.delivery.dotted import at_path
from studio.exporters.base import Request
from studio.model.journal import Entry, State

_SIZE = 16


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent last: `body` with its references (None: not known) and the stamps of what it refers to, by key."""

    body: Any = None
    stamps: Map[str, str] = field(default_factory=Map)


def digest(request: Request) -> str:
    """Return the digest of a request's content: path, name and body with references unresolved (32 hex digits).

    Assets count by their own digest, which their references hold.
    """
    return _hashed([request.method, request.path, request.name, request.body])


def _hashed(plain: Any) -> str:  # noqa: ANN401 - JSON of any shape
    text = json.dumps(plain, sort_keys=True, ensure_ascii=False)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


def is_open(request: Request, entry: Entry | None) -> bool:
    """Return whether a request must still be sent, as far as the journal knows."""
    return not (entry and entry.state is State.DONE and entry.digest == digest(request))


def pack(body: Any, stamps: Map[str, str]) -> str:  # noqa: ANN401 - JSON of any shape
    """Return what an Entry's `sent` holds."""
    return json.dumps({"body": body, "stamps": dict(sorted(stamps.items()))}, ensure_ascii=False)


def unpack(entry: Entry) -> Sent:
    """Return what was sent last; nothing is known of a thing that was only found by its name."""
    if not entry.sent:
        return Sent()
    held = json.loads(entry.sent)
    return Sent(held["body"], Map(held["stamps"]))


def stamp(entry: Entry | None) -> str:
    """Return the state of a thing as those see it that refer to it; empty where it does not exist.

    What the thing refers to is part of its state: a picture that was made again has another address, and so the
    letter that shows it is another one, although its own words are the same.
    """
    if not entry or entry.state is not State.DONE:
        return ""
    below = unpack(entry).stamps
    return "@".join((entry.digest, entry.remote_id, *([_hashed(dict(below.items()))] if below else [])))


def answer_part(entry: Entry, path: str) -> object:
    """Return the kept part of a service's answer at a dotted path, or None."""
    return at_path(json.loads(entry.answer), path) if entry.answer else None
