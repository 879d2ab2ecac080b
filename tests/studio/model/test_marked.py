from hypothesis import given
from hypothesis import strategies as st

from studio.model.marked import marked, tidy, unmarked
from studio.model.spans import Break, Style, Tag, Words, parse_plain, parse_spans

LINKS = st.sampled_from(["", "https://a.no/?b=(1)", "{{ cart.url }}", "mailto:a@b.no"])
STYLES = st.builds(Style, st.booleans(), st.booleans(), LINKS)
WORDS = st.text(st.sampled_from(" ab*_[]()\\æ.}"), min_size=1, max_size=6)
SPANS = st.lists(
    st.one_of(
        st.builds(Words, WORDS, STYLES),
        st.builds(Tag, st.sampled_from(["person.first_name", 'cart.total | default: "0"']), STYLES),
        st.just(Break()),
    ),
    max_size=7,
)


@given(SPANS)
def test_what_is_written_is_read_as_the_same_spans(spans):
    assert parse_spans(marked(spans)) == tidy(spans)


@given(SPANS)
def test_what_is_tidy_stays_so(spans):
    assert tidy(tidy(spans)) == tidy(spans)


@given(SPANS)
def test_no_word_is_lost(spans):
    def shown(spans):
        return "".join(span.words if isinstance(span, Words) else "\n" for span in spans)

    assert shown(tidy(spans)) == shown(spans)


def test_white_space_at_the_edge_of_bold_words_is_plain():
    assert marked([Words("Kom "), Words("hjem ", Style(bold=True)), Words("nå")]) == "Kom **hjem** nå"


def test_bold_words_stay_one_run_over_a_line_break():
    bold = Style(bold=True)
    assert marked([Words("a", bold), Break(), Words("b", bold)]) == "**a\nb**"


def test_a_link_is_opened_anew_after_a_line_break():
    link = Style(link="https://a.no")
    assert marked([Words("a", link), Break(), Words("b", link)]) == "[a](https://a.no)\n[b](https://a.no)"


def test_a_plain_text_keeps_tags_and_escapes_braces():
    text = "Hei {{ person.first_name }}, \\{{ ingenting"
    assert unmarked(parse_plain(text)) == text
