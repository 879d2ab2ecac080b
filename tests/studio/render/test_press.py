"""A drawing is remembered by its shape, and putting the words in later gives the same mail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.model.trade import MailTheme
from studio.render.engine import compile_mjml
from studio.tags.services import dialect
from tests.studio.render.shop import block, of_every_kind, rendered


@pytest.mark.parametrize("theme", list(MailTheme))
def test_the_html_is_what_the_mjml_compiles_to(theme):
    message = rendered(*of_every_kind(), theme=theme)
    assert compile_mjml(message.mjml) == message.html


@given(st.text(st.characters(codec="latin-1", exclude_categories=["C"]), min_size=1, max_size=40))
def test_any_words_compile_to_the_same_html(said):
    message = rendered(block("heading", text="x " + said + " x"), block("quote", text="y", author=said + "z"))
    assert compile_mjml(message.mjml) == message.html


def test_the_same_values_give_the_same_message():
    first, second = (rendered(*of_every_kind(), dialect=dialect("brevo")) for _ in range(2))
    assert first == second
    assert first.mjml == second.mjml


def test_the_mjml_is_said_in_the_dialect():
    message = rendered(block("button", label="Til kurven"), dialect=dialect("klaviyo"))
    assert "<mj-button" in message.mjml
    assert "{{" in message.mjml


def test_an_optional_part_that_appears_changes_the_drawing():
    bare, told = (rendered(block("quote", text="Ja", **words)) for words in ({}, {"author": "Nils"}))
    assert "Nils" in told.html
    assert told.html.count("<div") == bare.html.count("<div") + 1
