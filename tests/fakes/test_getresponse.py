"""The fake GetResponse refuses what GetResponse refuses, in its own words."""

import pytest
import requests

from tests.fakes.getresponse.state import GetResponse, Options


def call(fake, method, path, body=None, key=None):
    headers = {"X-Auth-Token": f"api-key {key or fake.key}"}
    return requests.request(method, fake.address + path, json=body, headers=headers, timeout=20)


def mail(**more):
    return {"name": "A [fabel a1b2c3]", "subject": "Hei", "content": {"html": "<p>Hei</p>"}, **more}


def autoresponder(**more):
    sent = {"sendSettings": {"type": "signup"}, "triggerSettings": {"type": "onday", "dayOfCycle": 1}}
    return mail(**{"status": "disabled", **sent, **more})


def newsletter(**more):
    sent = {"campaign": {"campaignId": "C1"}, "fromField": {"fromFieldId": "V1"}, "sendSettings": {}}
    return mail(**{**sent, "type": "draft", **more})


def said(answer):
    body = answer.json()
    return answer.status_code, body["code"], body["context"].get("fieldName", "")


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"sendSettings": {"type": "delay"}}, "sendSettings.delayInHours"),
        ({"sendSettings": {"type": "delay", "delayInHours": 24}}, "sendSettings.delayInHours"),
        ({"triggerSettings": {"dayOfCycle": 10_000}}, "triggerSettings.dayOfCycle"),
        ({"content": {"html": "x" * 524_289}}, "content.html"),
        ({"subject": "x" * 129}, "subject"),
        ({"campaignId": "C9"}, "campaign.campaignId"),
        ({"fromField": {"fromFieldId": "V9"}}, "fromField.fromFieldId"),
        ({"preheader": "x"}, "preheader"),
    ],
)
def test_a_wrong_autoresponder_is_refused_with_its_field(getresponse_fake, more, place):
    assert said(call(getresponse_fake, "POST", "/autoresponders", autoresponder(**more))) == (400, 1000, place)


def test_a_name_is_taken_once(getresponse_fake):
    assert call(getresponse_fake, "POST", "/autoresponders", autoresponder()).status_code == 201
    assert said(call(getresponse_fake, "POST", "/autoresponders", autoresponder()))[:2] == (409, 1008)


def test_an_autoresponder_is_changed_in_part(getresponse_fake):
    made = call(getresponse_fake, "POST", "/autoresponders", autoresponder()).json()["autoresponderId"]
    call(getresponse_fake, "POST", f"/autoresponders/{made}", {"subject": "Ny"})
    row = call(getresponse_fake, "GET", f"/autoresponders/{made}").json()
    assert (row["subject"], row["status"], row["content"]) == ("Ny", "disabled", {"html": "<p>Hei</p>"})


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/autoresponders", autoresponder(status="enabled")),
        ("/newsletters", newsletter(type="broadcast")),
        ("/newsletters", {name: value for name, value in newsletter().items() if name != "type"}),
    ],
)
def test_what_would_go_out_is_refused_and_noticed(getresponse_fake, path, body):
    assert call(getresponse_fake, "POST", path, body).status_code == 400
    assert len(getresponse_fake.live) == 1


def test_lists_are_bare_and_paged(serve):
    fake = GetResponse(Options(page_size=1))
    serve(fake)
    answer = call(fake, "GET", "/campaigns?page=2")
    assert ([row["name"] for row in answer.json()], answer.headers["TotalCount"]) == (["vip"], "2")
    assert call(fake, "GET", "/campaigns?page=3").json() == []


def test_listings_show_no_content(getresponse_fake):
    made = call(getresponse_fake, "POST", "/newsletters", newsletter()).json()["newsletterId"]
    assert "content" not in call(getresponse_fake, "GET", "/newsletters").json()[0]
    assert call(getresponse_fake, "GET", f"/newsletters/{made}").json()["content"]


def test_a_newsletter_cannot_be_changed(getresponse_fake):
    made = call(getresponse_fake, "POST", "/newsletters", newsletter()).json()["newsletterId"]
    assert call(getresponse_fake, "POST", f"/newsletters/{made}", {"subject": "Ny"}).status_code == 405


def test_a_wrong_key_or_id_opens_nothing(getresponse_fake):
    assert said(call(getresponse_fake, "GET", "/accounts", key="x"))[:2] == (401, 1014)
    assert said(call(getresponse_fake, "GET", "/newsletters/N9"))[:2] == (404, 1013)


def test_calls_are_limited(serve, hand_clock):
    fake = GetResponse(Options(rates=True), hand_clock)
    serve(fake)
    fake.meter.calls["all"] = [0.0] * 80
    assert said(call(fake, "GET", "/accounts"))[:2] == (429, 1015)
    hand_clock.advance(2)
    assert call(fake, "GET", "/accounts").status_code == 200


@pytest.mark.parametrize(("name", "status"), [("a.png", 200), ("a.webp", 400)])
def test_a_picture_is_taken_by_its_ending_and_called_without_it(getresponse_fake, name, status):
    headers = {"X-Auth-Token": f"api-key {getresponse_fake.key}"}
    address = f"{getresponse_fake.address}/multimedia"
    answer = requests.post(address, headers=headers, files={"file": (name, b"x", "image/png")}, timeout=20)
    assert answer.status_code == status
    assert [row["name"] for row in call(getresponse_fake, "GET", "/multimedia").json()] == ["a"] * (status == 200)
