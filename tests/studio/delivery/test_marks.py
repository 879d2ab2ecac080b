import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.delivery.marks import Mark, generation_of, named, read_mark, renamed, same_thing

A, A2, A10 = "Hi [fabel a1b2c3]", "Hi [fabel a1b2c3-2]", "Hi [fabel a1b2c3-10]"


def test_a_mark_is_read_with_its_generation():
    assert read_mark(A2) == Mark("Hi", "a1b2c3", 2)
    assert read_mark("Hi") is None


@given(st.text(max_size=30), st.integers(1, 500))
def test_a_generation_can_be_read_from_the_name_it_was_given(title, generation):
    assert generation_of(named(f"{title} [fabel a1b2c3]", generation)) == generation


def test_names_without_a_mark_are_counted():
    assert named("Hi", 2) == "Hi (2)"
    assert generation_of("Hi (2)") == 2


def test_naming_an_older_name_gives_the_new_generation():
    assert named(A2, 3) == "Hi [fabel a1b2c3-3]"


def test_the_newest_generation_comes_first():
    assert same_thing(["x", A, A10, A2], A) == (A10, A2, A)


@pytest.mark.parametrize("other", ["Hi [fabel a1b2c4]", "Hi", "Hi [fabel a1b2c33]"])
def test_another_mark_is_another_thing(other):
    assert same_thing([other], A) == ()


def test_a_title_that_fits_comes_before_one_that_only_shares_the_mark():
    assert same_thing(["Ho [fabel a1b2c3-5]", A], A) == (A,)


def test_the_mark_alone_counts_only_where_one_title_bears_it():
    assert same_thing(["Ho [fabel a1b2c3]"], A) == ("Ho [fabel a1b2c3]",)
    assert same_thing(["Ho [fabel a1b2c3]", "Ha [fabel a1b2c3]"], A) == ()


def test_drafts_of_one_thing_are_found_whatever_they_were_called():
    assert same_thing(["Ho [fabel a1b2c3]", "Ha [fabel a1b2c3-2]"], A)[0] == "Ha [fabel a1b2c3-2]"


def test_a_name_without_a_mark_fits_only_exactly():
    assert same_thing(["Hi", "Hi (2)"], "Hi") == ("Hi",)


def test_a_body_takes_the_new_name_only_where_the_name_stands_whole():
    assert renamed({"n": A, "t": f"x {A}"}, A, A2) == {"n": A2, "t": f"x {A}"}
