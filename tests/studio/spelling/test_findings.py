from dataclasses import replace
from functools import reduce

import pytest
from immutables import Map

from studio.edits.mending import mend
from studio.edits.texts import block_text, fact, preheader, read, snippet, subject, write
from studio.model.findings import Place, Severity
from studio.model.remedies import Remember, Reword
from studio.spelling.findings import misspelt, misspelt_words, rewordings, spelling_findings
from studio.spelling.speller import SpellingStopped
from studio.tasks import Cancelled
from tests.studio.edits.samples import sample

TEXTS = (
    subject("va"),
    block_text("b1"),
    block_text("b2"),
    block_text("head"),
    block_text("b3"),
    block_text("b1", variant_id="vb"),
)


def project(*written, base=None):
    """The sample, with the words of our dictionary everywhere but where `written` says others."""
    texts = {**dict.fromkeys(TEXTS, "Hei"), **dict(written)}
    return reduce(lambda whole, one: write(whole, one[0], "nb", one[1]), texts.items(), base or sample())


def findings(speller, *written, language="nb", base=None):
    held = project(*written, base=base)
    return spelling_findings(held, held.sequences["flow"], language, speller)


def unknown(speller, *written, base=None):
    held = project(*written, base=base)
    return misspelt(held, held.sequences["flow"], "nb", speller)


def test_right_copy_has_no_findings(speller):
    assert findings(speller) == ()


@pytest.mark.parametrize(
    ("spoken", "place"),
    [
        (subject("va"), Place("flow", "hello", "", "nb", "va")),
        (preheader("vb"), Place("flow", "hello", "", "nb", "vb")),
        (block_text("b2"), Place("flow", "hello", "b2", "nb")),
        (block_text("b1", variant_id="vb"), Place("flow", "hello", "b1", "nb", "vb")),
        (block_text("b3"), Place("flow", "sms", "b3", "nb")),
        (block_text("pic", "alt"), Place("flow", "hello", "pic", "nb")),
    ],
)
def test_an_unknown_word_is_a_warning_in_its_place(speller, spoken, place):
    (finding,) = findings(speller, (spoken, "Hei kurrven"))
    assert (finding.id, finding.severity, finding.place) == ("spelling.unknown", Severity.WARNING, place)
    assert str(finding.message) == "“kurrven” is not in the dictionary."


def test_a_word_is_found_once_a_message_and_underlined_everywhere(speller):
    wrong = ((block_text("b1"), "Hei kurrven"), (block_text("b2"), "kurrven"), (block_text("b3"), "kurrven"))
    assert [finding.place.message for finding in findings(speller, *wrong)] == ["hello", "sms"]
    assert [(each.place.block, each.word.start) for each in unknown(speller, *wrong)] == [
        ("b1", 4),
        ("b2", 0),
        ("b3", 0),
    ]


def test_a_word_that_is_remembered_is_found_no_more(speller):
    held = project((block_text("b2"), "Hei kurrven"))
    (finding,) = spelling_findings(held, held.sequences["flow"], "nb", speller)
    assert finding.remedies == (Remember("nb", "kurrven"),)
    mended = mend(held, finding.place, finding.remedies[0])
    assert spelling_findings(mended, mended.sequences["flow"], "nb", speller) == ()


def test_a_suggestion_mends_the_word(speller):
    held = project((block_text("b2"), "**Hei** {{ person.first_name }}, støvlre"))
    (found,) = misspelt(held, held.sequences["flow"], "nb", speller)
    remedies = rewordings(held, found, speller)
    assert len(remedies) <= 3
    mended = mend(held, found.place, next(each for each in remedies if each.words == "støvler"))
    assert read(mended, block_text("b2")).words("nb") == "**Hei** {{ person.first_name }}, støvler"


def test_a_word_that_changed_meanwhile_has_no_suggestions(speller):
    (found,) = unknown(speller, (block_text("b2"), "støvlre"))
    assert rewordings(project((block_text("b2"), "sko")), found, speller) == ()


def test_marks_inside_a_word_leave_it_without_suggestions(speller):
    held = project((block_text("b2"), "støv*lre*"))
    (found,) = misspelt(held, held.sequences["flow"], "nb", speller)
    assert found.word.text == "støvlre"
    assert rewordings(held, found, speller) == ()


def test_a_hidden_sign_in_a_word_goes_with_it(speller):
    held = project((block_text("b2"), "støv\u00adlre"))
    (found,) = misspelt(held, held.sequences["flow"], "nb", speller)
    assert isinstance(rewordings(held, found, speller)[0], Reword)


def test_snippets_and_facts_are_read_where_a_message_names_them(speller):
    base = sample()
    base = replace(base, brand=replace(base.brand, facts=Map()))
    base = write(write(base, snippet("hi"), "nb", "Heii {{ shop.craft }}"), fact("craft"), "nb", "skko")
    assert unknown(speller, base=base) == ()
    found = unknown(speller, (block_text("b2"), "{{ snippet.hi }}"), base=base)
    assert [(each.spoken, each.word.text) for each in found] == [(snippet("hi"), "Heii"), (fact("craft"), "skko")]
    assert {each.place for each in found} == {Place("flow", "", "", "nb")}


def test_a_language_without_dictionary_says_so_plainly(speller):
    (finding,) = findings(speller, language="fi")
    assert (finding.severity, finding.place) == (Severity.ADVICE, Place(language="fi"))
    assert str(finding.message) == "No Finnish dictionary here: spelling is not checked."


def test_a_language_we_do_not_know_is_named_by_its_code(speller):
    assert "“xx”" in str(findings(speller, language="xx")[0].message)


class Refusing:
    """A speller that always refuses."""

    def __init__(self, refusal):
        self.refusal = refusal

    def dictionary(self, language):
        raise self.refusal


def test_a_check_that_stopped_is_advice():
    (finding,) = findings(Refusing(SpellingStopped()))
    assert (finding.id, finding.place) == ("spelling.stopped", Place(language="nb"))
    assert "stopped twice" in str(finding.message)


def test_a_check_that_is_called_off_stays_called_off():
    with pytest.raises(Cancelled):
        findings(Refusing(Cancelled()))


def test_a_text_being_written_is_judged_by_itself(speller):
    words = misspelt_words("Hei Bergenn, kurrven", "nb", speller, frozenset({"bergenn"}))
    assert [(word.text, word.start) for word in words] == [("kurrven", 13)]
