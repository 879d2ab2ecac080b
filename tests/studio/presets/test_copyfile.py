"""Copy files: what a copywriter writes by hand is read as meant, and faults name their line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.presets.copyfile import parse_copy
from studio.presets.sections import section_lines

HEAD = "---\nschema: 1\nlanguage: nb\n---\n"
FILE = Path("mine/nb.md")


def parsed(body: str):
    return parse_copy(HEAD + body, FILE)


def test_fields_stand_at_the_top_and_the_rest_is_the_text():
    section = parsed("# hello: Hei\n## offer\nvalue: 10 %\n\nTo linjer\nher\n\nog et avsnitt\n").section(
        "hello", "offer"
    )
    assert section.fields == {"value": "10 %"}
    assert section.text() == "To linjer\nher\n\nog et avsnitt"


def test_a_colon_in_a_sentence_is_no_field():
    section = parsed("# m\n## story\nHusk: det haster ikke.\nsubject: heller ikke dette\n").section("m", "story")
    assert section.fields == {}
    assert section.text().endswith("subject: heller ikke dette")


def test_shared_copy_serves_where_a_message_has_none_of_its_own():
    copy = parsed("# shared\n## footer\nFelles\n# m\n## story\nEgen\n")
    assert copy.section("m", "footer").text() == "Felles"
    assert copy.section("m", "other") is None


def test_remarks_are_left_out():
    assert parsed("# m\n## a\nfør\n%% en bemerkning\netter\n").section("m", "a").text() == "før\netter"


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("løse ord\n", 5, "outside any"),
        ("## a\nord\n", 5, "before any"),
        ("# m\n## a\nx\n## a\ny\n", 8, "second time"),
        ("# m\n# m\n", 6, "second time"),
    ],
)
def test_a_fault_names_file_line_and_what_is_wrong(body, line, said):
    with pytest.raises(StudioError, match=said) as refusal:
        parsed(body)
    assert refusal.value.line == line
    assert "mine/nb.md" in str(refusal.value)


@pytest.mark.parametrize("value", ["[" * 100_000, "9" * 5000, r'"\ud800"', "3", "[1]", "{", ""])
def test_a_value_that_is_no_json_text_is_taken_as_it_stands(value):
    section = parsed(f"# m\n## A\nsubject:: {value}\n").section("m", "A")
    assert section.fields == {"subject": value}


@pytest.mark.parametrize("text", ["", "no head\n", "---\nschema: 1\n", "---\nnonsense\n---\n"])
def test_a_file_without_front_matter_is_refused(text):
    with pytest.raises(StudioError):
        parse_copy(text, FILE)


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    [
        "## x",
        "# x",
        "%% x",
        "label: x",
        "\\# x",
        "a\n\nb",
        "a\r\nb",
        " a ",
        "\\label: x",
        "text: y\nlabel:: z",
        "\n",
        '"q"',
    ]
)


@given(st.dictionaries(st.sampled_from(["text", "subject", "label", "author"]), words))
def test_any_words_read_back_to_the_letter(texts):
    section = parsed("# m\n" + section_lines("a", texts)).section("m", "a")
    read = {**section.fields, **({"text": section.text()} if section.text() else {})} if section else {}
    assert read == {name: said for name, said in texts.items() if said}
