"""A tree of steps becomes actions and links, and every reader goes the way that the writer drew."""

import pytest

from studio.errors import StudioError
from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event
from studio.model.steps import Experiment, Note, Path, Stop, Wait
from tests.studio.exporters.building import actions, built, definition, losses, ways
from tests.studio.exporters.projects import DAY, HOUR, LOYAL, MAY_TEXT, MAY_WHATSAPP, RICH, fork, send, work


def kinds(made):
    return [action["type"] for action in made]


def test_steps_follow_each_other():
    made = definition(work(Wait("a", HOUR), send("m2"), Wait("b", DAY), send("m3")))
    assert ways(made) == [["1 hours", "Brev m2", "1 days", "Brev m3"]]
    assert made["entry_action_id"] == "delay-1"


def test_a_split_asks_about_the_event():
    made = definition(work(fork((RICH, [send("m2")]), (None, [send("m3")]))))
    assert kinds(made["actions"]) == ["trigger-split", "send-email", "send-email"]
    assert ways(made) == [["trigger-split", "Brev m2"], ["trigger-split", "Brev m3"]]


def test_a_split_asks_about_the_reader():
    made = actions(work(fork((LOYAL, [send("m2")]), (None, [send("m3")]))))
    condition = made[0]["data"]["profile_filter"]["condition_groups"][0]["conditions"][0]
    assert made[0]["type"] == "conditional-split"
    assert (condition["metric_id"], condition["timeframe_filter"]["operator"]) == ("@metric:Placed Order", "alltime")


def test_what_follows_a_split_is_written_in_each_way():
    made = definition(work(fork((RICH, [send("m2")]), (None, [])), Wait("w", DAY), send("m3")))
    tail = ["1 days", "Brev m3"]
    assert ways(made) == [["trigger-split", "Brev m2", *tail], ["trigger-split", *tail]]


def test_ways_that_meet_again_are_a_loss_that_says_how_often_the_rest_is_written():
    lost = built(work(fork((RICH, [send("m2")]), (LOYAL, []), (None, [])), send("m3"))).losses
    rejoin = next(loss for loss in lost if loss.id == "klaviyo.rejoin")
    assert str(rejoin.becomes) == "What follows (1 steps) is written 3 times, once in each way"


def test_nothing_is_lost_where_nothing_follows_a_split():
    assert losses(built(work(send("m2"), fork((RICH, [send("m3")]), (None, []))))) == []


def test_a_way_that_stops_is_not_followed_by_the_rest():
    made = work(fork((RICH, [send("m2"), Stop("s")]), (None, [])), send("m3"))
    assert ways(definition(made)) == [["trigger-split", "Brev m2"], ["trigger-split", "Brev m3"]]
    assert "klaviyo.rejoin" not in losses(built(made))


THREE = work(fork((RICH, [send("m2")]), (LOYAL, [send("m3")]), (None, [send("m4")])), Wait("w", DAY), send("m5"))


def test_three_ways_are_one_split_and_nothing_is_lost_but_their_meeting():
    made = definition(THREE)
    assert ways(made) == [["multi-branch-split", f"Brev m{n}", "1 days", "Brev m5"] for n in (2, 3, 4)]
    assert losses(built(THREE)) == ["klaviyo.rejoin"]


def test_the_last_way_of_a_split_is_for_the_rest():
    branches = actions(THREE)[0]["data"]["branches"]
    assert [branch["is_else"] for branch in branches] == [False, False, True]
    asked = [branch["branch_filter"] and branch["branch_filter"]["condition_groups"] for branch in branches]
    assert [group and group[0]["conditions"][0]["type"] for group in asked] == [
        "metric-property",
        "profile-metric",
        None,
    ]


def test_three_ways_become_two_splits_where_that_is_wished():
    assert ways(definition(THREE, branching="nested")) == [
        ["trigger-split", "Brev m2", "1 days", "Brev m5"],
        ["trigger-split", "conditional-split", "Brev m3", "1 days", "Brev m5"],
        ["trigger-split", "conditional-split", "Brev m4", "1 days", "Brev m5"],
    ]
    assert losses(built(THREE, branching="nested")) == ["klaviyo.split.nested", "klaviyo.rejoin"]


def test_a_way_that_nobody_can_take_leaves_a_split_of_two():
    made = work(fork((RICH, [send("m2")]), (MAY_WHATSAPP, [send("m3")]), (None, [send("m4")])))
    assert ways(definition(made)) == [["trigger-split", "Brev m2"], ["trigger-split", "Brev m4"]]


def test_an_arm_with_questions_about_event_and_reader_asks_both():
    split = fork((None, [send("m3")]))
    both = type(split.arms[0])("both", "Begge", (RICH, LOYAL), (send("m2"),))
    made = definition(work(type(split)("s", "Begge", (both, *split.arms))))
    assert ways(made) == [
        ["trigger-split", "conditional-split", "Brev m2"],
        ["trigger-split", "conditional-split", "Brev m3"],
        ["trigger-split", "Brev m3"],
    ]


def test_an_arm_that_nobody_can_take_is_left_out():
    made = work(fork((MAY_WHATSAPP, [send("m2")]), (None, [send("m3")])))
    assert ways(definition(made)) == [["Brev m3"]]
    assert losses(built(made)) == ["klaviyo.condition", "klaviyo.untaken"]


def test_conditions_of_a_message_that_is_left_out_are_no_loss_of_their_own():
    assert losses(built(work(send("m2"), send("w1", MAY_WHATSAPP)))) == ["klaviyo.channel"]


def test_no_consent_that_klaviyo_knows_nothing_of_is_always_true():
    without = Condition(Fact.CONSENT_WHATSAPP, Operator.NO)
    assert ways(definition(work(fork((without, [send("m2")]), (None, [send("m3")]))))) == [["Brev m2"]]


def test_a_flow_without_a_cart_counts_it_as_empty():
    small = Condition(Fact.CART_TOTAL, Operator.LESS_THAN, 500)
    made = definition(work(fork((RICH, [send("m2")]), (small, [send("m3")]), (None, [])), event=Event.SUBSCRIBED))
    assert ways(made) == [["Brev m3"]]


def test_an_experiment_becomes_random_splits_of_what_is_left():
    paths = tuple(Path(f"p{n}", f"Vei {n}", weight, (send(f"m{n}"),)) for n, weight in ((2, 2), (3, 1), (4, 1)))
    made = actions(work(Experiment("e", "Tre veier", paths)))
    samples = [one["data"]["profile_filter"]["condition_groups"][0]["conditions"][0] for one in made[::2][:2]]
    assert [sample["percentage"] for sample in samples] == [50, 50]


def test_an_experiment_says_what_it_loses():
    paths = (Path("a", "A", 1, (send("m2"),)), Path("b", "B", 2, ()))
    assert losses(built(work(Experiment("e", "To veier", paths), send("m3")))) == [
        "klaviyo.experiment",
        "klaviyo.rejoin",
    ]


def test_a_path_without_weight_is_not_drawn():
    paths = (Path("a", "A", 0, (send("m2"),)), Path("b", "B", 1, (send("m3"),)))
    assert ways(definition(work(Experiment("e", "Avgjort", paths)))) == [["Brev m3"]]


def test_notes_are_for_colleagues():
    made = work(Note("n", "Husk rabatten"), send("m2"))
    assert ways(definition(made)) == [["Brev m2"]]
    assert losses(built(made)) == []


def test_a_message_that_cannot_be_sent_is_closed_over():
    made = work(send("m2"), send("w1"), send("m3"))
    assert ways(definition(made)) == [["Brev m2", "Brev m3"]]
    assert losses(built(made)) == ["klaviyo.channel"]


def test_sms_consent_before_an_sms_needs_no_split():
    made = actions(work(send("s1", MAY_TEXT)))
    assert kinds(made) == ["send-sms"]
    assert "additional_filters" not in made[0]["data"]["message"]


def test_a_condition_on_the_reader_is_a_filter_of_the_message():
    made = actions(work(send("m2", LOYAL), send("m3")))
    assert kinds(made) == ["send-email", "send-email"]
    assert len(made[0]["data"]["message"]["additional_filters"]["condition_groups"]) == 1


def test_a_condition_on_the_event_is_a_split_around_the_message():
    made = work(send("m2", RICH, LOYAL), send("m3"))
    assert ways(definition(made)) == [["trigger-split", "Brev m2", "Brev m3"], ["trigger-split", "Brev m3"]]
    assert losses(built(made)) == ["klaviyo.rejoin"]


@pytest.mark.parametrize("steps", [(Note("n", "Senere"),), (Wait("w", DAY),), (Wait("w", DAY), send("w1")), ()])
def test_a_flow_that_sends_nothing_is_refused(steps):
    with pytest.raises(StudioError, match="sends nothing"):
        built(work(*steps))


def test_splits_after_splits_are_refused_before_they_explode():
    forks = [fork((RICH, [send("m2", step=f"s{n}")]), (None, []), name=f"Delt {n}") for n in range(60)]
    with pytest.raises(StudioError, match="Use fewer splits"):
        built(work(*forks, send("m3")))


def test_a_message_in_a_way_that_nobody_takes_is_named():
    made = built(work(fork((MAY_WHATSAPP, [send("m2")]), (None, [send("m3")]))))
    lost = next(loss for loss in made.losses if loss.id == "klaviyo.untaken")
    assert lost.place.message == "m2"


def test_a_guard_that_can_never_hold_names_its_message():
    asked = Condition(Fact.BUSINESS, Operator.YES)
    made = built(work(send("m2"), send("m3", asked)))
    assert next(loss for loss in made.losses if loss.id == "klaviyo.condition").place.message == "m3"


def unsent(made):
    return [loss.place.message for loss in made.losses if loss.id == "klaviyo.unsent"]


def test_a_message_behind_a_way_that_takes_everybody_is_a_loss():
    without = Condition(Fact.CONSENT_WHATSAPP, Operator.NO)
    made = built(work(fork((without, [send("m2")]), (None, [send("m3")])), send("m4")))
    assert unsent(made) == ["m3"]


def test_a_message_that_another_way_sends_is_no_loss():
    without = Condition(Fact.CONSENT_WHATSAPP, Operator.NO)
    assert unsent(built(work(fork((without, [send("m2")]), (None, [send("m2", step="x")]))))) == []


def test_a_message_in_a_path_without_weight_or_after_a_stop_is_a_loss():
    paths = (Path("a", "A", 0, (send("m2"),)), Path("b", "B", 1, (send("m3"),)))
    assert unsent(built(work(Experiment("e", "Avgjort", paths), Stop("s"), send("m4")))) == ["m2", "m4"]


def test_a_message_in_a_way_that_nobody_takes_is_told_once():
    made = built(work(fork((MAY_WHATSAPP, [send("m2")]), (None, [send("m3")]))))
    assert unsent(made) == []


def test_a_message_whose_own_condition_never_holds_is_a_loss():
    asked = Condition(Fact.BUSINESS, Operator.YES)
    assert unsent(built(work(send("m2"), send("m3", asked)))) == ["m3"]
