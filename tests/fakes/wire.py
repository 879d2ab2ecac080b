"""What goes over the wire to a fake: requests as they were received, answers as they will be sent, refusals."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.validate import Problem

SECRET_HEADERS = frozenset({"authorization", "api-key", "cookie"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file part of a multipart form."""

    filename: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Received:
    """One request: `headers` have lower-case names, `body` is parsed JSON, a form (dict), raw bytes, or None.

    `content` holds the body's very bytes, for services that check a signature over them.
    """

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    content: bytes = b""

    def without_key(self) -> Received:
        """Return the request as it may be kept and printed: no header that carries a key."""
        open_headers = {name: value for name, value in self.headers.items() if name not in SECRET_HEADERS}
        return Received(self.method, self.path, self.query, open_headers, self.body)

    @property
    def media_type(self) -> str:
        """Return the media type of the body, without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the service says; `body` is JSON, the very bytes of something else, or None for an answer without one."""

    status: int
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def with_headers(self, headers: Mapping[str, str]) -> Answer:
        """Return the answer with more headers; its own win."""
        return Answer(self.status, self.body, {**headers, **self.headers})

    @property
    def content(self) -> bytes:
        """Return the body as bytes."""
        if isinstance(self.body, bytes):
            return self.body
        return b"" if self.body is None else json.dumps(self.body, ensure_ascii=False).encode()


class Refusal(Exception):
    """The service says no: a status and one problem or more, put into its envelope by the service."""

    def __init__(self, status: int, *problems: Problem, headers: Mapping[str, str] | None = None):
        super().__init__(status, *problems)
        self.status = status
        self.problems = problems
        self.headers = dict(headers or {})


def refuse(problems: list[Problem], status: int = 400) -> None:
    """Raise a Refusal where there are problems."""
    if problems:
        raise Refusal(status, *problems)


def parse_body(content_type: str, content: bytes) -> Any:
    """Return JSON, a form or raw bytes as the content type says; raise Refusal for what cannot be read."""
    media_type = content_type.partition(";")[0].strip().lower()
    if not content:
        return None
    if media_type == "multipart/form-data":
        return parse_form(content_type, content)
    if media_type.endswith("json"):
        return parse_json(content)
    return content


def parse_json(content: bytes) -> Any:
    """Return the JSON value; raise Refusal for what is not JSON in UTF-8."""
    try:
        return json.loads(content.decode())
    except ValueError as error:
        raise Refusal(400, Problem("", f"The body is not JSON: {error}", "parse_error")) from error


def parse_form(content_type: str, content: bytes) -> dict[str, str | Upload]:
    """Return the parts of a multipart form by name, files as Upload; raise Refusal for a broken form."""
    boundary = re.search(r'boundary="?([^";]+)"?', content_type)
    marks = content.split(b"--" + boundary[1].encode()) if boundary else []
    if len(marks) < 3 or marks[0] or marks[-1].strip() != b"--":
        raise Refusal(400, Problem("", "The multipart form is broken.", "parse_error"))
    return dict(parse_part(mark) for mark in marks[1:-1])


def parse_part(mark: bytes) -> tuple[str, str | Upload]:
    """Return a part's name and its text or file."""
    head, gap, content = mark.removeprefix(b"\r\n").removesuffix(b"\r\n").partition(b"\r\n\r\n")
    words = head.decode()
    name = re.search(r'[;\s]name="([^"]*)"', words)
    if not gap or name is None:
        raise Refusal(400, Problem("", "A part of the form has no name.", "parse_error"))
    filename = re.search(r'filename="([^"]*)"', words)
    if filename is None:
        return name[1], content.decode()
    media = re.search(r"(?im)^content-type:\s*([^\s;]+)", words)
    return name[1], Upload(filename[1], media[1].lower() if media else "application/octet-stream", content)
