"""What the journal keeps of a thing: digests, the body as it was sent, and the state of what it refers to.

An Entry's `sent` holds the body with its references, and a stamp for each thing that the body refers to. A stamp
changes with the content and with the remote id, so a flow whose template changed is touched even if the push that
changed the template was interrupted before it came to the flow. Where drift can be seen it also holds `seen`, the
digests of what the service had right after the last writing, and `left`, what a person decided to leave there.
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
class Left:
    """What somebody chose to leave: `ours` is the state of what was not sent, `theirs` the digests of what stands."""

    ours: str
    theirs: Map[str, str]


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent last: `body` with its references (None: not known) and the stamps of what it refers to, by key.

    `seen` are the digests of the texts that the service had then, by what they are called; `left` is None unless
    somebody chose to leave the thing as it was changed there. `delivery` is what told this sending from others, for
    services that need to know.
    """

    body: Any = None
    stamps: Map[str, str] = field(default_factory=Map)
    seen: Map[str, str] = field(default_factory=Map)
    left: Left | None = None
    delivery: str = ""


def digest(request: Request) -> str:
    """Return the digest of a request's content: path, name and body with references unresolved (32 hex digits).

    Assets count by their own digest, which their references hold.
    """
    more = [request.depends] if request.depends else []
    return _hashed([request.method, request.path, request.name, request.body, *more])


def _hashed(plain: Any) -> str:  # noqa: ANN401 - JSON of any shape
    text = json.dumps(plain, sort_keys=True, ensure_ascii=False)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


def is_open(request: Request, entry: Entry | None) -> bool:
    """Return whether a request must still be sent, as far as the journal knows."""
    return not (entry and entry.state is State.DONE and entry.digest == digest(request))


def pack(sent: Sent) -> str:
    """Return what an Entry's `sent` holds."""
    held: dict[str, Any] = {"body": sent.body, "stamps": _plain(sent.stamps)}
    if sent.seen:
        held["seen"] = _plain(sent.seen)
    if sent.left:
        held["left"] = {"ours": sent.left.ours, "theirs": _plain(sent.left.theirs)}
    if sent.delivery:
        held["delivery"] = sent.delivery
    return json.dumps(held, ensure_ascii=False)


def unpack(entry: Entry) -> Sent:
    """Return what was sent last; nothing is known of a thing that was only found by its name."""
    if not entry.sent:
        return Sent()
    held = json.loads(entry.sent)
    left = held.get("left")
    kept = Left(left["ours"], Map(left["theirs"])) if left else None
    seen = Map(held.get("seen", {}))
    return Sent(held["body"], Map(held["stamps"]), seen, kept, held.get("delivery", ""))


def state_of(request: Request, stamps: Map[str, str]) -> str:
    """Return the state of what is to be sent: it changes with the content and with what this refers to."""
    return _hashed([digest(request), _plain(stamps)])


def _plain(held: Map[str, str]) -> dict[str, str]:
    return dict(sorted(held.items()))


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
