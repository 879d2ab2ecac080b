from hypothesis import given, settings
from hypothesis import strategies as st

from studio.model.localized import Localized, digest_of, localized


def test_words_nobody_wrote_are_empty():
    assert localized(nb="Hei").words("sv") == ""


def test_only_languages_with_words_count():
    assert localized(sv="Hej", nb="Hei", nl="").languages() == ("nb", "sv")


def test_a_translation_is_fresh_until_its_source_changes():
    text = localized(nb="Hei").translated("sv", "Hej", "nb")
    assert not text.is_stale("sv", "nb")
    assert text.written("nb", "Hallo").is_stale("sv", "nb")


def test_an_original_is_never_stale():
    assert not localized(nb="Hei", sv="Hej").is_stale("sv", "nb")
    assert not Localized().is_stale("sv", "nb")


def test_taking_out_a_language_leaves_the_others():
    assert localized(nb="Hei", sv="Hej").without("sv") == localized(nb="Hei")
    assert localized(nb="Hei").without("sv") == localized(nb="Hei")


def test_a_digest_is_the_beginning_of_sha_256():
    assert digest_of("abc") == "ba7816bf8f01"


@settings(deadline=None)
@given(st.text(), st.text())
def test_changing_the_source_back_makes_a_translation_fresh_again(first, second):
    text = localized(nb=first).translated("sv", "Hej", "nb")
    assert text.written("nb", second).is_stale("sv", "nb") == (first != second)
    assert not text.written("nb", second).written("nb", first).is_stale("sv", "nb")
