"""An exporter's options: fields of its Options dataclass, read from `key=value` words or shown as a generated form."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, get_type_hints

from studio.errors import WrongUse
from studio.exporters.base import Exporter
from studio.i18n import N_, Sentence

_YES = frozenset({"true", "yes", "on", "1"})
_NO = frozenset({"false", "no", "off", "0"})

PLATFORMS: MappingProxyType[str, str] = MappingProxyType({"shopify": "Shopify", "woocommerce": "WooCommerce"})
"""The shops whose events and fields are known, as choices of an option."""
OWN: MappingProxyType[str, str] = MappingProxyType({"custom": N_("Own event")})
"""The choice beside them: events that somebody records without their help."""


def option(
    default: Any,  # noqa: ANN401 - each option has its own type
    label: str,
    help: str = "",  # noqa: A002 - as a form says
    choices: Mapping[str, str] | tuple[str, ...] = (),
) -> Any:  # noqa: ANN401
    """Return a field of an Options dataclass with what a form needs.

    `label` and `help` are English sentences marked with `N_`. `choices` are the only words allowed, empty for any, each
    with what a form calls it, also marked unless it is a name.
    """
    labels = dict(choices) if isinstance(choices, Mapping) else {}
    metadata = {"label": label, "help": help, "choices": tuple(choices), "labels": labels}
    return dataclasses.field(default=default, metadata=metadata)


def called(field: dataclasses.Field[Any], choice: str) -> str:
    """Return what a form calls a choice of an option, in English; the word itself where it was given no label."""
    label = field.metadata.get("labels", {}).get(choice, "")
    return label or choice.replace("-", " ").replace("_", " ")


def parse_options(exporter: Exporter, words: Iterable[str]) -> Any:  # noqa: ANN401 - each exporter has its own
    """Return the exporter's options with the `key=value` words set, the rest at their defaults.

    Raise WrongUse for a word without `=`, an unknown key (naming the known ones) or a value of the wrong type.
    """
    known = {field.name: field for field in dataclasses.fields(exporter.options)}
    hints = get_type_hints(exporter.options)
    values: dict[str, Any] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals:
            raise WrongUse("“{word}” is not an option; write it as key=value.", word=word)
        field = known.get(key.strip())
        if field is None:
            raise _unknown(exporter, key.strip(), known)
        values[field.name] = _checked(field, _READERS[hints[field.name]](field.name, value.strip()))
    return exporter.options(**values)


def _unknown(exporter: Exporter, key: str, known: Iterable[str]) -> WrongUse:
    names, label = ", ".join(known), Sentence(exporter.label)
    if not names:
        return WrongUse("{label} has no options, so “{key}” cannot be set.", label=label, key=key)
    return WrongUse("{label} has no option “{key}”; it knows {names}.", label=label, key=key, names=names)


def _checked(field: dataclasses.Field[Any], value: Any) -> Any:  # noqa: ANN401 - as the field says
    choices = field.metadata.get("choices", ())
    if choices and value not in choices:
        raise WrongUse(
            "Option “{key}”: “{value}” is not one of {choices}.",
            key=field.name,
            value=value,
            choices=", ".join(choices),
        )
    return value


def _text(_key: str, value: str) -> str:
    return value


def _whole(key: str, value: str) -> int:
    try:
        return int(value)
    except ValueError:
        raise WrongUse("Option “{key}”: “{value}” is not a whole number.", key=key, value=value) from None


def _number(key: str, value: str) -> float:
    try:
        return float(value)
    except ValueError:
        raise WrongUse("Option “{key}”: “{value}” is not a number.", key=key, value=value) from None


def _flag(key: str, value: str) -> bool:
    word = value.lower()
    if word not in _YES | _NO:
        raise WrongUse("Option “{key}”: “{value}” is neither yes nor no.", key=key, value=value)
    return word in _YES


_READERS: MappingProxyType[Any, Callable[[str, str], Any]] = MappingProxyType(
    {str: _text, int: _whole, float: _number, bool: _flag}
)
