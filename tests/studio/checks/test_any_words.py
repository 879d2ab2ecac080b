"""The checks of words read whatever a person can type or paste, in any language, and come to an end."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from immutables import Map

from studio.checks.claims import claims_findings
from studio.checks.promised import filled_in
from studio.checks.prose import prose_findings
from studio.checks.repetition import repetition_findings
from studio.checks.texts import around
from studio.checks.voice import voice_findings
from studio.edits import texts
from studio.model.localized import localized
from studio.words.languages import KNOWN, base
from tests.studio.checks.flows import flow

PLACES = (
    *(texts.subject("hello-a"), texts.block_text("hello-opening"), texts.block_text("hello-faq")),
    *(texts.block_text("offer-discount", "value"), texts.block_text("text-sms")),
)
ODD = st.text(
    st.sampled_from(list("ab Du 0129.,!?%€-–\"'«»{}[]|*_\\\n\u00a0\u200b\u202e😀🇳🇴²٣kr")) | st.characters(), max_size=50
)


def everything(project, language):
    held = project.sequences["flow"]
    yield from claims_findings(project, held, (language, "nb"))
    for check in (prose_findings, repetition_findings, voice_findings):
        yield from check(project, held, language)


@settings(max_examples=60, deadline=None)
@given(st.lists(ODD, min_size=len(PLACES), max_size=len(PLACES)), st.sampled_from((*KNOWN, "xx", "nb-NO")))
def test_anything_can_be_checked(words, language):
    project = flow()
    for spoken, said in zip(PLACES, words, strict=True):
        project = texts.write(project, spoken, language, said)
    for finding in everything(project, language):
        assert str(finding.message)
        assert str(finding.reason)
        assert str(finding.fix)


@pytest.mark.parametrize(
    "piece", ["a ", "9 ", "10 % ", "{{ ", "«a» ", "Du, ", "😀", "a.\n", "KODE1 ", "je u ", "“", "“a ", "€1", "1 000 "]
)
def test_a_very_long_text_is_read_to_its_end(piece):
    project = texts.write(flow(), PLACES[1], "nl", piece * (100_000 // len(piece)))
    assert {finding.place.sequence for finding in everything(project, "nl")} <= {"flow"}


def test_a_very_long_gap_is_told_on_one_line():
    assert around("a" + " " * 100_000 + "\nb", 1, 100_001).split() == ["a", "b"]


def test_a_fact_of_thousands_of_digits_is_no_number_of_days():
    project = texts.write(flow(), PLACES[1], "en", "You have 14 days to return it. Delivery takes 2 working days.")
    facts = {name: localized(en="9" * 5000) for name in ("return_days", "delivery_days")}
    project = replace(project, brand=replace(project.brand, facts=Map(facts)))
    assert not [finding for finding in everything(project, "en") if finding.id.startswith("claims.")]


def test_a_project_in_which_nothing_is_written_has_no_findings():
    assert list(everything(flow(), "fi")) == []


def test_constants_are_filled_in_and_unknown_ones_stay():
    known = {"snippet.a": "{{ shop.b }} dager", "shop.b": "30"}
    assert filled_in("{{ snippet.a }}, {{ shop.c | cut: 3 }}", known) == "30 dager, {{ shop.c | cut: 3 }}"


def test_a_snippet_that_names_itself_comes_to_an_end():
    assert "snippet.a" in filled_in("{{ snippet.a }}", {"snippet.a": "x {{ snippet.a }}"})


@pytest.mark.parametrize(("code", "kept"), [("nb-NO", "nb"), ("no", "nb"), ("en_GB", "en"), ("xx", "xx"), ("", "")])
def test_rules_are_kept_under_the_short_code(code, kept):
    assert base(code) == kept
