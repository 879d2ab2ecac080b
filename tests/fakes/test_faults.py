"""Every fault does on the wire what it is called, and has or has not done the work as it says."""

import pytest
import requests

from tests.fakes.brevo import Brevo
from tests.fakes.calling import call_brevo, call_klaviyo, klaviyo_headers
from tests.fakes.faults import Fault
from tests.fakes.klaviyo import Klaviyo
from tests.fakes.samples import brevo_template, template_body
from tests.fakes.server import serving

TEMPLATES = "/api/templates"


def create(fake, name="T"):
    return call_klaviyo(fake, "POST", TEMPLATES, template_body(name))


def struck(fake, fault, **how):
    fake.faults.on("POST", TEMPLATES, fault, **how)
    return fake


def test_busy_says_when_to_come_back_and_does_nothing(klaviyo_fake):
    answer = create(struck(klaviyo_fake, Fault.BUSY, retry_after=7))
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")
    assert answer.json()["errors"][0]["code"] == "throttled"
    assert not klaviyo_fake.templates


def test_busy_can_leave_out_when(klaviyo_fake):
    assert "Retry-After" not in create(struck(klaviyo_fake, Fault.BUSY, retry_after=None)).headers


@pytest.mark.parametrize(("fault", "made"), [(Fault.ERROR_BEFORE, 0), (Fault.ERROR_AFTER, 1)])
def test_an_error_comes_before_or_after_the_work(klaviyo_fake, fault, made):
    answer = create(struck(klaviyo_fake, fault))
    assert answer.status_code == 500
    assert answer.json()["errors"][0]["code"] == "error"
    assert len(klaviyo_fake.templates) == made


@pytest.mark.parametrize(("fault", "made"), [(Fault.RESET_BEFORE, 0), (Fault.RESET_AFTER, 1)])
def test_a_reset_comes_before_or_after_the_work(klaviyo_fake, fault, made):
    with pytest.raises(requests.ConnectionError, match="reset"):
        create(struck(klaviyo_fake, fault))
    assert len(klaviyo_fake.templates) == made


def test_a_slow_answer_is_too_late_for_an_impatient_client_but_the_work_is_done():
    fake = struck(Klaviyo(), Fault.SLOW)
    headers = klaviyo_headers(fake.key)
    with serving(fake), pytest.raises(requests.ReadTimeout):
        requests.post(fake.url + TEMPLATES, json=template_body(), headers=headers, timeout=0.3)
    assert len(fake.templates) == 1


def test_a_slow_answer_arrives_once_it_is_released(klaviyo_fake):
    struck(klaviyo_fake, Fault.SLOW).faults.release()
    assert create(klaviyo_fake).status_code == 201


def test_a_cut_answer_breaks_off_in_its_body(klaviyo_fake):
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        create(struck(klaviyo_fake, Fault.CUT))
    assert len(klaviyo_fake.templates) == 1


def test_a_malformed_answer_is_whole_but_no_json(klaviyo_fake):
    answer = create(struck(klaviyo_fake, Fault.MALFORMED))
    assert answer.status_code == 201
    with pytest.raises(requests.JSONDecodeError):
        answer.json()
    assert len(klaviyo_fake.templates) == 1


def test_only_the_named_calls_fail(klaviyo_fake):
    struck(klaviyo_fake, Fault.ERROR_BEFORE, nth=2, times=2)
    assert [create(klaviyo_fake).status_code for _ in range(5)] == [201, 500, 500, 201, 201]


def test_a_rule_without_end_strikes_for_ever(klaviyo_fake):
    struck(klaviyo_fake, Fault.BUSY, nth=2, times=0)
    assert [create(klaviyo_fake).status_code for _ in range(4)] == [201, 429, 429, 429]


def test_other_methods_and_paths_are_spared(klaviyo_fake):
    struck(klaviyo_fake, Fault.BUSY)
    assert call_klaviyo(klaviyo_fake, "GET", TEMPLATES).status_code == 200
    assert call_klaviyo(klaviyo_fake, "GET", "/api/lists").status_code == 200


def test_a_pattern_covers_many_paths(klaviyo_fake):
    klaviyo_fake.faults.on("*", "/api/*", Fault.BUSY, times=0)
    codes = {call_klaviyo(klaviyo_fake, "GET", path).status_code for path in ("/api/lists", "/api/metrics")}
    assert codes == {429}


def test_cleared_faults_strike_no_more(klaviyo_fake):
    struck(klaviyo_fake, Fault.BUSY, times=0).faults.clear()
    assert create(klaviyo_fake).status_code == 201


def test_fired_faults_are_told(klaviyo_fake):
    create(struck(klaviyo_fake, Fault.BUSY))
    create(klaviyo_fake)
    assert klaviyo_fake.faults.fired == [("POST", TEMPLATES, Fault.BUSY)]


def test_a_fault_speaks_in_the_services_own_envelope(brevo_fake: Brevo):
    brevo_fake.faults.on("POST", "/v3/smtp/templates", Fault.BUSY)
    answer = call_brevo(brevo_fake, "POST", "/smtp/templates", brevo_template())
    assert answer.status_code == 429
    assert answer.json()["code"] == "too_many_requests"


@pytest.mark.parametrize("fault", [Fault.CUT, Fault.MALFORMED])
def test_an_answer_without_a_body_can_be_broken_too(brevo_fake: Brevo, fault):
    number = brevo_fake.add_template("T")
    brevo_fake.faults.on("PUT", "*", fault)
    with pytest.raises(requests.RequestException):
        call_brevo(brevo_fake, "PUT", f"/smtp/templates/{number}", {"tag": "x"}).json()
    assert brevo_fake.templates[number]["tag"] == "x"
