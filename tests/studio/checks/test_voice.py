"""The client's voice: words to avoid, form of address, budgets."""

import pytest
from immutables import Map

from studio.checks.voice import voice_findings
from studio.edits import texts
from studio.model.remedies import Reword, SpeakTo
from studio.model.style import Formality
from tests.studio.checks.flows import flow, style

OPENING = texts.block_text("hello-opening")
OFFER = texts.block_text("offer-opening")


def found(project, language="nb"):
    return list(voice_findings(project, project.sequences["flow"], language))


def write(words, language="nb", spoken=OPENING, project=None):
    return texts.write(project or flow(), spoken, language, words)


AVOID = {"avoid": Map(nb=Map({"billig": "rimelig", "kunde": "", "på tilbud": "satt ned"}))}


def test_a_flow_in_the_client_s_voice_has_no_findings():
    assert found(style(flow(), **AVOID)) == []


@pytest.mark.parametrize(("words", "right"), [("Billig er det", "Rimelig"), ("Noe på tilbud", "satt ned")])
def test_a_word_to_avoid_is_mended_by_the_one_preferred(words, right):
    (finding,) = found(style(write(words), **AVOID))
    (remedy,) = finding.remedies
    assert finding.id == "voice.avoid"
    assert isinstance(remedy, Reword)
    assert remedy.words == right
    assert remedy.start == words.lower().index(remedy.was.lower())


def test_a_word_without_a_better_one_is_only_told():
    (finding,) = found(style(write("Kjære kunde"), **AVOID))
    assert finding.remedies == ()


def test_only_whole_words_of_the_language_are_avoided():
    assert found(style(write("Billigere kunder"), **AVOID)) == []
    assert found(style(write("Billig", "sv"), **AVOID), "sv") == []


def test_a_slip_in_the_form_of_address_is_told_once_a_text():
    project = write("Uw mandje wacht op u.", "nl")
    (finding,) = found(write("Jouw code werkt.", "nl", OFFER, project), "nl")
    assert (finding.id, finding.place.block, finding.remedies) == ("voice.form", "hello-opening", ())


def test_a_flow_all_in_the_other_form_is_told_once_with_the_setting_that_mends_it():
    project = write("Dein Korb wartet auf dich.", "de")
    (finding,) = found(write("Dein Code gilt.", "de", OFFER, project), "de")
    assert finding.place.message == ""
    assert finding.remedies == (SpeakTo("de", Formality.INFORMAL),)


@pytest.mark.parametrize("form", list(Formality))
def test_marked_forms_are_read_as_the_brand_speaks(form):
    project = write("[[Dein|Ihr]] Korb wartet auf [[dich|Sie]].", "de")
    assert found(style(project, formality=Map(de=form)), "de") == []


def test_the_customer_s_words_do_not_count():
    project = write("Kunt u mij helpen?\nJe kunt ons bellen.", "nl", texts.block_text("hello-faq"))
    assert found(write("Iemand vroeg: ‘Hebt u tijd?’ Je weet het.", "nl", OPENING, project), "nl") == []


def test_an_old_formal_word_in_norwegian_is_told():
    (finding,) = found(write("Vi skriver til Dem om kurven."))
    assert finding.id == "voice.form"


@pytest.mark.parametrize(("words", "rule"), [("Hei! Så bra!", "voice.exclamations"), ("Hei 👋🏽", "voice.emoji")])
def test_a_budget_that_is_passed_is_told_for_the_message(words, rule):
    (finding,) = found(write(words))
    assert (finding.id, finding.place.message, finding.place.block) == (rule, "hello", "")
    assert found(style(write(words), exclamations=2, emoji=1)) == []


def test_variants_do_not_share_a_budget():
    project = write("Hei!", spoken=texts.subject("hello-a"))
    assert found(write("Hei!", spoken=texts.subject("hello-b"), project=project)) == []
    assert [each.id for each in found(write("Hei!", project=project))] == ["voice.exclamations"]
