"""A text as it counts when two are compared: without what a service rewrites and nobody sees."""

from __future__ import annotations

from html.parser import HTMLParser

_UNSEEN = frozenset({"link", "meta", "base"})


def plain(text: str) -> str:
    """Return a text with single spaces; of HTML also without comments and with attributes in order.

    The elements `link`, `meta` and `base` are left out, since services drop or add them.
    """
    return _plain_html(text) if "</" in text else _joined(text)


def _plain_html(text: str) -> str:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return "".join(reader.parts)


def _joined(text: str) -> str:
    return " ".join(text.split())


class _Reader(HTMLParser):
    """Collects tags and words in one way of writing them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSEEN:
            self.parts.append(f"<{tag} {sorted((name, _joined(value or '')) for name, value in attrs)}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _UNSEEN:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(_joined(data))
