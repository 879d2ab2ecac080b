import pytest

from studio.edits.texts import alt, block_text, fact, preheader, purpose, read, snippet, subject, term, write
from studio.edits.variants import hide_block
from studio.errors import StudioError
from studio.model.localized import digest_of
from tests.studio.edits.samples import sample

BASE = sample()
EVERYWHERE = [
    block_text("b1"),
    block_text("pic", "alt"),
    block_text("b1", variant_id="vb"),
    block_text("b2", variant_id="vb"),
    subject("va"),
    preheader("va"),
    fact("place"),
    fact("founder"),
    snippet("hi"),
    term("cart"),
    alt("logo"),
    purpose("flow"),
]


@pytest.mark.parametrize("spoken", EVERYWHERE)
def test_what_is_written_is_read(spoken):
    project = write(BASE, spoken, "nl", "Hallo daar")
    assert read(project, spoken).words("nl") == "Hallo daar"
    assert read(project, spoken).words("nb") == read(BASE, spoken).words("nb")


@pytest.mark.parametrize("spoken", EVERYWHERE)
def test_writing_the_same_words_changes_nothing(spoken):
    project = write(BASE, spoken, "nl", "Hallo daar")
    assert write(project, spoken, "nl", "Hallo daar") is project


@pytest.mark.parametrize(
    "spoken",
    [
        block_text("nowhere"),
        block_text("b1", "label"),
        block_text("b3", variant_id="va"),
        block_text("b1", variant_id="nowhere"),
        subject("nowhere"),
        snippet("nowhere"),
        alt("nowhere"),
        purpose("nowhere"),
    ],
)
def test_a_text_that_is_not_there_is_refused(spoken):
    with pytest.raises(StudioError):
        write(BASE, spoken, "nb", "Hei")


def test_writing_in_a_variant_leaves_the_message_alone():
    project = write(BASE, block_text("b2", variant_id="vb"), "nb", "Snakkes")
    assert project.blocks is BASE.blocks
    assert project.variants["vb"].overrides["b2"].words("text", "nb") == "Snakkes"


def test_a_hidden_block_cannot_be_written_in():
    with pytest.raises(StudioError, match="leaves this block out"):
        write(hide_block(BASE, "va", "b1"), block_text("b1", variant_id="va"), "nb", "Hei")


def test_no_words_take_the_language_out():
    project = write(BASE, block_text("b2"), "nb", "")
    assert "text" not in project.blocks["b2"].texts


def test_mending_a_word_keeps_what_a_translation_was_made_from():
    project = write(write(BASE, block_text("b1"), "nb", "Hei du"), block_text("b1"), "sv", "Hejsan")
    text = project.blocks["b1"].texts["text"]
    assert text.texts["sv"].source == digest_of("Hei")
    assert text.is_stale("sv", "nb")
