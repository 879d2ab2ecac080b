"""SMS, push, WhatsApp and calls: fields, text and limits."""

import pytest

from studio.model.findings import Severity
from studio.model.trade import Channel
from studio.tags.services import dialect
from tests.studio.render.shop import block, found, rendered


def test_an_sms_is_its_words_with_tags_said():
    message = rendered(
        block("sms", text='Hei {{ person.first_name | default: "du" }}! {{ cart.url }}'), channel=Channel.SMS
    )
    assert message.fields["text"] == message.text == "Hei Kari! https://fjellvik.example/kurv/kari"
    assert (message.html, message.subject, message.size, found(message)) == ("", "", 0, [])


def test_a_push_has_title_text_and_address():
    message = rendered(block("push", title="Støvlene dine", text="De står her ennå."), channel=Channel.PUSH)
    assert dict(message.fields) == {
        "title": "Støvlene dine",
        "text": "De står her ennå.",
        "url": "https://fjellvik.example/kurv/kari",
    }


def test_whatsapp_has_its_five_fields():
    said = block(
        "whatsapp", text="Hei {{ person.first_name }}", header="Fjellvik", footer="Svar STOPP", button="Se kurven"
    )
    message = rendered(said, channel=Channel.WHATSAPP, dialect=dialect("brevo"))
    assert set(message.fields) == {"header", "text", "footer", "button", "url"}
    assert "{{" in message.fields["text"]
    assert message.text.startswith("Fjellvik\nHei {{")


def test_a_call_says_that_it_is_an_ai_before_its_errand():
    call = block(
        "call", opening="Hei!", text="Du la igjen støvler.", disclosure="Jeg er en KI.", handover="Marte ringer."
    )
    message = rendered(call, channel=Channel.VOICE)
    assert message.text == "Hei!\n\nJeg er en KI.\n\nDu la igjen støvler.\n\nMarte ringer."


def test_an_sms_of_two_parts_is_advice():
    (finding,) = rendered(block("sms", text="a" * 161), channel=Channel.SMS).findings
    assert (finding.id, finding.severity) == ("render.sms_parts", Severity.ADVICE)


def test_a_sign_that_forces_ucs2_is_named_and_its_rewrite_priced():
    (finding,) = rendered(block("sms", text="Støvlene – dine"), channel=Channel.SMS).findings
    assert (finding.id, finding.severity) == ("render.sms_ucs2", Severity.WARNING)
    assert "“–” (U+2013)" in str(finding.message)
    assert "1 instead of 1" in str(finding.fix)


def test_an_emoji_has_no_plain_likeness_to_offer():
    (finding,) = rendered(block("sms", text="Hei 👟"), channel=Channel.SMS).findings
    assert finding.fix is None


def test_a_services_tags_are_not_counted_as_characters():
    message = rendered(
        block("sms", text="a" * 150 + "{{ person.first_name }}"), channel=Channel.SMS, dialect=dialect("klaviyo")
    )
    assert found(message) == []


@pytest.mark.parametrize(
    ("kind", "channel", "texts", "expected"),
    [
        ("push", Channel.PUSH, {"title": "a" * 41, "text": "b" * 111}, ["render.push_length"] * 2),
        ("push", Channel.PUSH, {"title": "a" * 40, "text": "b" * 110}, []),
        ("whatsapp", Channel.WHATSAPP, {"text": "a" * 1025, "button": "b" * 26}, ["render.whatsapp_length"] * 2),
        ("whatsapp", Channel.WHATSAPP, {"text": "a", "button": "b", "header": "c" * 61, "footer": "d" * 61},
         ["render.whatsapp_length"] * 2),
    ],
)  # fmt: skip
def test_fields_beyond_their_limits_are_remarked_on(kind, channel, texts, expected):
    assert found(rendered(block(kind, **texts), channel=channel)) == expected
