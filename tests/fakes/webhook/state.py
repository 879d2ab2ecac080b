"""A receiver in memory, written from the Standard Webhooks specification alone: signature, timestamp, repeated ids."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from collections.abc import Callable, Iterator
from typing import Any

from tests.fakes.server import Fake
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

KEY = "whsec_" + base64.b64encode(b"a secret of twenty-four b").decode()
TYPES = ("fabel.flow", "fabel.scripts")
SAID = {
    "json": ("application/json", 202, None),
    "text": ("text/plain", 200, b"Accepted"),
    "page": ("text/html", 200, b"<!doctype html><title>Thank you</title>"),
    "latin": ("text/plain", 200, "Høyrt".encode("latin-1")),
    "broken": ("application/json", 200, b'{"ok": '),
    "silence": ("text/plain", 204, b""),
}
"""How receivers say that they took a delivery: media type, status and body (None: the delivery's id as JSON)."""


class Webhook(Fake):
    """The fake; it listens at its `url` itself. `deliveries` are the bodies by their delivery's id: of two the first.

    `manner` is how it says that it took one (a word of SAID).
    """

    label = "Webhook"

    def __init__(self, clock: Callable[[], float] = time.monotonic, manner: str = "json"):
        super().__init__(clock)
        self.key, self.manner = KEY, manner
        self.deliveries: dict[str, dict[str, Any]] = {}
        self.repeated: list[str] = []

    def answer(self, received: Received) -> Answer:
        """Take a delivery; one that came before is acknowledged and not taken twice."""
        if received.method != "POST":
            raise Refusal(405, Problem("", "Only POST is taken here."))
        name = self._proven(received)
        if received.media_type != "application/json" or received.body.get("type") not in TYPES:
            raise Refusal(422, Problem("/type", "is not an event that this receiver knows"))
        if name in self.deliveries:
            self.repeated.append(name)
        self.deliveries.setdefault(name, received.body)
        self.media_type, status, said = SAID[self.manner]
        return Answer(status, {"received": name} if said is None else said)

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return the first problem as one message."""
        return {"message": f"{problems[0].pointer.removeprefix('/')} {problems[0].detail}".strip()}

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield every flow that arrived, by the name it has now."""
        yield from {("flow", body["data"]["name"]) for body in self.deliveries.values()}

    def _proven(self, received: Received) -> str:
        """Return the delivery's id; raise Refusal where the signature is not of this secret over these bytes."""
        name, moment = received.headers.get("webhook-id", ""), received.headers.get("webhook-timestamp", "")
        secret = base64.b64decode(self.key.removeprefix("whsec_"))
        signed = f"{name}.{moment}.".encode() + received.content
        wanted = "v1," + base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
        if not moment.isdecimal() or not hmac.compare_digest(received.headers.get("webhook-signature", ""), wanted):
            raise Refusal(401, Problem("", "The signature does not fit."))
        return name
