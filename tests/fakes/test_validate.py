"""Shapes say what does not fit, and where."""

import pytest

from tests.fakes import validate as v

PERSON = v.record({"name*": v.text(least=1), "age": v.whole(0, 150), "tags": v.list_of(v.text())})


def places(shape, value):
    return [problem.pointer for problem in v.problems(shape, value)]


@pytest.mark.parametrize("value", [{"name": "Kari"}, {"name": "Kari", "age": 0, "tags": []}])
def test_a_value_that_fits_has_no_problems(value):
    assert not v.problems(PERSON, value)


@pytest.mark.parametrize(
    ("value", "pointer"),
    [
        ({}, "/name"),
        ({"name": ""}, "/name"),
        ({"name": None}, "/name"),
        ({"name": "K", "age": 151}, "/age"),
        ({"name": "K", "age": True}, "/age"),
        ({"name": "K", "age": 1.5}, "/age"),
        ({"name": "K", "nick": "k"}, "/nick"),
        ({"name": "K", "tags": ["a", 1]}, "/tags/1"),
        ([], ""),
    ],
)
def test_a_problem_points_to_its_place(value, pointer):
    assert places(PERSON, value) == [pointer]


def test_pointers_are_escaped():
    assert places(v.record({}), {"a/b~c": 1}) == ["/a~1b~0c"]


def test_a_missing_key_is_called_required():
    assert v.problems(PERSON, {})[0].code == "required"


def test_one_is_not_true():
    assert places(v.one_of(True), 1) == [""]


def test_a_tag_chooses_the_shape():
    shape = v.by("type", {"a": v.record({"type*": v.anything, "x*": v.number})})
    assert places(shape, {"type": "a", "x": "1"}) == ["/x"]


@pytest.mark.parametrize("value", [{"type": "b"}, {}, {"type": []}])
def test_an_unknown_tag_is_refused_where_it_stands(value):
    assert places(v.by("type", {"a": v.anything}), value) == ["/type"]


def test_a_banned_key_may_be_null():
    assert places(v.banned("no"), None) == []


def test_a_banned_key_with_a_value_is_refused():
    assert places(v.banned("no"), "x") == [""]


@pytest.mark.parametrize("said", ["9:00:00", "24:00:00", "09:00:00 "])
def test_a_pattern_must_match_in_full(said):
    assert places(v.text(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d"), said) == [""]


def test_too_many_items_are_refused():
    assert places(v.list_of(v.anything, 1, 1), [1, 2]) == [""]
