"""How far a language is: what is missing and what fell behind its source."""

from studio.edits.completeness import completeness
from studio.edits.texts import block_text, preheader, subject, write
from studio.edits.translate import translate
from tests.studio.edits.samples import sample


def test_what_the_source_says_is_missing_until_it_is_translated():
    before = completeness(sample(), "flow", "sv").missing
    after = completeness(translate(sample(), block_text("b2"), "sv", "Hej då", "nb"), "flow", "sv").missing
    assert set(before) - set(after) == {block_text("b2")}


def test_required_texts_are_missing_in_the_source_too():
    missing = completeness(sample(), "flow", "nb").missing
    assert missing == (subject("vb"), block_text("pic", "alt"))


def test_texts_that_nobody_needs_are_not_asked_for():
    assert preheader("va") not in completeness(sample(), "flow", "nb").wanted


def test_a_translation_is_stale_when_its_source_has_changed():
    assert completeness(sample(), "flow", "sv").stale == ()
    changed = write(sample(), block_text("b1"), "nb", "God dag")
    assert completeness(changed, "flow", "sv").stale == (block_text("b1"),)


def test_what_a_variant_puts_in_place_of_a_block_counts_as_well():
    assert block_text("b1", "text", "vb") in completeness(sample(), "flow", "sv").missing
