"""Klaviyo's door: keys, revisions, media types, limits, pages."""

import pytest
import requests

from tests.fakes.calling import call_klaviyo, klaviyo_headers, parameters
from tests.fakes.klaviyo import Klaviyo, Options
from tests.fakes.samples import flow_body, template_body


def pages(fake, path):
    """Return the names on every page, following the links."""
    found = []
    while path:
        answer = call_klaviyo(fake, "GET", path).json()
        found.append([one["attributes"]["name"] for one in answer["data"]])
        path = answer["links"]["next"]
    return found


def test_a_good_key_sees_the_account(klaviyo_fake):
    answer = call_klaviyo(klaviyo_fake, "GET", "/api/accounts")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/vnd.api+json"
    information = answer.json()["data"][0]["attributes"]["contact_information"]
    assert information["organization_name"] == "Shop Example"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "not_authenticated"),
        ("Bearer pk_fake", "not_authenticated"),
        ("Klaviyo-API-Key other", "authentication_failed"),
    ],
)
def test_a_wrong_key_is_refused(klaviyo_fake, said, code):
    answer = call_klaviyo(klaviyo_fake, "GET", "/api/accounts", Authorization=said)
    assert answer.status_code == 401
    assert answer.json()["errors"][0]["code"] == code


@pytest.mark.parametrize(("said", "status"), [("", 400), ("latest", 400), ("2023-01-01", 410)])
def test_a_revision_is_required_and_supported(klaviyo_fake, said, status):
    answer = call_klaviyo(klaviyo_fake, "GET", "/api/accounts", revision=said)
    assert (answer.status_code, parameters(answer)) == (status, ["revision"])


def test_flows_cannot_be_created_in_a_revision_before_they_could(klaviyo_fake):
    assert call_klaviyo(klaviyo_fake, "POST", "/api/flows", flow_body(), revision="2024-10-15").status_code == 404


def test_another_media_type_is_refused(klaviyo_fake):
    headers = {"Content-Type": "application/json"}
    answer = call_klaviyo(klaviyo_fake, "POST", "/api/templates", template_body(), **headers)
    assert answer.status_code == 415


def test_a_client_that_accepts_no_json_is_refused(klaviyo_fake):
    assert call_klaviyo(klaviyo_fake, "GET", "/api/lists", Accept="text/html").status_code == 406


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/api/nothing", 404), ("PUT", "/api/flows", 405)])
def test_unknown_paths_and_methods_are_refused(klaviyo_fake, method, path, status):
    assert call_klaviyo(klaviyo_fake, method, path).status_code == status


def test_an_error_has_all_that_the_description_requires(klaviyo_fake):
    (error,) = call_klaviyo(klaviyo_fake, "GET", "/api/templates/NONE").json()["errors"]
    assert {"id", "status", "code", "title", "detail", "source"} == set(error)
    assert (error["status"], error["code"]) == (404, "not_found")


def test_an_unknown_parameter_is_refused(klaviyo_fake):
    assert parameters(call_klaviyo(klaviyo_fake, "GET", "/api/metrics?page[size]=5")) == ["page[size]"]


def test_metrics_come_from_several_integrations(klaviyo_fake):
    rows = call_klaviyo(klaviyo_fake, "GET", "/api/metrics").json()["data"]
    orders = [row for row in rows if row["attributes"]["name"] == "Placed Order"]
    assert [row["attributes"]["integration"]["name"] for row in orders] == ["Shopify", "WooCommerce", "API"]


def test_metrics_are_filtered_by_integration(klaviyo_fake):
    path = "/api/metrics?filter=equals(integration.name,'WooCommerce')"
    assert pages(klaviyo_fake, path) == [["Started Checkout", "Placed Order"]]


def test_metrics_are_paged_as_small_as_the_test_wants(serve):
    fake = Klaviyo(Options(page_size=6))
    serve(fake)
    found = pages(fake, "/api/metrics")
    assert [len(page) for page in found] == [6, 6, 2]
    assert [name for page in found for name in page] == [metric["name"] for metric in fake.metrics.values()]


def test_a_filter_holds_on_every_page(serve):
    fake = Klaviyo(Options(page_size=1))
    serve(fake)
    assert len(pages(fake, "/api/metrics?filter=equals(integration.name,'Shopify')")) == 5


def test_lists_come_ten_to_a_page(klaviyo_fake):
    for number in range(9):
        klaviyo_fake.lists[f"MORE{number}"] = {"name": f"List {number}"}
    assert [len(page) for page in pages(klaviyo_fake, "/api/lists")] == [10, 2]


def test_a_page_links_back(klaviyo_fake):
    first = call_klaviyo(klaviyo_fake, "GET", "/api/lists?page[size]=2").json()["links"]
    second = call_klaviyo(klaviyo_fake, "GET", first["next"]).json()["links"]
    assert (first["prev"], second["prev"], second["next"]) == (None, first["self"], None)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("page[size]=11", "page[size]"),
        ("page[size]=x", "page[size]"),
        ("page[cursor]=!!", "page[cursor]"),
        ("filter=near(name,'x')", "filter"),
        ("sort=colour", "sort"),
    ],
)
def test_a_wrong_parameter_is_named(klaviyo_fake, query, parameter):
    answer = call_klaviyo(klaviyo_fake, "GET", f"/api/lists?{query}")
    assert (answer.status_code, parameters(answer)) == (400, [parameter])


def test_rows_are_sorted_as_asked(klaviyo_fake):
    assert pages(klaviyo_fake, "/api/lists?sort=-name") == [["VIP", "Test list", "Newsletter"]]


def test_only_the_fields_asked_for_come_back(klaviyo_fake):
    rows = call_klaviyo(klaviyo_fake, "GET", "/api/lists?fields[list]=name").json()["data"]
    assert {tuple(row["attributes"]) for row in rows} == {("name",)}


def test_the_headers_tell_what_is_left(klaviyo_fake):
    answer = call_klaviyo(klaviyo_fake, "GET", "/api/accounts")
    names = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
    assert [answer.headers[name] for name in names] == ["15", "14", "60"]


def test_limits_per_second_hold_only_where_switched_on(klaviyo_fake):
    assert {call_klaviyo(klaviyo_fake, "GET", "/api/accounts").status_code for _ in range(20)} == {200}


def test_too_fast_is_refused_with_the_time_to_wait(serve, hand_clock):
    fake = Klaviyo(Options(rates=True), clock=hand_clock)
    serve(fake)
    call_klaviyo(fake, "GET", "/api/accounts")
    refused = call_klaviyo(fake, "GET", "/api/accounts")
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "1")
    assert "RateLimit-Remaining" not in refused.headers
    hand_clock.advance(1)
    assert call_klaviyo(fake, "GET", "/api/accounts").status_code == 200


def test_the_steady_rate_holds_after_the_burst(serve, hand_clock):
    fake = Klaviyo(Options(rates=True), clock=hand_clock)
    serve(fake)
    for _ in range(15):
        call_klaviyo(fake, "GET", "/api/accounts")
        hand_clock.advance(2)
    assert call_klaviyo(fake, "GET", "/api/accounts").headers["Retry-After"] == "30"


def test_a_missing_accept_header_is_fine(klaviyo_fake):
    headers = {**klaviyo_headers(klaviyo_fake.key), "Accept": None}
    assert requests.get(f"{klaviyo_fake.url}/api/lists", headers=headers, timeout=20).status_code == 200
