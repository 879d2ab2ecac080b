"""Whatever a writer builds means the same at the service as in the preview: shown by the services' real engines."""

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.render.personas import sample_personas
from studio.tags.sample import sample
from studio.tags.services import dialect
from studio.tags.slots import Slots, fill
from tests.studio.tags.personas import PERSONAS
from tests.studio.tags.texts import HTML, PLAIN, comparable, texts
from tests.studio.tags.worlds import ENGINES, of_the_shop, world

READERS = tuple(of_the_shop(persona) for persona in (*PERSONAS, *sample_personas()))
MONEYS = (("nb", "NOK"), ("nl", "EUR"), ("en", "GBP"))
SLOW = ("handlebars", "sendgrid")
services = pytest.mark.parametrize(("service", "profile"), list(ENGINES), ids=[" ".join(pair) for pair in ENGINES])


def native(service, profile, money):
    language, currency = money
    return dialect(service, profile=profile, currency=currency, language=language, coupon="fabel_x")


def meanings(pieces, said, persona, money, profile, in_html):
    slots = Slots(piece for piece in pieces if isinstance(piece, str))
    text = "".join(piece if isinstance(piece, str) else slots.hold(*piece) for piece in pieces)
    template, data = fill(text, slots, said).text, world(said.name, persona.event, money)
    sent = ENGINES[said.name, profile](template, data, in_html=in_html)
    return comparable(sent), comparable(fill(text, slots, sample(persona, *money)).text)


def check(data, service, profile, contexts):
    money, persona = data.draw(st.sampled_from(MONEYS)), data.draw(st.sampled_from(READERS))
    said = native(service, profile, money)
    pieces = data.draw(texts(said, contexts))
    return meanings(pieces, said, persona, money, profile, contexts is HTML)


@services
@settings(deadline=None, max_examples=15)
@given(data=st.data())
def test_html_means_the_same_at_the_service(service, profile, data):
    sent, shown = check(data, service, profile, HTML)
    assert html.unescape(sent) == html.unescape(shown)
    # What Shopify knows of a customer takes no filter, so escaping it is left to Shopify.
    assert service == "shopify" or sent.count("<") == shown.count("<")


@services
@settings(deadline=None, max_examples=15)
@given(data=st.data())
def test_plain_text_means_the_same_at_the_service(service, profile, data):
    sent, shown = check(data, service, profile, PLAIN)
    assert sent == shown
