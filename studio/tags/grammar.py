"""How a service writes merge tags, as data: the patterns of its engine and its name for every neutral path."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field

from immutables import Map

from studio.errors import StudioError
from studio.model.codec import from_plain
from studio.paths import shipped

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Native:
    """A service's way to say a path.

    `say` is an expression of its engine, which patterns can filter and test; `whole` is finished template text for what
    is no expression. `test` is asked in conditions (`say` where it is empty; neither means: always there). `note` is a
    key of `values.NOTES`: what the reader gets is not quite what was wanted.
    """

    say: str = ""
    whole: str = ""
    test: str = ""
    note: str = ""

    def asked(self) -> str:
        """Return what a condition asks, or the empty string for what is always there."""
        return self.test or self.say


@dataclass(frozen=True, slots=True)
class Engine:
    """The patterns of a template engine; an empty one means that the engine cannot say it.

    They are `string.Template` texts with `$say`, `$text`, `$test`, `$list`, `$limit`. `openers` begin a tag; `mark`
    prints `$mark` (the first character of an opener) where entities do not work. `part` percent-encodes, `cut` keeps
    the first `$limit` characters without a sign that something is missing (an ellipsis would make an SMS dearer).
    """

    openers: tuple[str, ...]
    value: str
    mark: str = ""
    default: str = ""
    money: str = ""
    bare_money: str = ""
    part: str = ""
    cut: str = ""
    when: str = ""
    otherwise: str = ""
    end: str = ""
    loop: str = ""
    limited: str = ""
    end_loop: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What one shop system's events call things: neutral path -> native."""

    label: str = ""
    paths: Map[str, Native] = field(default_factory=Map)
    lists: Map[str, str] = field(default_factory=Map)


@dataclass(frozen=True, slots=True)
class Grammar:
    """A dialect file: engine, paths that hold for every profile, and the profiles; `profile` is the usual one."""

    schema: int
    name: str
    label: str
    engine: Engine
    profile: str
    paths: Map[str, Native] = field(default_factory=Map)
    profiles: Map[str, Profile] = field(default_factory=Map)


def read_grammar(text: str, place: str) -> Grammar:
    """Return the grammar in a TOML text; raise StudioError naming `place` for a fault in it."""
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise StudioError("{place} is not readable: {reason}.", place=place, reason=str(error)) from None
    if plain.get("schema") != SCHEMA:
        raise StudioError("{place} is of another version of Fabel than this one.", place=place)
    return from_plain(Grammar, plain, place)


def shipped_grammars() -> tuple[str, ...]:
    """Return the names of the dialects that ship with the program, sorted."""
    return tuple(sorted(path.stem for path in shipped("presets", "dialects").glob("*.toml")))


def shipped_grammar(name: str) -> Grammar:
    """Return a shipped grammar; raise StudioError for a name that does not exist."""
    if name not in shipped_grammars():
        raise StudioError(
            "There is no dialect “{name}”; there are: {known}.", name=name, known=", ".join(shipped_grammars())
        )
    path = shipped("presets", "dialects", f"{name}.toml")
    return read_grammar(path.read_text(encoding="utf-8"), path.name)


def profile_of(grammar: Grammar, name: str) -> Profile:
    """Return a profile with the grammar's common paths below its own, the usual one for an empty name.

    Raise StudioError for a profile that the grammar does not have.
    """
    profile = grammar.profiles.get(name or grammar.profile)
    if profile is None:
        known = ", ".join(sorted(grammar.profiles))
        raise StudioError(
            "{dialect} has no profile “{profile}”; there are: {known}.",
            dialect=grammar.label,
            profile=name or grammar.profile,
            known=known,
        )
    return Profile(profile.label, grammar.paths.update(profile.paths), profile.lists)
