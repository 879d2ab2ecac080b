"""The head of each message says how easily it is read and how long it takes."""

import pytest

from studio.edits.texts import block_text
from studio.edits.texts import write as say
from studio.i18n import NullTranslator
from studio.model.trade import Channel
from studio.words.glance import measure
from widgets.write.measures import figures, meaning, texts_of

LONG = "Vi satte en lapp på kurven din, og den henger der fortsatt. " * 4
WORDS = NullTranslator()


@pytest.mark.parametrize(
    ("language", "name"), [("nb", "LIX"), ("en", "Flesch"), ("nl", "Flesch-Douma"), ("de", "Amstad"), ("et", "")]
)
def test_the_formula_is_that_of_the_language(language, name):
    score, _ = figures(WORDS, measure([LONG], language), Channel.EMAIL)
    assert score.rpartition(" ")[0] == name


def test_a_short_text_has_only_words_and_seconds():
    assert figures(WORDS, measure(["Hei på deg"], "nb"), Channel.EMAIL) == ("", "3 words · 1 s")


def test_a_call_says_how_long_it_is_to_hear():
    _, said = figures(WORDS, measure([LONG], "nb"), Channel.VOICE)
    assert said == "48 words · 19 s to say"


def test_the_tooltip_says_band_source_and_sentences():
    told = meaning(WORDS, measure([LONG], "nb"), Channel.EMAIL)
    assert told.startswith(
        "LIX 20: very easy, like children’s books (Björnsson 1968, Läsbarhet)\n12 words in a sentence"
    )
    assert told.endswith("(Brysbaert 2019)")


def test_too_short_is_told_in_the_tooltip():
    assert meaning(WORDS, measure(["Hei på deg"], "nb"), Channel.EMAIL).startswith("LIX: too short for a score")


def test_the_words_of_a_snippet_are_read_where_it_stands(write, desk):
    project = write.shop.menus.shelf.project_with("returns")
    message = project.messages[desk.here.spot.message]
    block = next(id_ for id_ in message.blocks if project.blocks[id_].kind == "paragraph")
    project = say(project, block_text(block), "nb", "{{ snippet.returns }}")
    assert project.snippets["returns"].text.words("nb") in tuple(texts_of(project, message, "nb"))


def test_the_figures_follow_the_words_after_a_pause(write, desk, qtbot):
    message, measures = desk.here.spot.message, write.shop.measures
    row = next(row for row in write.view.rows if row.block_kind == "paragraph")
    before = measures.of(message).words
    desk.session.do("Say", say(desk.session.project, block_text(row.block), "nb", row.words + " To ord."))
    assert measures.of(message).words == before
    qtbot.waitUntil(lambda: measures.of(message).words == before + 2)


def test_another_language_is_measured_at_once(write, desk):
    desk.here.go(language="nl")
    assert write.shop.measures.of(desk.here.spot.message).readability.formula == "Flesch-Douma"


def test_the_figures_are_told_to_who_cannot_see_them(write, desk):
    write.shop.telling.tell()
    assert "(Björnsson 1968, Läsbarhet)" in write.view.accessibleDescription()
