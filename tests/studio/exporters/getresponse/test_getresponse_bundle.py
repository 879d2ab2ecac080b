"""GetResponse gets a series where a sign-up starts the sequence, and drafts elsewhere."""

from dataclasses import replace

import pytest

from studio.errors import StudioError
from studio.exporters.getresponse.service import SERVICE, ours, theirs
from studio.model.brand import Sender
from studio.model.conditions import Condition, Fact, Operator
from studio.model.localized import localized
from studio.model.sequence import Event
from studio.model.steps import Wait
from tests.contracts.delivering import EVENTFUL, changed
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import DAY, HOUR, MESSAGES, RICH, at_list, fork, send, work

WEB = {"pictures": "https://cdn.example"}


def series(*steps, **fields):
    return built(work(*steps, event=Event.SUBSCRIBED, **fields), "getresponse", **WEB)


def drafts(*steps, **fields):
    return built(work(*steps, **fields), "getresponse", **WEB)


def copied(made):
    return {step.id: [label.message for label, _ in step.copies] for step in made.sheet.steps}


def test_a_series_is_switched_off_and_on_its_day():
    (request,) = series(Wait("w", 2 * DAY), send("m2")).requests
    assert request.body["status"] == "disabled"
    assert request.body["triggerSettings"]["dayOfCycle"] == 2
    assert "first_name" in request.body["content"]["html"]


def test_a_series_pushes_the_version_with_the_largest_share():
    heavy = changed("variants", "m1-b", weight=3)
    made = series(send("m1"), project=heavy)
    assert [(one.key, one.body["subject"]) for one in made.requests] == [("autoresponder:m1", "Kurven din venter")]
    assert "getresponse.test" in losses(made)


@pytest.mark.parametrize(
    "steps", [(send("m2", RICH),), (fork((RICH, [send("m2")]), (None, [])),), (send("s1"),)], ids=str
)
def test_what_is_not_for_everybody_is_no_part_of_a_series(steps):
    made = series(*steps)
    assert made.requests == ()
    assert "getresponse.branch" in losses(made)
    assert any(step.id.startswith("left-") for step in made.sheet.steps)


def test_an_email_that_is_left_out_stands_in_the_sheet_in_full():
    assert copied(series(send("m2", RICH)))["left-m2"] == ["Subject", "HTML"]


def test_a_series_says_that_it_goes_on_whatever_happens():
    made = series(send("m2"))
    assert {"getresponse.exits", "getresponse.again"} <= set(losses(made))
    assert "exits" in copied(made)


def test_who_unsubscribes_or_has_not_agreed_gets_no_series_anyway():
    made = series(send("m2"), exits=(Event.UNSUBSCRIBED,), entry=(Condition(Fact.CONSENT_EMAIL, Operator.YES),))
    assert "getresponse.exits" not in losses(made)
    assert "exits" not in copied(made)


def test_a_series_can_be_switched_off():
    made = built(work(send("m2"), event=Event.SUBSCRIBED), "getresponse", series=False, **WEB)
    assert [request.kind for request in made.requests] == ["newsletter"]


def test_other_events_get_a_draft_of_every_version():
    made = drafts(send("m1"), send("m2"))
    assert [request.key for request in made.requests] == [
        "newsletter:m1:m1-a",
        "newsletter:m1:m1-b",
        "newsletter:m2:m2-a",
    ]
    assert {request.body["type"] for request in made.requests} == {"draft"}
    assert "getresponse.flow" in losses(made)


def test_subjects_to_be_tested_stand_in_the_sheet():
    assert copied(drafts(send("m1")))["tests"] == ["Subject of “{name}”"] * 2
    assert "tests" not in copied(drafts(send("m2")))


def test_an_email_that_needs_an_event_is_only_in_the_sheet():
    made = drafts(send("m2"), project=EVENTFUL)
    assert (made.requests, "getresponse.event" in losses(made)) == ((), True)
    assert copied(made)["send-m2"] == ["Subject", "HTML"]


def test_the_list_is_the_accounts_own_unless_one_is_chosen():
    assert drafts(send("m2")).requests[0].body["campaign"] == {"campaignId": "@default:true"}
    made = built(work(send("m2")), "getresponse", list="VIP", **WEB)
    assert made.requests[0].body["sendSettings"] == {"selectedCampaigns": ["@list:VIP"]}


def starting_with(detail, *steps, **options):
    made = work(*(steps or (send("m2"),)), event=Event.SUBSCRIBED)
    return built(at_list(made, detail), "getresponse", **WEB, **options)


def test_the_list_whose_sign_up_starts_the_flow_is_the_lists_of_what_is_made():
    (autoresponder,) = starting_with("VIP").requests
    assert autoresponder.body["campaignId"] == "@list:VIP"
    assert autoresponder.body["triggerSettings"]["selectedCampaigns"] == ["@list:VIP"]
    (newsletter,) = starting_with("VIP", series=False).requests
    assert newsletter.body["campaign"] == {"campaignId": "@list:VIP"}


def test_a_list_that_is_chosen_for_the_push_goes_before_the_flows_own():
    assert starting_with("VIP", list="Alle").requests[0].body["campaignId"] == "@list:Alle"


def test_a_message_that_is_sent_on_two_days_is_two_autoresponders_in_their_order():
    steps = (send("m2"), Wait("w", DAY), send("m3"), Wait("v", DAY), send("m2", step="last"))
    requests = series(*steps).requests
    assert [(one.key, one.body["triggerSettings"]["dayOfCycle"]) for one in requests] == [
        ("autoresponder:m2", 0),
        ("autoresponder:m3", 1),
        ("autoresponder:m2:last", 2),
    ]
    assert len({one.name for one in requests}) == 3


def test_each_day_that_getresponse_counts_otherwise_is_told():
    made = series(Wait("w", 90), send("m2"), Wait("v", 3 * DAY), send("m2", step="last"))
    days = [loss.becomes.values["day"] for loss in made.losses if loss.id == "getresponse.day"]
    assert days == [0, 3]


@pytest.mark.parametrize(
    "more", [send("m2", RICH, step="x"), fork((RICH, [send("m2", step="x")]), (None, []))], ids=str
)
def test_a_message_of_the_series_that_is_also_sent_to_some_people_is_told(more):
    made = series(send("m2"), Wait("w", DAY), more)
    assert [one.key for one in made.requests] == ["autoresponder:m2"]
    assert "getresponse.twice" in losses(made)
    assert "elsewhere-m2" in copied(made)


def test_a_message_that_is_sent_once_stands_nowhere_else():
    made = series(send("m2"))
    assert "getresponse.twice" not in losses(made)
    assert "elsewhere-m2" not in copied(made)


def test_an_answering_address_of_its_own_is_a_loss():
    brand = replace(MESSAGES.brand, sender=Sender("V", "hei@verkstedet.example", "svar@verkstedet.example"))
    assert "getresponse.reply" in losses(drafts(send("m2"), project=replace(MESSAGES, brand=brand)))
    assert "getresponse.reply" not in losses(drafts(send("m2")))


def test_a_subject_that_is_too_long_is_refused_in_a_sentence():
    project = changed("variants", "m2-a", subject=localized(nb="x" * 129))
    with pytest.raises(StudioError, match="more than 128 characters"):
        drafts(send("m2"), project=project)


def test_a_page_that_is_too_large_is_refused_in_a_sentence():
    texts = MESSAGES.blocks["m2-p"].texts.set("text", localized(nb="ord " * 140_000))
    with pytest.raises(StudioError, match="larger than GetResponse takes"):
        drafts(send("m2"), project=changed("blocks", "m2-p", texts=texts))


def test_no_sender_is_refused_in_a_sentence():
    project = replace(MESSAGES, brand=replace(MESSAGES.brand, sender=Sender()))
    with pytest.raises(StudioError, match="sender's e-mail address"):
        drafts(send("m2"), project=project)


def test_a_short_wait_stays_a_wait_in_hours():
    (request,) = series(Wait("w", 5 * HOUR), send("m2")).requests
    assert request.body["sendSettings"] == {"type": "delay", "delayInHours": 5}
    assert "getresponse.day" not in losses(series(Wait("w", 5 * HOUR), send("m2")))


def test_the_key_is_sent_with_its_prefix():
    assert SERVICE.headers("abc")["x-auth-token"] == "api-key abc"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            {"message": "Validation error", "context": {"fieldName": "a", "errorDescription": "no"}},
            "Validation error; a: no",
        ),
        ({"message": "M", "context": [{"fieldName": "a"}, "?"]}, "M; a"),
        ({"codeDescription": "D", "context": []}, "D"),
        ([], "HTTP 400"),
    ],
)
def test_a_complaint_is_put_into_words_whatever_arrives(body, words):
    assert SERVICE.words(400, body) == words


def test_what_is_sent_and_what_is_read_back_are_compared():
    body = drafts(send("m2")).requests[0].body
    assert theirs(body) == ours(body)
    assert dict(theirs({})) == {"Subject": "", "Content": ""}


def test_pictures_are_uploaded_where_no_folder_is_given():
    picture, draft = built(work(send("m2")), "getresponse").requests
    assert (picture.kind, picture.multipart, len(picture.name)) == ("image", True, 12)
    assert f"@{picture.key}#url" in draft.body["content"]["html"]
    assert "getresponse.pictures" not in losses(built(work(send("m2")), "getresponse"))


def test_a_pasted_email_shows_where_its_pictures_go():
    made = built(work(send("m2"), project=EVENTFUL), "getresponse")
    step = next(step for step in made.sheet.steps if step.id == "send-m2")
    assert "https://pictures.invalid/" in step.copies[-1][1]
    assert ("pictures" in copied(made), "getresponse.pictures" in losses(made)) == (True, True)


def test_a_picture_of_another_kind_is_refused_in_a_sentence():
    (asset,) = MESSAGES.assets.values()
    project = replace(MESSAGES, assets=MESSAGES.assets.set(asset.id, replace(asset, media_type="image/webp")))
    with pytest.raises(StudioError, match="PNG, JPEG or GIF"):
        built(work(send("m2"), project=project), "getresponse")
