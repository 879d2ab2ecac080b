"""What an SMS costs is what the network bills."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.words.sms import SEGMENTS, Alphabet, forcing_characters, gsm_safe, sms_cost


@pytest.mark.parametrize("letters", ["æøåÆØÅ", "äöüÄÖÜñÑ", "éèàùìòÇß", "@£$¥§¿¡"])
def test_the_letters_of_our_languages_stay_in_gsm7(letters):
    cost = sms_cost(letters)
    assert (cost.alphabet, cost.units, cost.forcing) == (Alphabet.GSM7, len(letters), ())


@pytest.mark.parametrize("sign", list("ëïâêôçáíóÀ’“”–—…\u00a0"))
def test_typography_and_foreign_accents_force_ucs2(sign):
    assert sms_cost("Hei" + sign).forcing == (sign,)


@pytest.mark.parametrize("sign", list("^{}\\[]~|€"))
def test_the_escaped_characters_cost_two(sign):
    assert sms_cost(sign).units == 2


@pytest.mark.parametrize(
    ("text", "segments"),
    [("", 1), ("a" * 160, 1), ("a" * 161, 2), ("a" * 306, 2), ("a" * 307, 3), ("ê" * 70, 1), ("ê" * 71, 2)],
)
def test_segments_are_counted_as_the_networks_do(text, segments):
    assert sms_cost(text).segments == segments


def test_an_escaped_character_is_not_cut_by_the_end_of_a_segment():
    assert sms_cost("a" * 152 + "€" + "a" * 153).segments == 3


def test_an_emoji_counts_two_units_of_ucs2():
    assert sms_cost("👟").units == 2


def test_room_is_what_is_left_in_the_last_segment():
    assert (sms_cost("a" * 150).room, sms_cost("a" * 161).room) == (10, 145)


def test_a_safe_rewrite_keeps_what_gsm7_has_and_replaces_the_rest():
    assert gsm_safe("«Å nei» – çok bra …\u00a0ê") == '"Å nei" - cok bra ... e'


@given(st.text(alphabet=st.characters(max_codepoint=0x17F)))
def test_a_safe_rewrite_never_needs_more_of_ucs2(text):
    assert set(forcing_characters(gsm_safe(text))) <= set(forcing_characters(text))


@given(st.text())
def test_segments_always_hold_the_units(text):
    cost = sms_cost(text)
    size = SEGMENTS[cost.alphabet]
    assert cost.units <= (size.alone if cost.segments == 1 else cost.segments * size.joined)
    assert cost.room >= 0
