from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.model.brand import Colors
from studio.words.contrast import SMALL_TEXT, contrast, contrasts, floored, weakest

HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#FFFFFF", 4.48), ("#767676", "#ffffff", 4.54)],
)
def test_ratios_are_those_that_wcag_gives(first, second, ratio):
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)


@given(HEX, HEX)
def test_a_ratio_lies_between_1_and_21_whichever_colour_comes_first(first, second):
    assert contrast(first, second) == contrast(second, first)
    assert 1 <= contrast(first, second) <= 21.0000001


@given(HEX)
def test_a_colour_does_not_stand_out_from_itself(color):
    assert contrast(color, color) == 1


def test_the_colours_that_a_brand_begins_with_can_be_read():
    assert all(pair.is_readable for pair in contrasts(Colors()))


def test_every_pair_names_colours_of_one_mode():
    known = {field.name for field in fields(Colors)}
    pairs = contrasts(Colors())
    assert all({pair.front, pair.back} <= known for pair in pairs)
    assert all(pair.is_dark == pair.back.startswith("dark_") for pair in pairs)


def test_the_weakest_pair_of_a_colour_is_found():
    pairs = contrasts(replace(Colors(), paper="#8a8a8a"))
    assert weakest(pairs, "muted").back == "paper"
    assert weakest(pairs, "line") is None


def test_a_ratio_is_never_shown_as_one_it_does_not_reach():
    assert floored(SMALL_TEXT - 0.001) == 4.4
    assert floored(SMALL_TEXT) == 4.5
