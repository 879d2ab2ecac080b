"""The HTML of a template as parts in reading order: words, headings, lists, pictures, buttons, lines, the cart.

Tags are held by tokens while the page is parsed, so that quotes and signs in them do no harm; what they say is read
only when a part is whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from studio.imports.klaviyo.said import Run
from studio.model.spans import PLAIN, Break, Style
from studio.words.foreign import css_of, is_hidden, name_of, style_after

_TAG = re.compile(r"\{\{(?:(?!\{[{%]).)*?\}\}|\{%(?:(?!\{[{%]).)*?%\}|\{#(?:(?!\{#).)*?#\}", re.DOTALL)
# Tags that print a whole link, with the tag that prints its address only, and the words it has by itself.
_LINKS = {
    "unsubscribe": ("{% unsubscribe_link %}", "Unsubscribe"),
    "manage_preferences": ("{% manage_preferences_link %}", "Manage Preferences"),
    "web_view": ("{% web_view_link %}", "View in browser"),
}
_LINK_TAG = re.compile(
    r"""\{%\s*(?P<name>unsubscribe|manage_preferences|web_view)(?:\s+(?P<mark>['"])(?P<words>.*?)(?P=mark))?\s*%\}"""
)
_MARK = "fabeltag"
_APART = f"{_MARK}\u2060"
_TOKEN = re.compile(rf"{_MARK}([0-9]+)x")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_HEADINGS = {f"h{number}": min(number, 3) for number in range(1, 7)}
_BLOCKS = frozenset(_HEADINGS) | frozenset(
    re.findall(
        r"\w+",
        """address article aside body center dd div dl dt fieldset figure footer form header hr html li main nav ol p
        section table tbody td tfoot th thead tr ul blockquote""",
    )
)
_DROPPED = frozenset(
    re.findall(r"\w+", "head script style title meta link noscript object iframe svg form input select textarea")
)
_SERVED = re.compile(r"unsubscribe|manage_preferences|web_view")
_BLANK = "\u00a0\u200a\u200b\u200c\u200d\u2007\u2060\u034f\u00ad "
_LINE = re.compile(r"\bborder(?:-top|-bottom)?:[^;]*\b(?:solid|dashed|dotted)\b")
_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page; `kind` is words, heading, entry, image, button, line or marker.

    `runs` are its words as Klaviyo has them, tags included; `home` tells which text box it lies in, `level` that of a
    heading (an entry: 1 where its list is ordered, a button: 1 where it is solid), `link` and `source` are addresses,
    `alt` the words for a picture.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    home: int = 0
    level: int = 0
    link: str = ""
    source: str = ""
    alt: str = ""
    width: int = 0

    @property
    def text(self) -> str:
        """Return the words of all runs, without their looks."""
        return "".join("\n" if isinstance(run, Break) else run[0] for run in self.runs)


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a template, and the language that it says it is in (empty where it says nothing)."""

    parts: tuple[Part, ...]
    language: str = ""


def read_page(html: str) -> Page:
    """Return the parts of an HTML page with Klaviyo's tags; broken markup is read as browsers do, never refused."""
    held: list[str] = []
    # Words that look like a token are none: they have a sign in them while the page is parsed.
    html = _CONTROLS.sub("", html).replace(_MARK, _APART)

    def hold(tag: re.Match[str]) -> str:
        held.append(tag.group())
        return f"{_MARK}{len(held) - 1}x"

    root = _root(_TAG.sub(hold, _linked(html)))
    if root is None:
        return Page(())
    reader = _Reader(tuple(held))
    reader.read(root, PLAIN, 0)
    reader.end()
    language = next((node.get("lang", "") for node in root.iter() if node.get("lang")), "")
    return Page(tuple(reader.parts), str(language).partition("-")[0].lower())


def _linked(html: str) -> str:
    """Return HTML in which Klaviyo's tags that print a whole link are written as links."""

    def link(tag: re.Match[str]) -> str:
        address, usual = _LINKS[tag["name"]]
        return f'<a href="{address}">{tag["words"] or usual}</a>'

    return _LINK_TAG.sub(link, html)


def _root(html: str) -> etree._Element | None:
    content = html.encode("utf-8", "ignore")
    if not content.strip():
        return None
    try:
        return etree.fromstring(content, etree.HTMLParser(encoding="utf-8", remove_comments=True))
    except etree.XMLSyntaxError:
        return None


@dataclass(slots=True)
class _Reader:
    """Gathers runs until a block ends; `now` says what the open part is, `box` counts the text boxes."""

    held: tuple[str, ...]
    parts: list[Part] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    now: Part = field(default_factory=lambda: Part("words"))
    box: int = 0

    def read(self, node: etree._Element, style: Style, deep: int) -> None:
        """Read an element and all that lies in it."""
        name = name_of(node)
        if not name or name in _DROPPED or is_hidden(node) or deep > _DEEPEST:
            return
        if name == "br":
            self.runs.append(Break())
        elif name == "img":
            self._image(node, style)
        elif name == "hr" or _is_line(node):
            self.end()
            self.parts.append(Part("line", home=self.box))
        elif _is_gap(node):
            self.runs += [Break(), Break()]
        elif name == "a" and (shape := self._shape(node)):
            self._button(node, solid=shape == "solid")
        else:
            self._inside(node, name, style, deep)

    def _inside(self, node: etree._Element, name: str, style: Style, deep: int) -> None:
        before = self.now
        if name == "td" or name == "th":
            self.box += 1
        if name in _BLOCKS:
            self.end()
            self.now = self._kind(node, name)
        within = self._styled(node, name, style)
        self._say(node.text, within)
        for child in node:
            self.read(child, within, deep + 1)
            self._say(child.tail, within)
        if name in _BLOCKS:
            self.end()
            self.now = before

    def _kind(self, node: etree._Element, name: str) -> Part:
        if name in _HEADINGS:
            return Part("heading", level=_HEADINGS[name])
        if name == "li":
            ordered = any(name_of(above) == "ol" for above in node.iterancestors("ol", "ul"))
            return Part("entry", level=int(ordered))
        # A list entry or heading may hold paragraphs; they stay what they are in.
        return self.now if self.now.kind in ("entry", "heading") else Part("words")

    def _styled(self, node: etree._Element, name: str, style: Style) -> Style:
        within = style_after(node, name, style)
        if name == "a" and node.get("href"):
            return replace(within, link=self.restored(node.get("href", "")).strip())
        # A block's own weight is its look, not an emphasis in its words.
        return replace(within, bold=style.bold, italic=style.italic) if name in _BLOCKS else within

    def _say(self, text: str | None, style: Style) -> None:
        if text:
            self.runs.append((self.restored(_SPACE.sub(" ", text)), style))

    def _image(self, node: etree._Element, style: Style) -> None:
        width = _width(node)
        if 0 < width <= 1:
            return
        self.end()
        source, alt = self.restored(node.get("src") or ""), self.restored(node.get("alt") or "")
        self.parts.append(Part("image", (), self.box, 0, style.link, source, alt, width))

    def _shape(self, node: etree._Element) -> str:
        """Return how a link that stands alone looks, solid or plain; empty for one among words, and for ways out."""
        out = _SERVED.search(self.restored(node.get("href") or ""))
        return "" if out else _shape_of(node)

    def _button(self, node: etree._Element, *, solid: bool) -> None:
        self.end()
        words = self.restored(_SPACE.sub(" ", "".join(str(text) for text in node.itertext()))).strip()
        link = self.restored(node.get("href") or "").strip()
        if words:
            self.parts.append(Part("button", ((words, PLAIN),), self.box, int(solid), link))

    def end(self) -> None:
        """Close the open part; without words there is none."""
        runs, self.runs = _trimmed(self.runs), []
        for part in _apart(runs):
            self.parts.append(replace(self.now, runs=part, home=self.box))

    def restored(self, text: str) -> str:
        """Return a text with its tags in their places again."""
        return _TOKEN.sub(lambda token: self.held[int(token.group(1))], text).replace(_APART, _MARK)


def _shape_of(node: etree._Element) -> str:
    """Return "solid" for a link with a ground or frame of its own, "plain" for one that stands alone, else nothing."""
    css = css_of(node)
    if any(name_of(inner) in _BLOCKS | {"img"} for inner in node.iterdescendants()) or "padding" not in "".join(css):
        return ""
    around = tuple(_around(node))
    for one in (node, *around):
        css = css_of(one)
        ground = css.get("background-color") or css.get("background") or one.get("bgcolor") or ""
        framed = _LINE.search(";".join(f"{name}:{value}" for name, value in css.items()))
        if ground not in ("", "transparent", "none") or framed:
            return "solid"
    return "plain" if around and css_of(node).get("display") == "inline-block" else ""


def _around(node: etree._Element) -> Iterator[etree._Element]:
    """Yield the cell around a link that is alone in it."""
    above = node.getparent()
    alone = above is not None and len(above) == 1 and not (above.text or "").strip() and not (node.tail or "").strip()
    if above is not None and alone and name_of(above) in ("td", "th", "div"):
        yield above


def _is_line(node: etree._Element) -> bool:
    """Tell whether an element without words is drawn as a line."""
    if name_of(node) not in ("p", "div", "td", "span") or len(node) or (node.text or "").strip("\u00a0 \n\t"):
        return False
    css = css_of(node)
    small = css.get("width", "100%") in ("100%", "auto") or not css.get("width", "").endswith("px")
    return small and bool(_LINE.search(";".join(f"{name}:{value}" for name, value in css.items())))


def _is_gap(node: etree._Element) -> bool:
    """Tell whether an element is an empty line between two paragraphs of one text."""
    height = css_of(node).get("height", "")
    return name_of(node) == "div" and not len(node) and not (node.text or "").strip("\u00a0 \n") and "px" in height


def _width(node: etree._Element) -> int:
    said = str(node.get("width") or css_of(node).get("width", "")).removesuffix("px").strip()
    return int(float(said)) if re.fullmatch(r"\d{1,5}(\.\d+)?", said) else 0


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Return runs without white space at the ends of lines, and with single spaces, as a browser shows them."""
    kept: list[Run] = []
    for run in runs:
        if isinstance(run, Break):
            _cut_end(kept)
            kept.append(run)
            continue
        words = run[0]
        last = kept[-1] if kept else Break()
        if isinstance(last, Break) or last[0].endswith(" "):
            words = words.lstrip(" ")
        if words:
            kept.append((words, run[1]))
    _cut_end(kept)
    return tuple(kept)


def _cut_end(runs: list[Run]) -> None:
    while runs and not isinstance(runs[-1], Break):
        words = runs[-1][0].rstrip(" ")
        if words:
            runs[-1] = (words, runs[-1][1])
            return
        runs.pop()


def _apart(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """Yield the runs without line breaks around them, or nothing where they hold no words."""
    first, last = 0, len(runs)
    while first < last and isinstance(runs[first], Break):
        first += 1
    while last > first and isinstance(runs[last - 1], Break):
        last -= 1
    if first < last and any(not isinstance(run, Break) and run[0].strip(_BLANK) for run in runs[first:last]):
        yield runs[first:last]
