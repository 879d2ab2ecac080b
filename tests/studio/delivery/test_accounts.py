from dataclasses import replace

import pytest
from immutables import Map

from studio.delivery.accounts import Account, address, checked_url, is_loopback, origin
from studio.delivery.connection import Holder, account_of, lacking
from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.refusals import KeyRefused
from studio.errors import StudioError
from studio.exporters.klaviyo.service import SERVICE as KLAVIYO
from studio.i18n import sentence
from tests.studio.delivery import shop


@pytest.mark.parametrize(
    "url", ["https://a.example", "https://a.example/v3/", "http://127.0.0.1:80", "http://[::1]:1/x", "http://LOCALHOST"]
)
def test_https_and_this_computer_are_safe(url):
    assert checked_url(url) == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example",
        "ftp://127.0.0.1",
        "http://127.0.0.1.example",
        "http://localhost.example",
        "https://user:pw@a.example",
        "https://@a.example",
        "https://a.example?x=1",
        "https://a.example#x",
        "https://",
        "https://a:b",
        "https://[::1",
        "a.example",
        "https://acme..api-us1.com",
        "https://.example",
        f"https://{'a' * 64}.example",
        "",
    ],
)
def test_every_other_address_is_refused(url):
    with pytest.raises(StudioError):
        checked_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://kari:{0}@a.example",
        "https://kari:{0}@a.example:port",
        "https://kari:x@{0}@a.example:port",
        "https://kari:{0}@[::1",
        "https://kari:a?{0}#@a.example:port",
        "kari:{0}@a.example",
        "https://a.example:port?key={0}",
        "http://a.example/#{0}",
    ],
)
def test_a_refused_address_is_not_quoted_with_its_password(url):
    with pytest.raises(StudioError) as refused:
        checked_url(url.format("hemmelig"))
    assert "hemmelig" not in str(refused.value)
    assert "a.example" in str(refused.value) or "[::1" in str(refused.value)


def test_an_account_goes_to_the_services_own_address_unless_it_has_one():
    assert address(Account("shop", "A"), shop.service()) == "https://shop.example"
    assert address(Account("shop", "A", "http://127.0.0.1:5"), shop.service()) == "http://127.0.0.1:5"


def test_an_account_is_known_by_service_and_name():
    assert Account("klaviyo", "Hansens Garn").id == "klaviyo:Hansens Garn"


def test_the_usual_port_is_the_same_origin():
    assert origin("https://A.example/x") == origin("https://a.example:443/y")
    assert origin("https://a.example") != origin("http://a.example")


@pytest.mark.parametrize(("host", "is_it"), [("127.9.9.9", True), ("::1", True), ("10.0.0.1", False), ("", False)])
def test_loopback_is_this_very_computer(host, is_it):
    assert is_loopback(host) is is_it


SCOPES = Map({"lists:read": sentence("to find lists"), "flows:write": sentence("to make flows")})
ME, REFUSED = (200, {"company": {"name": "Hansens Garn"}}), (403, {"message": "no"})
PROBED = shop.service(scopes=SCOPES, probes=Map({"lists:read": "/lists?page=1"}))
TOLD = shop.service(scopes=SCOPES, scopes_at="/scopes", scopes_in="scopes")


@pytest.fixture
def asked(connect, request):
    """Ask whose account a key opens, at a service that gives these answers."""
    small = request.getfixturevalue("shop")

    def call(service, *answers, **more):
        small.answers = list(answers)
        return account_of(service, connect(service), **more)

    return call


def test_a_key_tells_whose_account_it_opens(asked):
    assert asked(shop.service(), ME) == Holder("Hansens Garn", "Hansens Garn")


OWN_ADDRESS = replace(shop.service(), base_url="", address_hint="https://<account>.shop.example")
SEVERAL = replace(shop.service(), account_id="company.number|company.mail|company.name")


def test_a_login_for_several_accounts_is_told_apart_by_the_address_of_each(asked, connect, clock):
    one = asked(OWN_ADDRESS, ME)
    with shop.open_shop() as other:
        two = account_of(OWN_ADDRESS, connect(OWN_ADDRESS, base_url=other.url))
    assert (one.name, one.also) == (two.name, two.also) == ("Hansens Garn", ("Hansens Garn",))
    assert one.id != two.id
    assert one.id == asked(OWN_ADDRESS, ME).id


@pytest.mark.parametrize(
    ("company", "identity", "also"),
    [
        ({"number": 7, "mail": "a@b.no", "name": "Hansen"}, "7", ("a@b.no", "Hansen")),
        ({"mail": "a@b.no", "name": "Hansen"}, "a@b.no", ("Hansen",)),
        ({"name": "Hansen"}, "Hansen", ()),
        ({}, "Shop", ()),
    ],
)
def test_the_first_that_an_account_tells_is_what_it_is_known_by(asked, company, identity, also):
    holder = asked(SEVERAL, (200, {"company": company}))
    assert (holder.id, holder.also) == (identity, also)


def test_an_account_with_an_id_at_an_address_of_its_own_keeps_that_id(asked):
    holder = asked(replace(OWN_ADDRESS, account_id="company.number"), (200, {"company": {"number": 7, "name": "H"}}))
    assert (holder.id, holder.also) == ("7", ())


def test_a_scope_that_reading_shows_to_be_missing_is_named(asked):
    holder = asked(PROBED, ME, REFUSED)
    assert holder.missing == ("lists:read",)
    assert [str(said) for said in lacking(PROBED, holder)] == [
        "The key lacks “lists:read”, which is needed to find lists."
    ]


@pytest.mark.parametrize("answer", [(200, {}), (404, {"message": "?"}), (400, {"message": "?"})])
def test_only_a_refused_key_lacks_a_scope(asked, answer):
    assert asked(PROBED, ME, answer).missing == ()


def test_a_service_that_tells_all_scopes_is_believed(asked):
    assert asked(TOLD, ME, (200, {"scopes": ["lists:read", "x"]})).missing == ("flows:write",)


@pytest.mark.parametrize("answer", [REFUSED, (200, {"scopes": []}), (200, None)])
def test_scopes_that_a_service_does_not_tell_are_not_guessed(asked, answer):
    assert asked(TOLD, ME, answer).missing == ()


def test_a_push_does_not_stop_to_probe(asked, request):
    asked(PROBED, ME, probing=False)
    assert request.getfixturevalue("shop").sent("GET") == ["/me"]


def test_a_refusal_that_names_a_scope_says_what_it_is_for(connect, request):
    request.getfixturevalue("shop").answers = [(403, {"message": "API key is missing required scopes: flows:write"})]
    with pytest.raises(KeyRefused, match="lacks “flows:write”, which is needed to make flows"):
        connect(PROBED).get("/flows")


def test_the_probes_of_klaviyo_are_answered(klaviyo_fake):
    with Client(KLAVIYO, Secret(klaviyo_fake.key), klaviyo_fake.url) as client:
        assert all(client.get(path)["data"] is not None for path in KLAVIYO.probes.values())
        assert account_of(KLAVIYO, client).missing == ()
