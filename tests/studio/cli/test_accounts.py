"""`accounts` on the command line: several per service, their keys in the keychain, their defaults in every push."""

from dataclasses import replace
from importlib.util import find_spec
from types import SimpleNamespace

import pytest

from studio.cli.surroundings import surroundings_of_process
from studio.delivery.accounts import Account
from studio.delivery.book import Kept, book_file, load_book, save_book, with_account
from studio.exporters.registry import BUILT_IN
from tests.fakes.klaviyo.seeds import ACCOUNT
from tests.fakes.wire import Problem, Refusal


def test_an_account_is_listed_with_its_client_and_where_its_key_lies(fabel, kept):
    kept("Hansen", "--client", "Hansen AS", "--set", "profile=woocommerce")
    (one,) = fabel("accounts", "--json").json["accounts"]
    assert (one["id"], one["client"], one["has_key"]) == ("klaviyo:Hansen", "Hansen AS", True)
    assert one["options"] == {"profile": "woocommerce"}
    assert "keychain" in fabel("accounts").out


def test_adding_shows_the_services_own_name_for_it(kept):
    assert f"Klaviyo says: {ACCOUNT['contact_information']['organization_name']}" in kept().err


def test_the_key_is_in_the_keychain_and_nowhere_else(fabel, kept, ring, klaviyo_fake):
    said = kept()
    assert list(ring.kept.values()) == [klaviyo_fake.key]
    assert klaviyo_fake.key not in said.out + said.err + book_file().read_text("utf-8")


def test_a_key_that_the_service_refuses_is_not_kept(fabel, ring, klaviyo_fake):
    ran = fabel("accounts", "add", "klaviyo", "X", "--address", klaviyo_fake.url, typed="pk_wrong")
    assert (ran.code, ring.kept, book_file().exists()) == (1, {}, False)
    assert "pk_wrong" not in ran.err


def test_offline_an_account_is_kept_untested(fabel, ring, monkeypatch):
    monkeypatch.setattr("studio.delivery.http.TRIES", 1)
    ran = fabel("accounts", "add", "klaviyo", "X", "--address", "http://127.0.0.1:9", typed="pk_1")
    assert (ran.code, len(ring.kept)) == (0, 1)
    assert "It was not tested" in ran.err


def test_without_a_key_nothing_is_kept(fabel, ring):
    ran = fabel("accounts", "add", "klaviyo", "X")
    assert ran.code == 1
    assert "--no-key" in ran.err
    assert fabel("accounts", "add", "klaviyo", "X", "--no-key").code == 0


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        (2, ("nowhere", "X")),
        (2, ("klaviyo", "X", "--set", "nowhere=1")),
        (2, ("klaviyo", "X", "--set", "profile")),
        (2, ("klaviyo", " ")),
        (2, ("klaviyo", "X", "--sender", "Kari")),
        (1, ("klaviyo", "X", "--utm-campaign", "{shop}")),
        (1, ("klaviyo", "X", "--address", "http://shop.example")),
        (1, ("klaviyo", "X", "--address", "https://me:secret@shop.example")),
    ],
)
def test_what_cannot_be_kept_is_refused(fabel, ring, code, wrong):
    ran = fabel("accounts", "add", *wrong, "--no-key")
    assert (ran.code, book_file().exists()) == (code, False)
    assert "secret" not in ran.err


def test_a_name_is_given_once_unless_the_account_is_to_be_changed(fabel, kept, klaviyo_fake):
    kept("Hansen")
    again = ("accounts", "add", "klaviyo", "Hansen", "--address", klaviyo_fake.url, "--no-key")
    assert fabel(*again).code == 1
    assert fabel(*again, "--read-only", "--replace").code == 0
    assert fabel("accounts", "--json").json["accounts"][0]["read_only"]
    assert load_book(book_file()).accounts["klaviyo:Hansen"].holder == "FAKE01"


def test_a_test_names_the_account_as_the_service_does(fabel, kept):
    kept("Hansen")
    for asked in (("test", "Hansen", "--json"), ("--json", "test", "Hansen")):
        ran = fabel("accounts", *asked)
        assert (ran.code, ran.json["account"], ran.json["missing"]) == (0, "FAKE01", [])


def test_a_removed_account_takes_its_key_along(fabel, kept, ring):
    kept("Hansen")
    assert fabel("accounts", "remove", "klaviyo:Hansen").code == 0
    assert (ring.kept, fabel("accounts", "--json").json["accounts"]) == ({}, [])


@pytest.mark.parametrize("action", ["test", "remove"])
def test_an_unknown_account_is_refused_with_those_there_are(fabel, kept, action):
    kept("Hansen")
    ran = fabel("accounts", action, "Nobody")
    assert ran.code == 2
    assert "klaviyo:Hansen" in ran.err


def test_a_push_goes_to_the_only_account_of_the_service(fabel, kept, cart, klaviyo_fake):
    kept("Hansen")
    ran = fabel("push", "klaviyo", cart, "--dry-run", "--json")
    assert (ran.code, ran.json["account"]) == (0, "klaviyo:Hansen")


def test_among_several_accounts_one_must_be_named(fabel, kept, cart):
    kept("Hansen")
    kept("Olsen")
    ran = fabel("push", "klaviyo", cart, "--dry-run")
    assert ran.code == 2
    assert "Hansen, Olsen" in ran.err
    assert (
        fabel("push", "klaviyo", cart, "--account", "Olsen", "--dry-run", "--json").json["account"] == "klaviyo:Olsen"
    )


def test_two_accounts_at_one_service_know_nothing_of_each_other(fabel, kept, cart, klaviyo_fake):
    kept("Hansen")
    kept("Olsen")
    assert fabel("push", "klaviyo", cart, "--account", "Hansen", "--language", "nb").code == 0
    ran = fabel("push", "klaviyo", cart, "--account", "Olsen", "--language", "nb", "--json")
    assert {thing["action"] for thing in ran.json["things"]} <= {"unchanged", "updated"}  # found by name
    assert len(klaviyo_fake.flows) == 1


def test_an_account_for_reading_plans_but_never_writes(fabel, kept, cart, klaviyo_fake, tmp_path):
    kept("Hansen", "--read-only")
    for command in (("push", "klaviyo", cart), ("push", "klaviyo", cart, "--later"), ("live", "klaviyo", cart)):
        ran = fabel(*command)
        assert ran.code == 1
        assert "for reading only" in ran.err
    assert fabel("push", "klaviyo", cart, "--dry-run").code == 0
    assert fabel("export", "klaviyo", cart, "--account", "Hansen", "-o", tmp_path / "out").code == 0
    assert {call.method for call in klaviyo_fake.requests} == {"GET"}


def test_the_accounts_defaults_reach_the_service(fabel, kept, cart, klaviyo_fake):
    kept("Hansen", "--sender", "Kari <kari@hansen.example>")
    assert fabel("push", "klaviyo", cart, "--language", "nb").code == 0
    assert "kari@hansen.example" in str(list(klaviyo_fake.flows.values()))


def test_a_kept_key_is_not_sent_to_another_address(fabel, kept, cart):
    kept("Hansen")
    ran = fabel("push", "klaviyo", cart, "--account", "Hansen", "--base-url", "http://127.0.0.1:9", "--dry-run")
    assert ran.code == 1
    assert "is not sent elsewhere" in ran.err


def test_a_key_of_another_account_is_not_used_for_this_one(fabel, kept, cart, monkeypatch, klaviyo_fake):
    kept("Hansen")
    book = load_book(book_file())
    one = book.accounts["klaviyo:Hansen"]
    assert one.holder == "FAKE01"
    save_book(book_file(), with_account(book, replace(one, holder="OTHER1")))
    ran = fabel("push", "klaviyo", cart)
    assert (ran.code, [call for call in klaviyo_fake.requests if call.method != "GET"]) == (1, [])
    assert "is not the account kept as “Hansen”" in ran.err


def test_a_key_from_the_environment_is_said_to_be_used(fabel, kept, cart, klaviyo_fake, ring):
    kept("Hansen")
    ring.kept.clear()
    ran = fabel("push", "klaviyo", cart, "--dry-run", FABEL_KLAVIYO_KEY=klaviyo_fake.key)
    assert "The key comes from FABEL_KLAVIYO_KEY." in ran.err


def test_files_take_sender_and_marks_of_an_account(fabel, kept, cart, tmp_path):
    kept("Hansen", "--utm-source", "fabel", "--set", "profile=custom")
    assert fabel("export", "html", cart, "--language", "nb", "--account", "Hansen", "-o", tmp_path / "o").code == 0
    pages = "".join(page.read_text("utf-8") for page in (tmp_path / "o").rglob("*.html"))
    assert "utm_source=fabel" in pages


def test_a_broken_book_is_told_and_kept(fabel, ring):
    book_file().write_text("{", "utf-8")
    assert "accounts.json.broken" in fabel("accounts").err


def has_fake(name):
    return name != "webhook" and find_spec(f"tests.fakes.{name}") is not None


@pytest.mark.parametrize("service", sorted(filter(has_fake, BUILT_IN)))
def test_every_service_can_be_tested_and_lacks_nothing_for_a_whole_key(fabel, ring, request, service):
    fake = request.getfixturevalue(f"{service}_fake")
    address = getattr(fake, "address", "") or fake.url
    added = fabel("accounts", "add", service, "Hansen", "--address", address, typed=fake.key)
    assert added.code == 0, added.err
    ran = fabel("accounts", "test", f"{service}:Hansen", "--json")
    assert ran.code == 0, ran.err
    assert (bool(ran.json["name"]), ran.json["missing"], fake.live) == (True, [], [])
    assert {call.method for call in fake.requests} == {"GET"}


def test_an_address_that_cannot_be_asked_is_kept_and_that_is_said(fabel, ring):
    address = ("--address", "https://automation.example/hooks/fabel")
    ran = fabel("accounts", "add", "webhook", "Hooks", *address, typed="secret-of-both")
    assert (ran.code, len(ring.kept)) == (0, 1)
    assert "automation.example cannot be asked" in ran.err


@pytest.mark.parametrize("service", ["webhook", "activecampaign", "drip"])
def test_where_every_account_has_an_address_it_must_be_given(fabel, ring, service):
    ran = fabel("accounts", "add", service, "Hansen", "--no-key")
    assert (ran.code, book_file().exists()) == (1, False)
    assert "an address of its own" in ran.err


@pytest.fixture
def without(klaviyo_fake, monkeypatch):
    """Return a function that takes a scope from the fake's key, which then refuses a path in Klaviyo's words."""
    whole = klaviyo_fake.answer

    def take(scope, method, path):
        def answer(received):
            if (received.method, received.path) == (method, path):
                raise Refusal(403, Problem("permission_denied", f"API key is missing required scopes: {scope}"))
            return whole(received)

        monkeypatch.setattr(klaviyo_fake, "answer", answer)

    return take


def test_a_scope_that_the_key_lacks_is_named_with_what_it_is_for(fabel, kept, without):
    without("lists:read", "GET", "/api/lists")
    assert "The key lacks “lists:read”, which is needed to find the lists" in kept().err
    assert fabel("accounts", "test", "Hansen", "--json").json["missing"] == ["lists:read"]


def test_a_push_that_lacks_a_scope_to_write_names_it(fabel, kept, without, cart):
    kept()
    without("templates:write", "POST", "/api/templates")
    ran = fabel("push", "klaviyo", cart)
    assert ran.code == 1
    assert "The key for Klaviyo lacks “templates:write”, which is needed to make and change templates" in ran.err


def test_a_named_account_keeps_its_own_key_whatever_the_environment_holds(fabel, kept, cart):
    kept("Hansen")
    ran = fabel("push", "klaviyo", cart, "--account", "Hansen", "--dry-run", FABEL_KLAVIYO_KEY="pk_of_somebody_else")
    assert (ran.code, "FABEL_KLAVIYO_KEY" in ran.err) == (0, False)


def test_where_the_environment_means_another_account_one_must_be_named(fabel, kept, cart, klaviyo_fake):
    kept("Hansen")
    klaviyo_fake.requests.clear()
    ran = fabel("push", "klaviyo", cart, FABEL_KLAVIYO_KEY="pk_of_somebody_else")
    assert (ran.code, klaviyo_fake.requests, "pk_of" in ran.err) == (2, [], False)
    assert "--account" in ran.err


def test_an_account_for_reading_is_not_written_to_by_its_key_alone(fabel, kept, cart, klaviyo_fake):
    kept("Hansen", "--read-only")
    given = {"FABEL_KLAVIYO_KEY": klaviyo_fake.key}
    for around in (("--base-url", klaviyo_fake.url), ("--account", "Other", "--base-url", klaviyo_fake.url)):
        ran = fabel("push", "klaviyo", cart, *around, **given)
        assert (ran.code, "“Hansen” is for reading only" in ran.err) == (1, True)
        assert fabel("push", "klaviyo", cart, "--dry-run", *around, **given).code == 0
    assert {call.method for call in klaviyo_fake.requests} == {"GET"}


def test_the_key_of_nobody_s_account_goes_to_the_service_s_own_address_only(fabel, ring, cart, klaviyo_fake):
    ring.set_password("fabel", "klaviyo:default", klaviyo_fake.key)
    ran = fabel("push", "klaviyo", cart, "--base-url", klaviyo_fake.url)
    assert (ran.code, klaviyo_fake.requests) == (1, [])
    assert "is not sent elsewhere" in ran.err


def test_nothing_is_pushed_while_the_book_cannot_be_read(fabel, kept, cart, klaviyo_fake):
    kept("Hansen", "--read-only")
    book_file().write_text("{", "utf-8")
    ran = fabel("push", "klaviyo", cart, "--base-url", klaviyo_fake.url, FABEL_KLAVIYO_KEY=klaviyo_fake.key)
    assert (ran.code, "accounts.json.broken" in ran.err) == (1, True)
    assert {call.method for call in klaviyo_fake.requests} == {"GET"}


def test_a_name_that_no_file_can_hold_is_refused_in_a_sentence(fabel, ring):
    ran = fabel("accounts", "add", "klaviyo", "Hansen\udcff", "--no-key")
    assert (ran.code, book_file().exists()) == (1, False)
    assert "could not be kept" in ran.err


def test_an_account_added_meanwhile_stays(fabel, ring, klaviyo_fake, monkeypatch):
    whole = klaviyo_fake.answer

    def answer(received):
        save_book(book_file(), with_account(load_book(book_file()), Kept(Account("klaviyo", "Olsen"))))
        return whole(received)

    monkeypatch.setattr(klaviyo_fake, "answer", answer)
    address = ("--address", klaviyo_fake.url)
    assert fabel("accounts", "add", "klaviyo", "Hansen", *address, typed=klaviyo_fake.key).code == 0
    assert sorted(load_book(book_file()).accounts) == ["klaviyo:Hansen", "klaviyo:Olsen"]


def test_without_a_keychain_it_is_said_how_to_give_the_key(fabel, ring, klaviyo_fake, monkeypatch):
    monkeypatch.setattr(ring, "set_password", lambda *_: None)
    ran = fabel("accounts", "add", "klaviyo", "X", "--address", klaviyo_fake.url, typed=klaviyo_fake.key)
    assert (ran.code, "give the key with FABEL_KLAVIYO_KEY" in ran.err) == (0, True)


@pytest.mark.parametrize(
    "wrong", [("--sender", "Kari <kari@>"), ("--reply-to", "not an address"), ("--reply-to", "a@b\nBcc: c@d")]
)
def test_an_address_for_e_mails_must_be_one(fabel, ring, wrong):
    ran = fabel("accounts", "add", "klaviyo", "X", *wrong, "--no-key")
    assert (ran.code, book_file().exists()) == (2, False)


def test_an_end_of_input_instead_of_a_key_is_no_key(monkeypatch):
    def ended(_question):
        raise EOFError

    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("getpass.getpass", ended)
    assert surroundings_of_process().hidden("Key: ") == ""


@pytest.mark.parametrize(
    "words",
    [
        ("accounts", "add", "activecampaign", "Hansen", "--address"),
        ("import", "klaviyo", "--list", "--base-url"),
        ("import", "products", "woocommerce", "--into", "FILE", "--reader", "kari", "--base-url"),
        ("push", "klaviyo", "FILE", "--base-url"),
    ],
)
def test_an_address_that_cannot_be_looked_up_is_one_sentence(fabel, ring, cart, words):
    keys = {"FABEL_KLAVIYO_KEY": "pk_1", "FABEL_WOOCOMMERCE_KEY": "ck_1:cs_1"}
    words = [cart if word == "FILE" else word for word in words]
    ran = fabel(*words, "https://acme..api-us1.com", typed="k", **keys)
    assert (ran.code, "is not the address of a service" in ran.err) == (1, True)


def test_an_account_kept_by_its_company_s_name_goes_on_and_is_known_by_more_from_then_on(fabel, cart, brevo_fake):
    kept_before = Kept(Account("brevo", "Main", brevo_fake.url), holder="Shop Example")
    save_book(book_file(), with_account(load_book(book_file()), kept_before))
    push = ("push", "brevo", cart, "--account", "Main", "--language", "nb")
    assert fabel(*push, FABEL_BREVO_KEY=brevo_fake.key).code == 0
    assert load_book(book_file()).accounts["brevo:Main"].holder == "fake-organization"
    brevo_fake.account["organization_id"] = "another-organization"
    ran = fabel(*push, FABEL_BREVO_KEY=brevo_fake.key)
    assert (ran.code, "not the account kept as" in ran.err) == (1, True)
