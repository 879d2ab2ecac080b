"""Looks come from the brand: its colours, its fonts, and the direction of its language."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studio.model.brand import Fonts
from studio.model.trade import MailTheme
from studio.render.look import look_of, mixed
from studio.render.weight import encoded_size
from tests.studio.render.shop import BRAND, block, rendered


def test_a_letter_is_set_in_the_brands_serif_whichever_face_that_is():
    look = look_of(replace(BRAND, fonts=Fonts("palatino", "verdana")), MailTheme.LETTER)
    assert look.text_face.startswith("'Palatino")
    assert look.label_face.startswith("Verdana")


def test_a_shop_keeps_headings_and_body_apart():
    look = look_of(replace(BRAND, fonts=Fonts("gill", "charter")), MailTheme.SHOP)
    assert (look.title_face[:11], look.text_face[:7]) == ("'Gill Sans'", "Charter")


def test_an_unknown_font_is_a_safe_one():
    assert look_of(replace(BRAND, fonts=Fonts("comic", "neue")), MailTheme.SHOP).text_face.endswith("sans-serif")


def test_a_brand_colour_reaches_the_page():
    brand = replace(BRAND, colors=replace(BRAND.colors, accent="#123456", dark_accent="#fedcba"))
    html = rendered(block("button", label="Se"), brand=brand, theme=MailTheme.SHOP).html
    assert "background:#123456" in html
    assert "#fedcba" in html


def test_a_language_from_right_to_left_turns_the_page():
    html = rendered(block("heading", text="x"), language="ar").html
    assert html.startswith('<!doctype html><html lang="ar" dir="rtl"')


def test_mixing_meets_both_ends():
    assert (mixed("#000000", "#ffffff", 0), mixed("#000000", "#ffffff", 1)) == ("#000000", "#ffffff")


@given(st.text(st.characters(codec="utf-8"), max_size=3000))
def test_the_weight_is_near_what_the_encoder_gives(text):
    import quopri

    exact = len(quopri.encodestring(text.replace("\r", "").encode()).replace(b"\n", b"\r\n"))
    assert abs(encoded_size(text.replace("\r", "")) - exact) <= max(8, exact * 0.05) + 2 * text.count("\n")


def test_half_a_character_has_a_weight_too():
    assert encoded_size("a\ud800b") == encoded_size("a?b")
