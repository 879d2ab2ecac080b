"""MailerLite gets drafts of campaigns; everything else stands in the build sheet, word for word."""

from dataclasses import replace

import pytest

from studio.errors import StudioError
from studio.exporters.mailerlite.service import SERVICE, ours, theirs, update_campaign
from studio.model.brand import Brand, Sender
from tests.contracts.delivering import EVENTFUL
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import EMPTY, MESSAGES, send, with_mail, work


def campaigns(made):
    return [request for request in made.requests if request.kind == "campaign"]


def test_the_key_is_sent_as_a_bearer():
    assert SERVICE.headers("k")["authorization"] == "Bearer k"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            {"message": "Invalid.", "errors": {"name": ["is required.", "is short."]}},
            "Invalid. (name: is required. is short.)",
        ),
        ({"message": "Unauthenticated."}, "Unauthenticated."),
        ({"errors": {"name": "is required."}}, "(name: is required.)"),
        ({}, "HTTP 422"),
        (None, "HTTP 422"),
    ],
)
def test_a_complaint_is_put_into_words_whatever_arrives(body, words):
    assert SERVICE.words(422, body) == words


def test_a_draft_keeps_its_type():
    (call,) = update_campaign("9", "", None, {"name": "N", "type": "ab"}, frozenset())
    assert (call.method, call.path, call.body) == ("PUT", "/api/campaigns/9", {"name": "N"})


def test_what_is_sent_and_what_is_read_say_the_same():
    (one,) = campaigns(built(work(send("m2")), "mailerlite"))
    assert theirs({"data": one.body}) == ours(one.body)
    assert ours(one.body)["Sender"] == "Verkstedet <hei@verkstedet.example>"


@pytest.mark.parametrize("answer", [{}, {"data": None}, {"data": {"emails": []}}, {"data": {"emails": ["?"]}}])
def test_an_answer_without_emails_says_nothing(answer):
    assert set(theirs(answer).values()) == {""}


def test_a_test_has_what_the_options_say():
    made = built(work(send("m1")), "mailerlite", test_share=10, winner="open", winner_hours=4, list="VIP")
    (one,) = campaigns(made)
    assert one.body["ab_settings"] == {
        "test_type": "subject",
        "select_winner_by": "o",
        "after_time_amount": 4,
        "after_time_unit": "h",
        "test_split": 10,
        "b_value": {"subject": "Kurven din venter"},
    }
    assert one.body["groups"] == ["@list:VIP"]


@pytest.mark.parametrize("options", [{"test_share": 4}, {"test_share": 26}, {"winner_hours": 0}])
def test_a_test_that_mailerlite_refuses_is_refused_here(options):
    with pytest.raises(StudioError, match=next(iter(options))):
        built(work(send("m1")), "mailerlite", **options)


@pytest.mark.parametrize(("chosen", "types"), [("all", ["ab", "regular"]), ("tests", ["ab"]), ("none", [])])
def test_drafts_are_made_as_the_option_says(chosen, types):
    made = built(work(send("m1"), send("m2")), "mailerlite", campaigns=chosen)
    assert [one.body["type"] for one in campaigns(made)] == types
    assert ("mailerlite.content" in losses(made)) == bool(types)


def test_html_can_be_left_out():
    (one,) = campaigns(built(work(send("m2")), "mailerlite", html=False))
    assert "content" not in one.body["emails"][0]


def test_every_email_has_its_words_in_the_sheet():
    made = built(work(send("m1"), send("m2"), project=EVENTFUL), "mailerlite", campaigns="none")
    copied = [text for step in made.sheet.steps for _, text in step.copies]
    assert sum(text.startswith("<!doctype html>") for text in copied) == 3
    assert "Kurven din venter" in copied


def test_event_data_is_a_loss_and_no_campaign():
    made = built(work(send("m2"), project=EVENTFUL), "mailerlite")
    assert "mailerlite.event" in losses(made)
    assert not campaigns(made)


def test_another_address_for_answers_is_a_loss_of_the_drafts():
    brand = replace(MESSAGES.brand, sender=Sender("V", "hei@v.example", "svar@v.example"))
    made = built(work(send("m2"), project=replace(MESSAGES, brand=brand)), "mailerlite")
    assert "mailerlite.reply" in losses(made)


def test_a_missing_sender_or_subject_is_named():
    with pytest.raises(StudioError, match="sender's e-mail address"):
        built(work(send("m2"), project=replace(MESSAGES, brand=Brand(name="V"))), "mailerlite")
    with pytest.raises(StudioError, match="“Brev m9” has no subject"):
        built(work(send("m9"), project=with_mail(EMPTY, "m9", "")), "mailerlite")


def test_a_subject_that_is_too_long_is_named():
    with pytest.raises(StudioError, match="longer than the 255 characters that MailerLite takes"):
        built(work(send("m9"), project=with_mail(EMPTY, "m9", "x" * 256)), "mailerlite")
