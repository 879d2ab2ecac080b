import pytest
from immutables import Map

from studio.edits.blocks import add_block, copy_block, move_block, remove_block, set_beat, set_setting
from studio.edits.messages import copy_message
from studio.edits.variants import hide_block
from studio.errors import StudioError
from studio.model.localized import localized
from studio.model.message import HIDDEN, Block
from studio.model.trade import Beat
from tests.studio.edits.samples import mint, paragraph, sample

BASE = sample()


def test_a_block_is_added_before_another_or_last():
    assert add_block(BASE, "hello", paragraph("x")).messages["hello"].blocks[-1] == "x"
    assert add_block(BASE, "hello", paragraph("x"), "b1").messages["hello"].blocks[0] == "x"


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (Block("x", "sms"), "does not fit this channel"),
        (Block("x", "poem"), "no kind of block called “poem”"),
        (Block("x", "divider", texts=Map(text=localized(nb="Hei"))), "no text called “text”"),
        (Block("x", "divider", settings=Map(width=1)), "no setting called “width”"),
        (Block("x", "heading", settings=Map(level="1")), "does not fit the setting “level”"),
        (Block("x", "heading", settings=Map(level=True)), "does not fit the setting “level”"),
        (Block("x", "image", settings=Map(asset="nowhere")), "no picture “nowhere”"),
        (paragraph("b1"), "taken"),
    ],
)
def test_a_block_that_does_not_fit_is_refused(block, words):
    with pytest.raises(StudioError, match=words):
        add_block(BASE, "hello", block)


def test_a_block_moves_within_its_message():
    assert move_block(BASE, "head", "b1").messages["hello"].blocks == ("head", "b1", "b2", "pic")


def test_a_block_moved_to_another_message_leaves_its_overrides_behind():
    two = copy_message(BASE, "hello", "other", mint=mint())
    other = next(id_ for id_ in two.messages if id_ not in BASE.messages)
    project = move_block(two, "b1", into=other)
    assert project.messages[other].blocks[-1] == "b1"
    assert "b1" not in project.messages["hello"].blocks
    assert not project.variants["vb"].overrides


def test_a_block_does_not_move_to_a_channel_it_does_not_fit():
    with pytest.raises(StudioError, match="does not fit this channel"):
        move_block(BASE, "b1", into="sms")


def test_the_variants_of_a_copied_block_are_copied_with_it():
    project = copy_block(hide_block(BASE, "va", "b1"), "b1", "b2", mint=mint())
    copy = project.messages["hello"].blocks[1]
    assert project.blocks[copy].words("text", "nb") == "Hei"
    assert project.variants["va"].overrides[copy] == HIDDEN
    assert project.variants["vb"].overrides[copy] == paragraph(copy, nb="Hallo")


def test_removing_a_block_removes_what_stands_for_it():
    project = remove_block(BASE, "b1")
    assert "b1" not in project.blocks
    assert project.messages["hello"].blocks == ("b2", "pic", "head")
    assert not project.variants["vb"].overrides


def test_a_beat_and_a_setting_are_set():
    project = set_setting(set_beat(BASE, "head", Beat.HOOK), "head", "level", 2)
    assert project.blocks["head"].beat is Beat.HOOK
    assert project.blocks["head"].settings["level"] == 2


def test_a_setting_of_one_variant_leaves_the_block_alone():
    project = set_setting(BASE, "pic", "asset", "logo", "va")
    assert project.blocks["pic"] == BASE.blocks["pic"]
    assert project.variants["va"].overrides["pic"].settings["asset"] == "logo"


@pytest.mark.parametrize(("name", "value"), [("asset", "nowhere"), ("width", "wide"), ("poem", 1)])
def test_a_setting_that_does_not_fit_is_refused(name, value):
    with pytest.raises(StudioError):
        set_setting(BASE, "pic", name, value)


def test_what_a_variant_leaves_out_cannot_be_set_in_it():
    with pytest.raises(StudioError, match="Version “A” leaves this block out"):
        set_setting(hide_block(BASE, "va", "pic"), "pic", "width", 1, "va")


def test_a_spot_that_is_not_there_is_refused():
    with pytest.raises(StudioError, match="“b3”"):
        move_block(BASE, "b1", "b3")
