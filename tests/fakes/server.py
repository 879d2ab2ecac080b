"""Serving a fake on loopback: threads, keep-alive, faults on the wire, and a shutdown that leaves nothing behind."""

from __future__ import annotations

import socket
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.fakes.faults import Fault, Faults, Rule
from tests.fakes.rates import Meter
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal, parse_body

RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class Fake:
    """What all fakes share: requests as they came (without keys), faults, what was done once and may not be undone.

    `live` lists everything that was, or was asked to be, switched live, sent or scheduled; `deleted` what was deleted;
    `crashes` the fake's own bugs.
    """

    label = ""
    media_type = "application/json"

    def __init__(self, clock: Callable[[], float]):
        self.url = ""
        self.requests: list[Received] = []
        self.faults = Faults()
        self.meter = Meter(clock)
        self.live: list[tuple[str, str, str]] = []
        self.deleted: list[tuple[str, str]] = []
        self.crashes: list[BaseException] = []
        self.lock = threading.RLock()

    def answer(self, received: Received) -> Answer:
        """Do what a request asks; raise Refusal where the service says no."""
        raise NotImplementedError

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return problems as the service words them."""
        raise NotImplementedError

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (kind, name) of everything in the account that a client can create."""
        raise NotImplementedError

    def receive(self, received: Received) -> Rule | None:
        """Keep a request and return the fault that strikes it."""
        with self.lock:
            self.requests.append(received.without_key())
            return self.faults.strike(received)

    def settle(self, received: Received) -> Answer:
        """Return the answer to a request, refusals in the service's envelope."""
        with self.lock:
            try:
                return self.answer(received)
            except Refusal as refusal:
                return Answer(refusal.status, self.envelope(refusal.status, refusal.problems), refusal.headers)

    def calls(self, method: str = "*", path: str = "*") -> list[Received]:
        """Return the requests so far of a method to a path pattern."""
        with self.lock:
            return [past for past in self.requests if method in {"*", past.method} and fnmatchcase(past.path, path)]

    def count(self, mark: str, kind: str = "") -> int:
        """Return how many things carry a mark in their name, of one kind or of all."""
        with self.lock:
            return sum(mark in name and kind in {"", its} for its, name in self.names())


def failing_answer(fake: Fake, rule: Rule) -> Answer:
    """Return the 429 or 500 of a fault."""
    if rule.fault is Fault.BUSY:
        wait = {} if rule.retry_after is None else {"Retry-After": str(rule.retry_after)}
        words = Problem("", "Request was throttled.", "throttled")
        return Answer(429, fake.envelope(429, (words,)), wait)
    return Answer(500, fake.envelope(500, (Problem("", "A server error occurred.", "error"),)))


class Listener(ThreadingHTTPServer):
    """A server that remembers its open connections, so that idle keep-alive ones end with it."""

    daemon_threads = False
    block_on_close = True
    request_queue_size = 64

    def __init__(self, fake: Fake, port: int):
        self.fake = fake
        self.connections: set[socket.socket] = set()
        super().__init__(("127.0.0.1", port), Exchange)
        fake.url = f"http://127.0.0.1:{self.server_address[1]}"

    def process_request(self, request, client_address):
        """Remember the connection and serve it on a thread of its own."""
        with self.fake.lock:
            self.connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request):
        """Forget the connection and close it."""
        with self.fake.lock:
            self.connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request, client_address):
        """Keep the fake's own bugs; a client that went away is none."""
        error = sys.exception()
        if error is not None and not isinstance(error, ConnectionError):
            self.fake.crashes.append(error)

    def hang_up(self) -> None:
        """End serving: slow answers go, idle connections close, every thread is joined."""
        self.fake.faults.release()
        self.shutdown()
        with self.fake.lock:
            open_now = list(self.connections)
        for connection in open_now:
            with_peer_gone(connection)
        self.server_close()


def with_peer_gone(connection: socket.socket) -> None:
    """Shut a connection down for reading, also where the other side was quicker."""
    try:
        connection.shutdown(socket.SHUT_RD)
    except OSError:
        return


class Exchange(BaseHTTPRequestHandler):
    """One connection: reads requests, lets the fake answer, and breaks on the wire what a fault says to break."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Listener

    def serve(self) -> None:
        """Answer one request."""
        fake = self.server.fake
        try:
            received = self.read()
        except Refusal as refusal:
            fake.receive(Received(self.command, urlsplit(self.path).path))
            self.close_connection = True
            self.send(Answer(refusal.status, fake.envelope(refusal.status, refusal.problems)))
            return
        rule = fake.receive(received)
        if rule is None:
            self.send(fake.settle(received))
        else:
            self.fail(rule, received)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = serve  # noqa: N815 - the base class looks for these names

    def read(self) -> Received:
        """Return the request in full; raise Refusal for a body that cannot be read."""
        headers = {name.lower(): value for name, value in self.headers.items()}
        if "transfer-encoding" in headers:
            raise Refusal(411, Problem("", "The request must say how long its body is.", "length_required"))
        content = self.rfile.read(int(headers.get("content-length", "0")))
        parts = urlsplit(self.path)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        body = parse_body(headers.get("content-type", ""), content)
        return Received(self.command, parts.path, query, headers, body, content)

    def fail(self, rule: Rule, received: Received) -> None:
        """Go wrong as a rule says, before or after the work is done."""
        fake = self.server.fake
        answer = None if rule.fault.comes_first else fake.settle(received)
        if rule.fault in {Fault.RESET_BEFORE, Fault.RESET_AFTER}:
            self.reset()
        elif answer is None or rule.fault is Fault.ERROR_AFTER:
            self.send(failing_answer(fake, rule))
        elif rule.fault is Fault.SLOW:
            fake.faults.released.wait(rule.seconds)
            self.send(answer)
        else:
            self.garble(answer, rule.fault)

    def garble(self, answer: Answer, fault: Fault) -> None:
        """Send half of the body that was promised, or a whole body that is no JSON."""
        content = answer.content or b'{"done": true}'
        if fault is Fault.MALFORMED:
            content = content[:-1] + b",,"
        self.close_connection = True
        self.send_head(200 if answer.status == 204 else answer.status, answer, len(content))
        self.wfile.write(content if fault is Fault.MALFORMED else content[: len(content) // 2])

    def send(self, answer: Answer) -> None:
        """Send an answer in full."""
        content = answer.content
        self.send_head(answer.status, answer, len(content))
        self.wfile.write(content)

    def send_head(self, status: int, answer: Answer, length: int) -> None:
        """Send the status and the headers."""
        self.send_response(status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if length:
            self.send_header("Content-Type", self.server.fake.media_type)
        if length or status != 204:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def reset(self) -> None:
        """Drop the connection so that the other side sees a reset instead of an end."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
        self.rfile.close()
        self.connection.close()

    def log_message(self, *words: object) -> None:
        """Say nothing: `requests` of the fake is the log."""


@contextmanager
def serving(fake: Fake, port: int = 0) -> Iterator[Fake]:
    """Serve a fake on loopback (port 0: any free one) until the block ends; its `url` is set."""
    listener = Listener(fake, port)
    thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, name=f"fake {fake.label}")
    thread.start()
    try:
        yield fake
    finally:
        listener.hang_up()
        thread.join()
