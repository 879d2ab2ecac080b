"""Klaviyo's coupons and the fields of its events are told as the service tells them, and people change things."""

import pytest

from tests.fakes.calling import call_klaviyo, pointers
from tests.fakes.klaviyo import people
from tests.fakes.samples import template_body

PATH = "/api/coupons"


def coupon(name="FABEL_1", **attributes):
    return {"data": {"type": "coupon", "attributes": {"external_id": name, **attributes}}}


def test_a_coupon_is_known_by_its_external_id(klaviyo_fake):
    created = call_klaviyo(klaviyo_fake, "POST", PATH, coupon(description="Ti prosent"))
    assert (created.status_code, created.json()["data"]["id"]) == (201, "FABEL_1")
    (listed,) = call_klaviyo(klaviyo_fake, "GET", PATH).json()["data"]
    assert listed["attributes"]["external_id"] == "FABEL_1"
    assert ("coupon", "FABEL_1") in set(klaviyo_fake.names())


def test_a_coupon_is_made_once(klaviyo_fake):
    call_klaviyo(klaviyo_fake, "POST", PATH, coupon())
    assert call_klaviyo(klaviyo_fake, "POST", PATH, coupon()).status_code == 409


@pytest.mark.parametrize("name", ["", "TI PROSENT", 7])
def test_a_coupon_of_a_bad_name_is_refused(klaviyo_fake, name):
    refused = call_klaviyo(klaviyo_fake, "POST", PATH, coupon(name))
    assert (refused.status_code, pointers(refused)) == (400, ["/data/attributes/external_id"])


def test_a_coupon_is_described_anew(klaviyo_fake):
    call_klaviyo(klaviyo_fake, "POST", PATH, coupon())
    body = {"data": {"type": "coupon", "id": "FABEL_1", "attributes": {"description": "Ny"}}}
    assert call_klaviyo(klaviyo_fake, "PATCH", f"{PATH}/FABEL_1", body).status_code == 200
    read = call_klaviyo(klaviyo_fake, "GET", f"{PATH}/FABEL_1").json()
    assert read["data"]["attributes"]["description"] == "Ny"


def test_a_coupon_that_is_not_there(klaviyo_fake):
    assert call_klaviyo(klaviyo_fake, "GET", f"{PATH}/NO").status_code == 404


def test_the_fields_of_an_event_have_samples_only_where_they_are_asked_for(klaviyo_fake):
    path = "/api/metrics/SHCHKO/metric-properties"
    plain = call_klaviyo(klaviyo_fake, "GET", path).json()["data"]
    full = call_klaviyo(klaviyo_fake, "GET", f"{path}?additional-fields[metric-property]=sample_values").json()["data"]
    assert "sample_values" not in plain[0]["attributes"]
    assert full[0]["attributes"]["property"] == "$value"
    assert full[0]["attributes"]["sample_values"] == [1890.0, 420.0]


def test_an_event_that_is_not_there_has_no_fields(klaviyo_fake):
    assert call_klaviyo(klaviyo_fake, "GET", "/api/metrics/NO/metric-properties").status_code == 404


def test_people_change_a_template(klaviyo_fake):
    call_klaviyo(klaviyo_fake, "POST", "/api/templates", template_body())
    name = next(iter(klaviyo_fake.templates.values()))["name"]
    people.edit_template(klaviyo_fake, name, html="<p>Annet</p>")
    assert next(iter(klaviyo_fake.templates.values()))["html"] == "<p>Annet</p>"


def test_people_cannot_change_a_message_that_is_not_there(klaviyo_fake):
    with pytest.raises(LookupError):
        people.edit_message(klaviyo_fake, "Brev 1", subject_line="Ny")
