import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.model.spans import Break, Style, Tag, Words, parse_plain, parse_spans, shown_places, tag_sources

BOLD, ITALIC = Style(bold=True), Style(italic=True)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", ()),
        ("Hei", (Words("Hei"),)),
        ("Hei **du**", (Words("Hei "), Words("du", BOLD))),
        ("_du_ og *jeg*", (Words("du", ITALIC), Words(" og "), Words("jeg", ITALIC))),
        ("**a _b_**", (Words("a ", BOLD), Words("b", Style(bold=True, italic=True)))),
        ("a\nb", (Words("a"), Break(), Words("b"))),
        ("[her](https://x.no)", (Words("her", Style(link="https://x.no")),)),
        ("[her]({{ cart.url }})", (Words("her", Style(link="{{ cart.url }}")),)),
        ("Hei {{ person.first_name }}!", (Words("Hei "), Tag("person.first_name"), Words("!"))),
        ("**{{ a }}**", (Tag("a", BOLD),)),
        (r"\*ikke\* \{{ tag", (Words("*ikke* {{ tag"),)),
        ("2 * 3", (Words("2 * 3"),)),
        ("snake_case_word", (Words("snake_case_word"),)),
        ("**aldri lukket", (Words("**aldri lukket"),)),
        ("[ikke en lenke]", (Words("[ikke en lenke]"),)),
        ("5 * 3 * 2", (Words("5 * 3 * 2"),)),
        ("Fri frakt* nå\n\n* over 500", (Words("Fri frakt* nå"), Break(), Break(), Words("* over 500"))),
        ("_foo _bar", (Words("_foo _bar"),)),
        ("**a *b* c**", (Words("a ", BOLD), Words("b", Style(bold=True, italic=True)), Words(" c", BOLD))),
        ("***a***", (Words("a", Style(bold=True, italic=True)),)),
        ("[](https://x.no)", (Words("[](https://x.no)"),)),
        ("[a [b](https://x.no)", (Words("[a "), Words("b", Style(link="https://x.no")))),
        (r"[a \[b\]](https://x.no)", (Words("a [b]", Style(link="https://x.no")),)),
        ('[{{ a | default: "]" }}](https://x.no)', (Tag('a | default: "]"', Style(link="https://x.no")),)),
        ("[**a** b](x)", (Words("a", Style(bold=True, link="x")), Words(" b", Style(link="x")))),
    ],
)
def test_rich_text_becomes_spans(text, spans):
    assert parse_spans(text) == spans


def test_many_tags_in_an_address_that_never_ends_take_no_time_to_speak_of():
    text = "[a](" + "{{}}" * 200
    assert parse_spans(text)[0] == Words("[a](")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("**Hei**", (Words("**Hei**"),)),
        ("a\n{{ b }}", (Words("a"), Break(), Tag("b"))),
        (r"\{{ a }}", (Words("{{ a }}"),)),
    ],
)
def test_plain_text_knows_tags_and_breaks_but_no_marks(text, spans):
    assert parse_plain(text) == spans


def test_the_sources_of_tags_come_in_order_with_repetitions():
    assert tag_sources(r"{{ a }} \{{ no }} {{b}} {{ a }}") == ("a", "b", "a")


@settings(deadline=None)
@given(st.text(alphabet="ab *_[]\\{}\n", max_size=40))
def test_nothing_is_refused_and_no_letter_is_lost(text):
    said = "".join(getattr(span, "words", getattr(span, "source", "")) for span in parse_spans(text))
    assert [letter for letter in said if letter in "ab"] == [letter for letter in text if letter in "ab"]


@settings(deadline=None)
@given(st.text(alphabet="ab {}\n", max_size=40))
def test_plain_words_are_never_changed(text):
    if "{{" not in text:
        assert "".join("\n" if span == Break() else span.words for span in parse_plain(text)) == text


@pytest.mark.parametrize(
    ("text", "rich", "places"),
    [
        ("ab", True, (0, 1, 2)),
        ("**a**b", True, (2, 5, 6)),
        ("a {{ b }}\nc", True, (0, 1, 2, 9, 10, 11)),
        (r"\*a \{{", True, (1, 2, 3, 5, 6, 7)),
        (r"\*a \{{", False, (0, 1, 2, 3, 5, 6, 7)),
    ],
)
def test_every_character_that_is_seen_has_its_place(text, rich, places):
    assert shown_places(text, rich=rich) == places


@given(st.text("ab*_[]()\\{} \n", max_size=40), st.booleans())
def test_the_places_are_those_of_the_spans(text, rich):
    spans = parse_spans(text) if rich else parse_plain(text)
    places = shown_places(text, rich=rich)
    said = [sign for span in spans for sign in (span.words if isinstance(span, Words) else ["tag"])]
    assert len(places) == len(said) + 1
    assert all(sign in ("tag", text[place]) for sign, place in zip(said, places, strict=False))
