import pytest

from studio.spelling.gaps import is_lacking, stem


@pytest.mark.parametrize(("language", "word"), [("nb", "Noen"), ("no", "noe"), ("nn", "avmelding"), ("nl", "Eén")])
def test_everyday_words_are_right_though_no_dictionary_has_them(language, word):
    assert is_lacking(language, word)


def test_a_word_is_lacking_in_its_own_language_only():
    assert not is_lacking("sv", "noen")


@pytest.mark.parametrize(
    ("word", "of"), [("skoen", "sko"), ("skoene", "sko"), ("skjemaet", "skjema"), ("naboens", "nabo"), ("boken", "")]
)
def test_a_forgotten_form_leads_to_its_stem(word, of):
    assert stem("nb", word) == of


def test_other_languages_have_no_such_forms():
    assert stem("nl", "schoen") == ""
