"""Where steps go when they are moved by keys."""

import pytest

from studio.edits import steering
from studio.edits.steps import move_step
from studio.edits.tree import Spot
from tests.studio.edits.samples import ids, sample, steps

TREE = steps()
WAYS = (steering.up, steering.down, steering.out, steering.into)


@pytest.mark.parametrize(
    ("way", "step", "spot"),
    [
        (steering.up, "s1", Spot("", "w1")),
        (steering.up, "w1", None),
        (steering.down, "w1", Spot("", "fork")),
        (steering.down, "draw", Spot("", "")),
        (steering.down, "n1", None),
        (steering.up, "s2", Spot("", "fork")),
        (steering.down, "s2", Spot("rest", "w2")),
        (steering.up, "w2", Spot("dear", "")),
        (steering.down, "w2", Spot("", "draw")),
        (steering.out, "w3", Spot("", "n1")),
        (steering.out, "w1", None),
        (steering.into, "s1", Spot("dear", "s2")),
        (steering.into, "n1", Spot("left", "")),
        (steering.into, "w1", None),
        (steering.into, "s2", None),
    ],
)
def test_a_step_moves_as_an_outline_does(way, step, spot):
    assert way(TREE, step) == spot


@pytest.mark.parametrize("way", WAYS)
def test_arms_and_unknown_steps_go_nowhere(way):
    assert way(TREE, "dear") is None
    assert way(TREE, "nowhere") is None


def test_the_places_around_a_step_are_known():
    assert steering.before(TREE, "s1") == Spot("", "s1")
    assert steering.after(TREE, "s1") == Spot("", "fork")
    assert steering.after(TREE, "s2") == Spot("dear", "")
    assert steering.after(TREE, "nowhere") == Spot()


def test_going_down_again_and_again_passes_through_every_arm():
    project, seen = sample(), []
    while spot := steering.down(project.sequences["flow"].steps, "w1"):
        project = move_step(project, "flow", "w1", spot)
        seen.append(steering.standing(project.sequences["flow"].steps, "w1").branch)
    assert seen == ["", "", "", ""]
    assert ids(project)[-1] == "w1"
