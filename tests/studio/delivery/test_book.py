import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map

from studio.delivery.accounts import Account
from studio.delivery.book import (
    Book,
    Kept,
    accounts_of,
    book_file,
    kept,
    load_book,
    named,
    options_for,
    refuse_another,
    refuse_to_write,
    renew,
    save_book,
    with_account,
    with_defaults,
    without_account,
)
from studio.delivery.connection import Holder
from studio.errors import StudioError, WrongUse
from studio.exporters.base import Work
from studio.exporters.registry import exporter
from studio.exporters.tracking import Utm
from studio.i18n import NullTranslator
from studio.model.brand import Brand, Sender
from studio.model.project import Project
from studio.settings import Settings, save_settings

ACCOUNT = Account("klaviyo", "Hansens Garn")
FULL = Kept(
    ACCOUNT,
    client="Hansen AS",
    read_only=True,
    options=Map({"profile": "woocommerce"}),
    sender=Sender("Kari", "kari@shop.example"),
    utm=Utm("fabel", "email", "{sequence}"),
)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "accounts.json"


@pytest.fixture
def work():
    project = Project("p1", "Garn", brand=Brand(sender=Sender("Garn", "hei@shop.example")))
    return Work(project, "s1", "nb", bytes.fromhex, NullTranslator())


def book_of(*some):
    return Book(Map({each.account.id: each for each in some}))


def test_what_is_kept_comes_back(file):
    book = book_of(FULL, Kept(Account("brevo", "Hansens: Garn", "https://eu.shop.example")))
    save_book(file, book)
    assert load_book(file) == book


@given(st.text(min_size=1), st.text(), st.dictionaries(st.text(), st.text()))
def test_any_words_come_back(tmp_path_factory, name, client, options):
    path = tmp_path_factory.mktemp("book") / "accounts.json"
    book = book_of(Kept(Account("klaviyo", name), client=client, options=Map(options)))
    save_book(path, book)
    assert load_book(path) == book


def test_the_file_is_written_whole(file):
    save_book(file, book_of(FULL))
    assert [path.name for path in file.parent.iterdir()] == ["accounts.json"]


def test_accounts_of_an_older_version_are_taken_over(file):
    held = Map({"klaviyo:Hansens Garn": "", "brevo:a:b": "https://eu.shop.example"})
    save_settings(file.with_name("settings.json"), Settings(accounts=held))
    assert load_book(file) == book_of(Kept(ACCOUNT), Kept(Account("brevo", "a:b", "https://eu.shop.example")))


def test_an_account_removed_since_is_not_taken_over_again(file):
    save_settings(file.with_name("settings.json"), Settings(accounts=Map({ACCOUNT.id: ""})))
    save_book(file, without_account(load_book(file), ACCOUNT.id))
    assert load_book(file) == Book()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[]", b"{}", b'{"accounts": 1}', b'{"accounts": [{"x": 1}]}']
)
def test_a_file_that_cannot_be_read_is_kept_and_told(file, content):
    file.write_bytes(content)
    found = load_book(file)
    assert (found.accounts, file.exists()) == (Map(), False)
    assert "accounts.json.broken" in str(found.notice)
    assert file.with_name("accounts.json.broken").read_bytes() == content


def test_a_file_of_a_newer_program_is_left_as_it_is(file):
    file.write_text(json.dumps({"schema": 2, "accounts": []}), "utf-8")
    with pytest.raises(StudioError, match="newer Fabel"):
        load_book(file)
    assert file.is_file()


def test_a_disk_that_refuses_is_told(file):
    file.mkdir()
    with pytest.raises(StudioError, match="cannot be read"):
        load_book(file)
    with pytest.raises(StudioError, match="could not be kept"):
        save_book(file, Book())


def test_an_unknown_account_is_refused_with_those_there_are():
    with pytest.raises(WrongUse, match="klaviyo:Hansens Garn"):
        kept(book_of(FULL), "klaviyo:Other")


def test_an_account_put_in_again_replaces_the_older_one():
    book = with_account(book_of(FULL), Kept(ACCOUNT, client="Other"))
    assert kept(book, ACCOUNT.id) == Kept(ACCOUNT, client="Other")


def test_several_accounts_of_a_service_stand_by_client_and_name():
    some = [Kept(Account("klaviyo", name), client) for client, name in (("B", "1"), ("A", "3"), ("A", "2"))]
    book = book_of(*some, Kept(Account("brevo", "x")))
    assert [each.account.name for each in accounts_of(book, "klaviyo")] == ["2", "3", "1"]


def test_a_work_goes_out_from_the_accounts_sender_with_its_marks(work):
    changed = with_defaults(work, FULL)
    assert (changed.project.brand.sender, changed.utm) == (FULL.sender, FULL.utm)


def test_only_what_is_filled_in_of_a_sender_replaces_the_brands(work):
    changed = with_defaults(work, Kept(ACCOUNT, sender=Sender(reply_to="svar@shop.example")))
    assert changed.project.brand.sender == Sender("Garn", "hei@shop.example", "svar@shop.example")


def test_without_a_sender_of_its_own_the_brands_stays(work):
    assert with_defaults(work, Kept(ACCOUNT)) == work


def test_an_account_is_found_by_its_name_alone_where_only_one_has_it():
    twins = [Kept(Account(service, "Main")) for service in ("klaviyo", "brevo")]
    assert named(book_of(FULL, *twins), "Hansens Garn") == FULL
    assert named(book_of(FULL, *twins), "brevo:Main") == twins[1]
    with pytest.raises(WrongUse, match="brevo:Main, klaviyo:Hansens Garn"):
        named(book_of(FULL, *twins), "Main")


def test_a_key_that_opens_another_account_is_refused():
    refuse_another(Kept(ACCOUNT), Holder("Other", "2"))
    refuse_another(Kept(ACCOUNT, holder="1"), Holder("Hansen", "1"))
    with pytest.raises(StudioError, match="opens “Other”"):
        refuse_another(Kept(ACCOUNT, holder="1"), Holder("Other", "2"))


def test_an_account_kept_under_what_tells_less_is_taken_once_and_known_better_then():
    old = Kept(Account("brevo", "Main"), holder="Hansen")
    save_book(book_file(), book_of(old))
    holder = Holder("Hansen", "org-1", also=("a@b.no", "Hansen"))
    refuse_another(old, holder)
    renew(old, holder)
    known = load_book(book_file()).accounts["brevo:Main"]
    assert known == replace(old, holder="org-1")
    with pytest.raises(StudioError, match="opens “Hansen”"):
        refuse_another(known, Holder("Hansen", "org-2", also=("a@b.no", "Hansen")))


def test_an_account_that_was_changed_meanwhile_is_not_written_over():
    old = Kept(Account("brevo", "Main"), holder="Hansen")
    save_book(book_file(), book_of(replace(old, client="Hansen AS")))
    renew(old, Holder("Hansen", "org-1", also=("Hansen",)))
    assert load_book(book_file()).accounts["brevo:Main"].holder == "Hansen"


def test_only_a_read_only_account_refuses_to_be_written_to():
    refuse_to_write(Kept(ACCOUNT))
    with pytest.raises(StudioError, match="for reading only"):
        refuse_to_write(FULL)


def test_the_persons_own_words_stand_over_the_accounts_defaults():
    target = exporter("klaviyo")
    assert options_for(target, FULL, ()).profile == "woocommerce"
    assert options_for(target, FULL, ("profile=custom",)).profile == "custom"
    assert options_for(target, None, ()).profile == target.options().profile


@pytest.mark.parametrize("service", ["brevo", "sendgrid"])
def test_labels_are_among_an_accounts_defaults(service):
    held = Kept(Account(service, "Garn"), options=Map({"labels": "Vår, Salg"}))
    assert options_for(exporter(service), held, ()).labels == "Vår, Salg"
    assert options_for(exporter(service), held, ("labels=Høst",)).labels == "Høst"


def test_a_default_that_the_target_does_not_know_is_refused():
    with pytest.raises(WrongUse, match="nowhere"):
        options_for(exporter("klaviyo"), Kept(ACCOUNT, options=Map({"nowhere": "1"})), ())
