import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from studio.tags.parser import parse_tag
from studio.tags.services import dialect
from studio.tags.slots import Slots, fill
from studio.tags.tree import Context, Literal
from tests.studio.tags.engines import square

# \r is left out because Jinja2 turns it into \n in template text.
braces = st.text("{}%#ax' \n") | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))
services = st.sampled_from(["klaviyo", "brevo"])
JINJA = Environment(autoescape=True, keep_trailing_newline=True)


def rendered(words, context, service):
    slots = Slots([words])
    name = slots.hold(parse_tag("links.unsubscribe"), context)
    text = fill(slots.hold(Literal(words), context) + name, slots, dialect(service)).text
    return JINJA.from_string(text.replace("{% unsubscribe_link %}", "{{ unsubscribe }}")).render(unsubscribe="!")


@given(braces, services, st.sampled_from([Context.TEXT, Context.ATTRIBUTE]))
def test_literal_braces_come_out_literally_in_html(words, service, context):
    assert html.unescape(rendered(words, context, service)) == html.unescape(html.escape(words)) + "!"


@given(braces, services)
def test_literal_braces_come_out_literally_in_plain_text(words, service):
    assert rendered(words, Context.PLAIN, service) == words + "!"


@given(braces, services)
def test_braces_in_finished_text_come_out_literally(words, service):
    slots = Slots([words])
    text = fill(words, slots, dialect(service)).text
    assert JINJA.from_string(text).render() == words


@pytest.mark.parametrize("service", ["klaviyo", "brevo"])
@pytest.mark.parametrize("style", ["@media all{#a{b:c}}", "a{b:c}", "@media all{{% x"])
def test_a_style_sheet_survives(style, service):
    assert JINJA.from_string(fill(style, Slots(), dialect(service)).text).render() == style


@given(st.text("[]{}%ax"))
def test_brackets_of_two_kinds_come_out_literally(words):
    slots = Slots([words])
    assert square(fill(words, slots, dialect("omnisend")).text, {}, in_html=False) == words


def test_braces_in_an_address_are_percent_encoded():
    slots = Slots()
    token = slots.hold(Literal("https://x.no/{{a}}?b=1&c=å"), Context.URL)
    assert fill(token, slots, dialect("klaviyo")).text == "https://x.no/%7B%7Ba%7D%7D?b=1&amp;c=%C3%A5"
