import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.spelling.reading import asked, is_name, unknown, words_in


def said(text, language="nb", *, rich=True):
    return [word.text for word in words_in(text, language, rich=rich)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hei, kurven din.", ["Hei", "kurven", "din"]),
        ('Hei {{ person.first_name | default: "du" }}!', ["Hei"]),
        ("{{ shop.name }}s sko", ["sko"]),
        ("Les **mer** i [kassen](https://kassa.example/kjøp)", ["Les", "mer", "kassen"]),
        ("Se www.sko.example eller hei@sko.example nå", ["Se", "eller", "nå"]),
        ("Gå til fjellvik.example", ["Gå", "til"]),
        ("Koden KURV10 gir 10 % i 48timer", ["Koden", "gir"]),
        ("GRATIS SMS fra IKEA", ["fra"]),
        ("en iPhone fra YouTube", ["en", "fra"]),
        ("#fjelltur @fjellvik tur", ["tur"]),
        ("t.d. f.eks. sko osv.", ["sko"]),
        ("for- og bakside", ["og", "bakside"]),
        ("à i a", []),
        ("привет 你好 hei", ["hei"]),
        ("🌲🐑 sko\u200dene", ["skoene"]),
        ("sam\u00adtykke", ["samtykke"]),
        ("cafe\u0301", ["café"]),
        ("don't", ["don’t"]),
        ("«sko»", ["sko"]),
    ],
)
def test_only_prose_is_read(text, words):
    assert said(text) == words


def test_a_plain_text_keeps_its_stars():
    assert said("*Hei* du", rich=False) == ["Hei", "du"]


def test_a_word_knows_where_it_stands_behind_a_tag():
    text = "{{ person.first_name }}, **kurven** din"
    (kurven, din) = words_in(text, "nb")
    assert [text[word.start : word.end] for word in (kurven, din)] == ["kurven", "din"]


def test_both_sides_of_a_condition_are_read():
    assert said("{{ if person.first_name }}kjære{{ else }}god{{ end }} dag") == ["kjære", "god", "dag"]


def test_both_forms_of_address_are_read():
    assert said("Is [[jouw|uw]] mand", "nl") == ["Is", "jouw", "uw", "mand"]


def test_other_languages_than_ours_are_read_in_their_own_letters():
    assert said("привет", "ru") == ["привет"]


def test_a_compound_is_asked_about_whole_and_by_part():
    (word,) = words_in("tur-sko", "nb")
    assert list(asked([word])) == ["tur-sko", "tur", "sko"]


def test_of_a_compound_only_the_wrong_part_is_unknown():
    words = words_in("fin tur-skko", "nb")
    (wrong,) = unknown(words, frozenset({"tur-skko", "skko"}), frozenset())
    assert (wrong.text, wrong.start, wrong.end) == ("skko", 8, 12)


def test_a_compound_of_right_parts_is_right():
    assert list(unknown(words_in("tur-sko", "nb"), frozenset({"tur-sko"}), frozenset())) == []


@pytest.mark.parametrize("word", ["Fjellvik", "fjellvik", "Fjellviks", "Fjellvik’s", "Jonas’"])
def test_names_and_their_genitives_need_no_dictionary(word):
    assert is_name(word, frozenset({"fjellvik", "jonas"}))


def test_other_words_are_no_names():
    assert not is_name("fjellvikk", frozenset({"fjellvik"}))


SIGNS = st.sampled_from("aåB -–’'.{}[]|*_#@\n\u200b\u00ad\ud800🌲жé1")


@given(st.text(SIGNS | st.characters(), max_size=80), st.sampled_from(["nb", "nl", "xx", ""]))
def test_no_text_is_too_odd_and_places_lie_inside(text, language):
    for word in words_in(text, language):
        assert 0 <= word.start < word.end <= len(text)
        assert word.text


@pytest.mark.parametrize("piece", ["a", "a-", "a’", "a.", "@", "a@", "{{", "[[a|", "www.", "ab "])
def test_long_texts_are_read_whole(piece):
    text = piece * (100_000 // len(piece))
    assert all(word.end <= len(text) for word in words_in(text, "nb"))
