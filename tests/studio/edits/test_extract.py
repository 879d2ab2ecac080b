import pytest

from studio.edits.assets import add_asset
from studio.edits.extract import sequence_alone
from studio.errors import StudioError
from studio.model.asset import Asset
from tests.studio.edits.samples import sample

BASE = sample()


def test_a_sequence_alone_brings_what_it_needs():
    project = sequence_alone(add_asset(BASE, Asset("unused", "x.png", "image/png", 1)), "flow")
    assert project.sequence_order == ("flow",)
    assert (project.messages, project.blocks, project.variants) == (BASE.messages, BASE.blocks, BASE.variants)
    assert set(project.assets) == {"logo", "lamp"}


def test_a_sequence_alone_leaves_the_others_messages_behind():
    project = sequence_alone(BASE, "other")
    assert (len(project.messages), len(project.blocks), len(project.variants)) == (0, 0, 0)
    assert set(project.assets) == {"logo"}
    assert project.personas == BASE.personas


def test_unknown_sequences_are_refused():
    with pytest.raises(StudioError, match="no sequence “nowhere”"):
        sequence_alone(BASE, "nowhere")
