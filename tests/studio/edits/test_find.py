from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.edits.find import Hit, Query, hits, replaced, shown
from studio.edits.texts import block_text, read, subject, write
from studio.model.spans import parse_spans
from tests.studio.edits.samples import sample

BASE = sample()
TEXT = 'Hei **på deg**, {{ person.first_name | default: "du" }}! På deg, *på*deg'
RICH = write(BASE, block_text("b2"), "nb", TEXT)


def words(project, spoken, language="nb"):
    return read(project, spoken).words(language)


def test_every_kind_of_text_is_searched():
    found = hits(BASE, "flow", "nb", Query("ha")) + hits(BASE, "flow", "nb", Query("Emne"))
    assert [hit.spoken for hit in found] == [block_text("b2"), block_text("b1", variant_id="vb"), subject("va")]


def test_offsets_count_a_tag_as_one_character():
    (hit,) = hits(RICH, "flow", "nb", Query("!"))
    assert (hit.start, hit.end) == (13, 14)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (Query("på deg"), 2),
        (Query("på deg", case=True), 1),
        (Query("deg"), 3),
        (Query("deg", whole=True), 2),
        (Query("person"), 0),
        (Query(""), 0),
        (Query("("), 0),
        (Query("\ufffc"), 0),
    ],
)
def test_options_decide_what_is_found(query, count):
    assert len([hit for hit in hits(RICH, "flow", "nb", query) if hit.spoken == block_text("b2")]) == count


def test_a_space_finds_a_no_break_space():
    project = write(BASE, block_text("b2"), "nb", "1\u00a0299 kr")
    assert len(hits(project, "flow", "nb", Query("1 299"))) == 1


def test_replacing_keeps_markup_and_tags():
    project = replaced(RICH, "nb", hits(RICH, "flow", "nb", Query("på deg")), "der")
    assert words(project, block_text("b2")) == ('Hei **der**, {{ person.first_name | default: "du" }}! der, *på*deg')


def test_a_word_half_in_italics_is_replaced_in_its_first_style():
    project = replaced(RICH, "nb", hits(RICH, "flow", "nb", Query("pådeg")), "her")
    assert words(project, block_text("b2")).endswith("På deg, *her*")


def test_one_hit_is_replaced_alone_and_others_stay():
    found = hits(BASE, "flow", "nb", Query("h"))
    project = replaced(BASE, "nb", [hit for hit in found if hit.spoken == block_text("b2")], "{{ H")
    assert words(project, block_text("b2")) == "\\{{ Ha det"
    assert words(project, block_text("b1")) == "Hei"


def test_another_language_is_left_alone():
    project = replaced(BASE, "nb", hits(BASE, "flow", "nb", Query("hei")), "Hallo")
    assert words(project, block_text("b1"), "sv") == "Hej"


def test_replacing_everything_a_text_says_takes_it_out():
    found = [Hit(block_text("b2"), 0, len("Ha det"))]
    assert "b2" in replaced(BASE, "nb", found, "").blocks
    assert words(replaced(BASE, "nb", found, ""), block_text("b2")) == ""


@given(st.text(st.sampled_from("aA *_[]\\b{"), max_size=20), st.sampled_from(["", "b", "*x*", "[", "{{ y }}"]))
def test_replacing_changes_the_shown_text_as_plain_replacing_would(text, new):
    project = replace(BASE, blocks=write(BASE, block_text("b2"), "nb", text).blocks)
    found = [hit for hit in hits(project, "flow", "nb", Query("a", case=True)) if hit.spoken == block_text("b2")]
    after = words(replaced(project, "nb", found, new), block_text("b2"))
    assert shown(parse_spans(after)) == shown(parse_spans(text)).replace("a", new)
