"""Speaking to a fake without sockets: what comes back is what `requests` makes of the same bytes and the same faults.

Thousands of pushes can so be interrupted in seconds. The faults are those of the one table; a reset is the error that
`requests` raises for one, a cut answer is read by the same code that reads one off a socket.
"""

from __future__ import annotations

import io
from urllib.parse import parse_qsl, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPResponse
from urllib3.exceptions import ProtocolError

from tests.fakes.faults import Fault
from tests.fakes.server import failing_answer
from tests.fakes.wire import Received, Refusal, parse_body

HOST = "http://127.0.0.1:1"
"""Where a wireless fake is said to be; nobody listens there."""


class Wireless(HTTPAdapter):
    """Hands every request of a session to a fake."""

    def __init__(self, fake):
        super().__init__(max_retries=0)
        self._fake = fake

    def send(self, request, **_):
        """Return the answer, or raise what a broken line raises."""
        received, unread = _received(request)
        rule = self._fake.receive(received)
        if unread is not None:
            return self._response(request, unread.status, self._fake.envelope(unread.status, unread.problems), {})
        if rule is None:
            return self._whole(request, self._fake.settle(received))
        return self._failed(request, received, rule)

    def _failed(self, request, received, rule):
        answer = None if rule.fault.comes_first else self._fake.settle(received)
        if rule.fault in {Fault.RESET_BEFORE, Fault.RESET_AFTER}:
            raise requests.ConnectionError(ProtocolError("Connection aborted.", ConnectionResetError(104, "reset")))
        if answer is None or rule.fault is Fault.ERROR_AFTER:
            return self._whole(request, failing_answer(self._fake, rule))
        if rule.fault is Fault.SLOW:
            return self._whole(request, answer)
        content = answer.content or b'{"done": true}'
        status = 200 if answer.status == 204 else answer.status
        if rule.fault is Fault.MALFORMED:
            return self._bytes(request, status, content[:-1] + b",,", len(content) + 1, answer.headers)
        return self._bytes(request, status, content[: len(content) // 2], len(content), answer.headers)

    def _whole(self, request, answer):
        return self._bytes(request, answer.status, answer.content, len(answer.content), answer.headers)

    def _bytes(self, request, status, content, promised, headers):
        told = {"Content-Type": self._fake.media_type, "Content-Length": str(promised), **headers}
        raw = HTTPResponse(
            io.BytesIO(content),
            told,
            status,
            preload_content=False,
            request_method=request.method,
            decode_content=False,
        )
        return self.build_response(request, raw)


def _received(request):
    """Return a prepared request as a fake receives it, and the Refusal of a body that cannot be read."""
    parts = urlsplit(request.url)
    headers = {name.lower(): value for name, value in request.headers.items()}
    content = request.body.encode() if isinstance(request.body, str) else request.body or b""
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    try:
        body = parse_body(headers.get("content-type", ""), content)
    except Refusal as refusal:
        return Received(request.method, parts.path, query, headers), refusal
    return Received(request.method, parts.path, query, headers, body, content), None


def unplugged(fake):
    """Give a fake an address although nobody serves it."""
    fake.url = HOST


def plug(client, fake):
    """Let a client's session speak to a fake without a socket, and return the client."""
    client._session.mount("http://", Wireless(fake))
    return client
