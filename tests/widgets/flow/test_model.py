"""The outline's model follows the project by single inserts, moves and removals."""

import random

import pytest
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from studio.edits import arms, messages, sequences, steps, texts
from studio.edits.tree import Spot, inside, nodes_of
from studio.errors import StudioError
from studio.model.conditions import Condition, Fact, Operator
from studio.model.steps import Arm, Note, Path, Wait
from widgets.flow.told import END, START

TESTING = QAbstractItemModelTester.FailureReportingMode.Fatal


def do(studio, verb, *arguments, **named):
    project = verb(studio.desk.session.project, studio.sequence.id, *arguments, **named)
    studio.desk.session.do("Step", project)


def tree(studio, parent=""):
    return [(id_, tree(studio, id_)) for id_ in studio.shown(parent) if id_ not in (START, END)]


def expected(nodes):
    return [(node.id, expected(inside(node))) for node in nodes]


def holds(studio):
    return tree(studio) == expected(studio.sequence.steps)


@pytest.fixture
def tested(studio, qtmodeltester):
    """The model under Qt's own tester, which stops at any fault; and a watch for resets."""
    studio.tester = QAbstractItemModelTester(studio.model, TESTING)
    studio.resets = []
    studio.model.modelReset.connect(lambda: studio.resets.append(1))
    return studio


def test_the_rows_are_the_steps_between_start_and_end(tested):
    assert tested.shown()[0] == START
    assert tested.shown()[-1] == END
    assert holds(tested)


@pytest.mark.parametrize(
    ("verb", "arguments"),
    [
        (steps.add_step, (Note("new", "Hm"), Spot("loyal", "w"))),
        (steps.remove_step, ("split",)),
        (steps.remove_step, ("w",)),
        (steps.move_step, ("w", Spot("", "split"))),
        (steps.move_step, ("split", Spot("b"))),
        (steps.move_step, ("draw", Spot("rest"))),
        (steps.copy_step, ("split", Spot("a", "n2"))),
        (arms.add_arm, ("split", Arm("mid", "Mid", (Condition(Fact.ORDERS, Operator.AT_LEAST, 1),)))),
        (arms.move_arm, ("b", "a")),
        (arms.remove_arm, ("rest",)),
        (arms.remove_arm, ("a",)),
    ],
)
def test_a_verb_and_its_undo_need_no_reset(tested, verb, arguments):
    do(tested, verb, *arguments)
    assert holds(tested)
    tested.undo()
    assert holds(tested)
    assert tested.resets == []


def test_a_moved_step_keeps_its_index(tested):
    kept = QPersistentModelIndex(tested.model.index_of("w"))
    do(tested, steps.move_step, "w", Spot("", "note"))
    assert kept.isValid()
    assert tested.model.id_at(kept) == "w"


def test_two_forks_can_change_places_inside_each_other(tested):
    do(tested, steps.move_step, "draw", Spot("rest"))
    nested = tested.desk.session.project
    tested.undo()
    do(tested, steps.move_step, "split", Spot("b"))
    tested.desk.session.do("Turn", nested)
    assert holds(tested)


def random_verb(draw, studio):
    nodes = list(nodes_of(studio.sequence.steps))
    ways = ["", *(node.id for node in nodes if isinstance(node, (Arm, Path)))]
    some = draw.choice(nodes).id if nodes else "none"
    spot = Spot(draw.choice(ways))
    return draw.choice(
        [
            (steps.add_step, (Wait(f"x{draw.random()}", 60), spot)),
            (steps.move_step, (some, spot)),
            (steps.copy_step, (some, spot)),
            (steps.remove_step, (some,)),
            (arms.remove_arm, (some,)),
            (arms.copy_arm, (some,)),
        ]
    )


@pytest.mark.parametrize("seed", range(4))
def test_any_row_of_verbs_and_undos_leaves_the_rows_right(tested, seed):
    draw = random.Random(seed)
    for _ in range(40):
        verb, arguments = random_verb(draw, tested)
        try:
            do(tested, verb, *arguments)
        except StudioError:
            tested.undo()
        assert holds(tested)
    assert tested.resets == []


def test_only_rows_that_say_something_else_are_told_to_change(tested):
    changed = []
    tested.model.dataChanged.connect(lambda first, *_: changed.append(tested.model.id_at(first)))
    do(tested, steps.write_note, "note", "Ask Ola")
    assert changed == ["note"]
    assert tested.model.told("note").title == "Ask Ola"


def test_a_longer_wait_moves_the_times_after_it(tested):
    do(tested, steps.set_wait, "wait-1", 180)
    assert tested.model.told("send-2").mark == "3 h"


def test_typing_a_subject_changes_its_card_only(tested):
    changed = []
    tested.model.dataChanged.connect(lambda first, *_: changed.append(tested.model.id_at(first)))
    project = tested.desk.session.project
    variant = project.messages["reminder"].variants[0]
    tested.desk.session.do("Type", texts.write(project, texts.subject(variant), "nb", "Nytt emne"))
    assert changed == ["send-2"]
    assert "Nytt emne" in tested.model.told("send-2").sentence


def test_typing_elsewhere_is_not_looked_at(tested, monkeypatch):
    asked = []
    monkeypatch.setattr("widgets.flow.model.tell", lambda *_: asked.append(1) or {})
    project = tested.desk.session.project
    tested.desk.session.do("Type", texts.write(project, texts.alt(next(iter(project.assets))), "nb", "En sko"))
    assert asked == []


def test_another_sequence_is_another_tree(tested):
    project = sequences.copy_sequence(tested.desk.session.project, tested.sequence.id, "Copy", lambda: next(IDS))
    tested.desk.session.do("Copy", project)
    tested.desk.here.go(sequence=project.sequence_order[1], message="")
    assert holds(tested)
    assert tested.resets == [1]


IDS = (f"id{number}" for number in range(1000))


def test_a_sequence_that_goes_away_leaves_no_rows(tested):
    tested.desk.session.do("Remove", sequences.remove_sequence(tested.desk.session.project, tested.sequence.id))
    assert tested.model.rowCount() == 0


def test_a_reader_aloud_hears_the_whole_row(tested):
    said = tested.model.index_of("send-2").data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("1 h. ")
    assert "reminder" in said


def test_the_model_is_a_plain_one_for_others(tested):
    assert isinstance(tested.model, QAbstractItemModel)
    assert tested.model.columnCount() == 1
    assert not tested.model.index(0, 1).isValid()
    assert not tested.model.parent(tested.model.index(0, 0)).isValid()


def test_a_renamed_message_is_told_by_its_new_name(tested):
    tested.desk.session.do("Rename", messages.rename_message(tested.desk.session.project, "reminder", "Lapp"))
    assert tested.model.told("send-2").title == "Lapp"
