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
    is no expression. `test` is asked in conditions (the engine's `truth` of `say` where it is empty; without any of
    them it is always there); `unasked` says that the service prints it but takes it in no condition and no filter.
    `note` is a key of `values.NOTES`: what the reader gets is not quite what was wanted. `languages` are those
    for which the service has a tag of its own, which `$language` in `whole` tells (in capitals); readers of others get
    the English one.
    """

    say: str = ""
    whole: str = ""
    test: str = ""
    note: str = ""
    unasked: bool = False
    languages: tuple[str, ...] = ()

    def is_certain(self) -> bool:
        """Tell whether it is always there, so that there is nothing to ask."""
        return not (self.test or self.say or self.unasked)


@dataclass(frozen=True, slots=True)
class Engine:
    """The patterns of a template engine; an empty one means that the engine cannot say it.

    They are `string.Template` texts with `$say`, `$text`, `$test`, `$list`, `$limit`. `openers` begin a tag; `mark`
    prints `$mark` (the first character of an opener) where entities do not work.

    From an expression to an expression: `sure` (where a value that does not exist would stop the message), `default`
    (one word or more, nothing that needs quoting), `cut` (the first `$limit` characters, without a sign that something
    is missing, which would make an SMS dearer), `part` (percent-encoded), `date` (a day in `$format`, made of
    `date_signs`: weekday, day, month and, if there is one, what stands before letters that mean themselves) with
    `renamed` for each name that is not `$english`, `root` (an expression of the event as it is written in a loop).
    From an expression to a condition: `truth` and, for numbers, `truth_number`; nothing, "" and 0 may not hold. From an
    expression to text: `value` (in HTML, escaped), `plain` (outside HTML, not escaped; as `value` where empty) and the
    digits of an amount, `money` and `bare_money` (whole amounts without decimals), with `$point` for the language's
    decimal sign. `drops_blanks` says that a condition or loop around spaces alone prints nothing, so that these are
    printed as marks; `lone` is the regular expression of a tag that is taken away with its whole line.
    """

    openers: tuple[str, ...]
    value: str
    plain: str = ""
    mark: str = ""
    sure: str = ""
    default: str = ""
    money: str = ""
    bare_money: str = ""
    part: str = ""
    cut: str = ""
    date: str = ""
    date_signs: tuple[str, ...] = ()
    renamed: str = ""
    root: str = ""
    truth: str = "$say"
    truth_number: str = ""
    when: str = ""
    otherwise: str = ""
    end: str = ""
    loop: str = ""
    limited: str = ""
    end_loop: str = ""
    end_limited: str = ""
    drops_blanks: bool = False
    lone: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What one shop system's events call things: neutral path -> native.

    `lists` are expressions to loop over; `blocks` are texts of the service that show a list its own way.
    """

    label: str = ""
    paths: Map[str, Native] = field(default_factory=Map)
    lists: Map[str, str] = field(default_factory=Map)
    blocks: Map[str, str] = field(default_factory=Map)


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


def profile_of(grammar: Grammar, name: str | Profile) -> Profile:
    """Return a profile with the grammar's common paths below its own, the usual one for an empty name.

    A profile that was read from a service is taken as it is. Raise StudioError for a profile that the grammar does not
    have.
    """
    profile = name if isinstance(name, Profile) else grammar.profiles.get(name or grammar.profile)
    if profile is None:
        known = ", ".join(sorted(grammar.profiles))
        raise StudioError(
            "{dialect} has no profile “{profile}”; there are: {known}.",
            dialect=grammar.label,
            profile=str(name or grammar.profile),
            known=known,
        )
    return Profile(profile.label, grammar.paths.update(profile.paths), profile.lists, profile.blocks)
