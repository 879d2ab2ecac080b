"""Random values of any noun of the model, drawn from its own annotations: sound or not, every value can be kept."""

import dataclasses
from enum import Enum
from functools import cache
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from immutables import Map

from studio.model.project import Project
from studio.store.rows import SHELVES

IDS = st.sampled_from(["a", "b", "c/~1:", ""])
SCALARS = {
    str: st.text(st.characters(codec="utf-8"), max_size=4),
    bool: st.booleans(),
    int: st.integers(-5, 10**6),
    float: st.integers(0, 900).map(lambda number: number / 8),
    type(None): st.none(),
}


@cache
def values(kind):
    """Values of an annotation."""
    if kind in SCALARS:
        return SCALARS[kind]
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return st.one_of(*(st.deferred(lambda part=part: values(part)) for part in get_args(kind)))
    if origin is tuple:
        return st.lists(st.deferred(lambda: values(get_args(kind)[0])), max_size=2).map(tuple)
    if origin is Map:
        return st.dictionaries(IDS, values(get_args(kind)[1]), max_size=2).map(Map)
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return _nouns(kind)


def _nouns(kind, **known):
    hints = get_type_hints(kind)
    fields = {field.name: values(hints[field.name]) for field in dataclasses.fields(kind) if field.name not in known}
    return st.builds(kind, **fields, **known)


@cache
def _shelf(kind):
    listed = {"blocks", "variants"} & {field.name for field in dataclasses.fields(kind)}
    names = {name: st.lists(IDS, max_size=3).map(tuple) for name in listed}
    return st.lists(_nouns(kind, id=IDS, **names), max_size=3).map(lambda found: Map({each.id: each for each in found}))


@cache
def projects():
    """Whole projects whose few ids meet often."""
    return _nouns(Project, id=st.just("p"), **{shelf: _shelf(kind) for shelf, kind in SHELVES.values()})
