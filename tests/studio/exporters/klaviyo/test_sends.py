"""Messages arrive as drafts with their sender, their words and their test."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.errors import StudioError
from studio.model.brand import Brand
from studio.model.localized import localized
from studio.model.message import Variant
from studio.model.trade import Channel
from tests.studio.exporters.building import actions, built, losses
from tests.studio.exporters.projects import EMPTY, MESSAGES, send, with_mail, with_other, work


def message(action):
    return action["data"]["message"]


def weighted(*weights):
    project = MESSAGES
    for letter, weight in zip("ab", weights, strict=True):
        held = project.variants[f"m1-{letter}"]
        project = replace(project, variants=project.variants.set(held.id, replace(held, weight=weight)))
    return project


def test_an_e_mail_has_sender_subject_preview_and_template():
    (made,) = actions(work(send("m2")))
    said = message(made)
    assert (said["from_email"], said["from_label"]) == ("hei@verkstedet.example", "Verkstedet")
    assert (said["subject_line"], said["preview_text"]) == ("Emne m2", "Kurven din")
    assert said["template_id"] == "@template:m2:m2-a#data.id"


def test_everything_arrives_as_a_draft():
    made = actions(work(send("m1"), send("m2"), send("s1")))
    test = made[0]["data"]
    inside = [test["main_action"], *test["current_experiment"]["variations"]]
    assert {one["data"]["status"] for one in [*inside, *made[1:]]} == {"draft"}


def test_two_versions_are_a_test_in_the_working_layout():
    (made,) = actions(work(send("m1")))
    test = made["data"]["current_experiment"]
    assert made["type"] == "ab-test"
    assert [one["temporary_id"] for one in test["variations"]] == ["ab-1-a", "ab-1-b"]
    assert test["allocations"] == {"ab-1-a": 0.5, "ab-1-b": 0.5}
    assert message(made["data"]["main_action"])["subject_line"] == message(test["variations"][0])["subject_line"]


def test_a_test_is_decided_by_clicks_and_never_by_itself():
    test = actions(work(send("m1")))[0]["data"]["current_experiment"]
    assert test["winner_metric"] == "unique-clicks"
    assert test["automatic_winner_selection_settings"]["enabled"] is False


def test_the_winner_can_be_chosen_by_klaviyo_when_asked():
    test = actions(work(send("m1")), automatic_winner=True, winner_metric="unique-placed-orders")[0]["data"]
    assert test["current_experiment"]["automatic_winner_selection_settings"]["enabled"] is True
    assert test["current_experiment"]["winner_metric"] == "unique-placed-orders"


def test_shares_follow_the_weights():
    (made,) = actions(work(send("m1"), project=weighted(3, 1)))
    assert made["data"]["current_experiment"]["allocations"] == {"ab-1-a": 0.75, "ab-1-b": 0.25}


def test_a_test_that_is_decided_is_a_plain_e_mail():
    (made,) = actions(work(send("m1"), project=weighted(0, 1)))
    assert (made["type"], message(made)["subject_line"]) == ("send-email", "Kurven din venter")


def with_sms(words):
    block = MESSAGES.blocks["s1-b"]
    spoken = replace(block, texts=Map({"text": localized(nb=words)}))
    return replace(MESSAGES, blocks=MESSAGES.blocks.set(block.id, spoken))


def test_an_sms_keeps_quiet_hours():
    said = message(actions(work(send("s1")))[0])
    assert said["body"] == "Kurven venter."
    assert said["sms_quiet_hours_enabled"]


def test_quiet_hours_may_hold_an_sms_back_and_nothing_else():
    made = built(work(send("m2"), send("n1"), send("s1"), send("s1", step="again")))
    (quiet,) = (loss for loss in made.losses if loss.id == "klaviyo.sms.quiet")
    assert quiet.place.message == "s1"
    assert "quiet hours" in str(quiet.becomes)


def test_an_sms_without_name_and_way_out_gets_them_and_that_is_said():
    made = built(work(send("m2"), send("s1")))
    said = message(made.requests[-1].body["data"]["attributes"]["definition"]["actions"][1])
    assert (said["add_org_prefix"], said["add_opt_out_language"]) == (True, True)
    assert losses(made) == ["klaviyo.sms.quiet", "klaviyo.sms.name", "klaviyo.sms.stop"]


def test_an_sms_that_says_who_writes_and_how_to_stop_says_it_once():
    made = built(work(send("s1"), project=with_sms("Verkstedet: Kurven venter. Svar STOPP")))
    said = message(made.requests[-1].body["data"]["attributes"]["definition"]["actions"][0])
    assert (said["add_org_prefix"], said["add_opt_out_language"]) == (False, False)
    assert losses(made) == ["klaviyo.sms.quiet"]


@pytest.mark.parametrize("channel", [Channel.WHATSAPP, Channel.VOICE])
def test_other_channels_are_left_to_the_build_sheet(channel):
    made = built(work(send("m2"), send("x"), project=with_other(MESSAGES, "x", channel)))
    assert losses(made) == ["klaviyo.channel"]
    assert ("add-send-x", "Kurven venter.") in [(step.id, text) for step in made.sheet.steps for _, text in step.copies]


def test_a_brand_without_a_sender_uses_the_account_and_says_so():
    made = built(work(send("m2"), project=replace(MESSAGES, brand=Brand(name="Verkstedet"))))
    assert losses(made) == ["klaviyo.sender"]
    assert "from_email" not in message(made.requests[-1].body["data"]["attributes"]["definition"]["actions"][0])


def test_an_e_mail_without_a_subject_is_refused_by_name():
    with pytest.raises(StudioError, match="“Brev m9” has no subject"):
        built(work(send("m9"), project=with_mail(EMPTY, "m9", "")))


def test_an_sms_without_words_is_refused():
    with pytest.raises(StudioError, match="“Melding s1” has no words"):
        built(work(send("s1"), language="sv"))


def test_smart_sending_and_tracking_can_be_switched_off():
    said = message(actions(work(send("m2")), smart_sending=False, tracking=False)[0])
    assert (said["smart_sending_enabled"], said["add_tracking_params"]) == (False, False)


def versioned(project, name, count):
    """Return the project with versions of a message that has none."""
    made = [Variant(f"{name}-{letter}", letter) for letter in "abc"[:count]]
    message = replace(project.messages[name], variants=tuple(one.id for one in made))
    return replace(
        project,
        messages=project.messages.set(name, message),
        variants=project.variants.update({one.id: one for one in made}),
    )


def test_a_push_message_opens_its_link():
    (action,) = actions(work(send("n1")))
    assert action["type"] == "send-mobile-push"
    said = action["data"]["message"]
    assert (said["title"], said["body"], said["on_open"]) == ("Kurven", "Kurven venter.", "link")
    assert said["ios_link"] == said["android_link"] != ""


def test_versions_of_a_push_message_are_tested_by_rates():
    made = work(send("n1"), project=versioned(MESSAGES, "n1", 2))
    (action,) = actions(made, winner_metric="unique-opens")
    test = action["data"]["current_experiment"]
    assert (action["type"], test["winner_metric"], len(test["variations"])) == ("content-experiment", "open-rate", 2)
    assert "automatic_winner_selection_settings" not in test


def test_what_a_test_of_push_messages_cannot_have_is_a_loss():
    made = work(send("n1"), project=versioned(MESSAGES, "n1", 2))
    found = losses(built(made, winner_metric="unique-placed-orders", automatic_winner=True))
    assert found == ["klaviyo.test.orders", "klaviyo.test.end"]


def test_whatsapp_goes_by_the_approved_template():
    made = work(send("w1"), project=versioned(MESSAGES, "w1", 2))
    (action,) = actions(made, whatsapp="melding W1: HX12, Andre: HX13")
    assert (action["type"], action["data"]["message"]["vendor_id"]) == ("send-whatsapp", "HX12")
    assert losses(built(made, whatsapp="Melding w1: HX12")) == ["klaviyo.whatsapp", "klaviyo.whatsapp.test"]


def test_a_whatsapp_template_without_a_message_is_refused():
    with pytest.raises(StudioError, match="is not written as"):
        built(work(send("w1")), whatsapp="HX12")


def test_a_test_may_end_on_a_day():
    (action,) = actions(work(send("m1")), test_end="2026-12-31")
    ends = action["data"]["current_experiment"]["automatic_winner_selection_settings"]
    assert ends == {
        "enabled": True,
        "automatic_end_date": "2026-12-31T23:59:59+00:00",
        "automatic_end_statistical_certainty": False,
    }


@pytest.mark.parametrize(
    "day", ["soon", "2026-02-31", "2026-13-01", "20261231", "2026-W53-4", "2026-12-31 ", "0000-01-01"]
)
def test_a_day_that_is_none_is_refused(day):
    with pytest.raises(StudioError, match="is no day"):
        built(work(send("m1")), test_end=day)


def test_a_leap_day_is_a_day():
    (action,) = actions(work(send("m1")), test_end="2028-02-29")
    ends = action["data"]["current_experiment"]["automatic_winner_selection_settings"]
    assert ends["automatic_end_date"] == "2028-02-29T23:59:59+00:00"
