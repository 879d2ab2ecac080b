"""The dialect of Klaviyo read backwards: its names for things become the neutral paths of merge tags."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from immutables import Map

from studio.errors import StudioError
from studio.tags.catalogue import COUPON, Kind, path_info
from studio.tags.grammar import Grammar, Native, profile_of, shipped_grammar
from studio.tags.parser import parse_tag

_PIPE = re.compile(r"""\|(?=(?:[^'"]*(?:'[^']*'|"[^"]*"))*[^'"]*\Z)""")
_WORDS = re.compile(r"""("[^"]*"|'[^']*')""")
_LITERAL = re.compile(r"""\d+|"[^"]*"|'[^']*'""")
_CUT = re.compile(r":([1-9]\d{0,2})")
_SIMPLE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
# Other ways to say what the dialect says in one way; seen in templates made in Klaviyo's own editor.
_ALIASES = {
    "person.first_name": "person.first_name",
    "person.last_name": "person.last_name",
    "person.email": "person.email",
    "person|lookup:'first_name'": "person.first_name",
    "person|lookup:'last_name'": "person.last_name",
    "organization.name": "shop.name",
    "organization.url": "shop.url",
    "organization.full_address": "shop.address",
    "unsubscribe_link": "links.unsubscribe",
    "manage_preferences_link": "links.preferences",
    "web_view_link": "links.browser",
}
# How a kind of value is written is decided here by the reader's language, not by a filter.
_SHAPING = {
    Kind.MONEY: ("floatformat", "currency_format"),
    Kind.NUMBER: ("floatformat",),
    Kind.DATE: ("format_date_string", "date", "find_replace"),
}
_HARMLESS = ("safe", "urlencode", "trim_slash", "striptags", "escape", "force_escape")


class Printed(NamedTuple):
    """What a print tag says: a neutral source, and the filters that it cannot have."""

    source: str
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Backward:
    """The names of one profile: expressions, conditions, lists, and whole texts (longest first), each with its path."""

    profile: str
    says: Map[str, str]
    tests: Map[str, str]
    lists: Map[str, str]
    wholes: tuple[tuple[str, str], ...]

    def printed(self, expression: str) -> Printed | None:
        """Return the neutral tag for what stands between the braces, or None where nothing neutral says it."""
        parts = [tight(part) for part in _PIPE.split(expression)]
        for count in range(len(parts), 0, -1):
            path = self.says.get("|".join(parts[:count]))
            if path:
                return _with_filters(path, parts[count:])
        return None

    def asked(self, test: str) -> str:
        """Return the path that a condition asks about, or the empty string."""
        wanted = tight(test)
        return self.tests.get(wanted, "") or self.says.get(wanted, "")


def backward(profile: str) -> Backward:
    """Return the names of one profile of the shipped dialect, read backwards."""
    grammar = shipped_grammar("klaviyo")
    chosen = profile_of(grammar, profile)
    natives = {path: native for path, native in chosen.paths.items() if path != COUPON}
    says = {tight(native.say): path for path, native in natives.items() if native.say}
    bare = {say.partition("|floatformat")[0]: path for say, path in says.items()}
    tests = {tight(native.test): path for path, native in natives.items() if native.test}
    wholes = {native.whole: path for path, native in natives.items() if native.whole}
    lists = {tight(listed): path for path, listed in chosen.lists.items()}
    ordered = tuple(sorted(wholes.items(), key=lambda pair: -len(pair[0])))
    return Backward(
        profile, Map({**_ALIASES, **bare, **says}), Map({**tests, **_about_lists(natives, tests)}), Map(lists), ordered
    )


def _about_lists(natives: dict[str, Native], tests: dict[str, str]) -> dict[str, str]:
    """Return the conditions that several paths share as one path: whether a cart has products is asked by its count."""
    count = natives.get("cart.count")
    return {tight(count.test): "cart.count"} if count and tight(count.test) in tests else {}


def likeliest(text: str, grammar: Grammar | None = None) -> str:
    """Return the profile whose names a flow's texts use most; the usual one where none is used."""
    held = grammar or shipped_grammar("klaviyo")
    bare = tight(text)

    def weight(name: str) -> tuple[int, bool]:
        paths = held.profiles[name].paths.values()
        return sum(bare.count(tight(native.say)) for native in paths if native.say), name == held.profile

    return max(sorted(held.profiles), key=weight)


def tight(expression: str) -> str:
    """Return an expression without spaces around its parts and with single quotes, so that spelling does not matter.

    What stands in quotes is words and stays as it is; words with a single quote in them keep their double ones.
    """
    parts = enumerate(_WORDS.split(expression.strip()))
    return "".join(_requoted(part) if index % 2 else _dense(part) for index, part in parts)


def _dense(names: str) -> str:
    return re.sub(r"\s*([|:.,=!]+)\s*", r"\1", re.sub(r"\s+", " ", names))


def _requoted(words: str) -> str:
    return words if "'" in words else f"'{words[1:-1]}'"


def _with_filters(path: str, filters: list[str]) -> Printed:
    kind = path_info(path).kind
    said, dropped = [path, *(["money"] if kind is Kind.MONEY else [])], []
    for one in filters:
        name, _, argument = one.partition(":")
        cut = _CUT.fullmatch(argument.strip("'"))
        if name == "default" and _LITERAL.fullmatch(argument):
            said.append(f'default: "{_quoted(argument)}"')
        elif name == "slice" and cut and kind is Kind.TEXT:
            said.append(f"cut: {cut.group(1)}")
        elif name not in _HARMLESS + _SHAPING.get(kind, ()):
            dropped.append(name)
    return Printed(_valid(" | ".join(said), path), tuple(dropped))


def _quoted(argument: str) -> str:
    words = argument if argument[:1].isdecimal() else argument[1:-1]
    return words.replace("\\", "\\\\").replace('"', '\\"')


def _valid(source: str, path: str) -> str:
    try:
        parse_tag(source)
    except StudioError:
        return path
    return source
