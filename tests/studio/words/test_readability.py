"""Readability and length: the published formulas by hand, the bands, and texts too short to judge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.words import readability as formulas
from studio.words.glance import measure
from studio.words.languages import KNOWN
from studio.words.lengths import lengths
from studio.words.readability import Counts, Tone, readability

HUNDRED = Counts(words=100, sentences=10, syllables=150, long=20)


@pytest.mark.parametrize(
    ("formula", "score"),
    [
        (formulas.lix, 10 + 20),
        (formulas.flesch, 206.835 - 10.15 - 126.9),
        (formulas.douma, 206.84 - 9.3 - 115.5),
        (formulas.amstad, 180 - 10 - 87.75),
        (formulas.kandel_moles, 207 - 10.15 - 110.4),
        (formulas.fernandez_huerta, 206.84 - 0.60 * 150 - 1.02 * 10),
    ],
)
def test_a_formula_gives_what_its_author_wrote(formula, score):
    assert formula(HUNDRED) == pytest.approx(score)


def test_longer_sentences_are_harder_in_every_formula():
    longer = Counts(words=100, sentences=4, syllables=150, long=20)
    for code in KNOWN:
        formula = formulas.FORMULAS[code]
        change = formula.score(longer) - formula.score(HUNDRED)
        assert (change > 0) is (formula.name == "LIX")


EASY = "Vi har en kurv til deg. Den står her. Du kan se den nå. " * 4
HARD = (
    "Personopplysningsforvaltningsmyndigheten understreker virksomhetsbehandlingsansvarets gjennomføringsbetydning " * 8
)


@pytest.mark.parametrize(("text", "tone"), [(EASY, Tone.GOOD), (HARD, Tone.WARN)])
def test_the_tone_tells_mail_copy_from_officialese(text, tone):
    found = readability(text, "nb-NO")
    assert found.formula == "LIX"
    assert found.tone is tone


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (24.9, "children"),
        (25, "simple stories"),
        (30, "novels"),
        (45, "newspapers"),
        (55, "official"),
        (60, "statutes"),
    ],
)
def test_lix_has_its_bands(score, band):
    said, _ = formulas.FORMULAS["nb"].band(score)
    assert band in str(said)


@pytest.mark.parametrize(("score", "band"), [(90, "very easy"), (89.9, "easy"), (60, "plain"), (-20, "very hard")])
def test_flesch_has_his_table(score, band):
    said, _ = formulas.FORMULAS["en"].band(score)
    assert str(said) == band


def test_a_short_text_has_no_score():
    found = readability("Kurven din er lagret.", "nb")
    assert found.score is None
    assert "short" in str(found.band)


def test_a_language_without_a_formula_has_none():
    assert readability(EASY, "xx") is None


def test_tags_and_marks_count_as_a_reader_sees_them():
    assert readability(EASY, "nb") == readability(
        EASY.replace("kurv", "{{ shop.craft }}").replace("nå", "**nå**"), "nb"
    )


def test_lengths_are_told_in_words_and_seconds():
    found = lengths(["Vi har sko. De er gode og varme.", "Ja."], "nb")
    assert (found.words, found.sentences, found.longest, found.sentence) == (9, 3, 5, 3.0)
    assert lengths("ord " * 238, "nb").reading_seconds == 60
    assert lengths("ord " * 150, "nb").speaking_seconds == 60


def test_nothing_has_no_length():
    assert lengths((), "nb") == lengths("", "nb")
    assert lengths((), "nb").words == 0


def test_one_glance_holds_all_measures():
    found = measure([EASY, "Ja."], "nb")
    assert found.words == lengths([EASY, "Ja."], "nb").words
    assert found.readability == readability([EASY, "Ja."], "nb")


@given(st.lists(st.text(max_size=60), max_size=3), st.sampled_from((*KNOWN, "xx")))
def test_any_text_can_be_measured(texts, language):
    assert measure(texts, language).words >= 0
