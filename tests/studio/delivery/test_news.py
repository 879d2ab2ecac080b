import pytest

from studio.delivery.news import changed_sentences, news
from studio.exporters.klaviyo.news import flow_news
from studio.exporters.service import Resource

PLAIN = Resource("template", "id")


def page(words, style="a"):
    return {"subject": "Hei", "html": f"<html><head><style>{style}</style></head><body><p>{words}</p></body></html>"}


def flow(*actions, trigger="m"):
    made = [{"type": kind, "data": data} for kind, data in actions]
    return {"data": {"attributes": {"definition": {"triggers": [trigger], "actions": made}}}}


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("Én. To. Tre.", "Én. To. Tre.", 0),
        ("Én. To. Tre.", "Én. Annet. Tre.", 1),
        ("Én. To. Tre.", "Én. Tre.", 1),
        ("Én.", "Én. To. Tre.", 2),
        ("En&nbsp;to.", "En to.", 0),
    ],
)
def test_sentences_are_counted_as_a_reader_would(before, after, count):
    assert changed_sentences(page(before), page(after)) == count


def test_a_word_that_stands_in_html_and_text_counts_once():
    before, after = ({**page(words), "text": words} for words in ("Én. To.", "Én. Tre."))
    assert str(news(PLAIN, before, after)) == "1 sentence"


def test_other_colours_are_its_looks():
    assert str(news(PLAIN, page("Én."), page("Én.", "b"))) == "its looks"


def test_what_was_never_known_or_is_the_same_has_no_news():
    assert news(PLAIN, None, page("Én.")) is None
    assert news(PLAIN, page("Én."), page("Én.")) is None


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([], [("conditional-split", 1)], "a branch was added"),
        ([("time-delay", 1), ("send-email", 1)], [("send-email", 1)], "a wait was taken out"),
        ([("time-delay", 1)], [("time-delay", 2)], "a wait was changed"),
    ],
)
def test_a_flow_tells_its_steps(before, after, said):
    assert str(flow_news(flow(*before), flow(*after))) == said


def test_another_start_is_told_first():
    assert str(flow_news(flow(trigger="a"), flow(("send-email", 1), trigger="b"))) == "what starts it was changed"
