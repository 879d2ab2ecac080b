"""A flow's definition made whole: whatever has another shape than Klaviyo describes is left out, and counted.

Everything that reads a definition may then rely on its shape: what should be an object is one, a list holds objects
only, a number is a number that a step can have, and words can be kept in a file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from immutables import Map

from studio.imports.klaviyo.remote import Json, RemoteDocument, Shop

_MOST: Final = 100_000
"""The largest number of a wait, a percentage or a place in an order."""
_DEEPEST = 40
_BROKEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

# A dict is an object whose named fields have these shapes, a list holds objects of one shape; NUMBER is itself.
_NUMBER: Final = "number"
_OBJECT: Json = {}
_FILTER: Json = {
    "condition_groups": [
        {
            "conditions": [
                {
                    "consent": _OBJECT,
                    "measurement_filter": _OBJECT,
                    "timeframe_filter": _OBJECT,
                    "percentage": _NUMBER,
                }
            ]
        }
    ]
}
_LINKS: Json = {"links": _OBJECT}
_SENDING: Json = {**_LINKS, "data": {"message": {"additional_filters": _FILTER}}}
_ACTION: Json = {
    **_LINKS,
    "data": {
        "message": {"additional_filters": _FILTER},
        "value": _NUMBER,
        "secondary_value": _NUMBER,
        "profile_filter": _FILTER,
        "trigger_filter": _FILTER,
        "branches": [{**_LINKS, "order": _NUMBER, "branch_filter": _FILTER}],
        "main_action": _SENDING,
        "current_experiment": {"allocations": _OBJECT, "variations": [_SENDING]},
    },
}
_DEFINITION: Json = {
    "triggers": [{"trigger_filter": _FILTER}],
    "profile_filter": _FILTER,
    "reentry_criteria": {"duration": _NUMBER},
    "actions": [_ACTION],
}


@dataclass(slots=True)
class _Odd:
    """Counts what was left out."""

    count: int = 0


def shaped(definition: Any) -> tuple[Json, int]:  # noqa: ANN401 - JSON
    """Return a definition in its shape, and how many things of another shape were left out."""
    odd = _Odd()
    return _object(definition, _DEFINITION, odd) or {}, odd.count


def whole(document: RemoteDocument) -> tuple[RemoteDocument, int]:
    """Return a document whose definition has its shape and whose names can be kept, and how much was left out."""
    definition, odd = shaped(document.definition)
    flow = replace(document.flow, name=clean(document.flow.name))
    told = {part.name: clean(getattr(document.shop, part.name)) for part in fields(Shop)}
    names = Map({key: clean(name) for key, name in document.names.items()})
    return replace(document, definition=definition, flow=flow, shop=Shop(**told), names=names), odd


def clean(words: str) -> str:
    """Return words without control characters and halves of signs, which no file and no store takes."""
    return _BROKEN.sub("", words)


def _fitted(value: Any, shape: Any, odd: _Odd) -> Any:  # noqa: ANN401 - JSON
    if value is None:
        return None
    if shape == _NUMBER:
        return _number(value, odd)
    return _list(value, shape[0], odd) if isinstance(shape, list) else _object(value, shape, odd)


def _object(value: Any, shape: Mapping[str, Any], odd: _Odd) -> Json | None:  # noqa: ANN401 - JSON
    if not isinstance(value, dict):
        odd.count += 1
        return None
    made = {key: _fitted(value[key], shape[key], odd) if key in shape else _cleaned(value[key]) for key in value}
    return {clean(str(key)): held for key, held in made.items()}


def _list(value: Any, shape: Mapping[str, Any], odd: _Odd) -> list[Json]:  # noqa: ANN401 - JSON
    if not isinstance(value, list):
        odd.count += 1
        return []
    made = (_object(one, shape, odd) for one in value)
    return [one for one in made if one is not None]


def _number(value: Any, odd: _Odd) -> float | None:  # noqa: ANN401 - JSON
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= _MOST:
        return value
    odd.count += 1
    return None


def _cleaned(value: Any, deep: int = 0) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict) and deep < _DEEPEST:
        return {clean(str(key)): _cleaned(held, deep + 1) for key, held in value.items()}
    if isinstance(value, list) and deep < _DEEPEST:
        return [_cleaned(one, deep + 1) for one in value]
    return value if value is None or isinstance(value, bool | int | float) else None
