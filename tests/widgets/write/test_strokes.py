"""Marks under letters stay under their letters while others are typed, and go with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.write.strokes import Stroke, Strokes, shown_span

KEY = ("text", "m", "b", "text", "")
SAID = "En feil her."
WORD = Stroke(KEY, 3, 7, SAID)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("En feil her.", (3, 7)),
        ("Nå En feil her.", (6, 10)),
        ("En feil står her.", (3, 7)),
        ("En feiil her.", (3, 8)),
        ("En feile her.", (3, 8)),
        ("En feil, her.", (3, 7)),
        ("En fe her.", (3, 5)),
        ("En her.", None),
        ("", None),
    ],
)
def test_a_mark_goes_with_its_letters(words, place):
    now = WORD.now(words)
    assert (now and (now.start, now.end)) == place


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_a_mark_never_leaves_its_text(said, words, one, other):
    start, end = sorted((min(one, len(said)), min(other, len(said))))
    now = Stroke(KEY, start, end, said).now(words)
    assert now is None or 0 <= now.start <= now.end <= len(words)


def test_a_mark_counts_letters_as_the_writer_sees_them():
    said = "Hei {{ person.first_name }}, **du** der"
    start = said.index("der")
    assert shown_span(Stroke(KEY, start, start + 3, said), rich=True) == (10, 13)


class Line:
    key, words, rich = KEY, SAID, True


def test_a_wave_is_found_at_each_of_its_letters():
    strokes = Strokes()
    strokes.show([Stroke(KEY, 3, 7, SAID, wavy=True)], wavy=True)
    assert [offset for offset in range(12) if strokes.wave_at(Line, offset)] == [3, 4, 5, 6, 7]


def test_other_marks_leave_waves_alone():
    strokes = Strokes()
    strokes.show([Stroke(KEY, 3, 7, SAID, wavy=True)], wavy=True)
    strokes.show([WORD], wavy=False)
    assert [each.wavy for each in strokes.of(Line)] == [False, True]
