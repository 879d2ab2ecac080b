"""Sentences, words and syllables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.edits.find import TAG_SIGN as T
from studio.words.languages import KNOWN
from studio.words.sentences import sentences, words_of
from studio.words.syllables import syllables


def split(text, language):
    return [text[start:end].strip() for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("nb", "Vi har sko, f.eks. tursko. De er fine.", 2),
        ("nb", "Den kommer bl.a. 3. desember kl. 9.30. Ring oss.", 2),
        ("nb", "«Hei!» sa hun. «Vi venter.»", 2),
        ("nb", "Hvor? Her! Nå …", 3),
        ("nb", "I. Fjellvik skrev det. Linje\nNy linje uten punktum", 3),
        ("sv", "Vi har t.ex. skor. De är bra.", 2),
        ("nl", "Dat is bijv. een schoen. Hij is goed, d.w.z. heel goed.", 2),
        ("de", "Das gilt z. B. hier. Am 3. Dezember auch.", 2),
        ("de", "Wir sind da, d. h. immer. Und Sie?", 2),
        ("en", "Mr. Smith came at 9 a.m. and left. It rained.", 2),
        ("fr", "M. Dupont est là. Il attend, par ex. ici.", 2),
        ("es", "El Sr. García espera. ¿Y usted?", 2),
        ("fi", "Kengät, esim. nämä, ovat hyvät. Tulkaa klo 9.30.", 2),
        ("nb", f"{T} er her. {T} er der.", 2),
        ("nb", "… !!! \n\n", 0),
        ("nb", "", 0),
    ],
)
def test_full_stops_that_end_nothing_are_known(language, text, count):
    assert len(split(text, language)) == count


def test_what_is_joined_is_one_word_and_a_tag_is_one():
    assert words_of(f"E-post, don’t, 9–16, {T} og f.eks. æøå") == (
        *("E-post", "don’t", "9–16", T, "og"),
        *("f.eks", "æøå"),
    )


@given(st.text(max_size=100), st.sampled_from((*KNOWN, "xx")))
def test_sentences_lie_in_order_and_hold_every_word(text, language):
    spans = sentences(text, language)
    assert list(spans) == sorted(spans)
    assert sum(len(words_of(text[start:end])) for start, end in spans) >= (1 if words_of(text) else 0)


SPOKEN = {
    "en": {"house": 1, "table": 2, "walked": 1, "wanted": 2, "radio": 3, "boxes": 2, "beautiful": 3, "the": 1},
    "nl": {"huis": 1, "mooie": 2, "winkelmandje": 4, "ijs": 1, "geëerd": 2, "radio": 3, "theater": 3, "koffie": 2},
    "de": {"Haus": 1, "Bäume": 2, "Liebe": 2, "Radio": 3, "Qualität": 3, "Einkaufswagen": 4},
    "fr": {"table": 1, "livre": 1, "panier": 2, "bonjour": 2, "théâtre": 2, "eau": 1, "question": 2},
    "es": {"casa": 2, "día": 2, "teatro": 3, "bueno": 2, "queso": 2, "país": 2, "ciudad": 2},
    "nb": {"handlekurv": 3, "radio": 3, "øye": 2},
}


@pytest.mark.parametrize(("language", "word"), [(code, word) for code, words in SPOKEN.items() for word in words])
def test_syllables_are_those_that_are_spoken(language, word):
    assert syllables(word, language) == SPOKEN[language][word]


@given(st.text(min_size=1, max_size=20), st.sampled_from((*KNOWN, "xx")))
def test_every_word_has_a_syllable(word, language):
    assert syllables(word, language) >= 1
