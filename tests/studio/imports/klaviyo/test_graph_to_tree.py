"""A graph becomes a tree of steps: nothing is sent more or less often than at Klaviyo, and what is lost is listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.model.codec import from_plain, to_plain
from studio.model.conditions import Condition, Fact, Operator
from studio.model.project import Project
from studio.model.steps import Experiment, Split
from tests.studio.imports.klaviyo.documents import (
    STRANGE,
    UNREAD,
    branch,
    counted,
    delay,
    email,
    losses,
    of_versions,
    outline,
    read,
    sequence,
    several,
    split,
)

SAMPLE = {"type": "profile-sample", "percentage": 30}


def test_steps_follow_each_other():
    assert outline(read(delay("d", "a", unit="hours", value=4), email("a", "b"), email("b"))) == [240, "a", "b"]


def test_ways_that_meet_again_go_on_together_after_the_split():
    made = read(split("s", "a", "d", counted()), email("a", "d"), delay("d", "z"), email("z"))
    assert outline(made) == [[["a"], []], 1440, "z"]


def test_what_stands_in_each_way_alike_stands_once_after_it():
    made = read(split("s", "a", "d2", counted()), email("a", "d1"), delay("d1"), delay("d2"))
    assert outline(made) == [[["a"], []], 1440]


def test_a_way_that_ends_before_the_others_go_on_stops():
    first, second = branch(1, "a", counted()), branch(2, "b", counted(value=5))
    ways = several("s", first, second, branch(3, "c", rest=True))
    made = read(ways, email("a"), email("b", "d"), email("c", "d"), delay("d", "z"), email("z"))
    assert outline(made) == [[["a", "STOP"], ["b"], ["c"]], 1440, "z"]


def test_a_split_asks_what_it_asked():
    (found,) = sequence(read(split("s", "a", None, counted()), email("a"))).steps
    assert isinstance(found, Split)
    assert found.arms[0].conditions == (Condition(Fact.ORDERS, Operator.AT_LEAST, 1),)
    assert found.arms[1].conditions == ()


def test_ways_by_chance_are_an_experiment():
    (found,) = sequence(read(split("s", "a", "b", SAMPLE), email("a"), email("b"))).steps
    assert isinstance(found, Experiment)
    assert [path.weight for path in found.paths] == [30, 70]


def test_a_question_that_nothing_here_asks_keeps_both_ways_and_is_listed():
    made = read(split("s", "a", "b", UNREAD), email("a"), email("b"))
    (found,) = sequence(made).steps
    assert outline(made) == [[["a"], ["b"]]]
    assert [path.weight for path in found.paths] == [99, 1]
    assert losses(made) == ["question"]


@pytest.mark.parametrize(("percentage", "taken"), [(100, "a"), (0, "b"), (None, [["a"], ["b"]])])
def test_a_draw_that_sends_everybody_one_way_is_no_split(percentage, taken):
    sample = {"type": "profile-sample", "percentage": percentage}
    made = read(split("s", "a", "b", sample), email("a"), email("b"))
    assert (outline(made), losses(made)) == ([taken], ["question"] if percentage is None else ["way"])


@pytest.mark.parametrize("ways", [(), (branch(1, "a", rest=True),), (branch(1, "a"), branch(2, "b", UNREAD))])
def test_a_split_that_asks_nothing_is_no_split(ways):
    made = read(several("s", *ways), email("a"), email("b"))
    assert not any(isinstance(step, Split) for step in sequence(made).steps)


def test_a_question_that_is_asked_in_part_is_listed():
    made = read(split("s", "a", None, counted(), STRANGE), email("a"))
    assert sequence(made).steps[0].arms[0].conditions == (Condition(Fact.ORDERS, Operator.AT_LEAST, 1),)
    assert losses(made) == ["question"]


def test_a_way_of_several_that_cannot_be_asked_is_kept_among_the_rest():
    ways = several("s", branch(1, "a", counted()), branch(2, "b", UNREAD), branch(3, "c", rest=True))
    made = read(ways, email("a"), email("b"), email("c"))
    assert outline(made) == [[["a"], [[["c"], ["b"]]]]]
    assert losses(made) == ["question"]


def test_steps_that_no_sequence_has_leave_a_note():
    webhook = {"id": "w", "type": "send-webhook", "links": {"next": "a"}, "data": {}}
    made = read(webhook, email("a"))
    assert outline(made) == ["Klaviyo: send-webhook", "a"]
    assert losses(made) == ["action"]


@pytest.mark.parametrize("target", ["a", "gone"])
def test_a_way_to_nowhere_ends(target):
    made = read(email("a", target))
    assert (outline(made), losses(made)) == (["a"], ["link"])


def test_an_empty_flow_has_no_steps():
    assert outline(read()) == []


def test_a_delay_keeps_its_time_and_weekdays():
    (wait,) = sequence(read(delay("d", delay_until_time="09:30:00", delay_until_weekdays=["friday", "monday"]))).steps
    assert (wait.minutes, wait.until_time, wait.weekdays) == (1440, "09:30", (1, 5))


def test_a_delay_in_another_time_zone_is_listed():
    assert losses(read(delay("d", delay_until_time="09:30:00", timezone="Europe/Oslo"))) == ["zone"]


def test_a_tangle_is_refused():
    names = [f"s{number}" for number in range(14)]
    pairs = zip(names, [*names[1:], "a"], strict=True)
    actions = [split(name, after, f"x{name}", counted()) for name, after in pairs]
    actions += [email(f"x{name}", after) for name, after in zip(names, [*names[1:], "a"], strict=True)]
    with pytest.raises(StudioError, match="too tangled"):
        read(*actions, email("a"))


def test_splits_inside_splits_have_an_end():
    names = [f"s{number}" for number in range(70)]
    actions = [split(name, None, after, counted()) for name, after in zip(names, [*names[1:], None], strict=True)]
    with pytest.raises(StudioError, match="lie in each other"):
        read(*actions)


TARGETS = st.one_of(st.none(), st.sampled_from([f"n{number}" for number in range(6)]))


KINDS = ("mail", "wait", "split", "odd", "unasked", "sample", "several", "sms", "tested")


@given(st.lists(st.tuples(st.sampled_from(KINDS), TARGETS, TARGETS), max_size=6))
def test_any_graph_becomes_a_project_that_can_be_kept(nodes):
    made = [_node(f"n{number}", *node) for number, node in enumerate(nodes)]
    found = read(*made).project
    assert from_plain(Project, to_plain(found), "x") == found


def _node(name, kind, first, second):
    asked = {
        "split": counted(),
        "unasked": UNREAD,
        "sample": {"type": "profile-sample", "percentage": 100 if first else 40},
    }
    if kind in asked:
        return split(name, first, second, asked[kind])
    if kind == "several":
        return several(name, branch(1, first, UNREAD), branch(2, second, rest=True))
    if kind in ("odd", "sms"):
        return {"id": name, "type": "code" if kind == "odd" else "send-sms", "links": {"next": first}}
    if kind == "tested":
        return of_versions(name, "send-mobile-push", {"v1": 0.5, "v2": 0.5}, first)
    return email(name, first) if kind == "mail" else delay(name, first)
