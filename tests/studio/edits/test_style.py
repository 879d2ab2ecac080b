import pytest

from studio.edits.style import allow, avoid, forget, learn, rename_avoided, speak_to
from studio.errors import StudioError
from studio.model.style import Formality
from tests.studio.edits.samples import sample

BASE = sample()


def words(project, language="nb"):
    return dict(project.brand.style.avoid.get(language, {}))


def known(project, language="nb"):
    return project.brand.style.lexicon.get(language, ())


def test_a_form_of_address_is_set_for_one_language():
    style = speak_to(BASE, "nl", Formality.FORMAL).brand.style
    assert (style.form("nl"), style.form("es")) == (Formality.FORMAL, Formality.INFORMAL)


def test_a_word_is_avoided_with_what_is_said_instead():
    project = avoid(avoid(BASE, "nb", " gratis "), "nb", "kunde", "du")
    assert words(project) == {"gratis": "", "kunde": "du"}
    assert words(avoid(project, "nb", "gratis", "uten kostnad"))["gratis"] == "uten kostnad"
    assert words(project, "sv") == {}


def test_nothing_cannot_be_avoided():
    with pytest.raises(StudioError, match="Write the word"):
        avoid(BASE, "nb", "  ")


def test_another_word_keeps_what_is_said_instead():
    project = avoid(BASE, "nb", "kunde", "du")
    assert words(rename_avoided(project, "nb", "kunde", "Kunde")) == {"Kunde": "du"}
    assert words(rename_avoided(project, "nb", "kunde", "bruker")) == {"bruker": "du"}


@pytest.mark.parametrize(
    ("before", "word", "why"), [("kunde", "GRATIS", "already"), ("x", "y", "not in the list"), ("kunde", "", "Write")]
)
def test_a_word_that_cannot_be_is_refused(before, word, why):
    with pytest.raises(StudioError, match=why):
        rename_avoided(avoid(avoid(BASE, "nb", "kunde"), "nb", "gratis"), "nb", before, word)


def test_a_word_that_is_allowed_again_leaves_no_trace():
    assert allow(avoid(BASE, "nb", "gratis"), "nb", "gratis") == BASE
    assert allow(BASE, "nb", "gratis") is BASE


def test_spelling_learns_each_word_once_and_forgets():
    project = learn(BASE, "nb", ("sålebytte", " Gore-Tex ", "", "sålebytte"))
    assert known(project) == ("sålebytte", "Gore-Tex")
    assert known(forget(project, "nb", "sålebytte")) == ("Gore-Tex",)
    assert learn(project, "nb", ("Gore-Tex",)) is project
    assert forget(learn(BASE, "nb", ("x",)), "nb", "x") == BASE
