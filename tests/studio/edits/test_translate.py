import pytest

from studio.edits.texts import block_text, preheader, purpose, read, subject, write
from studio.edits.translate import spoken_in, still_good, translate
from studio.errors import StudioError
from tests.studio.edits.samples import sample

BASE = sample()
HELLO = block_text("b1")
REWORDED = write(BASE, HELLO, "nb", "Hei du")


def test_a_translation_is_stale_when_its_source_says_something_else():
    assert not read(BASE, HELLO).is_stale("sv", "nb")
    assert read(REWORDED, HELLO).is_stale("sv", "nb")


def test_translating_anew_makes_it_fresh():
    project = translate(REWORDED, HELLO, "sv", "Hej du", "nb")
    assert read(project, HELLO).words("sv") == "Hej du"
    assert not read(project, HELLO).is_stale("sv", "nb")


def test_a_translation_can_still_be_good():
    project = still_good(REWORDED, HELLO, "sv", "nb")
    assert read(project, HELLO).words("sv") == "Hej"
    assert not read(project, HELLO).is_stale("sv", "nb")


def test_marking_a_fresh_translation_changes_nothing():
    assert still_good(BASE, HELLO, "sv", "nb") is BASE


def test_nothing_is_not_a_good_translation():
    with pytest.raises(StudioError, match="no translation into nl yet"):
        still_good(BASE, HELLO, "nl", "nb")


def test_a_text_is_not_translated_into_its_own_language():
    with pytest.raises(StudioError, match="its own language: nb"):
        translate(BASE, HELLO, "nb", "Hei", "nb")


def test_no_words_take_a_translation_out():
    assert read(translate(BASE, HELLO, "sv", "", "nb"), HELLO).languages() == ("nb",)


def test_the_texts_of_a_sequence_come_in_reading_order():
    assert list(spoken_in(BASE, "flow")) == [
        purpose("flow"),
        subject("va"),
        preheader("va"),
        subject("vb"),
        preheader("vb"),
        block_text("b1"),
        block_text("b2"),
        block_text("pic", "alt"),
        block_text("pic", "caption"),
        block_text("head"),
        block_text("b1", "text", "vb"),
        block_text("b3"),
    ]
