"""A sequence taken over from another project: ids stay where they can and never meet."""

from dataclasses import replace

import pytest

from studio.edits.adopt import adopt
from studio.edits.mending import waive
from studio.errors import StudioError
from studio.model.brand import Brand
from studio.model.project import Project
from studio.model.sequence import message_ids
from studio.model.validity import problems
from tests.studio.edits.samples import sample


def test_into_an_empty_project_a_sequence_keeps_its_ids():
    taken = adopt(Project("q", "Empty"), sample(), "flow")
    assert taken.sequences["flow"] == sample().sequences["flow"]
    assert (taken.blocks, taken.variants, taken.messages) == (sample().blocks, sample().variants, sample().messages)


def test_beside_itself_everything_gets_an_ending_and_says_the_same():
    taken = adopt(sample(), sample(), "flow")
    assert problems(taken) == ()
    assert message_ids(taken.sequences["flow-2"]) == ("hello-2", "sms-2")
    assert taken.blocks["b1-2"].texts == sample().blocks["b1"].texts
    assert taken.variants["vb-2"].overrides["b1-2"].id == "b1-2"


def test_the_same_input_gives_the_same_ids_and_a_third_one_its_own():
    twice = adopt(sample(), sample(), "flow")
    assert adopt(sample(), sample(), "flow") == twice
    assert adopt(twice, sample(), "flow").sequence_order == ("flow", "other", "flow-2", "flow-3")


def test_what_was_there_is_not_touched():
    here = replace(sample(), brand=Brand(name="Mine"))
    taken = adopt(here, sample(), "flow", before="other")
    assert taken.brand == here.brand
    assert all(taken.blocks[id_] == block for id_, block in here.blocks.items())
    assert taken.sequence_order == ("flow", "flow-2", "other")


def test_only_pictures_that_the_messages_show_come_along():
    assert set(adopt(Project("q", "Empty"), sample(), "flow").assets) == {"lamp"}


def test_a_sequence_that_is_not_there_is_refused():
    with pytest.raises(StudioError, match="nothing-like-it"):
        adopt(sample(), sample(), "nothing-like-it")


def test_what_is_left_on_purpose_in_a_message_is_left_in_the_newcomers_own():
    left = waive(waive(sample(), "flow", "coach.signed", "hello", "By hand."), "flow", "coach.arc", "", "All.")
    taken = adopt(left, left, "flow")
    assert [waiver.message for waiver in taken.sequences["flow-2"].waivers] == ["hello-2", ""]
