"""Texts of Klaviyo's become neutral, and what cannot be said stays visible and is listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.imports.klaviyo.backward import backward
from studio.imports.klaviyo.noting import Noting
from studio.imports.klaviyo.said import Reading, coupons_in, neutral
from studio.model.spans import parse_plain
from studio.tags.parser import parse_tag

NAMES = backward("shopify")


def read(text):
    noting = Noting()
    return neutral(text, Reading(NAMES, noting)), [loss.id.rpartition(".")[2] for loss in noting.losses]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hei {{ first_name|default:'du' }}!", 'Hei {{ person.first_name | default: "du" }}!'),
        ("{{ first_name | default: 'kjære, du: der' }}", '{{ person.first_name | default: "kjære, du: der" }}'),
        ("""{{ first_name|default:"O'Neil | x" }}""", """{{ person.first_name | default: "O'Neil | x" }}"""),
        (
            "Hei{% if first_name %}, {{ first_name }}{% endif %}.",
            "Hei{{ if person.first_name }}, {{ person.first_name }}{{ end }}.",
        ),
        (
            "{% if first_name %}{{ first_name }}{% else %}du{% endif %}",
            "{{ if person.first_name }}{{ person.first_name }}{{ else }}du{{ end }}",
        ),
        (
            "{% if first_name %}Hei {{ first_name }}{% else %}du{% endif %}",
            "{{ if person.first_name }}Hei {{ person.first_name }}{{ else }}du{{ end }}",
        ),
        ("Til {{ event|lookup:'$value'|floatformat:'-2' }} kr nå", "Til {{ cart.total | money }} nå"),
        ("€ {{ event|lookup:'$value' }}", "{{ cart.total | money }}"),
        ("{{ '{' }}{ ikke en tag }}", "\\{{ ikke en tag }}"),
        ("{# a remark #}Hei", "Hei"),
        ("{% unsubscribe_link %}", "{{ links.unsubscribe }}"),
        ("Koden: {% coupon_code 'TI' %}", "Koden: {{ coupon.code }}"),
    ],
)
def test_a_text_becomes_neutral_without_a_loss(text, said):
    assert read(text) == (said, [])


@pytest.mark.parametrize(
    ("otherwise", "said"), [("", "order.delivery"), ("snart", 'order.delivery | default: "snart"')]
)
def test_a_day_with_its_question_is_one_tag(otherwise, said):
    day = "person|lookup:'Expected Delivery'"
    turn = f"{{% else %}}{otherwise}" if otherwise else ""
    assert read(f"{{% if {day} %}}{{{{ {day}|date:'l j F' }}}}{turn}{{% endif %}}") == (f"{{{{ {said} }}}}", [])


def test_a_longer_way_to_say_something_is_one_tag():
    whole = "{{ organization.url|trim_slash }}/products/{{ item.product.handle }}"
    assert read(f"Se {whole}.") == ("Se {{ item.url }}.", [])


def test_a_tag_that_nobody_knows_stays_as_words():
    assert read("Du har {{ person.points }} poeng") == ("Du har \\{{ person.points }} poeng", ["tag"])


def test_a_filter_that_nobody_knows_is_left_out():
    assert read("{{ first_name|title }}") == ("{{ person.first_name }}", ["filter"])


def test_a_condition_that_nobody_can_ask_keeps_the_words_of_those_who_meet_it():
    assert read("Hei {% if person.vip %}kjære{% else %}du{% endif %}.") == ("Hei kjære.", ["condition_in_text"])


def test_a_condition_without_an_end_is_left_out():
    assert read("{% if first_name %}Hei") == ("Hei", ["condition_around"])
    assert read("Hei{% endif %}") == ("Hei", ["condition_around"])


def test_a_second_condition_is_left_out_and_the_rest_kept():
    said = "{% if first_name %}A{% elif person.vip %}B{% else %}C{% endif %}"
    assert read(said) == ("{{ if person.first_name }}A{{ else }}C{{ end }}", ["condition_in_text"])


def test_a_statement_that_nobody_knows_is_left_out():
    assert read("{% catalog x %}Hei") == ("Hei", ["statement"])


def test_coupons_are_found():
    assert coupons_in("{% coupon_code 'TI' %} {% coupon_code \"TI\" %}{% coupon_code 'TO' %}") == ("TI", "TO")


@given(
    st.lists(
        st.sampled_from(
            ["{{ first_name }}", "{% if first_name %}", "{% else %}", "{% elif x %}", "{% endif %}", "{{", "x "]
        )
    )
)
def test_whatever_is_read_is_understood_by_our_own_grammar(parts):
    said, _ = read("".join(parts))
    depth = 0
    for span in parse_plain(said):
        if hasattr(span, "source"):
            parse_tag(span.source)
            depth += {"end": -1}.get(span.source, span.source.startswith("if "))
    assert depth == 0


def test_a_default_that_is_no_words_is_not_printed_as_words():
    assert read("{{ first_name|default:last_name }}") == ("{{ person.first_name }}", ["filter"])
