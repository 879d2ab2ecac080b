"""The ways through a flow: all of them, each once, and never too many."""

from studio.checks.coach.journey import MOST_PASTS, journey
from studio.checks.coach.knowing import knowing, true
from studio.model.conditions import Condition, Fact, Operator
from studio.model.steps import Experiment, Path, Send, Stop, Wait
from tests.studio.checks.coach.flows import SMS, fork, mail, project, yes


def walked(*steps, **values):
    held = project(mail("one"), mail("two"), steps=steps, **values)
    return journey(held, held.sequences["flow"])


def test_arms_that_come_to_the_same_are_one_way_afterwards():
    arms = fork((yes(Fact.OPENED), [Wait("w1", 5)]), (None, [Wait("w2", 5)]))
    assert [passage.before.least for passage in walked(arms, Send("s1", "one")).passages] == [5]


def test_paths_of_an_experiment_are_all_taken():
    draw = Experiment("x", "X", (Path("p1", "1", 1, (Wait("w1", 5),)), Path("p2", "2", 1, (Wait("w2", 9),))))
    assert [passage.before.least for passage in walked(draw, Send("s1", "one")).passages] == [5, 9]


def test_who_stops_in_an_arm_is_not_met_again():
    arms = fork((SMS, [Send("s1", "one"), Stop("x")]), (None, []))
    passages = walked(arms, Send("s2", "two")).passages
    assert [(passage.send.id, passage.before.contacts) for passage in passages] == [("s1", 0), ("s2", 0)]


def test_who_leaves_early_has_left_with_what_they_got():
    assert sorted(past.letters for past in walked(fork((SMS, [Stop("x")]), (None, [Send("s1", "one")]))).ends) == [0, 1]


def test_an_arm_that_nobody_can_enter_is_not_walked():
    no = Condition(Fact.CONSENT_SMS, Operator.NO)
    arms = fork((no, [Send("s1", "one")]), (None, [Send("s2", "two")]))
    assert [passage.send.id for passage in walked(arms, entry=(SMS,)).passages] == ["s2"]


def test_a_flow_that_nobody_can_enter_has_no_passages():
    no = Condition(Fact.CONSENT_SMS, Operator.NO)
    assert walked(Send("s1", "one"), entry=(SMS, no)).passages == ()


def test_a_send_of_a_message_that_is_gone_is_passed_by():
    assert [passage.send.id for passage in walked(Send("s1", "gone"), Send("s2", "one")).passages] == ["s2"]


def test_many_splits_stay_within_bounds():
    splits = [
        fork((yes(Fact.OPENED), [Wait(f"w{n}", 2**n)]), (None, [Send(f"s{n}", "one" if n % 2 else "two")]))
        for n in range(14)
    ]
    ways = walked(*splits, Send("last", "one"))
    assert 1 < len([passage for passage in ways.passages if passage.send.id == "last"]) <= MOST_PASTS


def test_numbers_imply_one_another():
    rich = knowing(frozenset(), (Condition(Fact.CART_TOTAL, Operator.AT_LEAST, 1000),))
    assert true(rich, Condition(Fact.CART_TOTAL, Operator.AT_LEAST, 500)) is True
    assert true(rich, Condition(Fact.CART_TOTAL, Operator.LESS_THAN, 500)) is False
    assert true(rich, Condition(Fact.CART_TOTAL, Operator.AT_LEAST, 2000)) is None


def test_what_can_change_meanwhile_is_not_remembered():
    assert knowing(frozenset(), (yes(Fact.CLICKED),)) == frozenset()
