"""The plain view: what a reader sees, and where it stands in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.edits.find import TAG_SIGN as T
from studio.model.style import Formality
from studio.words.masking import plain, readings


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("Hei **du**, *se* [her]({{ cart.url }})!", "Hei du, se her!"),
        ('Hei {{ person.first_name | default: "du" }}.', f"Hei {T}."),
        ("{{ if person.first_name }}{{ person.first_name }}, jeg{{ else }}Jeg{{ end }} er", f"{T}, jeg er"),
        ("snake_case_ord og _kursiv_", "snake_case_ord og kursiv"),
        (r"5 \* 3 \_ \{{ x", "5 * 3 _ {{ x"),
        ("Lim inn [[Heb je|Heeft u]] a | b [[x]]", "Lim inn Heb je a | b [[x]]"),
        ("{{ broken", "{{ broken"),
    ],
)
def test_a_reader_sees_words_only(source, seen):
    assert plain(source).text == seen


def test_the_formal_side_and_the_other_outcome_can_be_seen():
    assert plain("[[je {{ offer.code }}|u]] bent", Formality.FORMAL).text == "u bent"
    assert plain("{{ if offer.code }}A{{ else }}B{{ end }}", otherwise=True).text == "B"


def test_plain_texts_keep_their_asterisks():
    assert plain("**Nå** [a](b) {{ cart.url }}", rich=False).text == f"**Nå** [a](b) {T}"


def test_a_text_without_choices_has_one_reading_and_each_choice_doubles_them():
    assert len(list(readings("Hei {{ offer.code }}"))) == 1
    assert len(list(readings("[[je|u]] {{ if offer.code }}x{{ end }}"))) == 4


@given(st.text(st.sampled_from(list("ab {}[]|*_\\()\n\ud800😀")) | st.characters(), max_size=80), st.booleans())
def test_every_seen_character_stands_where_the_view_says(text, rich):
    seen = plain(text, rich=rich)
    assert len(seen.places) == len(seen.text) + 1
    assert all(text[at] == sign for sign, at in zip(seen.text, seen.places, strict=False) if sign != T)
