"""Words go into the document and come back as they were, chips and styles included."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from studio.model.spans import parse_plain, parse_spans
from widgets.write.engine.faces import Faces
from widgets.write.engine.page import Page
from widgets.write.engine.reading import clean, read_text, shown
from widgets.write.engine.rows import Row, RowKind

PIECES = ["Hei", " ", "*", "**", "_", "[a](b)", "[", "]", "\\", "\n", "{{ person.first_name }}", "{{ if cart.total }}"]
PIECES += ["{{ end }}", "{{", "}}", "😀", "👨‍👩‍👧", "\u00a0", "ø", "\ud83d", "\u2028", "\r\n", "\ufffc"]
COPY = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
ANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


def row(number, words, *, rich=True):
    return Row(RowKind.TEXT, "m", f"b{number}", "text", "", "paragraph", "paragraph", words=words, rich=rich)


@pytest.fixture
def page(look):
    return Page(QTextDocument(), Faces(look))


def said(page):
    return [read_text(page.block(n), each.rich, each.words) for n, each in enumerate(page.rows)]


@ANY
@example(words="\\{{{{ person.first_name }}", rich=False)
@given(words=COPY, rich=st.booleans())
def test_any_text_comes_back_as_it_was(page, words, rich):
    page.fill([row(0, words, rich=rich)])
    assert page.document.blockCount() == 1
    back = read_text(page.block(0), rich, words)
    assert back == words or (parse_spans if rich else parse_plain)(clean(words)) == (
        parse_spans if rich else parse_plain
    )(back)


@ANY
@given(first=st.lists(COPY, min_size=1, max_size=6), second=st.lists(COPY, min_size=1, max_size=6))
def test_showing_other_rows_leaves_exactly_those(page, first, second):
    page.fill([row(n, words) for n, words in enumerate(first)])
    other = [row(n * 2 % 7, words) for n, words in enumerate(second)]
    page.show(other)
    assert page.document.blockCount() == len(page.rows) == len(other)
    fresh = Page(QTextDocument(), page.faces)
    fresh.fill(other)
    assert said(page) == said(fresh)


def test_a_merge_tag_is_one_character_and_never_braces(page):
    page.fill([row(0, 'Hei {{ person.first_name | default: "du" }}!')])
    assert page.block(0).text() == "Hei \ufffc!"
    assert shown(page.rows[0].words, rich=True) == "Hei \ufffc!"


def test_neighbouring_tags_stay_apart(page):
    words = "{{ cart.total }}{{ cart.total }}"
    page.fill([row(0, words)])
    assert len(page.block(0).text()) == 2
    assert said(page) == [words]


def test_only_what_differs_is_rewritten(page):
    page.fill([row(0, "Hei på deg"), row(1, "Ha det")])
    cursor = QTextCursor(page.document)
    cursor.setPosition(8)
    page.show([row(0, "Hei hei på deg"), row(1, "Ha det")])
    assert cursor.position() == 12


def test_a_cursor_stays_in_its_row_when_rows_come_before_it(page):
    page.fill([row(0, "A"), row(1, "Ha det")])
    cursor = QTextCursor(page.block(1))
    cursor.setPosition(cursor.position() + 2)
    page.show([row(5, "Ny"), row(0, "A"), row(6, "Ny"), row(1, "Ha det")])
    assert (cursor.blockNumber(), cursor.positionInBlock()) == (3, 2)


def test_rows_can_all_go_and_come_again(page):
    page.fill([row(0, "A"), row(1, "B")])
    page.show([])
    assert page.document.blockCount() == 1
    page.show([row(2, "C")])
    assert said(page) == ["C"]
