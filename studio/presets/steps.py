"""Builds the tree of steps from a preset's plain tables, with readable ids counted in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from studio.errors import StudioError
from studio.model.codec import from_plain
from studio.model.conditions import Condition, Fact, Operator
from studio.model.steps import Arm, Experiment, Note, Path, Send, Split, Step, Stop, Wait
from studio.model.telling import operators

_COUNTED = frozenset({Operator.AT_LEAST, Operator.LESS_THAN})


def build_steps(plan: object, language: str) -> tuple[Step, ...]:
    """Return the steps that `plan` (a list of tables) describes; names in an interface language."""
    return _steps(plan, language, count(1))


def _steps(plan: object, language: str, numbers: Iterator[int]) -> tuple[Step, ...]:
    return tuple(_step(table, language, numbers) for table in _tables(plan))


def _tables(plan: object) -> list[Mapping[str, Any]]:
    if not isinstance(plan, (list, tuple)):
        raise StudioError("A step must be a table, found {got}.", got=repr(plan))
    for table in plan:
        if not isinstance(table, Mapping):
            raise StudioError("A step must be a table, found {got}.", got=repr(table))
    return list(plan)


def _step(table: Mapping[str, Any], language: str, numbers: Iterator[int]) -> Step:
    kind = next((name for name in _BUILDERS if name in table), None)
    if kind is None:
        raise StudioError("A step needs one of {known}; found {got}.", known=", ".join(_BUILDERS), got=", ".join(table))
    _check_names(table, _FIELDS[kind])
    return _BUILDERS[kind](table, language, numbers)


def _check_names(table: Mapping[str, Any], known: frozenset[str]) -> None:
    for name in table:
        if name not in known:
            raise StudioError("There is no field called “{name}” here.", name=name)


def _identity(kind: str, numbers: Iterator[int]) -> str:
    return f"{kind}-{next(numbers)}"


def _wait(table: Mapping[str, Any], _language: str, numbers: Iterator[int]) -> Step:
    days = from_plain(tuple[int, ...], table.get("weekdays", []), "weekdays")
    until = from_plain(str, table.get("until_time", ""), "until_time")
    window = from_plain(str, table.get("window", ""), "window")
    day = from_plain(str, table.get("until_day", ""), "until_day")
    shift = from_plain(int, table.get("days", 0), "days")
    return Wait(_identity("wait", numbers), from_plain(int, table["wait"], "wait"), until, days, window, day, shift)


def _send(table: Mapping[str, Any], _language: str, numbers: Iterator[int]) -> Step:
    message = from_plain(str, table["send"], "send")
    return Send(_identity("send", numbers), message, conditions(table.get("only_if", []), "only_if"))


def _split(table: Mapping[str, Any], language: str, numbers: Iterator[int]) -> Step:
    identity = _identity("split", numbers)
    arms = [_arm(arm, language, numbers) for arm in _tables(table.get("arms", []))]
    if len(arms) < 2 or arms[-1].conditions:
        raise StudioError("A split needs two arms or more, the last without “when”: {name}.", name=identity)
    return Split(identity, _name(table["split"], language), tuple(arms))


def _arm(table: Mapping[str, Any], language: str, numbers: Iterator[int]) -> Arm:
    _check_names(table, frozenset({"name", "when", "steps"}))
    name = _name(table.get("name", ""), language)
    identity = _identity("arm", numbers)
    return Arm(
        identity, name, conditions(table.get("when", []), "when"), _steps(table.get("steps", []), language, numbers)
    )


def _experiment(table: Mapping[str, Any], language: str, numbers: Iterator[int]) -> Step:
    identity = _identity("experiment", numbers)
    paths = tuple(_path(path, language, numbers) for path in _tables(table.get("paths", [])))
    return Experiment(identity, _name(table["experiment"], language), paths)


def _path(table: Mapping[str, Any], language: str, numbers: Iterator[int]) -> Path:
    _check_names(table, frozenset({"name", "weight", "steps"}))
    weight = from_plain(float, table.get("weight", 1.0), "weight")
    name = _name(table.get("name", ""), language)
    identity = _identity("path", numbers)
    return Path(identity, name, weight, _steps(table.get("steps", []), language, numbers))


def _note(table: Mapping[str, Any], language: str, numbers: Iterator[int]) -> Step:
    return Note(_identity("note", numbers), _name(table["note"], language))


def _stop(_table: Mapping[str, Any], _language: str, numbers: Iterator[int]) -> Step:
    return Stop(_identity("stop", numbers))


_BUILDERS = {
    "wait": _wait,
    "send": _send,
    "split": _split,
    "experiment": _experiment,
    "note": _note,
    "stop": _stop,
}


_FIELDS = {
    "wait": frozenset({"wait", "until_time", "weekdays", "window", "until_day", "days"}),
    "send": frozenset({"send", "only_if"}),
    "split": frozenset({"split", "arms"}),
    "experiment": frozenset({"experiment", "paths"}),
    "note": frozenset({"note"}),
    "stop": frozenset({"stop"}),
}


def _name(words: Any, language: str) -> str:  # noqa: ANN401 - a text or a table of texts
    if isinstance(words, Mapping):
        near = "nb" if language in ("nn", "no") else language
        return from_plain(str, words.get(near) or words.get("en", ""), "name")
    return from_plain(str, words, "name")


def conditions(lines: object, place: str) -> tuple[Condition, ...]:
    """Return the conditions written as lines such as `cart.total at_least 1500` or `consent.sms yes`."""
    return tuple(_condition(line, place) for line in from_plain(tuple[str, ...], lines, place))


def _condition(line: str, place: str) -> Condition:
    words = line.split()
    length = 3 if words[1:2] and words[1] in _COUNTED else 2
    if len(words) != length or words[0] not in list(Fact) or words[1] not in list(Operator):
        raise StudioError(
            "{place}: “{name}” is no condition; write it like “cart.total at_least 1500”.", place=place, name=line
        )
    if Operator(words[1]) not in operators(Fact(words[0])):
        known = " or ".join(operators(Fact(words[0])))
        raise StudioError(
            "{place}: “{name}” is no condition; {fact} takes {known}.",
            place=place,
            name=line,
            fact=words[0],
            known=known,
        )
    try:
        number = from_plain(float, float(words[2]), place) if len(words) == 3 else 0.0
    except ValueError as error:
        raise StudioError("{place}: “{name}” needs a number at its end.", place=place, name=line) from error
    return Condition(Fact(words[0]), Operator(words[1]), number)


def condition_line(condition: Condition) -> str:
    """Return a condition as the line that `conditions` reads."""
    number = f" {condition.number:.15g}" if condition.operator in _COUNTED else ""
    return f"{condition.fact} {condition.operator}{number}"
