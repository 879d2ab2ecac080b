"""The coach's round: waivers, places and reasons, and that no project makes it stumble."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map

from studio.checks.coach import RULES, coach_findings, with_waivers
from studio.checks.coach.lexicon import phrase_in
from studio.edits.mending import unwaive, waive
from studio.edits.texts import block_text, write
from studio.i18n import sentence
from studio.model.findings import Finding, Place, Severity
from studio.model.project import Project
from studio.model.sequence import Event, Sequence, Trigger
from studio.paths import shipped
from studio.presets.faults import read_toml
from tests.studio.checks.coach.flows import call, found, mail, sent, short
from tests.studio.edits.samples import sample


def late():
    return sent(mail("one"), waits=(120,))


def test_what_is_left_on_purpose_stays_in_the_list_with_its_reason():
    (finding,) = found(waive(late(), "flow", "coach.first_contact", "one", "Slow goods."), "first_contact")
    assert finding.waived
    assert str(finding.reason) == "Left on purpose: Slow goods."


def test_a_waiver_of_another_message_does_not_count():
    (finding,) = found(waive(late(), "flow", "coach.first_contact", "two", "Slow goods."), "first_contact")
    assert not finding.waived


def test_a_waiver_without_a_message_holds_for_the_whole_flow():
    held = waive(late(), "flow", "coach.first_contact", "", "Slow goods.")
    assert found(held, "first_contact")[0].waived
    assert not found(unwaive(held, "flow", "coach.first_contact"), "first_contact")[0].waived


def test_the_reason_for_the_message_comes_before_that_for_the_flow():
    held = waive(waive(late(), "flow", "coach.first_contact", "one", "This"), "flow", "coach.first_contact", "", "All")
    assert str(found(held, "first_contact")[0].reason) == "Left on purpose: This"


def test_any_check_s_findings_can_be_left_but_not_those_of_the_brand_or_another_flow():
    flow = waive(late(), "flow", "words.long", "", "Meant.").sequences["flow"]
    places = (Place("flow", "one"), Place(), Place("other", "one"))
    findings = [Finding("words.long", Severity.WARNING, place, sentence("x")) for place in places]
    assert [each.waived for each in with_waivers(flow, findings)] == [True, False, False]


def test_every_finding_says_where_why_from_whom_and_what_to_do():
    held = sent(mail("one", "urgency", ("cart",)), short("text"), waits=(120, 10), exits=())
    findings = list(coach_findings(held, held.sequences["flow"], ("en",)))
    assert len({each.id for each in findings}) > 8
    assert all(each.place.sequence == "flow" and each.reason and each.source and each.fix for each in findings)


def test_rules_have_names_of_their_own():
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert all(id_.startswith("coach.") for id_ in ids)


def test_empty_flows_and_foreign_ones_are_walked_without_a_stumble():
    held = sample()
    for flow in held.sequences.values():
        list(coach_findings(held, flow, ("nb", "sv", "xx")))
    empty = Project("p", "P", sequences=Map(f=Sequence("f", "F", "nb", (), Trigger(Event.CART_ABANDONED))))
    assert {each.id for each in coach_findings(empty, empty.sequences["f"], ())} == {"coach.objections"}


@given(st.text(max_size=200), st.sampled_from(["en", "nb", "de", "fi", "zh"]))
def test_no_words_make_it_stumble(words, language):
    held = write(sent(mail("one", text=words or "x"), short("text", text=words)), block_text("one-0"), language, words)
    list(coach_findings(held, held.sequences["flow"], ("en", language)))


ODD = ("word " * 20_000, "\ud800 only 2 left", "\u200b" * 5000, "{{ " * 33_000, "🎁" * 1000, "not last chance " * 6000)


@pytest.mark.parametrize("words", ODD, ids=range(len(ODD)))
def test_very_long_and_very_odd_texts_are_read(words):
    assert phrase_in("scarcity", "en", words) in ("", "only 2 left")
    held = sent(mail("one", text=words), short("text", text=words), call(text=words))
    assert found(held, "product_named")


def test_every_list_of_words_speaks_every_language():
    _, data = read_toml(shipped("presets", "coach", "words.toml"))
    languages = {"nb", "nn", "sv", "da", "nl", "en", "de", "fr", "fi", "es"}
    assert [name for name, held in data.items() if name != "schema" and set(held) != languages] == []
    assert [words for held in data.values() if isinstance(held, dict) for words in held.values() if not words] == []
