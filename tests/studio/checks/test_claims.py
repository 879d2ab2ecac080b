"""Promises: contradictions within a language and between languages, and what is none."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.checks.claims import claims_findings
from studio.edits import texts
from studio.model.findings import Severity
from studio.model.localized import localized
from studio.model.project import Snippet
from tests.studio.checks.flows import flow

SUBJECT = texts.subject("offer-a")
OPENING = texts.block_text("hello-opening")
SMS = texts.block_text("text-sms")


def found(project, languages=("nb",)):
    return list(claims_findings(project, project.sequences["flow"], languages))


def write(words, spoken=OPENING, language="nb", project=None):
    return texts.write(project or flow(), spoken, language, words)


FALSE = [
    ("claims.percent", SUBJECT, "15 % på hele kurven"),
    ("claims.percent", texts.block_text("offer-discount", "text"), "Her er 15 % til deg."),
    ("claims.percent", SMS, "Koden gir 15 % rabatt. Svar STOPP"),
    ("claims.deadline", SMS, "Koden virker i 24 timer. Svar STOPP"),
    ("claims.code", SMS, "Skriv koden EXTRA20 i kassen. Svar STOPP"),
    ("claims.returns", OPENING, "Send det tilbake innen 14 dager."),
    ("claims.delivery", OPENING, "Det tar 3–5 virkedager."),
    ("claims.free_shipping", OPENING, "Over 500 kr er frakten gratis."),
]

TRUE = [
    (SUBJECT, "10 % på hele kurven"),
    (SUBJECT, "{{ offer.value }} i {{ offer.hours }} timer"),
    (SMS, "Koden EXTRA10 gir 10 % i 48 timer. Svar STOPP"),
    (OPENING, "Genseren er 80 % ull, og vi svarer innen 24 timer."),
    (OPENING, "Send det tilbake innen {{ shop.return_days }} dager, eller 30 dager."),
    (OPENING, "Det tar 2 til 4 virkedager, og over 990 kr er frakten gratis."),
    (OPENING, "{{ shop.nowhere }} {{ snippet.nothing }} {{ broken"),
]


@pytest.mark.parametrize(("rule", "spoken", "words"), FALSE)
def test_a_contradiction_is_found(rule, spoken, words):
    (finding,) = found(write(words, spoken))
    assert finding.id == rule
    assert finding.reason
    assert finding.place.message


@pytest.mark.parametrize(("spoken", "words"), TRUE)
def test_what_agrees_is_left_alone(spoken, words):
    assert found(write(words, spoken)) == []


def test_a_false_offer_is_an_error_and_one_press_makes_it_true():
    (finding,) = found(write("15 % på hele kurven", SUBJECT))
    (remedy,) = finding.remedies
    assert finding.severity is Severity.ERROR
    assert (remedy.was, remedy.words) == ("15 %", "10 %")


def test_two_different_periods_are_found_without_a_fact_too():
    project = replace(flow(), brand=replace(flow().brand, facts=Map()))
    project = write("Send det tilbake innen 14 dager.", project=project)
    (finding,) = found(write("Du kan returnere i 30 dager.", SMS, project=project))
    assert finding.place.message == "text"


@pytest.mark.parametrize(
    ("spoken", "nb", "sv"),
    [
        (OPENING, "Send det tilbake innen 30 dager.", "Skicka tillbaka det inom 30 dagar."),
        (SUBJECT, "10 % på kurven", "10 % på korgen"),
        (OPENING, "Over 990 kr er frakten gratis.", "Över 999 kr är frakten gratis."),
    ],
)
def test_languages_that_promise_the_same_or_in_another_currency_agree(spoken, nb, sv):
    project = write(sv, spoken, "sv", write(nb, spoken))
    assert [each for each in found(project, ("nb", "sv")) if each.id == "claims.languages"] == []


def test_languages_that_promise_different_things_are_told_at_the_translation():
    facts = Map(return_days=localized(nb="30", sv="14"))
    project = replace(flow(), brand=replace(flow().brand, facts=facts))
    project = write("Skicka tillbaka det inom {{ shop.return_days }} dagar.", language="sv", project=project)
    project = write("Send det tilbake innen {{ shop.return_days }} dager.", project=project)
    (finding,) = found(project, ("sv", "nb"))
    assert (finding.id, finding.place.language) == ("claims.languages", "sv")


def test_an_offer_that_differs_between_languages_is_told():
    project = write("15 %", texts.block_text("offer-discount", "value"), "sv")
    assert [each.id for each in found(project, ("nb", "sv"))] == ["claims.languages"]


def test_one_currency_has_one_limit_in_all_languages():
    project = write("Over NOK 990 er frakten gratis.")
    project = write("Över NOK 500 är frakten gratis.", language="sv", project=project)
    facts = project.brand.facts.delete("free_shipping_over")
    project = replace(project, brand=replace(project.brand, facts=facts))
    assert [each.id for each in found(project, ("nb", "sv"))] == ["claims.languages"]


def test_snippets_are_filled_in():
    said = localized(nb="Send det tilbake innen 14 dager.", sv="Skicka tillbaka det inom 30 dagar.")
    project = replace(flow(), snippets=Map(returns=Snippet("returns", "R", said)))
    project = write("{{ snippet.returns }}", language="sv", project=write("{{ snippet.returns }}", project=project))
    assert "claims.languages" in [each.id for each in found(project, ("nb", "sv"))]


def test_a_customer_may_say_other_figures():
    blocks = flow().blocks
    project = replace(flow(), blocks=blocks.set("hello-opening", replace(blocks["hello-opening"], kind="review")))
    assert found(write("Jeg sendte det tilbake etter 45 dager.", project=project)) == []


def test_languages_without_rules_have_no_findings():
    assert found(write("99 % 24 timer", language="xx"), ("xx", "nb")) == []
