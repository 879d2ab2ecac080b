"""A remembered block reads as a fresh one: same words, same tags, same findings, whatever else has changed."""

from dataclasses import replace

import pytest

from studio.edits import texts
from studio.render import render, seen
from studio.render.personas import reader_of
from studio.tags.sample import sample
from studio.tags.services import dialect
from studio.tags.slots import USUAL
from tests.journeys.desk import planted


@pytest.fixture(scope="module")
def cart():
    return planted("cart-classic", "nb", "sv")[0]


def said(project, message="questions", language="nb", spoken=None, pictures=str):
    variant = project.messages[message].variants[0]
    spoken = spoken or sample(reader_of(project.personas.values(), language), language)
    return render(project, "cart-classic", message, variant, language, spoken, pictures)


def afresh(*arguments, **more):
    seen._seen.cache_clear()
    return said(*arguments, **more)


@pytest.mark.parametrize("message", ["reminder", "questions", "offer"])
@pytest.mark.parametrize("language", ["nb", "sv"])
def test_the_second_reading_is_the_first(cart, message, language):
    assert afresh(cart, message, language) == said(cart, message, language)


def test_a_service_finds_its_tags_in_remembered_blocks(cart):
    klaviyo = dialect("klaviyo", currency="NOK", language="nb")
    assert afresh(cart, spoken=klaviyo) == said(cart, spoken=klaviyo)


def test_a_fault_is_told_again(cart):
    wrong = texts.write(cart, texts.block_text("questions-turn"), "nb", "{{ shop.nowhere }} {{ nonsense }}")
    assert afresh(wrong).findings == said(wrong).findings != ()


def test_another_brand_is_another_reading(cart):
    said(cart)
    other = replace(cart, brand=replace(cart.brand, address="Nygata 1, 0001 Oslo"))
    assert "Nygata 1" in said(other).html
    assert said(other) == afresh(other)


def test_another_fact_is_another_reading(cart):
    said(cart)
    other = texts.write(cart, texts.fact("return_days"), "nb", "99")
    assert "99 dager" in said(other).text
    assert said(other) == afresh(other)


def test_whoever_gives_pictures_their_addresses_is_asked_each_time(cart):
    for _ in range(2):
        asked = []
        said(cart, pictures=lambda digest, asked=asked: asked.append(digest) or f"pictures/{digest}")
        assert asked == [cart.brand.portrait]


def test_a_writer_may_write_the_word_that_tokens_begin_with(cart):
    odd = texts.write(cart, texts.block_text("questions-turn"), "nb", f"{USUAL}n0z og {{{{ person.first_name }}}}")
    assert f"{USUAL}n0z og Kari" in said(odd).text
