"""Checks: what they notice, where, and whom they render for."""

from dataclasses import replace

import pytest

from studio.checks.course import check, readers, verdict
from studio.edits import mending, texts, translate, variants
from studio.i18n import sentence
from studio.model.brand import Sender
from studio.model.findings import Finding, Place, Severity
from tests.journeys.desk import planted


@pytest.fixture(scope="module")
def cart():
    project, _ = planted("cart-classic", "nb", "sv")
    return replace(project, brand=replace(project.brand, sample=False))


def ids(project, languages=("nb", "sv")):
    return [finding.id for finding in check(project, {"cart-classic": languages})]


def test_a_sound_flow_of_a_real_brand_has_no_findings(cart):
    assert ids(cart) == []


def test_the_invented_shop_is_a_warning(cart):
    assert ids(replace(cart, brand=replace(cart.brand, sample=True))) == ["brand.sample"]


@pytest.mark.parametrize(
    ("change", "found"), [({"sender": Sender()}, "brand.sender"), ({"address": ""}, "brand.address")]
)
def test_what_the_brand_lacks_is_found(cart, change, found):
    assert found in ids(replace(cart, brand=replace(cart.brand, **change)))


def test_a_translation_behind_its_original_is_named_once_with_its_place(cart):
    changed = texts.write(cart, texts.subject("offer-a"), "nb", "Et helt annet emne")
    (finding,) = check(changed, {"cart-classic": ("nb", "sv")})
    assert finding.id == "translation.stale"
    assert finding.place == Place("cart-classic", "offer", "", "sv", "offer-a")


def test_a_stale_translation_of_what_a_variant_says_instead_is_noticed_too(cart):
    other = cart.blocks["offer-farewell"]
    changed = variants.set_override(cart, "offer-a", other.id, other)
    changed = texts.write(changed, texts.block_text(other.id, variant_id="offer-a"), "nb", "Ha det bra")
    (finding,) = (each for each in check(changed, {"cart-classic": ("nb", "sv")}) if each.id == "translation.stale")
    assert finding.place == Place("cart-classic", "offer", other.id, "sv", "offer-a")


def test_a_translation_marked_as_still_good_is_no_finding(cart):
    changed = texts.write(cart, texts.subject("offer-a"), "nb", "Et helt annet emne")
    (sequence,) = changed.sequences.values()
    assert ids(translate.still_good(changed, texts.subject("offer-a"), "sv", sequence.source_language)) == []


def test_a_fault_that_both_variants_show_is_told_once(cart):
    changed = texts.write(cart, texts.block_text("offer-farewell"), "nb", "{{ shop.nowhere }}")
    found = [finding for finding in check(changed, {"cart-classic": ("nb",)}) if finding.severity is Severity.ERROR]
    assert [(finding.place.block, finding.place.variant) for finding in found] == [("offer-farewell", "")]


def test_only_the_languages_asked_for_are_looked_at(cart):
    changed = texts.write(cart, texts.block_text("offer-farewell"), "sv", "{{ nonsense }}")
    assert ids(changed, ("nb",)) == []
    assert "render.bad_tag" in ids(changed, ("sv",))


def test_rendering_is_tried_on_an_ordinary_a_nameless_and_the_longest_name(cart):
    people = readers(cart, "nb")
    assert people[0].language == "nb"
    assert any(not person.event.first_name for person in people)
    assert max(len(person.event.first_name) for person in people) > 20


def test_a_project_without_personas_is_checked_all_the_same(cart):
    assert ids(replace(cart, personas=type(cart.personas)())) == []


@pytest.mark.parametrize(
    ("severity", "strict", "passes"),
    [("advice", True, True), ("warning", False, True), ("warning", True, False), ("error", False, False)],
)
def test_what_stands_in_the_way(severity, strict, passes):
    finding = Finding("x", Severity(severity), Place(), sentence("x"))
    assert verdict((finding,), strict=strict) is passes
    assert verdict((replace(finding, waived=True),), strict=strict)


def test_a_message_without_a_word_in_a_language_is_one_finding(cart):
    found = [each for each in check(cart, {"cart-classic": ("fi",)}) if each.place.language == "fi"]
    assert [(each.id, each.place.message) for each in found] == [
        ("translation.missing", "reminder"),
        ("translation.missing", "questions"),
        ("translation.missing", "offer"),
    ]


def test_words_that_are_missing_cannot_be_left(cart):
    lenient = mending.waive(cart, "cart-classic", "translation.missing", "", "Later.")
    found = [each for each in check(lenient, {"cart-classic": ("fi",)}) if each.id == "translation.missing"]
    assert len(found) == 3
    assert not any(each.waived for each in found)
