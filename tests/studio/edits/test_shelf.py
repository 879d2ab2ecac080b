import pytest

from studio.edits.shelf import add_snippet, keep, remove_persona, remove_snippet, remove_term, rename_snippet
from studio.errors import StudioError
from studio.model.persona import CartEvent, Persona
from studio.model.project import Snippet, Term
from tests.studio.edits.samples import sample

BASE = sample()


@pytest.mark.parametrize(
    ("kind", "thing"),
    [
        ("personas", Persona("x", "Ola", CartEvent())),
        ("personas", Persona("kari", "Kari Nord", CartEvent())),
        ("snippets", Snippet("hi", "Hello")),
        ("glossary", Term("x", "basket")),
    ],
)
def test_what_is_kept_is_there_under_its_id(kind, thing):
    assert getattr(keep(BASE, thing), kind)[thing.id] == thing


def test_keeping_the_same_again_changes_nothing():
    assert keep(BASE, Snippet("hi", "Hi", BASE.snippets["hi"].text)) is BASE


def test_a_thing_without_an_id_is_refused():
    with pytest.raises(StudioError):
        keep(BASE, Term("", "basket"))


@pytest.mark.parametrize(
    ("verb", "kind", "id_"),
    [(remove_persona, "personas", "kari"), (remove_snippet, "snippets", "hi"), (remove_term, "glossary", "cart")],
)
def test_what_is_removed_is_gone_and_cannot_be_removed_twice(verb, kind, id_):
    project = verb(BASE, id_)
    assert id_ not in getattr(project, kind)
    with pytest.raises(StudioError, match=f"“{id_}”"):
        verb(project, id_)


def test_a_snippet_is_added_without_words_and_renamed_under_its_id():
    project = rename_snippet(add_snippet(BASE, "gift_wrapping", "Gift wrapping"), "gift_wrapping", "Wrapping")
    assert project.snippets["gift_wrapping"] == Snippet("gift_wrapping", "Wrapping")


@pytest.mark.parametrize(("id_", "name"), [("", "…"), ("2nd", "2nd"), ("hi", "Hi again"), ("new", " ")])
def test_a_snippet_that_copy_could_not_name_is_refused(id_, name):
    with pytest.raises(StudioError):
        add_snippet(BASE, id_, name)


def test_a_snippet_keeps_a_name():
    with pytest.raises(StudioError, match="needs a name"):
        rename_snippet(BASE, "hi", "")
    with pytest.raises(StudioError, match="There is no snippet"):
        rename_snippet(BASE, "nowhere", "Here")
