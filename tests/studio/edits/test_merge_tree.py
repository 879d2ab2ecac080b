from studio.edits.arms import add_arm, remove_arm
from studio.edits.change import apply, difference
from studio.edits.merge import merge
from studio.edits.steps import add_step, move_step, remove_step, set_wait
from studio.edits.tree import nodes_of
from studio.model.steps import Arm, Note, Path, Split, Stop
from tests.studio.edits.samples import DEAR, at, ids, sample

BASE = sample()


def merged(mine, theirs):
    """The ids of the merged tree of the flow, and the paths where it clashed."""
    trees = [project.sequences["flow"].steps for project in (BASE, mine, theirs)]
    result = merge(*trees)
    return [node.id for node in nodes_of(result.value)], [clash.path for clash in result.clashes]


def test_steps_added_in_two_arms_are_both_kept():
    mine = add_step(BASE, "flow", Note("n2", ""), at("dear"))
    theirs = add_step(BASE, "flow", Note("n3", ""), at("rest", "w2"))
    tree, clashes = merged(mine, theirs)
    assert tree == ["w1", "s1", "fork", "dear", "s2", "n2", "rest", "n3", "w2", "draw", "left", "right", "w3", "n1"]
    assert clashes == []


def test_a_step_moved_by_both_to_different_arms_is_never_doubled():
    tree, clashes = merged(move_step(BASE, "flow", "w1", at("left")), move_step(BASE, "flow", "w1", at("dear")))
    assert tree.count("w1") == 1
    assert clashes == [("w1", "place")]
    assert tree.index("w1") == tree.index("s2") + 1


def test_a_moved_step_takes_along_what_the_other_wrote_in_it():
    mine = move_step(BASE, "flow", "fork", at("right"))
    theirs = add_step(BASE, "flow", Stop("end"), at("rest"))
    tree, clashes = merged(mine, theirs)
    assert tree.index("end") > tree.index("fork") > tree.index("right")
    assert clashes == []


def test_a_step_put_into_an_arm_that_the_other_removed_clashes():
    mine = remove_arm(BASE, "flow", "dear")
    theirs = add_step(BASE, "flow", Stop("end"), at("dear"))
    tree, clashes = merged(mine, theirs)
    assert tree == ids(theirs)
    assert clashes == [()]


def test_two_forks_moved_into_each_other_clash():
    mine, theirs = move_step(BASE, "flow", "fork", at("left")), move_step(BASE, "flow", "draw", at("dear"))
    tree, clashes = merged(mine, theirs)
    assert tree == ids(theirs)
    assert clashes == [()]


def test_removing_a_step_that_the_other_changed_clashes():
    tree, clashes = merged(remove_step(BASE, "flow", "w1"), set_wait(BASE, "flow", "w1", 9))
    assert "w1" in tree
    assert clashes == [("w1",)]


def test_arms_added_by_both_stay_before_the_default():
    mine = add_arm(BASE, "flow", "fork", Arm("m", "M", (DEAR,)))
    theirs = add_arm(BASE, "flow", "fork", Arm("t", "T", (DEAR,)))
    result = apply(difference(BASE, mine), theirs)
    fork = next(step for step in result.sequences["flow"].steps if isinstance(step, Split))
    assert [arm.id for arm in fork.arms] == ["dear", "t", "m", "rest"]


def test_an_arm_and_a_path_added_by_two_people_are_both_kept():
    mine = add_arm(BASE, "flow", "fork", Arm("m", "M", (DEAR,)))
    theirs = add_arm(BASE, "flow", "draw", Path("p", "P"))
    tree, clashes = merged(mine, theirs)
    assert {"m", "p"} <= set(tree)
    assert clashes == []
