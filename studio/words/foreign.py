"""What foreign HTML means by its tags, classes and inline styles: bold, hidden, an entry of Word's list, an address."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from studio.model.spans import Style

_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em", "cite", "dfn", "var"})
_WORD_CLASSES = {
    "msotitle": "title",
    "msosubtitle": "title",
    "msoquote": "quote",
    "msointensequote": "quote",
}
_SCHEMES = ("http://", "https://", "mailto:", "tel:", "sms:")
_NUMBERED = re.compile(r"\(?[0-9a-zA-Z]{1,4}[.)]")


def name_of(node: etree._Element) -> str:
    """Return the name of an element in small letters, or the empty string for what is no element."""
    return node.tag.lower() if isinstance(node.tag, str) else ""


def css_of(node: etree._Element) -> dict[str, str]:
    """Return the inline style of an element, in small letters."""
    pairs = (part.partition(":") for part in (node.get("style") or "").lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if value.strip()}


def is_hidden(node: etree._Element) -> bool:
    """Tell whether a browser or Word would not show an element, or shows it as the marker of a list entry."""
    css = css_of(node)
    return (
        css.get("display") == "none"
        or css.get("visibility") == "hidden"
        or css.get("mso-hide") == "all"
        or css.get("mso-list") == "ignore"
        or "mso-element" in css
        or node.get("hidden") is not None
    )


def word_class(node: etree._Element) -> str:
    """Return "title" or "quote" for a paragraph that Word styles so, else the empty string."""
    return _WORD_CLASSES.get((node.get("class") or "").lower(), "")


def list_marker(node: etree._Element) -> str:
    """Return "ordered" or "bulleted" for a paragraph that Word shows as a list entry, else the empty string."""
    if css_of(node).get("mso-list", "none") in ("none", "skip"):
        return ""
    markers = (child for child in node.iter("span") if css_of(child).get("mso-list") == "ignore")
    written = "".join(str(part) for marker in markers for part in marker.itertext()).strip()
    # Word's round bullet of the second level is the letter o of a symbol font, without a full stop.
    return "ordered" if _NUMBERED.match(written) else "bulleted"


def style_after(node: etree._Element, name: str, style: Style) -> Style:
    """Return the style within an element; its inline style outdoes its name (Google Docs wraps all in a thin `b`)."""
    css = css_of(node)
    bold = _weight(css.get("font-weight", ""), style.bold or name in _BOLD)
    slant = css.get("font-style", "")
    italic = slant.startswith(("italic", "oblique")) if slant else style.italic or name in _ITALIC
    link = address(node.get("href") or "") if name == "a" and node.get("href") else style.link
    return replace(style, bold=bold, italic=italic, link=link)


def _weight(said: str, otherwise: bool) -> bool:
    if said[:3].isdecimal():
        return int(said[:3]) >= 600
    if said.startswith(("bold", "normal")):
        return said.startswith("bold")
    return otherwise


def address(href: str) -> str:
    """Return an address that an e-mail may link to, or the empty string; braces are encoded, for they are no tags."""
    written = "".join(href.split())
    if not written.lower().startswith(_SCHEMES):
        return ""
    return written.replace("{", "%7B").replace("}", "%7D").replace(")", "%29")
