from dataclasses import replace

from hypothesis import given, settings

from studio.edits.change import difference
from studio.store.merging import rewound
from studio.store.news import news_between
from studio.store.patches import patched
from studio.store.rows import split
from tests.studio.store.nouns import projects
from tests.studio.store.shop import called, said, shop, without_message


@settings(max_examples=40)
@given(projects(), projects())
def test_a_project_patched_with_the_news_is_the_other_one(before, after):
    assert patched(before, news_between(before, after)) == after


@settings(max_examples=40)
@given(projects(), projects())
def test_news_are_just_the_rows_that_differ(before, after):
    old, new, news = split(before), split(after), news_between(before, after)
    assert _different(old.structure, new.structure) == dict(news.structure)
    assert _different(old.texts, new.texts) == dict(news.texts)


def _different(old, new):
    return {key: new.get(key) for key in {*old, *new} if old.get(key) != new.get(key)}


@settings(max_examples=40)
@given(projects(), projects())
def test_a_project_rewound_is_what_it_was(before, after):
    assert rewound(difference(before, after), after) == before


def test_one_changed_text_is_one_row():
    news = news_between(shop(), said(shop(), "b1", "Nytt"))
    assert (set(news.structure), set(news.texts)) == (set(), {("m1", "nb")})


def test_a_new_name_touches_no_words():
    news = news_between(shop(), called(shop(), "s1", "Forlatt kurv"))
    assert (set(news.structure), set(news.texts)) == ({("sequence", "s1")}, set())


def test_a_removed_message_takes_its_words_along():
    news = news_between(shop(), without_message(shop(), "s1", "m1"))
    assert dict(news.texts) == {("m1", "nb"): None}
    assert news.structure["message", "m1"] is None


def test_a_block_that_moves_takes_its_words_along():
    project, messages = shop(), shop().messages
    moved = messages.set("m1", replace(messages["m1"], blocks=("b1",)))
    moved = moved.set("m2", replace(messages["m2"], blocks=("b3", "b2")))
    news = news_between(project, replace(project, messages=moved))
    assert set(news.texts) == {("m1", "nb"), ("m2", "nb")}
    assert "lagt den til side" in news.texts["m2", "nb"]


def test_what_the_news_do_not_touch_stays_the_same_value():
    project = shop()
    after = patched(project, news_between(project, said(project, "b1", "Nytt")))
    assert after.blocks["b3"] is project.blocks["b3"]
    assert after.sequences is project.sequences
