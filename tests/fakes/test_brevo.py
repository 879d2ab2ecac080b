"""Brevo keeps templates and drafts, says what is wrong in its own words, and sends nothing."""

import pytest

from tests.fakes.brevo import Brevo, Options
from tests.fakes.brevo.__main__ import parse
from tests.fakes.calling import call_brevo
from tests.fakes.samples import brevo_campaign, brevo_template

TEMPLATES = "/smtp/templates"
CAMPAIGNS = "/emailCampaigns"


def create(fake, **more):
    return call_brevo(fake, "POST", TEMPLATES, brevo_template(**more))


def draft(fake, **more):
    body = {key: value for key, value in brevo_campaign(**more).items() if value is not None}
    return call_brevo(fake, "POST", CAMPAIGNS, body)


def words(answer):
    return answer.status_code, answer.json()["code"], answer.json()["message"].split(" ")[0]


def test_a_good_key_sees_the_account(brevo_fake):
    assert call_brevo(brevo_fake, "GET", "/account").json()["companyName"] == "Shop Example"


@pytest.mark.parametrize("key", ["", "other"])
def test_a_wrong_key_is_refused(brevo_fake, key):
    answer = call_brevo(brevo_fake, "GET", "/account", key=key)
    assert (answer.status_code, answer.json()) == (401, {"code": "unauthorized", "message": "Key not found"})


def test_a_template_is_created_inactive(brevo_fake):
    answer = create(brevo_fake)
    assert (answer.status_code, answer.json()) == (201, {"id": 1})
    read = call_brevo(brevo_fake, "GET", f"{TEMPLATES}/1").json()
    assert (read["id"], read["name"], read["isActive"]) == (1, "Cart 1 [fabel a1b2c3]", False)


@pytest.mark.parametrize(
    ("more", "code", "place"),
    [
        ({"templateName": ""}, "invalid_parameter", "templateName"),
        ({"subject": 5}, "invalid_parameter", "subject"),
        ({"htmlContent": "short"}, "invalid_parameter", "htmlContent"),
        ({"htmlContent": "x" * 1024 * 1024}, "invalid_parameter", "htmlContent"),
        ({"htmlUrl": "https://shop.example/x"}, "invalid_parameter", "htmlUrl"),
        ({"sender": {"name": "Shop"}}, "missing_parameter", "sender.email"),
        ({"sender": {"id": 99}}, "invalid_parameter", "sender.id"),
        ({"preheader": "x"}, "invalid_parameter", "preheader"),
    ],
)
def test_a_wrong_template_is_refused_in_words(brevo_fake, more, code, place):
    assert words(create(brevo_fake, **more)) == (400, code, place)
    assert not brevo_fake.templates


@pytest.mark.parametrize("key", ["templateName", "sender", "subject", "htmlContent"])
def test_a_template_needs_all_its_parts(brevo_fake, key):
    body = {name: value for name, value in brevo_template().items() if name != key}
    assert words(call_brevo(brevo_fake, "POST", TEMPLATES, body)) == (400, "missing_parameter", key)


def test_a_template_is_changed_in_place_and_says_nothing(brevo_fake):
    create(brevo_fake)
    answer = call_brevo(brevo_fake, "PUT", f"{TEMPLATES}/1", {"subject": "Ny", "isActive": True})
    assert (answer.status_code, answer.content) == (204, b"")
    assert brevo_fake.templates[1]["subject"] == "Ny"
    assert brevo_fake.templates[1]["htmlContent"] == brevo_template()["htmlContent"]


@pytest.mark.parametrize(("method", "body"), [("GET", None), ("PUT", {"tag": "x"}), ("DELETE", None)])
def test_a_template_that_does_not_exist_is_not_found(brevo_fake, method, body):
    answer = call_brevo(brevo_fake, method, f"{TEMPLATES}/7", body)
    assert (answer.status_code, answer.json()["code"]) == (404, "document_not_found")


def test_a_template_has_a_number(brevo_fake):
    assert call_brevo(brevo_fake, "GET", f"{TEMPLATES}/seven").status_code == 400


def test_templates_are_paged_by_offset_newest_first(brevo_fake):
    for number in range(5):
        brevo_fake.add_template(f"T{number}")
    answers = [call_brevo(brevo_fake, "GET", f"{TEMPLATES}?limit=2&offset={at}").json() for at in (0, 2, 4, 6)]
    assert [[row["name"] for row in answer["templates"]] for answer in answers] == [
        ["T4", "T3"],
        ["T2", "T1"],
        ["T0"],
        [],
    ]
    assert {answer["count"] for answer in answers} == {5}


def test_templates_can_be_listed_oldest_first(brevo_fake):
    for name in "AB":
        brevo_fake.add_template(name)
    rows = call_brevo(brevo_fake, "GET", f"{TEMPLATES}?sort=asc").json()["templates"]
    assert [row["name"] for row in rows] == ["A", "B"]


def test_templates_can_be_listed_by_status(brevo_fake):
    create(brevo_fake, isActive=True)
    create(brevo_fake)
    rows = call_brevo(brevo_fake, "GET", f"{TEMPLATES}?templateStatus=true").json()["templates"]
    assert [row["id"] for row in rows] == [1]


@pytest.mark.parametrize("query", ["limit=0", "limit=1001", "offset=-1", "sort=up", "page=2"])
def test_a_wrong_parameter_is_refused(brevo_fake, query):
    assert words(call_brevo(brevo_fake, "GET", f"{TEMPLATES}?{query}"))[:2] == (400, "invalid_parameter")


def test_an_active_template_cannot_be_deleted(brevo_fake):
    create(brevo_fake, isActive=True)
    assert call_brevo(brevo_fake, "DELETE", f"{TEMPLATES}/1").status_code == 400
    assert brevo_fake.deleted == []


def test_a_campaign_with_two_subjects_is_kept_as_a_draft(brevo_fake):
    assert draft(brevo_fake).json() == {"id": 1}
    assert call_brevo(brevo_fake, "GET", f"{CAMPAIGNS}/1").json()["status"] == "draft"
    assert brevo_fake.live == []


@pytest.mark.parametrize(
    ("more", "code", "place"),
    [
        ({"subjectB": "A"}, "invalid_parameter", "subjectB"),
        ({"subjectA": None}, "missing_parameter", "subjectA"),
        ({"splitRule": None}, "missing_parameter", "splitRule"),
        ({"splitRule": 51}, "invalid_parameter", "splitRule"),
        ({"winnerCriteria": None}, "missing_parameter", "winnerCriteria"),
        ({"winnerCriteria": "sales"}, "invalid_parameter", "winnerCriteria"),
        ({"winnerDelay": 169}, "invalid_parameter", "winnerDelay"),
        ({"abTesting": False}, "missing_parameter", "subject"),
        ({"abTesting": False, "subject": "A"}, "invalid_parameter", "subjectA"),
        ({"recipients": {"listIds": [99]}}, "invalid_parameter", "recipients.listIds"),
        ({"htmlContent": None}, "missing_parameter", "htmlContent"),
        ({"htmlContent": None, "templateId": 9}, "invalid_parameter", "templateId"),
        ({"name": None}, "missing_parameter", "name"),
        ({"preheader": "x"}, "invalid_parameter", "preheader"),
    ],
)
def test_a_wrong_campaign_is_refused_in_words(brevo_fake, more, code, place):
    assert words(draft(brevo_fake, **more)) == (400, code, place)
    assert not brevo_fake.campaigns


def test_an_even_split_needs_no_winner(brevo_fake):
    assert draft(brevo_fake, splitRule=50, winnerCriteria=None, winnerDelay=None).status_code == 201


def test_a_draft_without_recipients_needs_no_split(brevo_fake):
    absent = dict.fromkeys(("recipients", "splitRule", "winnerCriteria", "winnerDelay"))
    assert draft(brevo_fake, **absent).status_code == 201


@pytest.mark.parametrize("more", [{"scheduledAt": "2027-01-01T09:00:00Z"}, {"sendAtBestTime": True}])
def test_scheduling_is_refused_and_noticed(brevo_fake, more):
    assert draft(brevo_fake, **more).status_code == 400
    assert brevo_fake.live == [("campaign", "News [fabel a1b2c3]", "scheduledAt")]
    assert not brevo_fake.campaigns


def test_sending_is_refused_and_noticed(brevo_fake):
    draft(brevo_fake)
    assert call_brevo(brevo_fake, "POST", f"{CAMPAIGNS}/1/sendNow").status_code == 400
    assert brevo_fake.live == [("campaign", "News [fabel a1b2c3]", "sendNow")]
    assert brevo_fake.campaigns[1]["status"] == "draft"


def test_an_account_that_is_not_strict_schedules_and_it_is_noticed(serve):
    fake = Brevo(Options(strict=False))
    serve(fake)
    assert draft(fake, scheduledAt="2027-01-01T09:00:00Z").status_code == 201
    assert fake.campaigns[1]["status"] == "queued"
    assert fake.live


def test_a_campaign_is_changed_in_place(brevo_fake):
    draft(brevo_fake)
    assert call_brevo(brevo_fake, "PUT", f"{CAMPAIGNS}/1", {"subjectB": "C"}).status_code == 204
    assert words(call_brevo(brevo_fake, "PUT", f"{CAMPAIGNS}/1", {"subjectB": "A"}))[2] == "subjectB"
    assert brevo_fake.campaigns[1]["subjectB"] == "C"


def test_campaigns_are_listed_with_their_count(brevo_fake):
    draft(brevo_fake)
    answer = call_brevo(brevo_fake, "GET", f"{CAMPAIGNS}?status=draft").json()
    assert (answer["count"], answer["campaigns"][0]["name"]) == (1, "News [fabel a1b2c3]")


def test_a_deleted_campaign_is_remembered(brevo_fake):
    draft(brevo_fake)
    assert call_brevo(brevo_fake, "DELETE", f"{CAMPAIGNS}/1").status_code == 204
    assert brevo_fake.deleted == [("campaign", "1")]


def test_senders_and_lists_are_listed(brevo_fake):
    assert call_brevo(brevo_fake, "GET", "/senders").json()["senders"][0]["email"] == "hello@shop.example"
    assert call_brevo(brevo_fake, "GET", "/contacts/lists").json()["count"] == 2


def test_an_unknown_sender_is_refused_where_the_account_checks_them(serve):
    fake = Brevo(Options(known_senders=True))
    serve(fake)
    assert words(create(fake, sender={"email": "else@shop.example"}))[2] == "sender.email"
    assert create(fake).status_code == 201


def test_a_hundred_calls_an_hour_where_switched_on(serve, hand_clock):
    fake = Brevo(Options(rates=True), clock=hand_clock)
    serve(fake)
    answers = [call_brevo(fake, "GET", "/account") for _ in range(101)]
    assert [answer.headers["x-sib-ratelimit-remaining"] for answer in answers[:2]] == ["99", "98"]
    assert (answers[100].status_code, answers[100].headers["x-sib-ratelimit-reset"]) == (429, "3600")
    hand_clock.advance(3600)
    assert call_brevo(fake, "GET", "/account").status_code == 200


def test_things_are_counted_by_the_mark_in_their_name(brevo_fake):
    create(brevo_fake)
    draft(brevo_fake)
    assert (brevo_fake.count("a1b2c3"), brevo_fake.count("a1b2c3", "template")) == (2, 1)


def test_the_command_line_chooses_port_and_options():
    port, options = parse(["--port", "8124", "--rates"])
    assert (port, options.rates, options.strict) == (8124, True, True)
