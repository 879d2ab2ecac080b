"""SendGrid gets a template with one version for every e-mail, and a Single Send draft where no event is needed."""

import json
from dataclasses import replace

import pytest
from immutables import Map

from studio.errors import StudioError
from studio.model.localized import localized
from studio.model.message import Block
from studio.model.sequence import Event, Reentry
from studio.model.steps import Wait
from tests.contracts.delivering import changed
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import EMPTY, HOUR, LOYAL, RICH, fork, send, with_mail, work
from tests.studio.tags.engines import handlebars


def of_kind(made, kind):
    return [request for request in made.requests if request.kind == kind]


def test_every_version_is_a_template_with_one_version():
    made = built(work(send("m1"), send("m2")), "sendgrid")
    assert [one.path for one in of_kind(made, "version")] == [
        f"/v3/templates/@{one.key}#id/versions" for one in of_kind(made, "template")
    ]


def test_the_drafts_have_what_the_options_say():
    (one,) = of_kind(built(work(send("m2")), "sendgrid", sender=3, unsubscribe_group=12, list="VIP"), "campaign")
    config = one.body["email_config"]
    assert (config["sender_id"], config["suppression_group_id"]) == (3, 12)
    assert one.body["send_to"] == {"list_ids": ["@list:VIP"]}


def test_a_draft_asks_for_nobody_and_no_date():
    (one,) = of_kind(built(work(send("m2")), "sendgrid"), "campaign")
    assert set(one.body) == {"name", "email_config"}
    assert not {"sender_id", "suppression_group_id"} & set(one.body["email_config"])


@pytest.mark.parametrize("profile", ["custom", "shopify", "woocommerce"])
def test_the_preview_shows_the_cart_under_the_names_of_the_integration(profile):
    project = with_mail(EMPTY, "m1", "A", words="{{ cart.total }} {{ cart.first.name }}")
    (one,) = of_kind(built(work(send("m1"), project=project), "sendgrid", profile=profile), "version")
    shown = handlebars(one.body["html_content"], json.loads(one.body["test_data"]), in_html=True)
    assert "1890" in shown
    assert "Ullteppe" in shown


def test_more_labels_than_sendgrid_takes_are_refused_in_a_sentence():
    with pytest.raises(StudioError, match="no more than 10, and these are 11"):
        built(work(send("m2")), "sendgrid", labels=",".join(map(str, range(11))))


def test_drafts_can_be_left_out():
    assert not of_kind(built(work(send("m2")), "sendgrid", drafts=False), "campaign")


def test_names_keep_their_mark_within_a_hundred_characters():
    long = with_mail(EMPTY, "m1", "A")
    named = replace(long, messages=Map({"m1": replace(long.messages["m1"], name="Lang " * 40)}))
    for one in built(work(send("m1"), project=named), "sendgrid").requests:
        assert len(one.name) <= 92
        assert one.name.endswith("]")


@pytest.mark.parametrize(("subject", "words"), [("", "has no subject"), ("x" * 256, "longer than the 255")])
def test_a_subject_that_sendgrid_refuses_is_refused_here(subject, words):
    with pytest.raises(StudioError, match=words):
        built(work(send("m1"), project=with_mail(EMPTY, "m1", subject)), "sendgrid")


def test_what_automations_cannot_do_is_a_loss_each():
    steps = (Wait("w", HOUR, "09:00"), fork((RICH, [send("m1", LOYAL)]), (None, [send("s1")])))
    found = losses(built(work(*steps), "sendgrid"))
    for name in ("flow", "trigger", "wait", "split", "guard", "channel", "test", "ab", "pictures"):
        assert f"sendgrid.{name}" in found


def test_a_plain_welcome_loses_only_its_automation():
    flow = work(Wait("w", HOUR), send("m2"), event=Event.SUBSCRIBED, exits=(), reentry=Reentry(None))
    assert losses(built(flow, "sendgrid", pictures="https://v.example")) == ["sendgrid.flow"]


def test_what_ends_a_flow_or_starts_it_again_is_a_loss():
    made = built(work(send("m2"), exits=(Event.ORDER_PLACED, Event.UNSUBSCRIBED), reentry=Reentry(0)), "sendgrid")
    told = {loss.id: str(loss.wanted) for loss in made.losses}
    assert told["sendgrid.exit"] == "The flow ends when an order is placed"
    assert told["sendgrid.reentry"] == "A reader may enter again at once"
    assert losses(made).count("sendgrid.exit") == 1


def test_a_channel_that_is_not_sent_needs_no_automation_of_its_own():
    assert "sendgrid.guard" not in losses(built(work(send("s1", LOYAL)), "sendgrid"))


def test_who_shall_get_something_else_goes_through_an_automation_of_their_own():
    flow = work(fork((RICH, [send("m1", LOYAL)]), (None, [send("s1", LOYAL)])))
    steps = {step.id: step for step in built(flow, "sendgrid").sheet.steps}
    assert str(steps["split-Stor kurv"].title) == "Automation for each way of “Stor kurv”, entered by a segment"
    assert "an automation of its own" in str(steps["send-m1"].words[0])
    assert str(steps["send-s1"].words[0]).endswith(": at least 1.")


def test_the_drafts_are_a_step_of_the_sheet_and_no_test():
    steps = {step.id: step for step in built(work(send("m1")), "sendgrid").sheet.steps}
    assert "campaigns" not in steps
    assert len(steps["drafts"].copies) == 2


CODED = changed("blocks", "m2-p", texts=Map({"text": localized(nb="Koden er {{ coupon.code }}")}))
OFFER = Block("m2-p", "discount", texts=Map({"text": localized(nb="Tilbud")}), settings=Map({"unique": True}))
OFFERING = replace(CODED, blocks=CODED.blocks.set("m2-p", OFFER))


@pytest.mark.parametrize("project", [CODED, OFFERING])
def test_no_draft_is_made_of_a_letter_whose_codes_nothing_fills_there(project):
    made = built(work(send("m2"), send("m3"), project=project), "sendgrid")
    assert [one.place.message for one in of_kind(made, "campaign")] == ["m3"]
    assert [loss.place.message for loss in made.losses if loss.id == "sendgrid.code"] == ["m2"]
