"""Laws that every series of verbs keeps, and the laws of differences and merges."""

from hypothesis import given, settings

from studio.edits.change import Change, apply, compose, difference, inverse
from studio.edits.clash import mine_wins, refuse, theirs_stays
from studio.edits.extract import sequence_alone
from studio.edits.merge import merge
from studio.errors import Conflict
from studio.model.sequence import message_ids
from studio.model.validity import problems
from tests.studio.edits.samples import sample
from tests.studio.edits.strategies import edited, edits, projects

often = settings(max_examples=150, deadline=None)
seldom = settings(max_examples=60, deadline=None)


@often
@given(edits(most=25))
def test_no_series_of_verbs_breaks_a_project(deeds):
    assert problems(edited(sample(), deeds)) == ()


@often
@given(edits(most=25))
def test_no_verb_leaves_a_message_that_nothing_sends(deeds):
    project = edited(sample(), deeds)
    sent = {id_ for sequence in project.sequences.values() for id_ in message_ids(sequence)}
    assert set(project.messages) == sent


@seldom
@given(projects())
def test_a_project_does_not_differ_from_itself(project):
    assert not difference(project, project)


@often
@given(projects(), edits())
def test_undo_leads_back_and_redo_leads_there(before, deeds):
    after = edited(before, deeds)
    change = difference(before, after)
    assert apply(change, before) == after
    assert apply(inverse(change), after) == before


@seldom
@given(projects(), edits(), edits())
def test_two_changes_compose_to_the_whole_difference(start, first, second):
    middle = edited(start, first, "one")
    end = edited(middle, second, "two")
    assert compose(difference(start, middle), difference(middle, end)) == difference(start, end)


def touched(change):
    return {(kind, id_) for kind in Change.__dataclass_fields__ for id_ in getattr(change, kind)}


@often
@given(projects(), edits(most=4), edits(most=4))
def test_disjoint_changes_commute(base, first, second):
    mine, theirs = difference(base, edited(base, first, "one")), difference(base, edited(base, second, "two"))
    if touched(mine) & touched(theirs):
        return
    assert outcome(mine, theirs, base) == outcome(theirs, mine, base)


def outcome(first, second, base):
    try:
        return apply(second, apply(first, base))
    except Conflict:
        return None


@often
@given(projects(), edits(), edits())
def test_what_comes_of_two_changes_holds_together(base, first, second):
    mine, theirs = edited(base, first, "one"), edited(base, second, "two")
    project = outcome(difference(base, theirs), difference(base, mine), base)
    assert project is None or problems(project) == ()


@seldom
@given(projects(), edits())
def test_merging_with_nothing_changes_nothing(base, deeds):
    other = edited(base, deeds)
    assert merge(base, other, base, refuse).value == other
    assert merge(base, base, other, refuse).value == other
    assert merge(base, other, other, refuse).value == other


@seldom
@given(projects(), edits(), edits())
def test_every_clash_is_told_and_the_policy_chooses(base, first, second):
    mine, theirs = edited(base, first, "one"), edited(base, second, "two")
    kept = merge(base, mine, theirs, theirs_stays)
    if not kept.clashes:
        assert merge(base, mine, theirs, mine_wins).value == kept.value
    else:
        assert all(clash.mine != clash.theirs for clash in kept.clashes)


@seldom
@given(projects())
def test_a_sequence_alone_holds_together(project):
    for id_ in project.sequences:
        alone = sequence_alone(project, id_)
        assert problems(alone) == ()
        assert set(alone.messages) == set(message_ids(project.sequences[id_]))
