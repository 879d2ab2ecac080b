"""Repetition over a flow: what is told, and whom it spares."""

from studio.checks.journeys import meeting
from studio.checks.repetition import repetition_findings
from studio.edits import texts
from studio.model.findings import Severity
from studio.model.steps import Arm, Experiment, Path, Send, Split
from tests.studio.checks.flows import flow, parted


def found(project, language="nb"):
    return list(repetition_findings(project, project.sequences["flow"], language))


def write(project, spoken, words):
    return texts.write(project, spoken, "nb", words)


SUBJECT = write(flow(), texts.subject("offer-a"), "Kurven er lagret!")
OPENING = write(flow(), texts.block_text("offer-opening"), "Vi la kurven bort igjen.")
CALL = write(flow(), texts.block_text("offer-back", "label"), "Se kurven")
ADJECTIVE = write(flow(), texts.block_text("offer-opening"), "Fin, fint, fine, finere, finest.")


def test_a_flow_that_varies_has_no_findings():
    assert found(flow()) == []


def test_a_subject_that_comes_again_names_the_earlier_message():
    (finding,) = found(SUBJECT)
    assert (finding.id, finding.severity) == ("repetition.subject", Severity.WARNING)
    assert (finding.place.message, finding.place.variant) == ("offer", "offer-a")
    assert "Hello" in str(finding.message)


def test_an_opening_that_comes_again_is_told():
    (finding,) = found(OPENING)
    assert (finding.id, finding.place.block) == ("repetition.opening", "offer-opening")


def test_a_call_that_comes_again_is_told():
    (finding,) = found(CALL)
    assert (finding.id, finding.place.block) == ("repetition.call", "offer-back")


def test_an_adjective_that_is_ridden_is_told_for_the_flow():
    (finding,) = found(ADJECTIVE)
    assert (finding.id, finding.place.message) == ("repetition.adjective", "")


def test_variants_of_one_message_may_be_alike():
    assert found(write(flow(), texts.subject("hello-b"), "Kurven er lagret")) == []


def test_messages_in_different_arms_may_be_alike():
    for project in (SUBJECT, OPENING, CALL):
        assert found(parted(project)) == []


def test_texts_begin_after_the_name_of_the_sender():
    project = write(flow(), texts.block_text("hello-opening"), "Butikken: Svar meg nå.")
    assert found(write(project, texts.block_text("text-sms"), "Butikken: Svar du også.")) == []


def test_a_language_in_which_nothing_is_written_has_no_findings():
    assert found(CALL, "xx") == []


def test_messages_meet_on_one_way_and_after_a_split_but_not_across_it():
    arms = (Arm("a", "A", (), (Send("1", "x"),)), Arm("b", "B", (), (Send("2", "y"), Send("3", "z"))))
    assert meeting((Split("f", "?", arms), Send("4", "w"))) == {("y", "z"), ("x", "w"), ("y", "w"), ("z", "w")}


def test_the_paths_of_an_experiment_do_not_meet():
    paths = (Path("l", "L", 1.0, (Send("1", "x"),)), Path("r", "R", 1.0, (Send("2", "y"),)))
    assert meeting((Experiment("e", "?", paths),)) == frozenset()
