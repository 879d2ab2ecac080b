"""An offer whose code is each reader's own: in its block, in every text that names it, and where a service has none."""

import pytest

from studio.model.trade import MailTheme
from studio.tags.sample import INVENTED_CODE
from studio.tags.services import dialect
from tests.studio.render.shop import KARI, block, found, rendered

KLAVIYO = dialect("klaviyo", coupon="fabel_x")
TAG = "{% coupon_code 'fabel_x' %}"


def mail(said, **settings):
    offer = block("discount", text="Her:", value="15 %", settings={"unique": True, **settings})
    return rendered(block("paragraph", text="Koden er {{ offer.code }}."), offer, dialect=said)


@pytest.mark.parametrize(("said", "code"), [(KARI, INVENTED_CODE), (KLAVIYO, TAG)])
def test_the_readers_own_code_stands_in_the_offer_and_wherever_it_is_named(said, code):
    message = mail(said)
    assert message.html.count(code) == message.text.count(code) == 2
    assert found(message) == []


def test_a_service_that_makes_no_codes_sends_the_words_for_it_and_says_so():
    message = mail(dialect("brevo"), code="TAKK10")
    assert message.text.count("TAKK10") == 2
    assert set(found(message)) == {"render.dialect_cannot"}


@pytest.mark.parametrize("theme", list(MailTheme))
def test_there_is_no_empty_frame_where_there_is_no_code(theme):
    offer = block("discount", text="Her:", value="15 %", settings={"unique": True})
    shown, empty = (rendered(offer, dialect=said, theme=theme).html for said in (KARI, dialect("brevo")))
    assert "dashed" in shown
    assert "dashed" not in empty
