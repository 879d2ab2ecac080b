from dataclasses import replace

import pytest
from immutables import Map

from studio.model.localized import localized
from studio.model.persona import CartEvent, CartItem, Persona
from studio.model.style import Style
from studio.spelling.names import names_of
from tests.studio.edits.samples import sample


def facts(**said):
    project = sample()
    held = Map({name: localized(nb=words) for name, words in said.items()})
    return replace(project, brand=replace(project.brand, facts=held))


def test_the_shop_and_its_glossary_are_names():
    assert {"shop", "bergen", "cart", "handlekurv"} <= names_of(sample(), "nb")


def test_people_and_products_are_names():
    event = CartEvent(first_name="Kari", last_name="Solbakken", items=(CartItem("b", "Jervskar fjellstøvel", 1.0),))
    project = replace(sample(), personas=Map(kari=Persona("kari", "Kari", event)))
    assert {"kari", "solbakken", "jervskar", "fjellstøvel"} <= names_of(project, "nb")


@pytest.mark.parametrize(
    ("fact", "words", "name", "is_one"),
    [
        ("bestseller", "Ulriken tursko", "tursko", True),
        ("payment_methods", "Vipps, Klarna og gode kort", "vipps", True),
        ("payment_methods", "Vipps, Klarna og gode kort", "kort", False),
        ("review", "Prøvde dem i Bergen i går. Gikk fint.", "bergen", True),
        ("review", "Prøvde dem i Bergen i går. Gikk fint.", "prøvde", False),
        ("review", "Prøvde dem i Bergen i går. Gikk fint.", "gikk", False),
        ("craft", "skko", "skko", False),
    ],
)
def test_capitals_tell_the_names_in_a_fact(fact, words, name, is_one):
    assert (name in names_of(facts(**{fact: words}), "nb")) is is_one


def test_the_client_s_own_list_counts_in_its_language():
    project = sample()
    style = Style(lexicon=Map(nb=("Lappekassa", "don't")))
    project = replace(project, brand=replace(project.brand, style=style))
    assert {"lappekassa", "don't"} <= names_of(project, "nb-NO")
    assert "lappekassa" not in names_of(project, "sv")
