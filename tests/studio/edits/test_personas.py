from dataclasses import replace

import pytest

from studio.edits.personas import add_personas, adds_up, copy_persona, with_items
from studio.edits.shelf import keep
from studio.edits.things import moved
from studio.errors import StudioError
from studio.model.persona import CartEvent, CartItem, Persona
from tests.studio.edits.samples import sample

BOOT, WAX = CartItem("boot", "Boot", 99.9, quantity=2), CartItem("wax", "Wax", 0.2)
KARI = Persona("kari", "Kari", CartEvent(items=(BOOT,), total=199.8))
PROJECT = keep(sample(), KARI)


def test_a_total_follows_the_products():
    assert with_items(KARI, (BOOT, WAX)).event.total == 200.0
    assert with_items(KARI, ()).event.total == 0


def test_a_total_of_its_own_stays():
    own = replace(KARI, event=replace(KARI.event, total=150.0))
    assert not adds_up(own)
    assert with_items(own, (WAX,)).event.total == 150.0


def test_a_copy_differs_in_name_only():
    copy = copy_persona(PROJECT, "kari", "new", "Kari again").personas["new"]
    assert replace(copy, id="kari", name="Kari") == KARI


@pytest.mark.parametrize(("of", "new"), [("nobody", "new"), ("kari", "kari"), ("kari", "")])
def test_a_copy_needs_somebody_and_an_id_of_its_own(of, new):
    with pytest.raises(StudioError):
        copy_persona(PROJECT, of, new, "Copy")


def test_personas_that_are_there_stay_as_they_are():
    other = replace(KARI, name="Somebody else")
    project = add_personas(PROJECT, [other, replace(other, id="two")])
    assert (project.personas["kari"], project.personas["two"].name) == (KARI, "Somebody else")
    assert add_personas(project, [other]) is project


@pytest.mark.parametrize(
    ("index", "step", "row"), [(0, 1, "bac"), (2, -1, "acb"), (0, -1, "abc"), (1, 9, "acb"), (2, 1, "abc")]
)
def test_a_thing_moves_as_far_as_its_row_goes(index, step, row):
    assert "".join(moved(("a", "b", "c"), index, step)) == row
