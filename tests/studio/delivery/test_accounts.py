import pytest

from studio.delivery.accounts import Account, address, checked_url, is_loopback, origin
from studio.errors import StudioError
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
        "",
    ],
)
def test_every_other_address_is_refused(url):
    with pytest.raises(StudioError):
        checked_url(url)


def test_a_refused_address_is_not_quoted_with_its_password():
    with pytest.raises(StudioError) as refused:
        checked_url("https://kari:hemmelig@a.example")
    assert "hemmelig" not in str(refused.value)


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
