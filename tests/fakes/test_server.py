"""A fake on the wire: many callers at once, kept connections, and nothing left behind."""

import threading
from concurrent.futures import ThreadPoolExecutor

import requests

from tests.fakes.by_hand import report
from tests.fakes.calling import call_klaviyo, klaviyo_headers
from tests.fakes.klaviyo import Klaviyo
from tests.fakes.klaviyo.__main__ import parse
from tests.fakes.samples import template_body
from tests.fakes.server import serving


def test_parallel_creates_get_different_ids(klaviyo_fake):
    def create(number):
        return call_klaviyo(klaviyo_fake, "POST", "/api/templates", template_body(f"T{number}")).json()["data"]["id"]

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(create, range(40)))) == len(klaviyo_fake.templates) == 40


def test_a_kept_connection_carries_many_requests(klaviyo_fake):
    with requests.Session() as session:
        session.headers.update(klaviyo_headers(klaviyo_fake.key))
        codes = {session.get(f"{klaviyo_fake.url}/api/accounts", timeout=20).status_code for _ in range(5)}
    assert codes == {200}


def test_an_idle_kept_connection_does_not_hold_up_the_end():
    before = threading.active_count()
    with requests.Session() as session:
        with serving(Klaviyo()) as fake:
            session.get(f"{fake.url}/api/accounts", timeout=20)
        assert threading.active_count() == before


def test_requests_are_kept_without_their_key(klaviyo_fake):
    call_klaviyo(klaviyo_fake, "POST", "/api/templates", template_body())
    (kept,) = klaviyo_fake.calls("POST", "/api/templates")
    assert kept.body == template_body()
    assert klaviyo_fake.key not in repr(kept)


def test_refused_requests_are_kept_too(klaviyo_fake):
    call_klaviyo(klaviyo_fake, "GET", "/api/nowhere", Authorization="")
    assert [past.path for past in klaviyo_fake.requests] == ["/api/nowhere"]


def test_things_are_counted_by_the_mark_in_their_name(klaviyo_fake):
    for name in ("A [fabel a1b2c3]", "B [fabel a1b2c3]", "C [fabel ffffff]"):
        call_klaviyo(klaviyo_fake, "POST", "/api/templates", template_body(name))
    assert klaviyo_fake.count("[fabel a1b2c3]") == klaviyo_fake.count("a1b2c3", "template") == 2
    assert klaviyo_fake.count("a1b2c3", "flow") == 0


def test_a_body_that_is_no_json_is_answered_in_the_envelope(klaviyo_fake):
    headers = klaviyo_headers(klaviyo_fake.key)
    answer = requests.post(f"{klaviyo_fake.url}/api/templates", data=b"{", headers=headers, timeout=20)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "parse_error"
    assert [past.path for past in klaviyo_fake.requests] == ["/api/templates"]


def test_a_body_of_unknown_length_is_refused(klaviyo_fake):
    headers = klaviyo_headers(klaviyo_fake.key)
    answer = requests.post(f"{klaviyo_fake.url}/api/templates", data=iter([b"{}"]), headers=headers, timeout=20)
    assert answer.status_code == 411


def test_the_command_line_chooses_port_and_options():
    port, options = parse(["--port", "8123", "--rates", "--page-size", "3"])
    assert (port, options.rates, options.page_size, options.schema) == (8123, True, 3, False)


def test_the_report_names_what_was_made():
    fake = Klaviyo()
    fake.add_template("TPL001", "Cart 1")
    assert "template: Cart 1" in report(fake)
    assert "Switched live: nothing" in report(fake)
