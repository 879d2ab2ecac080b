"""ActiveCampaign keeps messages and drafts, says what is wrong in its own words, and sends nothing."""

import pytest
import requests

from tests.fakes.activecampaign import KEY, ActiveCampaign, Options

MESSAGE = {"fromname": "Shop", "email": "hello@shop.example", "reply2": "hello@shop.example", "subject": "S"}


def call(fake, method, path, body=None, key=KEY):
    return requests.request(method, f"{fake.url}/api/3{path}", json=body, headers={"Api-Token": key}, timeout=20)


def create(fake, **more):
    body = {name: value for name, value in {**MESSAGE, **more}.items() if value is not None}
    return call(fake, "POST", "/messages", {"message": body})


def draft(fake, **more):
    return call(fake, "POST", "/campaign", {"name": "N [fabel a1b2c3]", "type": "split", **more})


def test_a_wrong_key_is_refused(activecampaign_fake):
    assert call(activecampaign_fake, "GET", "/users/me", key="other").status_code == 403


def test_a_new_message_has_no_name_and_no_words(activecampaign_fake):
    made = create(activecampaign_fake).json()["message"]
    assert (made["name"], made["subject"], made["html"], made["fromemail"]) == ("", "S", "", "hello@shop.example")


@pytest.mark.parametrize("more", [{"fromname": None}, {"email": "nobody"}, {"html": "H"}, {"name": "N"}])
def test_a_wrong_message_is_refused_in_words(activecampaign_fake, more):
    answer = create(activecampaign_fake, **more)
    assert answer.status_code == 400
    assert answer.json()["errors"][0].startswith(f"Field {next(iter(more))}")


def test_a_message_gets_its_words_later(activecampaign_fake):
    key = create(activecampaign_fake).json()["message"]["id"]
    call(activecampaign_fake, "PUT", f"/messages/{key}", {"message": {"html": "H", "name": "N"}})
    (row,) = call(activecampaign_fake, "GET", "/messages").json()["messages"]
    assert (row["html"], row["name"], row["subject"]) == ("H", "N", "S")


def test_the_total_of_a_list_is_a_text_and_ids_are_texts_there(activecampaign_fake):
    made = draft(activecampaign_fake).json()
    answer = call(activecampaign_fake, "GET", "/campaigns").json()
    assert (answer["meta"]["total"], answer["campaigns"][0]["id"], made["id"]) == ("1", "101", 101)


@pytest.mark.parametrize("more", [{"type": "news"}, {"name": ""}, {"html": "H"}])
def test_a_wrong_campaign_is_refused(activecampaign_fake, more):
    assert draft(activecampaign_fake, **more).status_code == 400


def test_a_date_is_refused_and_noticed(activecampaign_fake):
    key = draft(activecampaign_fake).json()["id"]
    body = {"scheduledDate": "2027-01-01T09:00:00-05:00"}
    assert call(activecampaign_fake, "PUT", f"/campaigns/{key}/edit", body).status_code == 400
    assert activecampaign_fake.live == [("campaign", "N [fabel a1b2c3]", "scheduledDate")]


def test_what_does_not_exist_is_not_found(activecampaign_fake):
    for path in ("/messages/9", "/campaigns/9"):
        assert "No Result found" in call(activecampaign_fake, "GET", path).json()["message"]


def test_five_calls_a_second_where_switched_on(serve, hand_clock):
    fake = ActiveCampaign(Options(rates=True), clock=hand_clock)
    serve(fake)
    assert [call(fake, "GET", "/users/me").status_code for _ in range(6)] == [200] * 5 + [429]


def test_things_are_counted_by_the_mark_in_their_name(activecampaign_fake):
    draft(activecampaign_fake)
    create(activecampaign_fake, subject="M [fabel a1b2c3]")
    assert (activecampaign_fake.count("a1b2c3"), activecampaign_fake.count("a1b2c3", "message")) == (2, 1)
