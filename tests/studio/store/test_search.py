import pytest

from tests.studio.store.shop import said, shop, without_message, write


def found(store, words):
    return [(hit.message, hit.language) for hit in store.search(words)]


def test_a_hit_says_where_it_is(store, project):
    (hit,) = store.search("handlekurven")
    assert (hit.project, hit.sequence, hit.message, hit.block, hit.language) == (project.id, "s1", "m1", "b1", "nb")


def test_a_hit_shows_the_words_with_marks(store, project):
    (hit,) = store.search("HANDLEK")
    assert [hit.excerpt.text[start:end] for start, end in hit.excerpt.marks] == ["Handlekurven"]


def test_every_word_must_occur_and_the_last_may_be_unfinished(store, project):
    assert found(store, "handlekurven side") == found(store, "lagt han") == [("m1", "nb")]
    assert found(store, "han lagt") == found(store, "handlekurven frakt") == []


def test_nordic_letters_are_letters_in_either_form_and_case(store, project):
    write(store, project, said(project, "b3", "Blåbærsyltetøy"))
    assert found(store, "blåbærsyltetøy") == found(store, "BLÅBÆR") == found(store, "bla\u030abær") == [("m2", "nb")]
    assert found(store, "blabær") == []


def test_copy_outside_messages_is_found_too(store, project):
    (hit,) = store.search("hilsen oss")
    assert (hit.sequence, hit.message, hit.block) == ("", "", "")


def test_merge_tags_are_not_copy(store, project):
    write(store, project, said(project, "b3", "Hei {{ person.first_name }}, du"))
    (hit,) = store.search("hei du")
    assert hit.excerpt.text == "Hei …, du"
    assert found(store, "first") == []


def test_the_index_follows_every_write(store, project):
    after = write(store, project, said(project, "b1", "Vogna venter")).project
    assert (found(store, "handlekurven"), found(store, "vogna")) == ([], [("m1", "nb")])
    write(store, after, without_message(after, "s1", "m1"))
    assert found(store, "vogna") == []


def test_all_projects_and_languages_are_searched(store, project):
    other = store.create(shop("b" * 12, "Andre")).project
    write(store, other, said(other, "b1", "Handlekurven på svensk", "sv"))
    assert len(store.search("handlekurven")) == 3
    assert len(store.search("handlekurven", limit=2)) == 2


@pytest.mark.parametrize(
    "words", ["", "  ", '"', "'", "*", "NEAR(", "a AND", "-", "OR", "col:x", "\0", "\\", "&|!", ":*", "\ud800"]
)
def test_no_query_is_an_error(store, project, words):
    assert store.search(words) == store.search(words)


@pytest.mark.parametrize(
    "words", ['"handlekurven"', "(handlekurven)", "handlekurven*", "-handlekurven!", "handlekurven:"]
)
def test_signs_around_words_mean_nothing(store, project, words):
    assert found(store, words) == [("m1", "nb")]


def test_a_word_longer_than_any_is_no_trouble(store, project):
    write(store, project, said(project, "b1", "x" * 5000))
    assert found(store, "x" * 3000) == [("m1", "nb")]
