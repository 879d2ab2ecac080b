"""What rendering remarks on: facts, words, pictures, links, tags and limits."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.model.findings import Severity
from studio.model.localized import localized
from studio.model.message import Variant
from studio.model.trade import Channel
from studio.tags.services import dialect
from tests.studio.render.pages import words
from tests.studio.render.shop import BRAND, block, found, rendered


def test_a_fact_that_nobody_wrote_stands_visible_and_stops_a_push():
    message = rendered(block("paragraph", text="{{ shop.phone }} åpent"))
    (finding,) = message.findings
    assert (finding.id, finding.severity, finding.place.block) == ("render.fact_missing", Severity.ERROR, "paragraph")
    assert "[phone] åpent" in words(message)
    assert "[phone] åpent" in message.text
    assert finding.fix


def test_a_fact_with_a_default_or_a_condition_is_no_fault():
    message = rendered(block("paragraph", text='{{ shop.phone | default: "ring oss" }}{{ if shop.phone }}!{{ end }}'))
    assert found(message) == []
    assert words(message).endswith("ring oss")


def test_a_fact_in_another_language_only_is_missing():
    message = rendered(block("paragraph", text="{{ shop.place }}"), language="sv")
    assert "render.words_missing" in found(message)


def test_an_offer_is_taken_from_the_messages_own_block():
    offer = block("discount", text="Her:", value="15 %", settings={"code": "A1", "hours": 24})
    message = rendered(block("paragraph", text="{{ offer.value }} med {{ offer.code }}, {{ offer.hours }} t"), offer)
    assert "15 % med A1, 24 t" in words(message)
    assert found(message) == []


def test_an_offer_without_its_block_is_remarked_on():
    assert found(rendered(block("paragraph", text="{{ offer.code }}"))) == ["render.fact_missing"]


def test_words_that_must_be_there_are_an_error_and_others_a_warning():
    quote = block("quote", text="Ja", author="Nils")
    both = replace(quote, texts=quote.texts.set("text", localized(nb="Ja", sv="Ja")))
    missing = [item for item in rendered(both, language="sv").findings if item.id == "render.words_missing"]
    assert [item.severity for item in missing] == [Severity.ERROR, Severity.WARNING, Severity.WARNING]
    assert str(missing[-1].message.values["text"]) == "Who said it"


def test_a_picture_without_words_still_has_an_alt():
    picture = replace(block("image", settings={"asset": "boot"}), texts=Map())
    message = rendered(picture, language="sv")
    assert "render.alt_missing" in found(message)
    assert 'alt=""' in message.html


def test_a_picture_that_is_gone_is_an_error():
    assert found(rendered(block("image", alt="Støvel", settings={"asset": "gone"}))) == ["render.picture_missing"]


@pytest.mark.parametrize("url", ["http://fjellvik.example", "fjellvik.example", "ftp://x", "/kurv"])
def test_an_address_that_is_no_safe_link_is_remarked_on(url):
    assert found(rendered(block("button", label="Se", settings={"url": url}))) == ["render.link_scheme"]


@pytest.mark.parametrize(
    "url", ["https://a.no", "mailto:a@b.no", "tel:+4700000000", "{{ cart.url }}", "{{ shop.url }}"]
)
def test_safe_addresses_pass(url):
    assert found(rendered(block("button", label="Se", settings={"url": url}))) == []


def test_a_button_that_leads_nowhere_is_an_error():
    assert found(rendered(block("button", label="Se", settings={"url": ""}))) == ["render.link_empty"]


def test_what_a_service_cannot_say_is_remarked_on_in_its_block():
    message = rendered(block("paragraph", text="{{ item.name }}"), dialect=dialect("klaviyo"))
    assert [(item.id, item.place.block) for item in message.findings] == [("render.dialect_cannot", "paragraph")]


@pytest.mark.parametrize(
    ("length", "severity"), [(60_000, None), (82_000, Severity.WARNING), (110_000, Severity.ERROR)]
)
def test_gmail_clips_what_is_too_heavy(length, severity):
    message = rendered(block("paragraph", text="a " * (length // 2)))
    assert [item.severity for item in message.findings] == ([severity] if severity else [])


def test_an_e_mail_without_a_subject_is_an_error():
    message = rendered(block("paragraph", text="Hei"), variants=(Variant("a", "A"),))
    assert [(item.id, item.severity) for item in message.findings] == [("render.words_missing", Severity.ERROR)]


def test_findings_know_their_place():
    (finding,) = rendered(block("paragraph", "p1", text="{{ shop.phone }}")).findings
    place = finding.place
    assert (place.sequence, place.message, place.block, place.language, place.variant) == ("s", "m", "p1", "nb", "a")


def test_the_brand_without_facts_still_renders():
    message = rendered(block("paragraph", text="Hei"), brand=replace(BRAND, facts=Map(), url="", address=""))
    assert found(message) == []


def test_voice_has_no_limits():
    call = block("call", text="Hei " * 900, disclosure="Jeg er en KI.")
    assert found(rendered(call, channel=Channel.VOICE)) == []


def test_a_block_of_another_channel_is_left_out_and_remarked_on():
    message = rendered(block("paragraph", text="Hei"), block("sms", text="Kort"))
    assert found(message) == ["render.block_misplaced"]
    assert "Kort" not in message.html


def test_a_fact_is_cut_where_its_tag_says_so():
    message = rendered(block("paragraph", text="Hilsen {{ shop.signer_role | cut: 8 }}."))
    assert "Hilsen skomaker." in message.text
