"""Entities to plain JSON values and back, from their own annotations, with the place of every fault.

Fields that hold their default are left out, so files stay short and older files stay readable.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping, Set
from enum import Enum
from functools import cache
from typing import Any, NoReturn, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from immutables import Map

from studio.errors import StudioError
from studio.i18n import Sentence, sentence

T = TypeVar("T")
KIND = "type"
_TOP = sentence("top")
_OBJECT = (dict, Mapping)  # the usual one first: asking an abstract class is slow


def to_plain(value: object) -> Any:
    """Return dataclasses as dicts (with `type` where a union needs it), Maps as sorted dicts, tuples as lists."""
    if isinstance(value, str):
        return value.value if isinstance(value, Enum) else value
    if hasattr(type(value), "__dataclass_fields__"):
        return _dataclass_to_plain(value)
    if isinstance(value, Map):
        return {str(key): to_plain(value[key]) for key in sorted(value)}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def _dataclass_to_plain(value: Any) -> dict[str, Any]:
    kind: Any = type(value)
    plain: dict[str, Any] = {KIND: kind.__name__.lower()} if kind in _in_unions() else {}
    for name, default in _defaults(kind):
        held = getattr(value, name)
        if held is not default and held != default:
            plain[name] = to_plain(held)
    return plain


@cache
def _defaults(kind: type) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, _default(field)) for field in dataclasses.fields(kind))


def _default(field: dataclasses.Field[Any]) -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


@cache
def _in_unions() -> frozenset[type]:
    from studio.model import message, steps  # late: the nouns are read once, and codec stays free of them

    return frozenset((*get_args(steps.Step), message.Block, message.Hidden))


def from_plain(kind: type[T], plain: object, place: str = "") -> T:
    """Return the value of type `kind` that `plain` describes.

    Raise StudioError naming `place` (a JSON path such as `steps[2].minutes`) for an unknown or missing field,
    a value of the wrong type, or a number out of reason.
    """
    return cast("T", _reader(kind)(plain, place))


def _refuse(place: str, wanted: str | Sentence, got: object) -> StudioError:
    return StudioError("{place}: expected {wanted}, found {got}.", place=place or _TOP, wanted=wanted, got=_short(got))


def _short(got: object) -> str:
    text = repr(got)
    return text if len(text) <= 60 else text[:57] + "…"


Reader = Callable[[object, str], Any]


def _reader(kind: Any) -> Reader:
    return _made_reader(kind)  # apart, because mypy takes no type for hashable


@cache
def _made_reader(kind: Any) -> Reader:
    if kind in _SCALARS:
        return _SCALARS[kind]
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union_reader(get_args(kind))
    if origin is tuple:
        return _tuple_reader(get_args(kind)[0])
    if origin is Map:
        return _map_reader(get_args(kind)[1])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum_reader(kind)
    return _dataclass_reader(kind)


def _text(plain: object, place: str) -> str:
    if not isinstance(plain, str):
        raise _refuse(place, sentence("a text"), plain)
    return plain


def _flag(plain: object, place: str) -> bool:
    if not isinstance(plain, bool):
        raise _refuse(place, sentence("true or false"), plain)
    return plain


def _whole(plain: object, place: str) -> int:
    if isinstance(plain, bool) or not isinstance(plain, int) or abs(plain) > 10**9:
        raise _refuse(place, sentence("a whole number"), plain)
    return plain


def _number(plain: object, place: str) -> float:
    if isinstance(plain, bool) or not isinstance(plain, (int, float)) or not abs(plain) <= 10**12:
        raise _refuse(place, sentence("a number"), plain)
    return float(plain)


def _nothing(plain: object, place: str) -> None:
    if plain is not None:
        raise _refuse(place, "null", plain)


_SCALARS: dict[Any, Reader] = {str: _text, bool: _flag, int: _whole, float: _number, type(None): _nothing}


def _union_reader(kinds: tuple[Any, ...]) -> Reader:
    nouns = {
        str(kind.__name__).lower(): kind for kind in kinds if isinstance(kind, type) and dataclasses.is_dataclass(kind)
    }
    scalars = [kind for kind in (bool, int, float, str, type(None)) if kind in kinds]
    others = [kind for kind in kinds if kind not in scalars and kind not in nouns.values()]

    def read(plain: object, place: str) -> Any:
        if isinstance(plain, _OBJECT) and nouns:
            return _read_noun(nouns, plain, place)
        for kind in scalars:
            if type(plain) is kind or (kind is float and type(plain) is int):
                return _reader(kind)(plain, place)
        if others and plain is not None:
            return _reader(others[0])(plain, place)
        known = " / ".join(kind.__name__ for kind in scalars)
        raise _refuse(place, known or sentence("an object"), plain)

    return read


def _read_noun(nouns: dict[str, Any], plain: Mapping[str, object], place: str) -> Any:
    name = plain.get(KIND)
    if not isinstance(name, str) or name not in nouns:
        raise _refuse(f"{place}.{KIND}", " / ".join(sorted(nouns)), name)
    return _reader(nouns[name])({key: value for key, value in plain.items() if key != KIND}, place)


def _tuple_reader(kind: Any) -> Reader:
    def read(plain: object, place: str) -> tuple[Any, ...]:
        if not isinstance(plain, (list, tuple)):
            raise _refuse(place, sentence("a list"), plain)
        read_item = _reader(kind)
        return tuple(read_item(item, f"{place}[{index}]") for index, item in enumerate(plain))

    return read


def _map_reader(kind: Any) -> Reader:
    def read(plain: object, place: str) -> Map[str, Any]:
        if not isinstance(plain, _OBJECT):
            raise _refuse(place, sentence("an object"), plain)
        read_item = _reader(kind)
        return Map({_text(key, place): read_item(item, f"{place}.{key}") for key, item in plain.items()})

    return read


def _enum_reader(kind: type[Enum]) -> Reader:
    names = {member.value: member for member in kind}

    def read(plain: object, place: str) -> Enum:
        if not isinstance(plain, str) or plain not in names:
            raise _refuse(place, " / ".join(str(name) for name in names if name), plain)
        return names[plain]

    return read


def _dataclass_reader(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    needed = {name for name, default in _defaults(kind) if default is dataclasses.MISSING}
    readers: dict[str, Reader] = {}  # filled at the first reading: a noun may hold others of its own kind

    def read(plain: object, place: str) -> Any:
        if not isinstance(plain, _OBJECT):
            raise _refuse(place, sentence("an object"), plain)
        if KIND in plain and KIND not in hints:
            plain = {name: value for name, value in plain.items() if name != KIND}
        if not readers:
            readers.update({name: _reader(hint) for name, hint in hints.items()})
        if not needed <= plain.keys() <= readers.keys():
            _refuse_names(plain, readers.keys(), needed, place)
        dot = f"{place}." if place else ""
        return kind(**{name: readers[name](value, dot + name) for name, value in plain.items()})

    return read


def _refuse_names(values: Mapping[str, object], known: Set[str], needed: Set[str], place: str) -> NoReturn:
    for name in values:
        if name not in known:
            raise StudioError("{place}: there is no field called “{name}” here.", place=place or _TOP, name=name)
    missing = min(needed - values.keys())
    raise StudioError("{place}: the field “{name}” is missing.", place=place or _TOP, name=missing)
