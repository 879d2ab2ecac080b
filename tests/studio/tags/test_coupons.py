import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map

from studio.tags.coupons import coupon_name
from studio.tags.parser import parse_tag
from studio.tags.sample import INVENTED_CODE, sample
from studio.tags.services import dialect
from studio.tags.slots import Slots, fill
from studio.tags.tree import Context
from tests.studio.tags.personas import KARI

KLAVIYO = dialect("klaviyo", coupon="fabel_x")
SHARED, OWN, OWN_OR_WORDS = {"offer.code": "TAKK10"}, {"coupon.code": ""}, {"coupon.code": "TAKK10"}


def said(sources, service, constants):
    slots = Slots((), Map(constants))
    return fill("".join(slots.hold(parse_tag(source), Context.TEXT) for source in sources), slots, service)


@given(st.text())
def test_a_coupon_has_a_name_that_every_service_takes(message):
    assert re.fullmatch(r"[A-Za-z0-9_]{1,24}", coupon_name("p", message))
    assert coupon_name("p", message) == coupon_name("p", message)


def test_each_message_has_a_coupon_of_its_own():
    assert len({coupon_name("p", "a"), coupon_name("p", "b"), coupon_name("q", "a")}) == 3


@pytest.mark.parametrize(
    ("constants", "text"),
    [
        (SHARED, "TAKK10"),
        (OWN, "{% coupon_code 'fabel_x' %}"),
        (OWN_OR_WORDS, "{% coupon_code 'fabel_x' %}"),
    ],
)
def test_an_offers_code_is_each_readers_own_where_the_offer_says_so(constants, text):
    filled = said(["offer.code"], KLAVIYO, constants)
    assert (filled.text, filled.unsayable) == (text, ())


def test_a_code_is_there_wherever_a_service_makes_one():
    asked = ["if offer.code", "offer.code", "else", "person.email", "end"]
    assert said(asked, KLAVIYO, OWN).text == "{% coupon_code 'fabel_x' %}"


@pytest.mark.parametrize(("constants", "text", "lost"), [(OWN, "{{ contact.EMAIL }}", 2), (OWN_OR_WORDS, "TAKK10", 1)])
def test_a_service_without_codes_says_the_words_and_that_it_has_none(constants, text, lost):
    asked = ["if offer.code", "offer.code", "else", "person.email", "end"]
    filled = said(asked, dialect("brevo"), constants)
    assert filled.text == text
    assert {unsayable.path for unsayable in filled.unsayable} == {"coupon.code"}
    assert said(["offer.code", *asked], dialect("brevo"), constants).unsayable[lost - 1].path == "coupon.code"


def test_a_coupon_without_a_name_cannot_be_said():
    assert said(["coupon.code"], dialect("klaviyo"), {}).unsayable[0].path == "coupon.code"


def test_the_preview_shows_an_invented_code():
    assert said(["offer.code"], sample(KARI, "nb"), OWN).text == INVENTED_CODE
    assert said(["offer.code"], sample(KARI, "nb"), SHARED).text == "TAKK10"
