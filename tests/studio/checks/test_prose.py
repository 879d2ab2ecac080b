"""Checks of prose: what is told of it, where, and what mends it."""

import pytest
from immutables import Map

from studio.checks.prose import LONGEST, prose_findings
from studio.checks.texts import around, told
from studio.edits import texts, variants
from studio.model.findings import Place, Severity
from studio.model.localized import localized
from studio.model.project import Snippet
from tests.studio.checks.flows import flow

OPENING = texts.block_text("hello-opening")


def found(project, language="nb"):
    return list(prose_findings(project, project.sequences["flow"], language))


def saying(words, spoken=OPENING, language="nb"):
    return texts.write(flow(), spoken, language, words)


def mended(project, remedy):
    spoken = texts.Spoken(remedy.kind, remedy.id, remedy.name, remedy.variant)
    words = texts.read(project, spoken).words(remedy.language)
    assert words[remedy.start : remedy.start + len(remedy.was)] == remedy.was
    after = words[: remedy.start] + remedy.words + words[remedy.start + len(remedy.was) :]
    return texts.write(project, spoken, remedy.language, after)


def test_sound_prose_has_no_findings():
    assert found(flow()) == found(flow(), "sv") == []


def test_wrong_typography_is_told_with_place_rule_authority_and_reason():
    (finding,) = found(saying('Hun sa "hei" til oss.'))
    assert finding.id == "words.quotes"
    assert finding.place == Place("flow", "hello", "hello-opening", "nb")
    assert finding.source == "Språkrådet"
    assert finding.reason
    assert "«hei" in str(finding.fix)


@pytest.mark.parametrize("words", ['"En" og "to" – "tre".', "Få 10%, helst 20% {{ person.first_name }} nå", "Så ..."])
def test_one_press_mends_all_of_one_kind_in_a_text(words):
    project = saying(words)
    (finding,) = found(project)
    assert found(mended(project, finding.remedies[0])) == []


def test_a_press_mends_the_version_of_a_variant_only():
    project = variants.set_override(flow(), "hello-b", "hello-opening", flow().blocks["hello-opening"])
    project = texts.write(project, texts.block_text("hello-opening", "text", "hello-b"), "nb", "Så  rart")
    (finding,) = found(project)
    assert finding.place.variant == finding.remedies[0].variant == "hello-b"
    assert found(mended(project, finding.remedies[0])) == []


def test_subjects_are_typeset_too_and_an_sms_as_gsm_allows():
    assert [each.id for each in found(saying("Så ...", texts.subject("hello-a")))] == ["words.ellipsis"]
    assert found(saying('Svar "STOPP" ...', texts.block_text("text-sms"))) == []


def test_taste_is_advice_and_the_rest_a_warning():
    severity = {each.id: each.severity for each in found(saying('"Hei" ...'))}
    assert severity == {"words.quotes": Severity.WARNING, "words.ellipsis": Severity.ADVICE}


def test_a_snippet_that_is_used_is_read_once():
    project = saying("Husk {{ snippet.returns }} og {{ snippet.returns }}")
    snippets = Map(
        returns=Snippet("returns", "R", localized(nb='"Retur"')), other=Snippet("o", "O", localized(nb='"x"'))
    )
    project = type(project)(**{name: getattr(project, name) for name in project.__slots__} | {"snippets": snippets})
    assert [each.remedies[0].kind for each in found(project)] == ["snippets"]


def test_a_sentence_without_end_is_told_by_its_beginning():
    (finding,) = found(saying("Vi gikk og gikk " + "og gikk " * LONGEST + "hjem."))
    assert finding.id == "words.long_sentence"
    assert "Vi gikk og gikk" in str(finding.message)


def test_a_sentence_of_usual_length_and_a_list_of_lines_are_fine():
    assert found(saying("Vi gikk og gikk, " * 5 + "hjem.")) == []
    assert found(saying("\n".join(["Vi gikk hjem"] * 30))) == []


def test_hard_prose_is_advice_with_its_score():
    long = "Virksomhetsbehandlingsansvaret understreker gjennomføringsbetydningen. " * 20
    (finding,) = [each for each in found(saying(long)) if each.id == "words.readability"]
    assert finding.place == Place("flow", "hello", "", "nb")
    assert "LIX" in str(finding.message)


def test_two_good_kinds_of_quotation_marks_are_one_too_many():
    project = saying("Hon sa ”hej” och ”då”.", OPENING, "sv")
    project = texts.write(project, texts.block_text("offer-opening"), "sv", "Hon sa »hej« igen.")
    (finding,) = found(project, "sv")
    assert (finding.id, finding.place.block) == ("words.quotes_mixed", "offer-opening")


def test_a_language_without_rules_has_no_findings():
    assert found(saying('"Hi" - there ...', OPENING, "xx"), "xx") == []


def test_texts_come_in_the_order_of_reading():
    names = [text.kind for text in told(flow(), flow().sequences["flow"], "nb")]
    assert names[:5] == ["subject", "subject", "paragraph", "faq", "button"]
    assert names[-1] == "sms"


def test_what_is_shown_of_a_place_ends_with_whole_words():
    text = "En lang setning om en kurv som noen glemte i hylla"
    assert around(text, 22, 26) == "setning om en kurv som noen"
