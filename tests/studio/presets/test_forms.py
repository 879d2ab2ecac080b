"""Copy in both forms of address: one of them is read, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.model.style import Formality, Style
from studio.presets.copies import read_copies
from studio.presets.forms import has_both, spoken
from studio.presets.structure import read_preset
from tests.studio.presets.conftest import COPY

INFORMAL, FORMAL = Formality.INFORMAL, Formality.FORMAL


@pytest.mark.parametrize(
    ("text", "informal", "formal"),
    [
        ("[[Heb je|Heeft u]] nog een vraag?", "Heb je nog een vraag?", "Heeft u nog een vraag?"),
        ("Kom[[|t u]] binnen", "Kom binnen", "Komt u binnen"),
        ('[[{{ a | default: "je" }}|{{ a | default: "u" }}]]', '{{ a | default: "je" }}', '{{ a | default: "u" }}'),
        ("[[één\ntwee|drie]]", "één\ntwee", "drie"),
    ],
)
def test_each_form_reads_its_own_side(text, informal, formal):
    assert (spoken(text, INFORMAL), spoken(text, FORMAL), spoken(text, None)) == (informal, formal, informal)
    assert has_both(text)


@pytest.mark.parametrize(
    "text", ["[[geen streep]]", "[link](https://x.example)", "[[a|b|c]]", "[[ {{ x | cut: 3 }} ]]"]
)
def test_what_is_no_pair_stays_as_it_is(text):
    assert spoken(text, FORMAL) == text
    assert not has_both(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_can_be_read(text):
    assert isinstance(spoken(text, FORMAL), str)


def test_the_brand_says_which_form_a_preset_is_read_in(tiny):
    tiny.copy("nl", COPY.format(language="nl").replace("Hei nl", "Heb [[je|u]] even?"))
    preset = read_preset(tiny.path)
    for form, said in ((INFORMAL, "Heb je even?"), (FORMAL, "Heb u even?")):
        style = Style(Style().formality.set("nl", form))
        (copy,) = read_copies(preset, ("nl",), "warm", style)
        assert copy.section("one", "text").text() == said


def test_languages_with_one_form_have_no_choice():
    assert Style().form("nb") is None
    assert (Style().form("nl"), Style().form("de-AT")) == (INFORMAL, FORMAL)
