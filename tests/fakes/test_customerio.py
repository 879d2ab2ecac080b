"""The fake Customer.io refuses what Customer.io refuses, in its own words."""

import pytest
import requests

from tests.fakes.customerio.state import CustomerIo, Options

EVERYBODY = {"and": [{"attribute": {"field": "email", "operator": "exists"}}]}


def call(fake, method, path, body=None, key=None):
    headers = {"Authorization": f"Bearer {key or fake.key}"}
    return requests.request(method, f"{fake.url}/v1{path}", json=body, headers=headers, timeout=20)


def create(fake, **more):
    body = {"type": "email", "name": "A [fabel a1b2c3]", "subject": "S", "body": "B", "recipients": EVERYBODY, **more}
    return call(fake, "POST", "/newsletters", body)


def said(answer):
    error = answer.json()["errors"][0]
    return answer.status_code, error["status"], error["detail"].partition(":")[0]


def test_a_newsletter_is_a_draft_with_one_content(customerio_fake):
    shown = create(customerio_fake).json()["newsletter"]
    assert (shown["sent_at"], len(shown["content_ids"])) == (None, 1)
    assert "contents" not in shown


def test_every_call_adds_a_test_group_that_is_a_copy(customerio_fake):
    number = create(customerio_fake).json()["newsletter"]["id"]
    for _ in range(2):
        answer = call(customerio_fake, "POST", f"/newsletters/{number}/test_groups", {})
    assert len(answer.json()["newsletter"]["content_ids"]) == 3
    rows = call(customerio_fake, "GET", f"/newsletters/{number}/contents").json()["contents"]
    assert [row["subject"] for row in rows] == ["S", "S", "S"]
    assert customerio_fake.count("a1b2c3") == 2


def test_a_sent_newsletter_takes_no_group(customerio_fake):
    number = create(customerio_fake).json()["newsletter"]["id"]
    customerio_fake.newsletters[number]["sent_at"] = 1
    assert call(customerio_fake, "POST", f"/newsletters/{number}/test_groups", {}).status_code == 400


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"name": "x" * 191}, "name"),
        ({"body": "x" * 1_000_001}, "body"),
        ({"recipients": {"and": [{"segment": {"id": "7"}}]}}, "recipients.and.0.segment.id"),
        ({"preheader": "x"}, "preheader"),
        ({"from": "a@b.example", "from_id": 1}, "from"),
    ],
)
def test_a_wrong_newsletter_is_refused_with_its_place(customerio_fake, more, place):
    assert said(create(customerio_fake, **more)) == (400, "400", place)


@pytest.mark.parametrize("more", [{"send_now": True}, {"scheduled_at": 1800000000}])
def test_what_would_go_out_is_refused_and_noticed(customerio_fake, more):
    assert create(customerio_fake, **more).status_code == 400
    assert customerio_fake.live == [("newsletter", "A [fabel a1b2c3]", next(iter(more)))]


def test_actions_come_ten_at_a_time(customerio_fake):
    number = customerio_fake.add_campaign("C", *(f"E{index}" for index in range(12)))
    first = call(customerio_fake, "GET", f"/campaigns/{number}/actions").json()
    second = call(customerio_fake, "GET", f"/campaigns/{number}/actions?start={first['next']}").json()
    assert (len(first["actions"]), len(second["actions"]), second["next"]) == (10, 2, "")


def test_an_email_of_an_automation_can_be_written(customerio_fake):
    number = customerio_fake.add_campaign("C", "E")
    (action,) = customerio_fake.campaigns[number]["actions"]
    path = f"/campaigns/{number}/actions/{action}"
    assert call(customerio_fake, "PUT", path, {"subject": "Ny", "body": "B"}).status_code == 200
    assert call(customerio_fake, "GET", path).json()["action"]["subject"] == "Ny"
    assert said(call(customerio_fake, "PUT", path, {"name": "x"}))[:2] == (400, "400")


def test_what_the_other_editor_made_stays_as_it_is(customerio_fake):
    number = customerio_fake.add_campaign("C", "E")
    (action,) = customerio_fake.campaigns[number]["actions"]
    customerio_fake.campaigns[number]["actions"][action]["editor"] = "drag-and-drop"
    assert call(customerio_fake, "PUT", f"/campaigns/{number}/actions/{action}", {"subject": "Ny"}).status_code == 400


def test_a_wrong_key_or_number_opens_nothing(customerio_fake):
    assert said(call(customerio_fake, "GET", "/workspaces", key="x")) == (401, "401", "unauthorized")
    assert said(call(customerio_fake, "GET", "/campaigns/9/actions")) == (404, "404", "Not found")
    assert call(customerio_fake, "GET", "/newsletters/x").status_code == 400


def test_calls_are_limited_by_the_second(serve, hand_clock):
    fake = CustomerIo(Options(rates=True), hand_clock)
    serve(fake)
    answers = [call(fake, "GET", "/workspaces").status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]
    hand_clock.advance(1)
    assert call(fake, "GET", "/workspaces").status_code == 200


@pytest.mark.parametrize(("media", "status"), [("image/png", 200), ("image/webp", 400)])
def test_a_picture_is_taken_by_its_kind(customerio_fake, media, status):
    headers = {"Authorization": f"Bearer {customerio_fake.key}"}
    address = f"{customerio_fake.url}/v1/assets/files"
    answer = requests.post(address, headers=headers, files={"file": ("a.png", b"x", media)}, timeout=20)
    assert answer.status_code == status
    assert call(customerio_fake, "GET", "/assets").json()["meta"]["pagination"]["total"] == (status == 200)
