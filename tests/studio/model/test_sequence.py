from studio.model.sequence import branches, message_ids, walk
from studio.model.steps import Stop
from tests.studio.edits.samples import sample, steps


def test_walking_meets_parents_before_what_lies_in_them():
    assert [step.id for step in walk(steps())] == ["w1", "s1", "fork", "s2", "w2", "draw", "w3", "n1"]


def test_only_splits_and_experiments_have_branches():
    split, draw = steps()[2:4]
    assert [branch.id for branch in (*branches(split), *branches(draw))] == ["dear", "rest", "left", "right"]
    assert branches(Stop("end")) == ()


def test_a_message_sent_twice_is_named_once():
    assert message_ids(sample().sequences["flow"]) == ("hello", "sms")
