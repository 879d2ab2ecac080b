"""Mailjet gets a template with its content for every version, and drafts only for a chosen list."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.errors import StudioError
from studio.exporters.mailjet.service import SERVICE, our_head, our_words, their_head, their_words
from studio.exporters.mailjet.uploads import locale
from studio.model.brand import Sender
from studio.model.localized import localized
from studio.model.message import Block
from studio.model.sequence import Event
from tests.contracts.delivering import EVENTFUL, changed
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import MESSAGES, send, work


def requests_of(*steps, kind="", options=None, **fields):
    made = built(work(*steps, **fields), "mailjet", **(options or {})).requests
    return [request for request in made if kind in {"", request.kind}]


def test_every_version_is_a_template_and_its_content():
    assert [request.key for request in requests_of(send("m1"))] == [
        "template:m1:m1-a",
        "content:m1:m1-a",
        "template:m1:m1-b",
        "content:m1:m1-b",
    ]


def test_a_content_goes_to_the_template_that_was_just_made():
    (content,) = requests_of(send("m2"), kind="content")
    assert content.path == "/v3/REST/template/@template:m2:m2-a#Data.0.ID/detailcontent"


def test_a_content_has_html_text_mjml_and_headers():
    (content,) = requests_of(send("m2"), kind="content")
    assert content.body["MJMLContent"].startswith("<mjml")
    assert "data:firstname" in content.body["Html-part"]
    assert content.body["Text-part"].startswith("Hei")
    assert content.body["Headers"] == {"Subject": "Emne m2", "From": "Verkstedet <hei@verkstedet.example>"}


def test_mjml_can_be_left_out():
    (content,) = requests_of(send("m2"), kind="content", options={"mjml": False})
    assert "MJMLContent" not in content.body


def test_answers_go_where_the_brand_says():
    brand = replace(MESSAGES.brand, sender=Sender("", "hei@verkstedet.example", "svar@verkstedet.example"))
    (content,) = requests_of(send("m2"), kind="content", project=replace(MESSAGES, brand=brand))
    assert content.body["Headers"]["Reply-To"] == "svar@verkstedet.example"
    assert content.body["Headers"]["From"] == "hei@verkstedet.example"


def test_drafts_need_a_list_and_a_letter_without_event():
    assert requests_of(send("m2"), kind="campaign") == []
    (draft,) = requests_of(send("m2"), kind="campaign", options={"list": "News"})
    assert (draft.body["ContactsListID"], draft.body["Subject"]) == ("@list:News", "Emne m2")
    assert requests_of(send("m2"), kind="campaign", options={"list": "News"}, project=EVENTFUL) == []


def test_a_letter_of_an_event_is_for_the_send_api():
    (one,) = requests_of(send("m2"), kind="template", project=EVENTFUL)
    assert one.body["Purposes"] == ["transactional"]
    assert "mailjet.event" in losses(built(work(send("m2"), project=EVENTFUL), "mailjet"))


@pytest.mark.parametrize(("event", "lost"), [(Event.SUBSCRIBED, False), (Event.CART_ABANDONED, True)])
def test_only_a_sign_up_starts_a_workflow_by_itself(event, lost):
    assert ("mailjet.trigger" in losses(built(work(send("m2"), event=event), "mailjet"))) is lost


def test_a_test_becomes_a_choice_since_mailjet_divides_nobody():
    made = built(work(send("m1")), "mailjet")
    step = next(step for step in made.sheet.steps if step.id == "send-m1")
    assert "tests nothing inside" in step.words[0].message
    assert "mailjet.test" in losses(made)


@pytest.mark.parametrize(
    ("project", "words"),
    [
        (changed("variants", "m2-a", subject=localized(nb="")), "has no subject"),
        (replace(MESSAGES, brand=replace(MESSAGES.brand, sender=Sender())), "sender's e-mail address"),
    ],
)
def test_what_is_missing_is_refused_in_a_sentence(project, words):
    with pytest.raises(StudioError, match=words):
        built(work(send("m2"), project=project), "mailjet")


@pytest.mark.parametrize(
    ("language", "said"), [("nb", "nb_NO"), ("en", "en_US"), ("en-GB", "en_GB"), ("de", "de_DE"), ("sv", "sv_SE")]
)
def test_a_language_is_written_with_its_country(language, said):
    assert locale(language) == said


def test_the_keys_are_a_basic_pair():
    assert SERVICE.headers("a:b")["authorization"] == "Basic YTpi"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"ErrorMessage": "MJ18 taken", "ErrorInfo": "Name"}, "MJ18 taken; Name"),
        ({"ErrorMessage": "M", "ErrorInfo": {"a": 1}}, "M"),
        ({}, "HTTP 400"),
        ("x", "HTTP 400"),
    ],
)
def test_a_complaint_is_put_into_words_whatever_arrives(body, words):
    assert SERVICE.words(400, body) == words


def test_what_is_sent_and_what_is_read_back_are_compared():
    (content,) = requests_of(send("m2"), kind="content")
    (draft,) = requests_of(send("m2"), kind="campaign", options={"list": "7"})
    assert their_words({"Data": [content.body]}) == our_words(content.body)
    assert their_head({"Data": [draft.body]}) == our_head(draft.body)
    assert dict(their_words({"Data": []})) == dict(their_head({})) == {}


CODED = changed("blocks", "m2-p", texts=Map({"text": localized(nb="Koden er {{ coupon.code }}")}))
OFFER = Block("m2-p", "discount", texts=Map({"text": localized(nb="Tilbud")}), settings=Map({"unique": True}))
OFFERING = replace(CODED, blocks=CODED.blocks.set("m2-p", OFFER))


@pytest.mark.parametrize("project", [CODED, OFFERING])
def test_no_draft_is_made_of_a_letter_whose_codes_nothing_fills_there(project):
    made = built(work(send("m2"), send("m3"), project=project), "mailjet", list="News")
    assert [one.place.message for one in made.requests if one.kind == "campaign"] == ["m3"]
    assert [loss.place.message for loss in made.losses if loss.id == "mailjet.code"] == ["m2"]


def test_a_letter_with_codes_is_for_the_send_api():
    (one,) = requests_of(send("m2"), kind="template", project=CODED)
    assert one.body["Purposes"] == ["transactional"]


def test_a_link_to_unsubscribe_in_english_only_is_told():
    made = built(work(send("m2")), "mailjet")
    (content,) = (request for request in made.requests if request.kind == "content")
    assert "[[UNSUB_LINK_EN]]" in content.body["Html-part"]
    (told,) = (one for one in made.findings if "links.unsubscribe" in str(one.message))
    assert str(told.message) == (
        "Mailjet has no “links.unsubscribe” in this language. The one in English takes its place."
    )
