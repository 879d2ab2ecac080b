"""What only the service knows, in the bodies of a bundle: found, and replaced when it is known.

`@<key>#<dotted.path>` is a part of the answer to another request of the bundle; it may be a whole text or stand in the
middle of one (in HTML). Only keys of the bundle count, so that a writer's own `@handle#tag` stays what it is.
`@metric:<name>` and `@list:<name>` are whole texts. `@asset:<digest>` is a file's bytes.
"""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from immutables import Map

from studio.delivery.outgoing import FilePart, Parts
from studio.errors import StudioError
from studio.exporters.references import replaced, strings
from studio.i18n import N_

_ASSET = re.compile(r"@asset:(?P<digest>[0-9a-zA-Z]+)")
_NEVER = "(?!)"
_KINDS = (
    (b"\x89PNG", "png", "image/png"),
    (b"\xff\xd8", "jpg", "image/jpeg"),
    (b"GIF8", "gif", "image/gif"),
    (b"RIFF", "webp", "image/webp"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to a part of the answer to another request."""

    key: str
    path: str


@dataclass(frozen=True, slots=True)
class Known:
    """Where the values come from: answers of this bundle, ids by (word, name), an asset's bytes by its digest."""

    answer: Callable[[Link], object]
    named: Callable[[str, str], str]
    content: Callable[[str], bytes]


class Unanswered(StudioError):
    """A request needs a part of another one's answer that the service did not give."""


class References:
    """The references of one bundle at one service."""

    def __init__(self, keys: Iterable[str], words: Iterable[str]) -> None:
        """Take the keys of the bundle's requests and the words (`metric`, `list`) that the service can list."""
        longest = sorted(map(re.escape, keys), key=len, reverse=True)
        words = sorted(map(re.escape, words))
        self._link = re.compile(rf"@(?P<key>{'|'.join(longest) or _NEVER})#(?P<path>[\w-]+(?:\.[\w-]+)*)")
        self._name = re.compile(rf"@(?P<word>{'|'.join(words) or _NEVER}):(?P<name>.+)", re.DOTALL)

    def links(self, value: Any) -> frozenset[Link]:  # noqa: ANN401 - JSON of any shape
        """Return every reference to another request in a body or a path."""
        found = (match for text in strings(value) for match in self._link.finditer(text))
        return frozenset(Link(match["key"], match["path"]) for match in found)

    def names(self, value: Any) -> frozenset[tuple[str, str]]:  # noqa: ANN401 - JSON of any shape
        """Return every (word, name) that must be looked up at the account."""
        found = (self._name.fullmatch(text) for text in strings(value))
        return frozenset((match["word"], match["name"]) for match in found if match)

    def filled(self, value: Any, known: Known) -> Any:  # noqa: ANN401 - JSON of any shape
        """Return a body with every reference replaced; raise StudioError where one cannot be known.

        A whole text takes the value as it is (a number stays a number). In the middle of HTML the value is escaped,
        and an asset becomes base64.
        """
        return replaced(value, lambda text: self._filled(text, known))

    def path(self, path: str, known: Known) -> str:
        """Return a request's path with its references filled in, quoted."""
        return self._link.sub(lambda match: quote(str(self._value(match, known)), safe=""), path)

    def parts(self, body: Mapping[str, Any], known: Known) -> Parts:
        """Return a multipart body: texts that are an asset become files, everything else plain fields.

        A file whose content is text of the bundle itself is an object with `filename`, `content` and `media`.
        """
        files: dict[str, FilePart] = {}
        fields: dict[str, str] = {}
        for name, value in body.items():
            asset = _ASSET.fullmatch(value) if isinstance(value, str) else None
            if asset:
                files[name] = _file(asset["digest"], known.content(asset["digest"]))
            elif isinstance(value, dict) and "filename" in value:
                files[name] = value["filename"], self.filled(value["content"], known).encode(), value["media"]
            elif value is not None:
                fields[name] = _field(self.filled(value, known))
        return Parts(Map(fields), Map(files))

    def _filled(self, text: str, known: Known) -> Any:  # noqa: ANN401 - JSON of any shape
        named, whole = self._name.fullmatch(text), self._link.fullmatch(text)
        if named:
            return known.named(named["word"], named["name"])
        if whole:
            return self._value(whole, known)
        escape: Callable[[str], str] = html.escape if "</" in text else str
        linked = self._link.sub(lambda match: escape(str(self._value(match, known))), text)
        return _ASSET.sub(lambda match: base64.b64encode(known.content(match["digest"])).decode(), linked)

    def _value(self, match: re.Match[str], known: Known) -> object:
        value = known.answer(Link(match["key"], match["path"]))
        if value is None:
            raise Unanswered(
                N_("The service's answer to {key} lacks {path}, which a later request needs."),
                key=match["key"],
                path=match["path"],
            )
        return value


def _field(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _file(digest: str, content: bytes) -> FilePart:
    found = (kind for kind in _KINDS if content.startswith(kind[0]))
    _, ending, media = next(found, (b"", "bin", "application/octet-stream"))
    return f"{digest[:12]}.{ending}", content, media
