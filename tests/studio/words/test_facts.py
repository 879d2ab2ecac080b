import pytest

from studio.edits.brand import add_fact
from studio.edits.texts import fact, write
from studio.errors import StudioError
from studio.words.currencies import currencies
from studio.words.facts import LABELS, fact_label, fact_name, fact_uses
from tests.journeys.desk import planted


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Opening day", "opening_day"),
        ("Åpent på søndag", "apent_pa_sondag"),
        ("shop.return_days", "return_days"),
        ("2nd shop", "nd_shop"),
        ("…", ""),
    ],
)
def test_a_fact_gets_a_name_that_copy_can_write(words, name):
    assert fact_name(words) == name


def test_the_facts_of_the_shop_are_called_something():
    assert str(fact_label("return_days")) == "Days to return"
    assert str(fact_label("opening_day")) == "Opening day"


def test_every_fact_that_shipped_copy_names_has_a_word_for_it():
    project, _ = planted("cart-classic", "nb")
    assert set(fact_uses(project)) <= set(LABELS)


def test_messages_are_found_by_the_facts_they_name():
    project, _ = planted("cart-classic", "nb", "sv")
    uses = fact_uses(project)
    assert all(message in project.messages for messages in uses.values() for message in messages)
    assert "return_days" in uses
    assert "name" not in uses


def test_a_new_fact_can_be_written_in_any_language():
    project, _ = planted("cart-classic", "nb")
    project = write(add_fact(project, "opening_day"), fact("opening_day"), "nb", "mandag")
    assert project.brand.facts["opening_day"].words("nb") == "mandag"


@pytest.mark.parametrize("name", ["place", "name", "Opening day", ""])
def test_a_fact_has_a_name_of_its_own(name):
    project, _ = planted("cart-classic", "nb")
    with pytest.raises(StudioError):
        add_fact(project, name)


def test_currencies_are_those_in_use_in_the_words_of_a_language():
    known = dict(currencies("nb"))
    assert known["NOK"] == "norske kroner"
    assert "DEM" not in known
    assert dict(currencies("xx"))["EUR"] == "Euro"
