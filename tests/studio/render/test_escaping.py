"""The writer's words are values: nothing they write is a template, a tag of HTML, or a service's code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.model.localized import localized
from studio.model.message import Variant
from studio.tags.services import dialect
from tests.studio.render.pages import page, words
from tests.studio.render.shop import block, rendered

KLAVIYO = dialect("klaviyo")


@pytest.mark.parametrize(
    "said", ["<script>alert(1)</script>", r"\{{ 7*7 }}", "{% raw %}{{% endraw %}", "a & b < c > d", "{# hm #}", "“{%”"]
)
def test_words_reach_the_reader_as_they_are_written(said):
    message = rendered(block("paragraph", text=said))
    assert words(message).endswith(said.replace("\\", ""))
    assert not page(message).xpath("//script")
    assert said.replace("\\", "") in message.text


def test_a_tag_nobody_knows_is_shown_and_remarked_on():
    message = rendered(block("paragraph", text="{{ 7*7 }} par"))
    assert "[7*7] par" in words(message)
    assert [(finding.id, finding.place.block) for finding in message.findings] == [("render.bad_tag", "paragraph")]


def test_literal_braces_are_no_tag_for_a_service():
    message = rendered(block("paragraph", text=r"\{{ person }} og {% if %}"), dialect=KLAVIYO)
    assert "{{ person" not in message.html
    assert "{% if" not in message.html
    assert "{{ person }} og {% if %}" in words(message)


def test_a_code_and_a_label_cannot_break_out_of_their_attributes():
    message = rendered(block("image", alt='"><b>', settings={"asset": "boot", "url": 'https://a.no/"><b>'}))
    assert not page(message).xpath("//b")
    assert page(message).xpath("//img/@alt") == ['"><b>']


def test_an_address_cannot_run_a_script():
    message = rendered(block("button", label="Klikk", settings={"url": "javascript:alert(1)"}))
    assert "javascript" not in message.html
    assert [finding.id for finding in message.findings] == ["render.link_scheme"]


def test_a_subject_is_plain_words_with_tags():
    variant = Variant("a", "A", subject=localized(nb='{{ person.first_name | default: "du" }} & <3'))
    message = rendered(block("paragraph", text="Hei"), variants=(variant,))
    assert message.subject == "Kari & <3"
    assert page(message).xpath("//title/text()") == ["Kari & <3"]


def test_a_condition_in_bold_stays_outside_the_bold():
    message = rendered(block("paragraph", text="**{{ if person.first_name }}Kjære** du{{ end }}"), dialect=KLAVIYO)
    assert "%}<strong>Kjære</strong> du{%" in message.html


def test_a_condition_that_is_never_ended_is_remarked_on_and_its_words_are_kept():
    message = rendered(block("list", text="{{ if person.first_name }}Hei\nDu{{ end }}"))
    assert "Hei" in words(message)
    assert "Du" in words(message)
    assert {finding.id for finding in message.findings} == {"render.bad_tag"}


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=80))
def test_no_words_break_the_page(said):
    message = rendered(block("paragraph", text=said), block("button", label=said or "x"), dialect=KLAVIYO)
    assert len(page(message).xpath("//div[@role='article']")) == 1
