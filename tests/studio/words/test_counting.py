import pytest

from studio.words.counting import reading_seconds, word_count


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("Hei, Kari!", 2), ("1.299 kr", 2), ("e-post – nå", 2), ("det’s it’s", 2), ("_", 0), ("sko\nstøvler", 2)],
)
def test_words_are_counted_as_a_reader_would(text, count):
    assert word_count(text) == count


def test_a_minute_is_238_words():
    assert reading_seconds(238) == 60
    assert reading_seconds(0) == 0
