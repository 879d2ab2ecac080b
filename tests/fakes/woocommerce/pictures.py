"""A place on loopback where pictures lie, as on a shop's own delivery network."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Place(ThreadingHTTPServer):
    """Serves what lies in `held`: (status, bytes) by path."""

    daemon_threads = False

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Exchange)
        self.held: dict[str, tuple[int, bytes]] = {}
        self.asked: list[str | None] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def put(self, path: str, content: bytes, status: int = 200) -> str:
        """Lay bytes at a path and return their address."""
        self.held[path] = (status, content)
        return f"{self.url}{path}"

    def handle_error(self, request, client_address):
        """Say nothing of a client that has heard enough."""


class _Exchange(BaseHTTPRequestHandler):
    server: Place

    def do_GET(self) -> None:
        """Answer with what lies there, and note which key came along."""
        self.server.asked.append(self.headers["Authorization"])
        status, content = self.server.held.get(self.path, (404, b""))
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *words: object) -> None:
        """Keep no log."""


@contextmanager
def picture_place() -> Iterator[Place]:
    """Serve pictures until the block ends."""
    place = Place()
    thread = threading.Thread(target=place.serve_forever, kwargs={"poll_interval": 0.02}, name="pictures")
    thread.start()
    try:
        yield place
    finally:
        place.shutdown()
        place.server_close()
        thread.join()
