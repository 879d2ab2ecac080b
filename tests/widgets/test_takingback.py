"""Taking back: a notice's Undo takes back its own step, whatever was done since."""

import pytest

from studio.edits.brand import rename_project
from studio.edits.shelf import remove_persona
from widgets.takingback import taking_back


@pytest.fixture
def notices(desk):
    said = []
    desk.notices.said.connect(said.append)
    return said


@pytest.fixture
def remove(desk):
    """Return a function that removes a reader and gives what its notice offers."""

    def remove(persona):
        desk.session.do("Remove a persona", remove_persona(desk.session.project, persona))
        return taking_back(desk)

    return remove


def rename(desk, name):
    desk.session.do("Rename", rename_project(desk.session.project, name))


def test_the_latest_step_is_undone_like_by_the_key(desk, remove):
    kari = next(iter(desk.session.project.personas))
    remove(kari)()
    assert kari in desk.session.project.personas
    assert desk.session.stack.canRedo()


def test_an_earlier_step_is_taken_back_and_what_came_since_stays(desk, remove):
    kari = next(iter(desk.session.project.personas))
    undo = remove(kari)
    rename(desk, "Fjellsko")
    undo()
    assert kari in desk.session.project.personas
    assert desk.session.project.name == "Fjellsko"
    assert desk.session.stack.undoText() == "Undo “Remove a persona”"


def test_two_of_a_kind_come_back_in_any_order(desk, remove):
    people = list(desk.session.project.personas)
    first, second = remove(people[0]), remove(people[1])
    first()
    second()
    assert set(desk.session.project.personas) == set(people)


def test_a_step_that_was_undone_by_the_key_is_not_taken_back_once_more(desk, remove, notices):
    before = desk.session.project
    undo = remove(next(iter(before.personas)))
    desk.session.stack.undo()
    undo()
    assert desk.session.project == before
    assert "not in the history any more" in notices[-1].text


def test_an_earlier_step_in_the_way_of_later_work_is_told_and_left(desk, notices):
    rename(desk, "Fjellsko")
    undo = taking_back(desk)
    rename(desk, "Fjellstøvler")
    undo()
    assert desk.session.project.name == "Fjellstøvler"
    assert "can no longer be undone" in notices[-1].text


def test_a_step_of_a_project_that_was_closed_is_told(desk, remove, notices):
    project = desk.session.project
    undo = remove(next(iter(project.personas)))
    desk.session.open(project)
    undo()
    assert desk.session.project is project
    assert "not in the history any more" in notices[-1].text
