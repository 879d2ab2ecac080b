import dataclasses
from typing import get_args, get_type_hints

import pytest
from hypothesis import given

from studio.errors import StudioError
from studio.model.localized import Localized
from studio.store.rows import HEADING, SHELVES, Rows, entity_type, join, split
from studio.store.words import PATHS
from tests.studio.store.nouns import projects
from tests.studio.store.shop import said, shop


@given(projects())
def test_joining_what_was_split_gives_the_same_project(project):
    assert join(project.id, split(project)) == project


def test_each_message_has_a_row_of_words_for_each_language():
    rows = split(said(shop(), "b1", "Varukorgen väntar", "sv"))
    assert {("m1", "nb"), ("m1", "sv"), ("m2", "nb"), ("m3", "nb"), ("", "nb"), ("", "sv")} == set(rows.texts)


def test_structure_holds_no_words():
    assert not any("Handlekurven" in body or "Ålesund" in body for body in split(shop()).structure.values())


def test_the_first_word_in_a_language_changes_no_structure():
    assert split(said(shop(), "b1", "Varukorgen väntar", "sv")).structure == split(shop()).structure


def test_rows_are_ascii_whatever_the_words_are():
    assert all(body.isascii() for body in split(said(shop(), "b1", "blåbær 🫐 \0")).texts.values())


def test_words_of_something_that_is_gone_are_left_out():
    rows = split(shop())
    kept = Rows(rows.structure.delete(("block", "b1")), rows.texts)
    assert "b1" not in join("p", kept).blocks


def test_a_row_that_is_not_understood_is_named():
    rows = split(shop())
    broken = Rows(rows.structure.set(("sequence", "s1"), '{"colour":"red"}'), rows.texts)
    with pytest.raises(StudioError, match="sequence s1"):
        join("p", broken)


def test_every_text_of_the_model_has_a_way_to_it():
    kinds = {kind: noun for kind, (_, noun) in SHELVES.items()} | {"brand": entity_type(("brand", ""))}
    assert {kind: {"/".join(path) for path in PATHS.get(kind, ())} for kind in kinds} == {
        kind: set(_ways(noun)) for kind, noun in kinds.items()
    }


def _ways(kind):
    for name, hint in get_type_hints(kind).items():
        yield from _ways_into(hint, name)


def _ways_into(hint, so_far):
    if hint is Localized:
        yield so_far
    elif dataclasses.is_dataclass(hint) and not hasattr(hint, "steps"):
        yield from (f"{so_far}/{way}" for way in _ways(hint))
    elif len(get_args(hint)) == 2 and get_args(hint)[0] is str:
        for part in get_args(get_args(hint)[1]) or get_args(hint)[1:]:
            yield from _ways_into(part, f"{so_far}/*")


def test_the_heading_is_not_a_noun_of_the_model():
    assert HEADING[0] not in SHELVES
