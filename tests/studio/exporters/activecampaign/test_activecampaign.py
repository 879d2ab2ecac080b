"""ActiveCampaign gets messages and bare drafts; the automation and every word stand in the build sheet."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from studio.errors import StudioError
from studio.exporters.activecampaign.service import SERVICE
from studio.exporters.activecampaign.updates import update_campaign, update_words, words_of
from studio.exporters.updating import left_alone
from studio.model.brand import Brand, Sender
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import EMPTY, MESSAGES, send, with_mail, work


def of_kind(made, kind):
    return [request for request in made.requests if request.kind == kind]


def test_the_key_is_sent_in_a_header_of_its_own():
    assert SERVICE.headers("k")["api-token"] == "k"


def test_every_account_has_an_address_of_its_own():
    assert (SERVICE.base_url, SERVICE.address_hint) == ("", "https://<account>.api-us1.com")


def test_every_kind_of_a_bundle_is_a_resource():
    made = built(work(send("m1")), "activecampaign")
    assert {request.kind for request in made.requests} == set(SERVICE.resources)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"message": "No Result found"}, "No Result found"),
        ({"errors": ["Field name is required", "Field type is wrong"]}, "Field name is required; Field type is wrong"),
        ({"errors": [{"title": "The title", "detail": "the detail"}, {}]}, "The title: the detail"),
        ({}, "HTTP 400"),
        (["?"], "HTTP 400"),
        (None, "HTTP 400"),
    ],
)
def test_a_complaint_is_put_into_words_whatever_arrives(body, words):
    assert SERVICE.words(400, body) == words


def test_a_message_is_made_under_its_mark_and_then_given_its_words():
    empty, words = built(work(send("m2")), "activecampaign").requests
    assert empty.body["message"]["subject"] == words.body["message"]["name"] == empty.name
    assert words.body["message"]["subject"] == "Emne m2"
    assert words.path == "/api/3/messages/@message:m2:m2-a#message.id"


def test_answers_go_where_the_brand_says():
    brand = replace(MESSAGES.brand, sender=Sender("V", "hei@v.example", "svar@v.example"))
    _, words = built(work(send("m2"), project=replace(MESSAGES, brand=brand)), "activecampaign").requests
    assert (words.body["message"]["fromemail"], words.body["message"]["reply2"]) == ("hei@v.example", "svar@v.example")


def test_updates_go_to_the_thing_itself():
    assert left_alone("1", "", None, {}, frozenset()) == ()
    (words,) = update_words("1", "", None, {"message": {}}, frozenset())
    (draft,) = update_campaign("2", "", None, {"name": "N"}, frozenset())
    assert (words.path, draft.path) == ("/api/3/messages/1", "/api/3/campaigns/2/edit")


def test_a_message_without_words_says_nothing():
    empty, words = (request.body for request in built(work(send("m2")), "activecampaign").requests)
    assert not words_of(empty)
    assert words_of(words)["Subject"] == "Emne m2"
    assert words_of(words)["Sender"] == "Verkstedet <hei@verkstedet.example>"


@pytest.mark.parametrize("answer", [{}, {"message": "No Result found"}, {"message": None}])
def test_an_answer_without_a_message_says_nothing(answer):
    assert not words_of(answer)


@pytest.mark.parametrize(
    ("winner", "rules"),
    [
        ("even", {"splitType": "even"}),
        ("read", {"splitType": "read", "splitWinnerWaitPeriod": 4, "splitWinnerWaitPeriodType": "hour"}),
    ],
)
def test_a_test_has_the_rules_of_the_options(winner, rules):
    (one,) = of_kind(built(work(send("m1")), "activecampaign", winner=winner, winner_hours=4), "settings")
    assert {name: value for name, value in one.body.items() if name.startswith("split")} == rules


def test_a_delay_that_makes_no_sense_is_refused():
    with pytest.raises(StudioError, match="winner_hours"):
        built(work(send("m1")), "activecampaign", winner_hours=0)


def test_tests_can_be_left_out_with_their_loss():
    assert "activecampaign.draft" in losses(built(work(send("m1")), "activecampaign"))
    bare = built(work(send("m1")), "activecampaign", campaigns=False)
    assert not of_kind(bare, "campaign")
    assert "activecampaign.draft" not in losses(bare)


def test_every_email_has_its_words_in_the_sheet():
    made = built(work(send("m1"), send("m2")), "activecampaign")
    copied = [text for step in made.sheet.steps for _, text in step.copies]
    assert sum(text.startswith("<!doctype html>") for text in copied) == 3


def test_the_sheet_speaks_as_the_editor_does():
    titles = [str(step.title) for step in built(work(send("m1"), send("s1")), "activecampaign").sheet.steps]
    assert "Send an SMS “Melding s1”" in titles


def test_a_missing_sender_or_subject_is_named():
    with pytest.raises(StudioError, match="sender's e-mail address"):
        built(work(send("m2"), project=replace(MESSAGES, brand=Brand(name="V"))), "activecampaign")
    with pytest.raises(StudioError, match="“Brev m9” has no subject"):
        built(work(send("m9"), project=with_mail(EMPTY, "m9", "")), "activecampaign")


def words_sent(**brand):
    project = replace(MESSAGES, brand=replace(MESSAGES.brand, **brand))
    made = built(work(send("m2"), project=project), "activecampaign")
    return of_kind(made, "content")[0].body["message"]["html"], losses(made)


@pytest.mark.parametrize("address", ["Storgata 1, 0155 Oslo", "Storgata 1\n0155 Oslo", "Verkstedet AS\nStorgata 1"])
def test_the_postal_address_is_the_tag_that_activecampaign_asks_for(address):
    page, lost = words_sent(address=address)
    assert "%SENDER-INFO-SINGLELINE%" in page
    assert "Storgata" not in page
    assert "activecampaign.address" in lost


def test_a_brand_without_an_address_gets_no_tag():
    page, lost = words_sent(address="")
    assert "%SENDER-INFO" not in page
    assert "activecampaign.address" not in lost


def test_the_preview_text_is_in_its_field_only():
    (content,) = of_kind(built(work(send("m2")), "activecampaign"), "content")
    said = content.body["message"]
    assert (said["preheader_text"], "Kurven din" in said["html"]) == ("Kurven din", False)


@pytest.mark.parametrize(
    "folder",
    ["https://cdn.shop.no/Bilder%20H%C3%B8st/", "https://cdn.shop.no/Bilder Høst", "http://cdn.shop.no/%C3%85"],
)
def test_the_address_of_a_picture_is_nothing_but_an_address(folder):
    (page, *_) = [
        one.body["message"]["html"]
        for one in of_kind(built(work(send("m2")), "activecampaign", pictures=folder), "content")
    ]
    address = re.search(r'src="([^"]*)"', page).group(1)
    assert unquote(address).startswith(unquote(folder))
    assert address.isascii()


def test_a_percent_sign_before_a_capital_in_words_still_opens_no_tag():
    project = with_mail(MESSAGES, "m2", "Emne m2", words="Bruk %FACEBOOK% og spar 5 %C")
    _, words = built(work(send("m2"), project=project), "activecampaign").requests
    assert not {"%FACEBOOK", "%C"} & set(re.findall(r"%\w+", words.body["message"]["html"]))
