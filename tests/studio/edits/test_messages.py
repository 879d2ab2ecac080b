from dataclasses import replace

import pytest
from immutables import Map

from studio.edits.messages import (
    add_message,
    blank_message,
    copy_message,
    move_message,
    remove_message,
    rename_message,
    set_angle,
    set_idea,
    set_objection,
    set_theme,
    set_themes,
)
from studio.edits.steps import add_step
from studio.errors import StudioError
from studio.model.message import HIDDEN, Block, Message, Variant
from studio.model.steps import Send
from studio.model.trade import Angle, Channel, MailTheme, Objection
from studio.model.validity import problems
from tests.studio.edits.samples import at, ids, mint, paragraph, sample

BASE = sample()
MAIL = Message("m", "Mail", Channel.EMAIL, Angle.STORY)


def test_a_message_is_added_with_its_blocks_and_sent():
    project = add_message(BASE, "flow", MAIL, at(before="s1"), (paragraph("x"),), (Variant("v", "A"),), mint())
    assert project.messages["m"] == replace(MAIL, blocks=("x",), variants=("v",))
    assert project.sequences["flow"].steps[1] == Send("new1", "m")


def test_an_email_gets_a_first_variant_for_its_subject():
    project = add_message(BASE, "flow", MAIL, mint=mint())
    assert project.variants[project.messages["m"].variants[0]].name == "A"


def test_a_call_needs_no_variant():
    assert add_message(BASE, "flow", replace(MAIL, channel=Channel.VOICE)).messages["m"].variants == ()


@pytest.mark.parametrize(
    ("message", "blocks", "variants", "words"),
    [
        (replace(MAIL, id="hello"), (), (), "taken"),
        (MAIL, (paragraph("b1"),), (), "taken"),
        (MAIL, (), (Variant("va", "A"),), "taken"),
        (MAIL, (Block("x", "sms"),), (), "does not fit this channel"),
        (MAIL, (Block("x", "image", settings=Map(asset="nowhere")),), (), "no picture"),
        (MAIL, (), (Variant("v", "A", 0),), "larger than 0"),
        (MAIL, (), (Variant("v", "A", overrides=Map(b1=HIDDEN)),), "no block"),
        (replace(MAIL, channel=Channel.PUSH), (), (Variant("v", "A"), Variant("u", "B")), "several versions"),
    ],
)
def test_a_message_that_does_not_fit_is_refused(message, blocks, variants, words):
    with pytest.raises(StudioError, match=words):
        add_message(BASE, "flow", message, blocks=blocks, variants=variants)


def test_moving_a_message_moves_the_step_that_sends_it():
    assert ids(move_message(BASE, "hello", at("left")))[-5:-1] == ["left", "s1", "right", "w3"]


def test_a_message_sent_in_two_places_is_not_moved():
    twice = add_step(BASE, "flow", Send("again", "hello"))
    with pytest.raises(StudioError, match="“Hello” is not sent in just one place"):
        move_message(twice, "hello")


def test_a_copied_message_shares_nothing_with_the_first():
    project = copy_message(BASE, "hello", "other", mint=mint())
    copy = project.messages[project.sequences["other"].steps[0].message]
    assert [project.blocks[id_].kind for id_ in copy.blocks] == ["paragraph", "paragraph", "image", "heading"]
    assert list(project.variants[copy.variants[1]].overrides) == [copy.blocks[0]]
    assert copy.id not in BASE.messages


def test_removing_a_message_removes_its_sends_blocks_and_variants():
    twice = add_step(BASE, "flow", Send("again", "hello"), at("left"))
    project = remove_message(twice, "hello")
    assert not {"s1", "again"} & set(ids(project))
    assert (set(project.messages), set(project.blocks), set(project.variants)) == ({"sms"}, {"b3"}, set())


def test_what_a_message_is_for_can_be_set():
    project = set_objection(set_angle(BASE, "sms", Angle.PROOF), "sms", Objection.RETURNS)
    project = rename_message(set_idea(set_theme(project, "sms", MailTheme.SHOP), "sms", "Warm"), "sms", "Proof")
    sms = Message("sms", "Proof", Channel.SMS, Angle.PROOF, Objection.RETURNS, ("b3",), (), MailTheme.SHOP, "Warm")
    assert project.messages["sms"] == sms


def test_setting_what_is_set_already_changes_nothing():
    assert set_angle(BASE, "sms", Angle.URGENCY) is BASE


@pytest.mark.parametrize("verb", [remove_message, move_message])
def test_unknown_messages_are_refused(verb):
    with pytest.raises(StudioError, match="There is no message “nowhere”"):
        verb(BASE, "nowhere")


@pytest.mark.parametrize("channel", Channel)
def test_a_blank_message_has_the_blocks_it_cannot_do_without(channel):
    project = blank_message(BASE, "flow", channel, "New", mint=mint())
    message = project.messages[project.sequences["flow"].steps[-1].message]
    assert (message.name, message.channel, bool(message.blocks)) == ("New", channel, True)
    assert problems(project) == problems(BASE)


def test_all_e_mails_of_a_flow_take_one_theme():
    project = set_themes(BASE, "flow", MailTheme.SHOP)
    assert (project.messages["hello"].theme, project.messages["sms"].theme) == (MailTheme.SHOP, None)
    assert set_themes(project, "flow", None) == BASE
