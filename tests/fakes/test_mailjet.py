"""The fake Mailjet refuses what Mailjet refuses, in its own words."""

import pytest
import requests

from tests.fakes.mailjet.state import Mailjet, Options, basic


def call(fake, method, path, body=None, key=None):
    headers = {"Authorization": basic(key or fake.key)}
    return requests.request(method, f"{fake.url}/v3/REST{path}", json=body, headers=headers, timeout=20)


def template(fake, **more):
    return call(fake, "POST", "/template", {"Name": "A [fabel a1b2c3]", **more})


def draft(fake, **more):
    body = {"Locale": "nb_NO", "Sender": "S", "SenderEmail": "a@b.example", "Subject": "Hei", "ContactsListID": "7"}
    return call(fake, "POST", "/campaigndraft", {**body, "Title": "B [fabel d4e5f6]", **more})


def test_a_template_has_a_head_and_a_content(mailjet_fake):
    number = template(mailjet_fake).json()["Data"][0]["ID"]
    assert call(mailjet_fake, "GET", f"/template/{number}/detailcontent").json()["Data"][0]["Html-part"] == ""
    body = {"Html-part": "<p>Hei</p>", "Headers": {"Subject": "Hei"}}
    assert call(mailjet_fake, "POST", f"/template/{number}/detailcontent", body).status_code == 201
    assert (
        call(mailjet_fake, "GET", f"/template/{number}/detailcontent").json()["Data"][0]["Headers"] == body["Headers"]
    )
    assert "content" not in call(mailjet_fake, "GET", f"/template/{number}").json()["Data"][0]


def test_a_name_is_taken_once(mailjet_fake):
    template(mailjet_fake)
    answer = template(mailjet_fake)
    assert (answer.status_code, answer.json()["StatusCode"]) == (400, 400)
    assert "already exists" in answer.json()["ErrorMessage"]


def test_a_change_that_changes_nothing_says_so(mailjet_fake):
    number = template(mailjet_fake).json()["Data"][0]["ID"]
    assert call(mailjet_fake, "PUT", f"/template/{number}", {"Name": "A [fabel a1b2c3]"}).status_code == 304
    assert call(mailjet_fake, "PUT", f"/template/{number}", {"Name": "C"}).status_code == 200


def test_the_owner_stays_the_owner(mailjet_fake):
    number = template(mailjet_fake).json()["Data"][0]["ID"]
    assert call(mailjet_fake, "PUT", f"/template/{number}", {"OwnerType": "user"}).status_code == 403


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"Locale": "nb"}, "Locale"),
        ({"Purposes": ["x"]}, "Purposes"),
        ({"Html-part": "x"}, "Html-part"),
        ({"Name": ""}, "Name"),
    ],
)
def test_a_wrong_template_is_refused_with_its_property(mailjet_fake, more, place):
    answer = template(mailjet_fake, **more)
    assert answer.status_code == 400
    assert f'"{place}' in answer.json()["ErrorMessage"]


@pytest.mark.parametrize("more", [{"ContactsListID": "99"}, {"SenderEmail": "x"}, {"Subject": ""}, {"Status": 2}])
def test_a_wrong_draft_is_refused(mailjet_fake, more):
    assert draft(mailjet_fake, **more).status_code == 400


def test_pages_count_only_themselves(serve):
    fake = Mailjet(Options(page_size=1))
    serve(fake)
    template(fake)
    answer = call(fake, "GET", "/template?OwnerType=apikey&Limit=1000").json()
    assert ([row["Name"] for row in answer["Data"]], answer["Total"]) == (["A [fabel a1b2c3]"], 1)
    assert call(fake, "GET", "/template?Offset=2").json()["Data"] == []


@pytest.mark.parametrize("door", ["send", "schedule"])
def test_going_live_is_refused_and_noticed(mailjet_fake, door):
    number = draft(mailjet_fake).json()["Data"][0]["ID"]
    assert call(mailjet_fake, "POST", f"/campaigndraft/{number}/{door}", {}).status_code == 400
    assert mailjet_fake.live == [("campaigndraft", "B [fabel d4e5f6]", door)]


def test_a_sent_campaign_cannot_be_changed(mailjet_fake):
    number = draft(mailjet_fake).json()["Data"][0]["ID"]
    mailjet_fake.things["campaigndraft"][str(number)]["Status"] = 2
    assert call(mailjet_fake, "PUT", f"/campaigndraft/{number}", {"Subject": "Ny"}).status_code == 400
    assert call(mailjet_fake, "POST", f"/campaigndraft/{number}/detailcontent", {"Html-part": "x"}).status_code == 400


def test_wrong_keys_and_ids_open_nothing(mailjet_fake):
    assert call(mailjet_fake, "GET", "/user", key="a:b").status_code == 401
    assert call(mailjet_fake, "GET", "/template/9").status_code == 404


def test_calls_are_limited_by_the_minute(serve, hand_clock):
    fake = Mailjet(Options(rates=True), hand_clock)
    serve(fake)
    fake.meter.calls["all"] = [0.0] * 600
    assert call(fake, "GET", "/user").status_code == 429
    hand_clock.advance(61)
    assert call(fake, "GET", "/user").status_code == 200
