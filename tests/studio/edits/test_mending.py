"""Mending: remedies do what they say, or refuse because the thing has changed; rules left on purpose need a reason."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.edits.mending import label, mend, unwaive, waive
from studio.edits.steps import step_of
from studio.edits.variants import set_override
from studio.errors import StudioError
from studio.model.conditions import Condition, Fact, Operator
from studio.model.findings import Place
from studio.model.message import Block
from studio.model.remedies import (
    AddExit,
    AddWait,
    Drop,
    Guard,
    Remember,
    Retime,
    Reword,
    SetHours,
    SpeakTo,
    Turn,
)
from studio.model.sequence import Event, Waiver
from studio.model.steps import Wait
from studio.model.style import Formality
from studio.model.trade import Angle
from tests.studio.edits.samples import ids, mint, sample

AT = Place("flow")
ASKED = Condition(Fact.CONSENT_SMS, Operator.YES)
HAI = Reword("blocks", "b1", "text", "", "nb", 1, "ei", "allo")


def after(remedy, place=AT, project=None):
    return mend(project or sample(), place, remedy, mint())


def flow(project):
    return project.sequences["flow"]


def test_words_are_put_in_the_place_of_others():
    assert after(HAI).blocks["b1"].words("text", "nb") == "Hallo"


def test_words_of_one_version_change_that_version():
    project = after(Reword("blocks", "b1", "text", "vb", "nb", 0, "Hallo", "Hei"))
    assert project.variants["vb"].overrides["b1"].words("text", "nb") == "Hei"


def test_words_that_no_longer_stand_there_are_refused():
    with pytest.raises(StudioError, match="changed meanwhile: “Hei”"):
        after(Reword("blocks", "b1", "text", "", "nb", 1, "Hei", "Hallo"))


def test_a_wait_gets_other_minutes_and_keeps_the_rest():
    timed = after(Retime("w1", until_time="09:00", weekdays=(2, 1)))
    assert step_of(flow(timed), "w1") == Wait("w1", 60, "09:00", (2, 1))
    moved = after(Retime("w1", minutes=30), project=timed)
    assert step_of(flow(moved), "w1") == Wait("w1", 30, "09:00", (2, 1))


def test_a_window_takes_the_place_of_a_time():
    timed = after(Retime("w1", until_time="09:00"))
    moved = after(Retime("w1", until_time="", window="10:00-20:00"), project=timed)
    assert step_of(flow(moved), "w1") == Wait("w1", 60, window="10:00-20:00")


@pytest.mark.parametrize(("before", "place"), [("s1", 1), ("s2", 4), ("w3", 10)])
def test_a_wait_comes_before_a_step_in_whatever_arm_it_stands(before, place):
    project = after(AddWait(before, 5, weekdays=(1,)))
    assert ids(project)[place : place + 2] == ["new1", before]
    assert step_of(flow(project), "new1") == Wait("new1", 5, "", (1,))


def test_an_exit_is_added_once():
    project = after(AddExit(Event.CLICKED))
    assert flow(project).exits == (Event.ORDER_PLACED, Event.CLICKED)
    assert after(AddExit(Event.CLICKED), project=project) is project


def test_a_send_asks_for_consent_once():
    project = after(Guard("s2", ASKED))
    assert step_of(flow(project), "s2").only_if == (ASKED,)
    assert after(Guard("s2", ASKED), project=project) is project


def test_a_message_turns():
    assert after(Turn("hello", Angle.STORY)).messages["hello"].angle is Angle.STORY


def test_a_block_is_taken_out():
    assert after(Drop("b2")).messages["hello"].blocks == ("b1", "pic", "head")


def test_an_offer_gets_hours_also_where_one_version_has_its_own():
    offer = Block("b2", "discount", settings=Map(hours=0))
    project = replace(sample(), blocks=sample().blocks.set("b2", offer))
    assert after(SetHours("b2", 24), project=project).blocks["b2"].settings["hours"] == 24
    project = set_override(project, "vb", "b2", offer)
    mended = after(SetHours("b2", 24), Place("flow", "hello", "b2", "", "vb"), project)
    assert mended.variants["vb"].overrides["b2"].settings["hours"] == 24
    assert mended.blocks["b2"].settings["hours"] == 0


def test_a_word_is_remembered_once():
    project = after(Remember("nb", "Ulriken"), project=after(Remember("nb", "Ulriken")))
    assert project.brand.style.lexicon == Map(nb=("Ulriken",))


def test_the_form_of_address_is_set_for_one_language():
    assert after(SpeakTo("de", Formality.INFORMAL)).brand.style.form("de") is Formality.INFORMAL


@pytest.mark.parametrize(
    "remedy",
    [
        Reword("blocks", "gone", "text", "", "nb", 0, "x", "y"),
        Retime("gone", minutes=5),
        Retime("s1", minutes=5),
        AddWait("gone"),
        Guard("gone", ASKED),
        Guard("w1", ASKED),
        Turn("gone", Angle.STORY),
        Drop("gone"),
        SetHours("gone", 24),
        SetHours("b1", 24),
    ],
)
def test_what_is_gone_or_something_else_is_refused_in_a_sentence(remedy):
    with pytest.raises(StudioError, match=r"\.$"):
        after(remedy)


def test_a_flow_that_is_gone_is_refused():
    with pytest.raises(StudioError, match="no sequence"):
        after(AddExit(Event.CLICKED), Place("gone"))


@pytest.mark.parametrize(
    ("remedy", "words"),
    [
        (HAI, "Write “allo”"),
        (replace(HAI, words=" "), "Take it out"),
        (Retime("w1", minutes=60), "Wait 1 h"),
        (Retime("w1", minutes=0), "Do not wait"),
        (Retime("w1", until_time="09:00"), "Wait until 09:00"),
        (Retime("w1", until_time="", window="10:00-20:00"), "Keep to 10:00–20:00"),
        (Retime("w1", weekdays=(1,)), "Keep to these weekdays"),
        (AddWait("s1", 30), "Wait 30 min"),
        (AddExit(Event.ORDER_PLACED), "Add the exit"),
        (Guard("s1", ASKED), "Ask for consent"),
        (Guard("s1", Condition(Fact.ORDERS, Operator.AT_LEAST, 3)), "Add the condition"),
        (Turn("hello", Angle.STORY), "Give it another angle"),
        (Drop("b1"), "Take the block out"),
        (SetHours("b1", 48), "Let it last 48 hours"),
        (Remember("nb", "x"), "Add to the word list"),
        (SpeakTo("de", Formality.FORMAL), "Set the form of address"),
    ],
)
def test_each_remedy_says_on_its_button_what_it_does(remedy, words):
    assert str(label(remedy)) == words


def test_a_waiver_gives_way_to_a_new_reason_and_can_be_taken_back():
    project = waive(sample(), "flow", "coach.signed", "hello", " Signed by hand. ")
    project = waive(project, "flow", "coach.signed", "", "All are.")
    project = waive(project, "flow", "coach.signed", "hello", "By Kari.")
    assert flow(project).waivers == (
        Waiver("coach.signed", "", "All are."),
        Waiver("coach.signed", "hello", "By Kari."),
    )
    assert flow(unwaive(project, "flow", "coach.signed")).waivers == (Waiver("coach.signed", "hello", "By Kari."),)


def test_a_waiver_without_a_reason_is_refused():
    with pytest.raises(StudioError, match="Say why"):
        waive(sample(), "flow", "coach.signed", "hello", "  ")
