"""The compiler: what becomes of steps at Omnisend, and what is said of it."""

from dataclasses import replace

import pytest

from studio.errors import StudioError
from studio.exporters.tracking import Utm
from studio.model.conditions import Condition, Fact, Operator
from studio.model.steps import Experiment, Path, Stop, Wait
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import DAY, HOUR, LOYAL, MAY_TEXT, RICH, fork, send, work

OPENED = Condition(Fact.OPENED, Operator.YES)
NOT_CLICKED = Condition(Fact.CLICKED, Operator.NO)
MAY = Condition(Fact.CART_ITEMS, Operator.AT_LEAST, 2)
MAY_CALL = Condition(Fact.CONSENT_VOICE, Operator.YES)


def bundle(*steps, **options):
    return built(work(*steps), "omnisend", **options)


def blocks(*steps, **options):
    return bundle(*steps, **options).requests[-1].body["blocks"]


def told(made):
    """Return a tree of blocks as short words; ways lie in brackets."""
    return " ".join(_one(block) for block in made)


def _one(block):
    data = block[block["type"]]
    if block["type"] == "delay":
        length = data.get("duration", {})
        return f"{length.get('amount', '')}{length.get('units', '')}{data.get('time', '')}" or "day"
    if block["type"] == "split":
        return f"[{told(data['trueBlocks'])} | {told(data['falseBlocks'])}]"
    if block["type"] == "abTesting":
        return f"{data['aBlocksPercentage']}%[{told(data['aBlocks'])} | {told(data['bBlocks'])}]"
    said = data[data["type"]]
    return said.get("subject", data["type"]).removeprefix("Emne ").replace(" ", "_")


def test_ways_of_a_split_meet_again():
    assert told(blocks(fork((RICH, [send("m2")]), (None, [send("m3")])), send("m4"))) == "[m2 | m3] m4"


def test_three_ways_become_two_splits_and_that_is_said():
    made = bundle(fork((RICH, [send("m2")]), (LOYAL, [send("m3")]), (None, [send("m4")])), customers="Kunder")
    assert told(made.requests[-1].body["blocks"]) == "[m2 | [m3 | m4]]"
    assert "omnisend.split.nested" in losses(made)


def test_what_follows_a_way_that_stops_is_written_into_the_other():
    made = bundle(send("m1"), fork((RICH, [Stop("s")]), (None, [send("m3")])), send("m4"))
    assert told(made.requests[-1].body["blocks"]).endswith("[ | m3 m4]")
    assert "omnisend.rejoin" in losses(made)


def test_a_wait_may_end_a_way_where_the_rest_follows():
    made = bundle(fork((RICH, [send("m2"), Wait("w", HOUR)]), (None, [])), send("m4"))
    assert told(made.requests[-1].body["blocks"]) == "[m2 1h | ] m4"
    assert "omnisend.rejoin" not in losses(made)


def test_what_follows_an_inner_way_that_ends_with_a_wait_is_written_into_each():
    made = bundle(fork((RICH, [send("m2")]), (LOYAL, [Wait("w", HOUR)]), (None, [])), send("m4"), customers="K")
    assert told(made.requests[-1].body["blocks"]) == "[m2 m4 | [1h m4 | m4]]"
    assert "omnisend.rejoin" in losses(made)


def test_an_inner_way_that_ends_with_a_wait_is_followed_in_its_own_way():
    inner = fork((LOYAL, [Wait("w", HOUR)]), (None, [send("m3")]), name="Indre")
    made = blocks(fork((RICH, [inner]), (None, [])), send("m4"), customers="K")
    assert told(made) == "[[1h | m3] m4 | m4]"


def test_a_wait_at_the_very_end_is_left_out_and_that_is_said():
    made = bundle(send("m2"), Wait("w", DAY))
    assert told(made.requests[-1].body["blocks"]) == "m2"
    assert "omnisend.wait.last" in losses(made)


def test_two_versions_are_a_test_of_two():
    assert told(blocks(send("m1"))) == "50%[Du_glemte_noe | Kurven_din_venter]"


def test_paths_by_chance_are_tests_inside_each_other():
    paths = Experiment("e", "Test", tuple(Path(f"p{n}", "Vei", 1, (send(f"m{n}"),)) for n in (2, 3, 4)))
    made = bundle(paths, send("m5"))
    assert told(made.requests[-1].body["blocks"]) == "34%[m2 | 50%[m3 | m4]] m5"
    assert "omnisend.experiment.nested" in losses(made)


def test_a_guarded_send_is_a_split_and_the_rest_goes_on():
    assert told(blocks(send("m2", RICH), send("m3"))) == "[m2 | ] m3"


def test_consent_to_its_own_channel_is_left_to_omnisend():
    assert told(blocks(send("s1", MAY_TEXT), send("m2"))) == "sendSms m2"


def test_whether_a_message_was_opened_is_asked_of_the_blocks_above():
    _, split = blocks(send("m2"), fork((OPENED, [send("m3")]), (None, [send("m4")])))
    (asked,) = split["split"]["filterGroup"]["filters"]
    assert asked == {"type": "message", "field": "blockID", "operator": "openedEmail", "value": "send-1"}


def test_not_having_clicked_takes_the_other_way():
    assert told(blocks(send("m2"), fork((NOT_CLICKED, [send("m3")]), (None, [send("m4")])))) == "m2 [m4 | m3]"


def test_nobody_has_opened_what_was_never_sent():
    assert told(blocks(fork((OPENED, [send("m3")]), (None, [send("m4")])))) == "m4"


def test_more_messages_than_a_split_can_ask_about_are_asked_in_turn():
    steps = [send("m2", step=f"x{number}") for number in range(7)]
    made = blocks(*steps, fork((OPENED, [send("m3")]), (None, [send("m4")])))
    assert told(made[-1:]) == "[m3 | [m3 | m4]]"


def test_what_cannot_be_asked_is_taken_to_fail_and_that_is_said():
    made = bundle(fork((MAY_CALL, [send("m3")]), (None, [send("m4")])))
    assert told(made.requests[-1].body["blocks"]) == "m4"
    assert "omnisend.condition" in losses(made)


def test_earlier_orders_are_asked_by_a_segment():
    (split,) = blocks(fork((LOYAL, [send("m3")]), (None, [send("m4")])), customers="Kunder")
    (asked,) = split["split"]["filterGroup"]["filters"]
    assert (asked["field"], asked["operator"], asked["value"]) == ("segmentID", "eq", "@segment:Kunder")


def test_a_channel_that_omnisend_lacks_is_left_out_with_a_step_on_the_sheet():
    made = bundle(send("m2"), send("w1"))
    assert "omnisend.channel" in losses(made)
    assert "add-send-w1" in [step.id for step in made.sheet.steps]


def test_a_split_of_which_one_way_is_left_is_no_nest():
    made = bundle(fork((MAY_CALL, [Stop("s")]), (LOYAL, [send("m3")]), (None, [send("m4")])), send("m5"))
    assert told(made.requests[-1].body["blocks"]) == "m4 m5"
    assert not {"omnisend.split.nested", "omnisend.rejoin"} & set(losses(made))


def test_what_cannot_be_asked_stands_on_the_sheet():
    made = bundle(fork((MAY_CALL, [send("m3")]), (None, [send("m4")])))
    (way,) = (step for step in made.sheet.steps if step.id == "way-Stor kurv-0")
    assert "Only for: consent to calls: yes." in map(str, way.words)


def test_a_message_that_nobody_can_get_is_said_with_its_place():
    made = bundle(fork((MAY_CALL, [send("n1")]), (None, [send("m4")])))
    (untaken,) = (loss for loss in made.losses if loss.id == "omnisend.untaken")
    assert untaken.place.message == "n1"
    assert "left out of the flow" in str(untaken.becomes)


def test_a_way_without_a_message_that_nobody_takes_is_said():
    made = bundle(fork((MAY_CALL, [Stop("s")]), (None, [send("m4")])))
    assert [str(loss.wanted) for loss in made.losses if loss.id == "omnisend.untaken"] == [
        "Readers take the way “Vei 0”"
    ]


def test_nothing_is_told_of_a_message_that_is_not_in_the_automation():
    made = bundle(fork((MAY_CALL, [send("n1"), send("m1")]), (None, [send("m4")])))
    assert not {"try-n1", "test-m1"} & {step.id for step in made.sheet.steps}


def test_a_split_that_leads_to_nothing_is_built_by_hand():
    made = bundle(send("m2"), fork((RICH, [send("w1")]), (None, [send("v1")])))
    steps = [step.id for step in made.sheet.steps]
    assert told(made.requests[-1].body["blocks"]) == "m2"
    assert "way-Stor kurv-0" in steps
    assert "way-Stor kurv-1" in steps
    assert not {"add-send-w1", "add-send-v1"} & set(steps)


def test_the_losses_of_a_wait_tell_its_place_and_only_those_of_built_waits_are_told():
    short, long = Wait("a", HOUR, window="10:00-20:00"), Wait("b", DAY, window="10:00-20:00")
    made = bundle(fork((MAY_CALL, [short, send("m3")]), (None, [long, send("m4")])))
    (lost,) = (loss for loss in made.losses if loss.id == "omnisend.wait")
    assert lost.place.message == "m4"
    assert str(lost.wanted) == "Wait 1 day, then until it is between 10:00 and 20:00, before “Brev m4”"


def test_a_wait_in_a_branch_tells_which_one():
    made = bundle(fork((RICH, [Wait("a", HOUR, "09:00"), send("m3")]), (None, [send("m4")])))
    (lost,) = (loss for loss in made.losses if loss.id == "omnisend.wait.zone")
    assert str(lost.wanted) == "Until 09:00 where the reader lives, before “Brev m3”, in the branch “Vei 0”"


def test_a_wait_that_is_left_out_at_the_end_is_put_in_with_what_follows_by_hand():
    made = bundle(send("m2"), Wait("a", HOUR, window="10:00-20:00"), send("w1"))
    (lost,) = (loss for loss in made.losses if loss.id.startswith("omnisend.wait"))
    assert (lost.id, lost.place.message) == ("omnisend.wait.last", "w1")
    (added,) = (step for step in made.sheet.steps if step.id == "add-send-w1")
    assert "Put a wait between them: 1 hour." in map(str, added.words)


def test_marks_for_statistics_meet_omnisends_own():
    marked = replace(work(send("m2")), utm=Utm("fabel"))
    assert losses(built(marked, "omnisend")) == ["omnisend.utm"]


def test_a_flow_that_grows_beyond_reason_is_refused():
    split = [fork((RICH, [Stop(f"w{n}")]), (MAY, [send("m3")]), (None, [send("m2")]), name=f"D{n}") for n in range(9)]
    with pytest.raises(StudioError, match="Use fewer splits"):
        bundle(*split, send("m3"), count_path="count")


def test_a_flow_that_sends_nothing_is_refused():
    with pytest.raises(StudioError, match="sends nothing"):
        bundle(send("w1"))


def test_a_time_of_day_is_a_delay_of_its_own_in_the_accounts_time_zone():
    made = bundle(Wait("w", DAY, "09:00", (1, 2)), send("m2"))
    _, until, _ = made.requests[-1].body["blocks"]
    assert until["delay"] == {"mode": "specificTime", "time": "09:00", "allowedWeekdays": ["monday", "tuesday"]}
    assert "omnisend.wait.zone" in losses(made)


def test_a_part_of_the_day_is_lost_and_that_is_said():
    assert "omnisend.wait" in losses(bundle(Wait("w", DAY, window="10:00-20:00"), send("m2")))
