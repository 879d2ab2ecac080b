"""Variants: their own subject, their own blocks, and blocks they leave out."""

import pytest
from immutables import Map

from studio.errors import StudioError
from studio.model.localized import localized
from studio.model.message import HIDDEN, Variant
from tests.studio.render.pages import words
from tests.studio.render.shop import block, rendered

A = Variant("a", "A", subject=localized(nb="Første"))
B = Variant(
    "b", "B", subject=localized(nb="Andre"), preheader=localized(nb="Kort sagt"),
    overrides=Map({"hook": block("quote", "hook", text="Byttet ut"), "rest": HIDDEN}),
)  # fmt: skip
BLOCKS = (block("paragraph", "hook", text="Opprinnelig"), block("paragraph", "rest", text="Resten"))


def message(variant):
    return rendered(*BLOCKS, variants=(A, B), variant=variant)


def test_a_variant_replaces_and_hides_blocks():
    assert "Byttet ut" in words(message("b"))
    assert not any(said in message("b").html + message("b").text for said in ("Opprinnelig", "Resten"))


def test_another_variant_keeps_the_blocks():
    assert "Opprinnelig" in words(message("a"))
    assert "Resten" in words(message("a"))


def test_a_variant_has_its_own_subject_and_preheader():
    assert (message("b").subject, message("b").preheader) == ("Andre", "Kort sagt")


def test_no_variant_means_the_first():
    assert message("").variant == "a"


def test_a_message_without_variants_is_rendered_bare():
    assert rendered(*BLOCKS, variants=()).variant == ""


def test_a_variant_of_another_message_is_refused():
    with pytest.raises(StudioError, match="no variant “c”"):
        message("c")


def test_a_preheader_is_hidden_and_padded():
    before, _, after = message("b").html.partition("Kort sagt")
    assert before.rpartition("<div")[2].startswith(' style="display:none')
    assert after.startswith("&#847;&zwnj;&nbsp;")
