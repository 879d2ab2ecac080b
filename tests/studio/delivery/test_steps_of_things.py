"""Things that a service takes in steps: what lists tell of them, and what counts as their content."""

from dataclasses import replace

import pytest

from studio.delivery import record
from studio.delivery.lookup import Lookup
from studio.exporters.service import Listing
from tests.studio.delivery import shop as small


@pytest.mark.parametrize(
    ("row", "name"),
    [({"name": "N", "subject": "S"}, "N"), ({"name": "", "subject": "S"}, "S"), ({"subject": "S"}, "S"), ({}, "")],
)
def test_the_first_name_that_is_not_empty_counts(shop, connect, row, name):
    shop.answers = [(200, {"items": [{"id": 1, **row}]})]
    (item,) = Lookup(connect()).items(Listing("/letters", "items", name="name|subject"))
    assert item.name == name


def test_parts_of_one_thing_are_told_apart_by_their_names(shop, connect):
    shop.answers = [(200, {"items": [{"id": 1, "parts": [{"of": 1, "name": "a"}, {"of": 1, "name": "b"}]}]})]
    items = Lookup(connect()).items(Listing("/letters", "items.*.parts", id="of"))
    assert [(item.id, item.name) for item in items] == [("1", "a"), ("1", "b")]


def test_what_a_thing_depends_on_counts_as_its_content_but_is_not_sent():
    letter = small.letter()
    first, second = (replace(letter, depends=words) for words in ("a", "b"))
    assert first.body == second.body
    assert len({record.digest(one) for one in (letter, first, second)}) == 3
