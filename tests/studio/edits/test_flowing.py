"""Copy that flows: blocks are split and joined without losing a word in any language."""

import pytest

from studio.edits.blocks import add_block
from studio.edits.flowing import add_after, following, join_block, split_block
from studio.edits.texts import block_text, write
from studio.errors import StudioError
from studio.model.message import Block
from tests.studio.edits.samples import sample


@pytest.fixture
def two():
    project, message = sample(), "hello"
    for id_ in ("a", "b"):
        project = add_block(project, message, Block(id_, "paragraph"))
        project = write(write(project, block_text(id_), "nb", f"{id_} nb"), block_text(id_), "sv", f"{id_} sv")
    return project, message


def test_a_split_block_goes_on_in_a_new_one_right_after_it(two):
    project, message = two
    project, new = split_block(project, "a", "nb", "a", "nb", iter(["c"]).__next__)
    assert project.messages[message].blocks[-3:] == ("a", "c", "b")
    assert (project.blocks["a"].words("text", "nb"), project.blocks[new].words("text", "nb")) == ("a", "nb")
    assert (project.blocks["a"].words("text", "sv"), project.blocks[new].words("text", "sv")) == ("a sv", "")


def test_nothing_left_over_begins_a_paragraph(two):
    project, message = two
    project = add_block(project, message, Block("h", "heading"))
    project, new = split_block(project, "h", "nb", "Hei", "")
    assert project.blocks[new].kind == "paragraph"


def test_joining_keeps_the_other_languages_as_paragraphs(two):
    project = join_block(two[0], "b", "a", "nb", "a b")
    assert "b" not in project.blocks
    assert (project.blocks["a"].words("text", "nb"), project.blocks["a"].words("text", "sv")) == ("a b", "a sv\n\nb sv")


def test_splitting_and_joining_lead_back(two):
    project, new = split_block(two[0], "a", "nb", "a", " nb")
    assert join_block(project, new, "a", "nb", "a nb") == two[0]


def test_a_block_that_says_more_is_not_joined(two):
    project, message = two
    project = add_block(project, message, Block("q", "quote"))
    project = write(project, block_text("q", "author"), "nb", "Kari")
    with pytest.raises(StudioError):
        join_block(project, "q", "a", "nb", "x")


def test_a_button_does_not_flow(two):
    project, message = two
    project = add_block(project, message, Block("k", "button"))
    with pytest.raises(StudioError):
        split_block(project, "k", "nb", "a", "b")


def test_blocks_are_put_after_another_in_their_order(two):
    project, message = two
    project = add_after(project, "a", Block("x", "divider"), Block("y", "divider"))
    assert project.messages[message].blocks[-4:] == ("a", "x", "y", "b")
    assert (following(project, "y"), following(project, "b")) == ("b", "")
