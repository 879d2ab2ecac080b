"""Drip gets drafts only where they can work, its tags in every e-mail, and all words in the build sheet."""

from dataclasses import replace

import pytest

from studio.errors import StudioError
from studio.exporters.drip.service import SERVICE, ours, theirs
from studio.exporters.drip.uploads import ADDRESS, UNSUBSCRIBE, footed
from studio.model.localized import localized
from tests.contracts.delivering import EVENTFUL, changed
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import EMPTY, MESSAGES, fork, send, with_mail, work

PAGE = '<html><body><p>Hei</p><a href="{{ unsubscribe_url }}">Av</a><p>Gata 1 &amp; 2</p></body></html>'


def drafts(*steps, **fields):
    return [request.body["broadcasts"][0] for request in built(work(*steps, **fields), "drip").requests]


def sheet(*steps, **fields):
    return {step.id: step for step in built(work(*steps, **fields), "drip").sheet.steps}


def labels(step):
    return [label.message for label, _ in step.copies]


def test_every_version_is_a_draft_with_its_words():
    first, second = drafts(send("m1"))
    assert (first["subject"], second["subject"]) == ("Du glemte noe", "Kurven din venter")
    assert first["preheader"] == "Kurven din"
    assert "subscriber.first_name" in first["content"]["html"]["value"]
    assert first["content"]["text"]["value"].startswith("Hei")


def test_a_draft_has_no_field_that_drip_refuses():
    (draft,) = drafts(send("m2"))
    assert set(draft) == {"name", "subject", "preheader", "content", "postal_address"}


def test_an_email_without_a_subject_is_refused_in_a_sentence():
    project = changed("variants", "m2-a", subject=localized(nb=" "))
    with pytest.raises(StudioError, match="has no subject"):
        built(work(send("m2"), project=project), "drip")


def test_the_brands_address_gives_way_to_drips_tag():
    page = footed(PAGE, "Gata 1 & 2")
    assert page.put
    assert not page.added
    assert ADDRESS in page.html
    assert "Gata 1" not in page.html


@pytest.mark.parametrize("address", ["Storgata 1\n0155 Oslo", "Verkstedet\r\nStorgata 1\r\n\r\n0155 Oslo"])
def test_an_address_of_several_lines_is_read_once(address):
    brand = replace(MESSAGES.brand, address=address)
    made = built(work(send("m2"), project=replace(MESSAGES, brand=brand)), "drip")
    page = made.requests[0].body["broadcasts"][0]["content"]["html"]["value"]
    assert page.count(ADDRESS) == 1
    assert "0155 Oslo" not in page
    assert "drip.address" in losses(made)
    assert "drip.footer" not in losses(made)


def test_a_page_without_its_tags_gets_them_below():
    page = footed("<html><body>Hei</body></html>", "Gata 1")
    assert page.added == (ADDRESS, UNSUBSCRIBE)
    assert page.html.endswith(f"{ADDRESS}<br>{UNSUBSCRIBE}</p></body></html>")


@pytest.mark.parametrize("tag", ["{{ postal_address }}", "{{html_postal_address}}"])
def test_a_page_that_has_its_tags_is_left_as_it_is(tag):
    page = PAGE.replace("Gata 1 &amp; 2", tag)
    assert footed(page, "Gata 1 & 2").html == page


def test_what_drip_adds_is_said():
    assert "drip.address" in losses(built(work(send("m2")), "drip"))
    bare = replace(MESSAGES, brand=replace(MESSAGES.brand, address=""))
    made = built(work(send("m2"), project=bare), "drip")
    assert {"drip.footer", "drip.sender"} <= set(losses(made))
    assert "postal_address" not in made.requests[0].body["broadcasts"][0]


def test_an_email_that_needs_an_event_stands_in_the_sheet_instead():
    made = built(work(send("m2"), project=EVENTFUL), "drip")
    assert (made.requests, "drip.event" in losses(made)) == ((), True)
    step = sheet(send("m2"), project=EVENTFUL)["send-m2"]
    assert labels(step) == ["Subject", "Preview text", "HTML"]
    assert ADDRESS in step.copies[-1][1]


def test_drafts_can_be_left_out():
    made = built(work(send("m2")), "drip", broadcasts=False)
    assert made.requests == ()
    assert "drip.sender" not in losses(made)


def test_unequal_shares_are_a_loss():
    heavy = changed("variants", "m1-a", weight=3)
    assert "drip.shares" in losses(built(work(send("m1"), project=heavy), "drip"))
    assert "drip.shares" not in losses(built(work(send("m1")), "drip"))


def test_pictures_lie_where_the_person_says():
    (draft,) = drafts(send("m2"))
    assert "https://pictures.invalid/" in draft["content"]["html"]["value"]
    made = built(work(send("m2")), "drip", pictures="https://cdn.example/x/")
    assert "https://cdn.example/x/" in made.requests[0].body["broadcasts"][0]["content"]["html"]["value"]
    assert "drip.pictures" not in losses(made)


def test_the_sheet_speaks_of_decisions_that_meet_again():
    steps = sheet(fork((None, [send("m1")]), (None, [send("m3")])), send("m2"))
    assert str(steps["split-Stor kurv"].title.values["tool"]) == "Decision"
    assert not any("never meet" in word.message for word in steps["automation"].words)


def test_the_token_is_a_basic_users_name_without_a_password():
    assert SERVICE.headers("abc")["authorization"] == "Basic YWJjOg=="


def test_every_account_has_an_address_of_its_own():
    assert SERVICE.base_url == ""
    assert SERVICE.address_hint.startswith("https://api.getdrip.com/v2/")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"errors": [{"code": "x", "attribute": "subject", "message": "is required"}]}, "subject: is required"),
        ({"errors": [{"code": "conflict_error"}, {"message": "no"}]}, "conflict_error; no"),
        ({"errors": ["?"]}, "HTTP 422"),
        (None, "HTTP 422"),
    ],
)
def test_a_complaint_is_put_into_words_whatever_arrives(body, words):
    assert SERVICE.words(422, body) == words


def test_what_is_sent_and_what_is_read_back_are_compared():
    (request,) = built(work(send("m2")), "drip").requests
    mine = ours(request.body)
    shown = {"subject": mine["Subject"], "html_body": mine["Content"], "status": "sent"}
    assert theirs({"broadcasts": [shown]}) == mine
    assert theirs({"broadcasts": [{**shown, "status": "deleted"}]})["State"] == "deleted"


def test_a_sequence_without_words_of_its_own_still_has_a_sheet():
    made = built(work(send("x"), project=with_mail(EMPTY, "x", "Emne")), "drip")
    assert made.sheet.steps[-1].id == "activate"
