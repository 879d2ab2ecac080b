import pytest

from studio.edits.change import FIELDS, KINDS
from studio.edits.places import place_of, place_words
from studio.model.findings import Place
from tests.studio.edits.samples import sample

BASE = sample()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("blocks", "b1", "texts", "text", "texts", "nb"), "A block of “Hello” (nb)"),
        (("blocks", "b1", "texts", "text"), "A block of “Hello”"),
        (("variants", "va", "subject", "texts", "sv"), "Version “A” of “Hello” (sv)"),
        (("messages", "sms", "name"), "The message “Text”"),
        (("sequences", "flow", "steps"), "The sequence “Flow”"),
        (("glossary", "cart", "text", "texts", "nb"), "The glossary entry “cart” (nb)"),
        (("brand", "facts", "place", "texts", "nb"), "The brand (nb)"),
        (("sequence_order",), "The order of the sequences"),
        ((), "The project"),
    ],
)
def test_a_place_is_put_into_the_words_of_the_trade(path, words):
    assert str(place_words(path, BASE)) == words


@pytest.mark.parametrize("kind", [*KINDS, *FIELDS])
def test_every_part_of_a_project_has_words(kind):
    assert str(place_words((kind, "x"), BASE)) != "The project"


def test_a_place_holds_the_ids_that_lead_there():
    path = ("variants", "vb", "overrides", "b1", "texts", "text", "texts", "nb")
    assert place_of(path, BASE) == Place("flow", "hello", "b1", "nb", "vb")


def test_without_a_project_a_place_holds_what_the_path_says():
    assert place_of(("blocks", "b1", "texts", "text", "texts", "nb")) == Place(block="b1", language="nb")
