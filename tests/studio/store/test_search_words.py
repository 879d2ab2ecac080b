import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.store.search_words import excerpt, folded, query

COPY = "Vi har lagt varene dine til side. " * 5 + "Fri frakt over 500 kroner. " + "Ta kontakt når du vil. " * 10


def test_an_excerpt_is_the_neighbourhood_of_the_hit_cut_between_words():
    shown = excerpt(COPY, query("frakt"))
    assert (shown.text[0], shown.text[-1]) == ("…", "…")
    assert set(shown.text.strip("…").split()) <= set(COPY.split())
    assert [shown.text[start:end] for start, end in shown.marks] == ["frakt"]


def test_an_excerpt_marks_every_hit_it_shows():
    shown = excerpt("Frakt koster, men frakten er fri", query("fri frakt"))
    assert [shown.text[start:end] for start, end in shown.marks] == ["Frakt", "frakten", "fri"]


@given(st.text(max_size=400), st.text(max_size=10))
def test_marks_lie_on_words_inside_the_excerpt(copy, words):
    if wanted := query(words):
        shown = excerpt(copy, wanted)
        assert all(wanted.finds(*folded(shown.text[start:end])) for start, end in shown.marks)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(words):
    assert folded(" ".join(folded(words))) == folded(words)


@pytest.mark.parametrize(
    ("copy", "likeness"),
    [("Full pakke", 0), ("Ull og fri frakt", 2), ("Ullgenser", 0), ("fraktfritt", 1), ("ULL, ull, ull", 1)],
)
def test_copy_is_as_like_a_query_as_it_says_of_its_words(copy, likeness):
    assert query("ull frakt").likeness(copy) == likeness
