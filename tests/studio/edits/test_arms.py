import pytest

from studio.edits.arms import add_arm, copy_arm, move_arm, remove_arm, rename_arm, set_conditions, set_path_weight
from studio.edits.tree import inside, node_of
from studio.errors import StudioError
from studio.model.steps import Arm, Experiment, Path, Send, Split
from tests.studio.edits.samples import CHEAP, DEAR, ids, mint, sample

BASE = sample()
THREE = add_arm(BASE, "flow", "fork", Arm("cheap", "Cheap", (CHEAP,)))


def ways(project, fork="fork"):
    node = node_of(project.sequences["flow"].steps, fork, Split, Experiment)
    return [way.id for way in inside(node)]


def test_an_arm_is_added_before_the_default_one():
    assert ways(THREE) == ["dear", "cheap", "rest"]


def test_a_path_is_added_last_or_before_another():
    assert ways(add_arm(BASE, "flow", "draw", Path("p", "P")), "draw") == ["left", "right", "p"]
    assert ways(add_arm(BASE, "flow", "draw", Path("p", "P"), "right"), "draw") == ["left", "p", "right"]


@pytest.mark.parametrize(
    ("fork", "way", "words"),
    [
        ("fork", Arm("x", ""), "has a condition"),
        ("draw", Path("x", "", 0), "larger than 0"),
        ("draw", Arm("x", "", (DEAR,)), "no such step"),
        ("fork", Arm("w1", "", (DEAR,)), "taken"),
        ("fork", Arm("x", "", (DEAR,), (Send("y", "nowhere"),)), "no message"),
    ],
)
def test_an_arm_that_does_not_fit_is_refused(fork, way, words):
    with pytest.raises(StudioError, match=words):
        add_arm(BASE, "flow", fork, way)


def test_arms_change_places_before_the_default_one():
    assert ways(move_arm(THREE, "flow", "cheap", "dear")) == ["cheap", "dear", "rest"]
    assert ways(move_arm(THREE, "flow", "dear")) == ["cheap", "dear", "rest"]


def test_the_default_arm_stays_last():
    with pytest.raises(StudioError, match="stays where it is"):
        move_arm(BASE, "flow", "rest", "dear")
    with pytest.raises(StudioError, match="stays where it is"):
        copy_arm(BASE, "flow", "rest")


def test_a_copied_arm_stands_beside_it_with_its_own_message():
    project = copy_arm(BASE, "flow", "dear", mint())
    assert len(ways(project)) == 3
    assert ways(project)[0] == "dear"
    assert sorted(message.name for message in project.messages.values()) == ["Hello", "Text", "Text"]


def test_removing_an_arm_removes_what_lies_in_it():
    project = remove_arm(THREE, "flow", "dear")
    assert ways(project) == ["cheap", "rest"]
    assert "sms" not in project.messages


def test_removing_one_of_two_arms_dissolves_the_split():
    assert ids(remove_arm(BASE, "flow", "dear")) == ["w1", "s1", "w2", "draw", "left", "right", "w3", "n1"]
    assert ids(remove_arm(BASE, "flow", "rest"))[2] == "s2"


def test_removing_one_of_two_paths_dissolves_the_experiment():
    assert ids(remove_arm(BASE, "flow", "left"))[-2:] == ["w3", "n1"]


def test_the_default_of_three_arms_is_not_removed():
    with pytest.raises(StudioError, match="stays where it is"):
        remove_arm(THREE, "flow", "rest")


def test_an_arm_gets_other_conditions_but_never_none():
    project = set_conditions(BASE, "flow", "dear", (CHEAP,))
    assert node_of(project.sequences["flow"].steps, "dear", Arm).conditions == (CHEAP,)
    with pytest.raises(StudioError, match="has a condition"):
        set_conditions(BASE, "flow", "dear", ())
    with pytest.raises(StudioError, match="takes everybody else"):
        set_conditions(BASE, "flow", "rest", (CHEAP,))


def test_a_path_gets_another_share():
    project = set_path_weight(BASE, "flow", "left", 3)
    assert node_of(project.sequences["flow"].steps, "left", Path).weight == 3
    with pytest.raises(StudioError, match="larger than 0"):
        set_path_weight(BASE, "flow", "left", -1)


def test_arms_and_paths_have_names():
    project = rename_arm(rename_arm(BASE, "flow", "rest", "Others"), "flow", "left", "Warm")
    names = [node_of(project.sequences["flow"].steps, id_, Arm, Path).name for id_ in ("rest", "left")]
    assert names == ["Others", "Warm"]
