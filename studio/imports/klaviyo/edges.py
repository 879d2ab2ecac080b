"""Above and below the words of a template: the shop's name or logo, and the small print with its ways out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from studio.imports.klaviyo.page import Part
from studio.imports.klaviyo.said import Run
from studio.model.spans import Break

_OUT = re.compile(r"unsubscribe_link|\{%\s*unsubscribe\b")
_PREFERENCES = re.compile(r"manage_preferences_link|\{%\s*manage_preferences\b")
_ADDRESS = re.compile(r"organization\.(full_)?address")
_LONG = 200
_SIGNS = " |·–-,.\u00a0"


@dataclass(frozen=True, slots=True)
class SmallPrint:
    """The foot of a template: its paragraphs, and what the links out are called."""

    first: int
    paragraphs: tuple[tuple[Run, ...], ...] = ()
    unsubscribe: str = ""
    preferences: str = ""
    others: tuple[Part, ...] = ()


def masthead(parts: Sequence[Part], shop: str) -> int:
    """Return how many parts at the top only show whose mail it is: a name or picture that leads to the shop's door."""
    if not parts:
        return 0
    top = parts[0]
    links = {run[1].link for run in top.runs if isinstance(run, tuple)} if top.kind == "words" else {top.link}
    said = top.text.strip().casefold()
    home = len(links) == 1 and all(_is_door(link) for link in links)
    named = top.kind in ("words", "button") and said in {shop.casefold(), "{{ organization.name }}"} - {""}
    return int(named or (home and top.kind in ("words", "image", "button")))


def _is_door(link: str) -> bool:
    if re.fullmatch(r"\{\{\s*organization\.url(\|trim_slash)?\s*\}\}/?", link):
        return True
    split = urlsplit(link) if link.startswith(("https://", "http://")) and "{" not in link else None
    return split is not None and split.path in ("", "/")


def small_print(parts: Sequence[Part], street: str) -> SmallPrint | None:
    """Return the foot of a page: from the text box with the way out to the end.

    Words that tell the shop's own `street` are its address and left out: the brand says it. None where there is no
    way out.
    """
    way_out = next((index for index, part in enumerate(parts) if _leads_out(part)), None)
    if way_out is None:
        return None
    first = _first(parts, way_out)
    below = parts[first:]
    words = [part for part in below if part.kind in ("words", "heading", "entry")]
    links = [run for part in words for run in part.runs if isinstance(run, tuple)]
    kept = (_kept_lines(_without_links(part), street) for part in words)
    return SmallPrint(
        first,
        tuple(runs for runs in kept if runs),
        next((run[0].strip() for run in links if _OUT.search(run[1].link)), ""),
        next((run[0].strip() for run in links if _PREFERENCES.search(run[1].link)), ""),
        tuple(part for part in below if part not in words and part.kind != "line"),
    )


def _leads_out(part: Part) -> bool:
    return any(_OUT.search(run[1].link) or _OUT.search(run[0]) for run in part.runs if isinstance(run, tuple))


def _first(parts: Sequence[Part], way_out: int) -> int:
    first = way_out
    while first and parts[first - 1].kind == "words" and parts[first - 1].home == parts[way_out].home:
        first -= 1
    return first


def _without_links(part: Part) -> tuple[Run, ...]:
    return tuple(
        run
        for run in part.runs
        if isinstance(run, Break) or not (_OUT.search(run[1].link) or _PREFERENCES.search(run[1].link))
    )


def _kept_lines(runs: tuple[Run, ...], street: str) -> tuple[Run, ...]:
    """Return the lines of a paragraph that say something, without those that are the shop's address."""
    lines = [tuple(line) for is_break, line in groupby(runs, lambda run: isinstance(run, Break)) if not is_break]
    told = [line for line in lines if _text(line).strip(_SIGNS) and not _is_address(_text(line), street)]
    return tuple(run for number, line in enumerate(told) for run in ((Break(), *line) if number else line))


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(" " if isinstance(run, Break) else run[0] for run in runs)


def _is_address(text: str, street: str) -> bool:
    if _ADDRESS.search(text):
        return True
    return bool(street) and len(text) < _LONG and _bare(street) in _bare(text)


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def without_edges(parts: tuple[Part, ...], above: int, foot: SmallPrint | None) -> tuple[Part, ...]:
    """Return what lies between head and foot, without the lines that only part them from it."""
    last = foot.first if foot else len(parts)
    between = list(parts[above:last])
    while between and between[-1].kind == "line" and foot:
        between.pop()
    while between and between[0].kind == "line":
        between.pop(0)
    return tuple(between)
